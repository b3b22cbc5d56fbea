/** Which roles calls need, which the credentials hold, and what would therefore be refused. */
@NullMarked
package dev.ferry.access;

import org.jspecify.annotations.NullMarked;
