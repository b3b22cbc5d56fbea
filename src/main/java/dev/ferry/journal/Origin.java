package dev.ferry.journal;

import dev.ferry.output.Redactor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What asked for a change.
 *
 * @param kind the kind of it
 * @param file the script or page, absolute; the number of a job; null for what is in no file
 * @param sha256 the sum of its text in hexadecimal; null where there is no text, or where it was typed with a secret in it
 * @param text what was typed, without secrets; null for a file and a shell
 * @param arguments what a script was given, without secrets
 */
public record Origin(
        Kind kind,
        @Nullable String file,
        @Nullable String sha256,
        @Nullable String text,
        List<String> arguments) {

    /** What stands for a file where there is none. */
    public static final String STANDARD_INPUT = "standard input";

    private static final InheritableThreadLocal<@Nullable Entered> HERE = new InheritableThreadLocal<>();

    /** The kinds of what can ask for a change. */
    public enum Kind {
        /** Lines typed at a prompt. */
        SHELL("shell"),

        /** A file of Groovy, or standard input. */
        SCRIPT("script"),

        /** The text behind {@code -e}. */
        EXPRESSION("-e"),

        /** A page of Markdown. */
        RUNBOOK("runbook"),

        /** A line of a shell that goes on beside the prompt. */
        JOB("job");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word of the journal and of its lists. */
        @Override
        public String toString() {
            return word;
        }
    }

    public Origin {
        arguments = arguments.stream().map(Redactor::redact).toList();
    }

    /** The lines of a prompt. */
    public static Origin shell() {
        return new Origin(Kind.SHELL, null, null, null, List.of());
    }

    /** A job of a shell. */
    public static Origin job(int number, String text) {
        return typed(Kind.JOB, String.valueOf(number), text, List.of());
    }

    /** The text behind {@code -e}. */
    public static Origin expression(String text, List<String> arguments) {
        return typed(Kind.EXPRESSION, null, text, arguments);
    }

    /** The sum of a text with a secret in it would let somebody try out what the secret is. */
    private static Origin typed(Kind kind, @Nullable String file, String text, List<String> arguments) {
        String plain = Redactor.redact(text);
        return new Origin(kind, file, plain.equals(text) ? Chain.sum(text) : null, plain, arguments);
    }

    /**
     * A script or a page.
     *
     * @param file where it is; {@code standard input} where it is in no file
     * @param text what is in it
     */
    public static Origin file(Kind kind, String file, String text, List<String> arguments) {
        return new Origin(kind, file, Chain.sum(text), null, arguments);
    }

    /** Whether it is a script or a page in a file, which can be run again. */
    public boolean isFile() {
        return (kind == Kind.SCRIPT || kind == Kind.RUNBOOK) && file != null && !file.equals(STANDARD_INPUT);
    }

    /** In one word or two: {@code shell}, {@code job 2}, {@code script move.groovy}. */
    public String shown() {
        @Nullable String name = file;
        return name == null ? kind.toString() : kind + " " + name.substring(name.lastIndexOf('/') + 1);
    }

    /** Enough to tell it from others: what is in the run's first line is not said again in each. */
    Origin withoutText() {
        return kind == Kind.JOB ? this : new Origin(kind, file, sha256, null, List.of());
    }

    /**
     * Holds for what this thread does, and for threads it starts, until it is closed. A thread of a pool that outlives it does no more
     * for it.
     */
    public Scope enter() {
        @Nullable Entered before = HERE.get();
        Entered entered = new Entered(this);
        HERE.set(entered);
        return () -> {
            entered.isOver = true;
            if (before == null) {
                HERE.remove();
            } else {
                HERE.set(before);
            }
        };
    }

    private static final class Entered {
        private final Origin origin;
        private volatile boolean isOver;

        Entered(Origin origin) {
            this.origin = origin;
        }
    }

    /** What holds on this thread. */
    static Optional<Origin> here() {
        return Optional.ofNullable(HERE.get())
                .filter(entered -> !entered.isOver)
                .map(entered -> entered.origin);
    }

    /** The time in which something holds. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
