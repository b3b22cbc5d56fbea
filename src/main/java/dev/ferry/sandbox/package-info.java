/**
 * Both APIs in memory, on the loopback address: for training, for tests of scripts, and for rehearsals.
 *
 * <p>{@link dev.ferry.sandbox.Sandbox} is the way in. A request comes in through {@code HttpEngine}, is authenticated by
 * {@code Gate}, finds its method through {@code Routes} (made from the annotations of the service interfaces, so that an
 * endpoint is described once), is checked by {@code Permission}, {@code QueryCheck} and {@code BodyCheck}, and answered by one of the small service classes over
 * {@code World}, which is all the state there is. Nothing runs in the background: what a cluster or a migration is by
 * now is worked out from its timestamps when it is read.
 */
@NullMarked
package dev.ferry.sandbox;

import org.jspecify.annotations.NullMarked;
