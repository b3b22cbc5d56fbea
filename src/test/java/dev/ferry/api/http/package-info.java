/** The wire as it is: real servers on the loopback address, well-behaved and misbehaving ones. */
@NullMarked
package dev.ferry.api.http;

import org.jspecify.annotations.NullMarked;
