package dev.ferry.shell;

import dev.ferry.output.ExceptionText;
import dev.ferry.output.Frame;
import dev.ferry.output.Ink;
import dev.ferry.output.Redactor;
import dev.ferry.output.Streams;
import dev.ferry.output.Streams.Stream;
import dev.ferry.script.ScriptException;
import dev.ferry.script.ScriptException.Problem;
import dev.ferry.script.WaitException;
import dev.ferry.shell.command.CommandException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells a person why a line failed: a sentence, the place in the line, what to do next and where to read more. Java's frames come only
 * when asked for.
 */
final class Failures {
    private final Streams streams;
    private final BooleanSupplier debug;
    private final Function<Throwable, List<String>> advice;

    /** @param advice what to do about a failure, a sentence a line; often nothing */
    Failures(Streams streams, BooleanSupplier debug, Function<Throwable, List<String>> advice) {
        this.streams = streams;
        this.debug = debug;
        this.advice = advice;
    }

    /** @param typed the input that failed: when it is one line, it need not be repeated */
    void tell(Throwable failure, String typed) {
        if (failure instanceof ScriptException script && isTyped(script)) {
            script.problems().forEach(problem -> tell(problem, typed));
        } else {
            say(text(failure), !(failure instanceof Foreground.InterruptedByUser));
        }
        advice.apply(failure).forEach(line -> streams.err().println(Redactor.redact(line)));
        if (debug.getAsBoolean()) {
            failure.printStackTrace(streams.err());
        }
    }

    private static boolean isTyped(ScriptException failure) {
        return failure.script().equals("input") && !failure.problems().isEmpty();
    }

    private void tell(Problem problem, String typed) {
        say(problem.text(), true);
        ScriptException.Place place = problem.place();
        Frame frame = Frame.at(typed, place.line(), place.column(), problem.endColumn());
        int width = streams.width(Stream.ERR);
        // The one line that was typed stands right above; only the place within it is worth showing.
        boolean alone = typed.strip().lines().count() < 2;
        if (place.line() > 0 && !(alone && place.column() == 0)) {
            List<String> lines = alone ? frame.lines(width) : frame.numbered(width);
            streams.err().println(lines.get(0));
            lines.stream().skip(1).forEach(carets -> say(carets, true));
        }
    }

    private void say(String text, boolean bad) {
        streams.err().println(Ink.RED.on(text, bad && streams.isColoured(Stream.ERR)));
    }

    private static String text(Throwable failure) {
        if (failure instanceof Foreground.InterruptedByUser interrupted) {
            return interrupted(interrupted);
        }
        if (failure instanceof ScriptException || failure instanceof CommandException) {
            return String.valueOf(failure.getMessage());
        }
        return ExceptionText.of(failure);
    }

    /** What was under way may say what goes on at the other end. */
    private static String interrupted(Foreground.InterruptedByUser interrupted) {
        for (Throwable cause = interrupted.getCause(); cause != null; cause = cause.getCause()) {
            @Nullable String message = cause.getMessage();
            boolean knows = cause.getClass().getName().startsWith("dev.ferry.api.")
                    || cause instanceof WaitException
                    || cause instanceof CommandException;
            if (knows && message != null) {
                return message;
            }
        }
        return String.valueOf(interrupted.getMessage());
    }
}
