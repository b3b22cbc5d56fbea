/** The text alone: words, brackets, strings, whether it is whole, and what may stand at a place. No compiler but the parser. */
@NullMarked
package dev.ferry.script.analysis.text;

import org.jspecify.annotations.NullMarked;
