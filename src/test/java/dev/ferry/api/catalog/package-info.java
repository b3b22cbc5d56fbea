@NullMarked
package dev.ferry.api.catalog;

import org.jspecify.annotations.NullMarked;
