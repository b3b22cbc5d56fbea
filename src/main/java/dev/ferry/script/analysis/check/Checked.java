package dev.ferry.script.analysis.check;

import java.util.List;

/**
 * What is known of a whole text before it runs.
 *
 * @param diagnostics what is wrong, in the order of the text; nothing must be run when there is any
 * @param effects the requests it may send, in the order of the text, a call that stands twice listed twice
 * @param untold the lines of calls that may send something of which nothing can be told before they run
 * @param advice what is not wrong and could be better, in the order of the text
 */
public record Checked(
        List<Diagnostic> diagnostics, List<Effect> effects, List<Integer> untold, List<Diagnostic> advice) {
    public Checked {
        diagnostics = List.copyOf(diagnostics);
        effects = List.copyOf(effects);
        untold = List.copyOf(untold);
        advice = List.copyOf(advice);
    }

    /** One that cannot be run, so that nothing else is known of it. */
    static Checked wrong(List<Diagnostic> diagnostics) {
        return new Checked(diagnostics, List.of(), List.of(), List.of());
    }
}
