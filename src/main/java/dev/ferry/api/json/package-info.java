/** What JSON becomes and what becomes JSON: records of the services, and free maps where nothing is known of the shape. Fields that
 * nobody knows are kept, and values under names of secrets are hidden. */
@NullMarked
package dev.ferry.api.json;

import org.jspecify.annotations.NullMarked;
