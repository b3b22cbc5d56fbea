/** A call that may change something: what is known of it before it leaves, who may stop it, and what is kept of it. */
@NullMarked
package dev.ferry.api.change;

import org.jspecify.annotations.NullMarked;
