package dev.ferry.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where lines come from: a terminal with an editor, a terminal without one, or a pipe. */
interface Input {
    /** The next whole input, which may have many lines; null at the end. */
    @Nullable
    String next();

    /** Asks the person at the terminal for a line; null when there is nobody or the question was cancelled. */
    @Nullable
    String ask(String question);

    /** Puts a text into the next line, ready to be changed or entered; false when there is no editor for it. */
    default boolean prefill(String text) {
        return false;
    }

    /** The lines of the history, oldest first, without their secrets. */
    List<String> history();

    /** Whether a person sees each answer before the next line is read: then a failure is no reason to stop. */
    boolean interactive();
}
