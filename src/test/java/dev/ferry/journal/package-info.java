@NullMarked
package dev.ferry.journal;

import org.jspecify.annotations.NullMarked;
