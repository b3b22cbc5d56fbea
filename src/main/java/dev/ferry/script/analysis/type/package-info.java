/** What Groovy's static type checker knows of a text, and what reflection knows of a class. */
@NullMarked
package dev.ferry.script.analysis.type;

import org.jspecify.annotations.NullMarked;
