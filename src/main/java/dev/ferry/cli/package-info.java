/**
 * The command line: one small class a command, each parses, calls and returns an exit code.
 *
 * <p>Walk in by {@link dev.ferry.cli.CommandLineInterface}, which {@code main} calls. What a run needs (both sides, interpreter, printer) is
 * put together by {@link dev.ferry.cli.Workbench}, each part when it is first touched: {@code ferry -e '1+1'} loads no HTTP client,
 * no sandbox and no terminal. What an exception means for the exit code, and what is said about it, is in
 * {@link dev.ferry.cli.Failure}.
 */
@NullMarked
package dev.ferry.cli;

import org.jspecify.annotations.NullMarked;
