/**
 * What can be explained: services, methods, operations and bodies, as lines of text that fit a width. It knows no terminal; {@code
 * /help} and the command line print what it gives.
 */
@NullMarked
package dev.ferry.help;

import org.jspecify.annotations.NullMarked;
