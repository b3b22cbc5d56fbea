/**
 * The words that both API packages share: what a service method needs (version, role), what an answer is made of (a
 * {@link dev.ferry.api.Listing} of things with an id and a name, a job that runs elsewhere). Nothing here knows how a
 * call travels; that is {@code dev.ferry.api.http}.
 *
 * <p>A service method that answers nothing returns {@code @Nullable Void}: Retrofit refuses {@code void} on the wire
 * methods.
 */
@NullMarked
package dev.ferry.api;

import org.jspecify.annotations.NullMarked;
