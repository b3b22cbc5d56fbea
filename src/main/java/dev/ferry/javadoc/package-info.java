/** The Javadoc of our interfaces at run time, as plain text: written once, shown by help, hints and completion. */
@NullMarked
package dev.ferry.javadoc;

import org.jspecify.annotations.NullMarked;
