package dev.ferry.script.analysis.check;

import java.util.List;

/**
 * What is known of a whole text before it runs.
 *
 * @param diagnostics what is wrong, in the order of the text; nothing must be run when there is any
 * @param effects the requests it may send, in the order of the text, a call that stands twice listed twice
 * @param untold the lines of calls that may send something of which nothing can be told before they run
 */
public record Checked(
        List<Diagnostic> diagnostics, List<Effect> effects, List<Integer> untold, List<Question> questions) {
    public Checked {
        diagnostics = List.copyOf(diagnostics);
        effects = List.copyOf(effects);
        untold = List.copyOf(untold);
        questions = List.copyOf(questions);
    }

    /** Whether the text may change something at a service; a call that cannot be told may. */
    public boolean mayChange() {
        return !untold.isEmpty() || effects.stream().anyMatch(Effect::changes);
    }

    /** One whose calls can all be told. */
    public Checked(List<Diagnostic> diagnostics, List<Effect> effects) {
        this(diagnostics, effects, List.of(), List.of());
    }
}
