package dev.ferry.runbook;

import dev.ferry.script.Interpreter;
import dev.ferry.script.Source;
import dev.ferry.script.analysis.text.Completeness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * A Markdown page as steps.
 *
 * <pre>{@code
 * Runbook.read(Path.of("migrate-a-cluster.md")).run(interpreter, List.of());
 * }</pre>
 *
 * @param name what people call the page: its path as typed
 * @param steps its {@code groovy} fences in order
 * @see <a href="https://spec.commonmark.org/0.31.2/#fenced-code-blocks">CommonMark: fenced code blocks</a>
 */
public record Runbook(String name, List<Step> steps) {

    /**
     * One fence.
     *
     * @param name the nearest heading above it; a number follows when the heading has more than one fence
     * @param source its text and the line of the page on which it starts
     */
    public record Step(String name, Source source) {}

    public Runbook {
        steps = List.copyOf(steps);
    }

    /** Reads a page from a file. */
    public static Runbook read(Path page) throws IOException {
        return of(page.toString(), Files.readString(page));
    }

    /**
     * Reads a page.
     *
     * @throws RunbookException when it has no {@code groovy} fence
     */
    public static Runbook of(String name, String text) {
        List<Step> steps = new Page(name).steps(text);
        if (steps.isEmpty()) {
            throw new RunbookException(name + " has no block fenced with ```groovy: there is nothing to run.");
        }
        return new Runbook(name, steps);
    }

    /**
     * Looks at every step before the first one runs, so that a slip in the last one does not show after an hour's work.
     *
     * @param completeness judges a text
     * @throws RunbookException naming the first step that is no Groovy, and its line in the page
     */
    public void check(Function<String, Completeness> completeness) {
        for (Step step : steps) {
            Completeness verdict = completeness.apply(step.source().text());
            if (verdict instanceof Completeness.Invalid wrong) {
                int line = step.source().firstLine() + wrong.line() - 1;
                throw new RunbookException(
                        name + ":" + line + ":" + wrong.column() + ": step “" + step.name() + "”: " + wrong.message());
            }
            if (verdict instanceof Completeness.Incomplete) {
                throw new RunbookException(name + ":" + step.source().firstLine() + ": step “" + step.name()
                        + "” ends in the middle: a bracket or a text is not closed.");
            }
        }
    }

    /** What somebody reads who asks for help before running the page: its steps, and where they stand. */
    public String help() {
        StringBuilder help = new StringBuilder("Usage: ferry run " + name + " [ARGUMENTS]\n\nSteps, in order:\n");
        for (Step step : steps) {
            help.append("  ")
                    .append(step.name())
                    .append(" (line ")
                    .append(step.source().firstLine())
                    .append(")\n");
        }
        return help.toString();
    }

    /**
     * Runs the steps in order. What one declares the next ones know.
     *
     * @param args what the page sees as {@code args}
     * @throws dev.ferry.script.ScriptException at the first failure, naming the step and the page's line
     */
    public void run(Interpreter interpreter, List<String> args) {
        for (Step step : steps) {
            interpreter.step(step.name(), step.source(), args);
        }
    }
}
