@NullMarked
package dev.ferry.names;

import org.jspecify.annotations.NullMarked;
