package dev.ferry.script;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Groovy text did not get to its end. The message is ready for people: the place, what happened, and the line of the
 * script; the exception thrown by the script itself is {@link #getCause()}, without Groovy's and Java's wrappers.
 */
public final class ScriptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** At which point it ended. */
    public enum Kind {
        /** Not Groovy: nothing was run. Exit code 2. */
        DOES_NOT_COMPILE,
        /** The arguments do not fit the options the script declares: nothing was run. Exit code 2. */
        WRONG_ARGUMENTS,
        /** It threw; {@link #getCause()} decides on the exit code, 1 when nothing else fits. */
        FAILED,
        /** The thread that ran it was interrupted. Exit code 130. */
        INTERRUPTED
    }

    /**
     * A place in a script.
     *
     * @param script the {@link Source#name()}
     * @param line from 1; 0 when unknown
     * @param column from 1; 0 when unknown
     * @param text the text of that line, empty when unknown
     */
    public record Place(String script, int line, int column, String text) implements Serializable {

        /** The place as compilers print it: {@code move.groovy:12:5}. */
        @Override
        public String toString() {
            return script + (line > 0 ? ":" + line : "") + (column > 0 ? ":" + column : "");
        }
    }

    /**
     * One thing that is wrong.
     *
     * @param place where; its column is 0 when it is not known
     * @param endColumn first column after the words, on the same line
     * @param text what is wrong, without the place
     */
    public record Problem(Place place, int endColumn, String text) implements Serializable {}

    private final Kind kind;
    private final Place place;
    private final @Nullable String step;
    private final List<Problem> problems;

    ScriptException(Kind kind, Place place, @Nullable String step, String message, @Nullable Throwable cause) {
        this(kind, place, step, message, cause, List.of());
    }

    ScriptException(
            Kind kind,
            Place place,
            @Nullable String step,
            String message,
            @Nullable Throwable cause,
            List<Problem> problems) {
        super(message, cause);
        this.kind = kind;
        this.place = place;
        this.step = step;
        this.problems = List.copyOf(problems);
    }

    /** What the message says, part by part, for whoever shows the places in a way of its own; empty where it has no place. */
    public List<Problem> problems() {
        return problems;
    }

    /** At which point the script ended. */
    public Kind kind() {
        return kind;
    }

    /** Where the script ended. */
    public Place place() {
        return place;
    }

    /** The name of the script, as in {@link Source#name()}. */
    public String script() {
        return place.script();
    }

    /** The line of the script, from 1. */
    public OptionalInt line() {
        return place.line() > 0 ? OptionalInt.of(place.line()) : OptionalInt.empty();
    }

    /** The innermost {@code step} that was running. */
    public Optional<String> step() {
        return Optional.ofNullable(step);
    }
}
