@NullMarked
package dev.ferry.access;

import org.jspecify.annotations.NullMarked;
