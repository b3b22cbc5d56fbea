package dev.ferry.script.analysis.check;

import java.util.List;

/**
 * What is known of a whole text before it runs.
 *
 * @param diagnostics what is wrong, in the order of the text; nothing must be run when there is any
 * @param effects the requests it may send, in the order of the text, a call that stands twice listed twice
 * @param untold the lines of calls that may send something of which nothing can be told before they run
 * @param questions what it asks on the way, in the order of the text
 * @param advice what is not wrong and could be better, in the order of the text
 */
public record Checked(
        List<Diagnostic> diagnostics,
        List<Effect> effects,
        List<Integer> untold,
        List<Question> questions,
        List<Diagnostic> advice) {
    public Checked {
        diagnostics = List.copyOf(diagnostics);
        effects = List.copyOf(effects);
        untold = List.copyOf(untold);
        questions = List.copyOf(questions);
        advice = List.copyOf(advice);
    }

    /** Whether the text may change something at a service; a call that cannot be told may. */
    public boolean mayChange() {
        return !untold.isEmpty() || effects.stream().anyMatch(Effect::changes);
    }

    /** One that cannot be run, so that nothing else is known of it. */
    static Checked wrong(List<Diagnostic> diagnostics) {
        return new Checked(diagnostics, List.of(), List.of(), List.of(), List.of());
    }
}
