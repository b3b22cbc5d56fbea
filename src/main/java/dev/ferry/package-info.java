/**
 * Ferry: {@link dev.ferry.Ferry#main} hands the words of the command line to {@code dev.ferry.cli}.
 *
 * <p>The packages below, from the top down, each knowing only those after it: {@code cli}, {@code shell}, {@code runbook},
 * {@code script}, {@code script.analysis}, {@code sandbox}, {@code api.atlas} and {@code api.cloudmanager},
 * {@code api.http}, {@code api}, {@code profile}, {@code output}.
 */
@NullMarked
package dev.ferry;

import org.jspecify.annotations.NullMarked;
