/** The way out of this network: whom to trust, through which proxy, and which addresses credentials may go to. */
@NullMarked
package dev.ferry.api.network;

import org.jspecify.annotations.NullMarked;
