@NullMarked
package dev.ferry.guard;

import org.jspecify.annotations.NullMarked;
