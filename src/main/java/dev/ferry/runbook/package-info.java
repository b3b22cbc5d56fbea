/**
 * Runs Markdown pages: the {@code groovy} fences of a page, in order, in one session, each as a step that has the name of
 * the heading above it. A page is read by {@link dev.ferry.runbook.Runbook}; everything else is the interpreter's.
 */
@NullMarked
package dev.ferry.runbook;

import org.jspecify.annotations.NullMarked;
