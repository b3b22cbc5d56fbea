package dev.ferry.shell;

import dev.ferry.output.ExceptionText;
import dev.ferry.output.Ink;
import dev.ferry.output.Streams;
import dev.ferry.output.Streams.Stream;
import dev.ferry.script.ScriptException;
import dev.ferry.script.WaitException;
import dev.ferry.shell.command.CommandException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Tells a person why a line failed: one sentence, the place when it helps, Java's frames only when asked for. */
final class Failures {
    private final Streams streams;
    private final BooleanSupplier debug;

    Failures(Streams streams, BooleanSupplier debug) {
        this.streams = streams;
        this.debug = debug;
    }

    /** @param typed the input that failed: when it is one line, it need not be repeated */
    void tell(Throwable failure, String typed) {
        String text = text(failure, typed);
        boolean coloured = streams.isColoured(Stream.ERR) && !(failure instanceof Foreground.InterruptedByUser);
        streams.err().println(Ink.RED.on(text, coloured));
        if (debug.getAsBoolean()) {
            failure.printStackTrace(streams.err());
        }
    }

    private static String text(Throwable failure, String typed) {
        if (failure instanceof Foreground.InterruptedByUser interrupted) {
            return interrupted(interrupted);
        }
        if (failure instanceof ScriptException script) {
            return script(script, typed);
        }
        if (failure instanceof CommandException) {
            return String.valueOf(failure.getMessage());
        }
        return ExceptionText.of(failure);
    }

    /** What was under way may say what goes on at the other end. */
    private static String interrupted(Foreground.InterruptedByUser interrupted) {
        for (Throwable cause = interrupted.getCause(); cause != null; cause = cause.getCause()) {
            @Nullable String message = cause.getMessage();
            boolean knows = cause.getClass().getName().startsWith("dev.ferry.api.") || cause instanceof WaitException;
            if (knows && message != null) {
                return message;
            }
        }
        return String.valueOf(interrupted.getMessage());
    }

    private static String script(ScriptException failure, String typed) {
        String message = String.valueOf(failure.getMessage());
        ScriptException.Place place = failure.place();
        boolean here = place.script().equals("input");
        if (!here || typed.contains("\n")) {
            return message;
        }
        // The line stands right above; only the place within it is worth showing.
        String sentence = message.startsWith(place + ": ") ? message.substring((place + ": ").length()) : message;
        int repeated = sentence.indexOf(System.lineSeparator() + "    " + typed.strip());
        sentence = repeated < 0 ? sentence : sentence.substring(0, repeated);
        int column = place.column() - 1 - (typed.length() - typed.stripLeading().length());
        return column < 0 ? sentence : sentence + "\n    " + typed.strip() + "\n    " + " ".repeat(column) + "^";
    }
}
