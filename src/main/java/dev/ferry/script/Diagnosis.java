package dev.ferry.script;

import dev.ferry.api.failure.OutcomeUnknownException;
import dev.ferry.output.ExceptionText;
import dev.ferry.script.ScriptException.Kind;
import dev.ferry.script.ScriptException.Place;
import dev.ferry.script.ScriptException.Problem;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.runtime.InvokerInvocationException;
import org.codehaus.groovy.syntax.SyntaxException;

/** From what Groovy throws to what a person reads: the place in the script and the cause, without wrappers. */
final class Diagnosis {

    private Diagnosis() {}

    static ScriptException doesNotCompile(Source source, Optional<String> step, CompilationFailedException thrown) {
        if (thrown instanceof MultipleCompilationErrorsException many
                && many.getErrorCollector().getErrors() != null) {
            List<SyntaxException> errors = many.getErrorCollector().getErrors().stream()
                    .filter(SyntaxErrorMessage.class::isInstance)
                    .map(error -> ((SyntaxErrorMessage) error).getCause())
                    .toList();
            if (!errors.isEmpty()) {
                List<Problem> problems = errors.stream()
                        .map(error -> new Problem(
                                place(source, error.getLine(), error.getStartColumn()),
                                error.getEndLine() == error.getLine() ? error.getEndColumn() : error.getStartColumn(),
                                sentence(error.getOriginalMessage())))
                        .toList();
                return new ScriptException(
                        Kind.DOES_NOT_COMPILE,
                        problems.get(0).place(),
                        step.orElse(null),
                        problems.stream()
                                .map(each -> described(each.place(), each.text()))
                                .collect(Collectors.joining(System.lineSeparator())),
                        thrown,
                        problems);
            }
        }
        String message = source.name() + ": " + sentence(String.valueOf(thrown.getMessage()));
        return new ScriptException(Kind.DOES_NOT_COMPILE, place(source, 0, 0), step.orElse(null), message, thrown);
    }

    /** @param variables the names a line may use, to find the one that a misspelt name meant */
    static ScriptException failed(
            Source source, String unit, Optional<String> step, Throwable thrown, Collection<String> variables) {
        Throwable cause = unwrapped(thrown);
        int line = lineIn(cause, unit);
        if (line == 0) {
            line = lineIn(thrown, unit);
        }
        Place place = place(source, line, 0);
        boolean interrupted = Interrupts.isInterrupt(cause);
        boolean tells = cause instanceof WaitException || cause instanceof OutcomeUnknownException;
        String what = interrupted && !tells ? "interrupted." : text(cause, variables);
        String text = step.map(name -> "step “" + name + "”: ").orElse("") + what;
        return new ScriptException(
                interrupted ? Kind.INTERRUPTED : Kind.FAILED,
                place,
                step.orElse(null),
                described(place, text),
                cause,
                List.of(problem(place, text, new FailingWords(cause, unit))));
    }

    private static Problem problem(Place place, String text, FailingWords words) {
        return words.in(place.text())
                .map(span -> new Problem(
                        new Place(place.script(), place.line(), span.start() + 1, place.text()), span.end() + 1, text))
                .orElse(new Problem(place, 0, text));
    }

    static Throwable unwrapped(Throwable thrown) {
        Throwable inner = thrown;
        while ((inner instanceof InvokerInvocationException
                        || inner instanceof InvocationTargetException
                        || inner instanceof UndeclaredThrowableException)
                && inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner;
    }

    private static int lineIn(Throwable thrown, String unit) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            for (StackTraceElement frame : each.getStackTrace()) {
                if (unit.equals(frame.getFileName()) && frame.getLineNumber() > 0) {
                    return frame.getLineNumber();
                }
            }
        }
        return 0;
    }

    private static Place place(Source source, int line, int column) {
        List<String> lines = source.text().lines().toList();
        int index = line - source.firstLine();
        String text = index >= 0 && index < lines.size() ? lines.get(index) : "";
        return new Place(source.name(), Math.max(line, 0), Math.max(column, 0), text);
    }

    private static String described(Place place, String what) {
        String shown = place.text().isBlank()
                ? ""
                : System.lineSeparator() + "    " + place.text().strip();
        return place + ": " + what + shown;
    }

    private static String text(Throwable cause, Collection<String> variables) {
        Optional<String> misspelt = Misspelling.sentence(cause, variables);
        return misspelt.or(() -> CommonFaults.sentence(cause)).orElseGet(() -> sentence(ExceptionText.of(cause)));
    }

    /** Groovy adds the place and a list of guesses to its messages; the place is ours to say. */
    private static String sentence(String message) {
        return message.replaceAll("\\s*@ line \\d+, column \\d+\\.?", "").strip();
    }
}
