/** What is wrong with a text and what it may send, told before it runs. A text that would run is never complained of. */
@NullMarked
package dev.ferry.script.analysis.check;

import org.jspecify.annotations.NullMarked;
