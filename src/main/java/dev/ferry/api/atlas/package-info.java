/**
 * The Atlas Administration API, version 2: the target of a migration, and both sides of a project move.
 *
 * <p>One interface a resource, as Retrofit calls it; one record a kind of answer. {@link dev.ferry.api.atlas.Atlas} is the way in.
 */
@NullMarked
package dev.ferry.api.atlas;

import org.jspecify.annotations.NullMarked;
