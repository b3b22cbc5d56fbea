package dev.ferry.script;

import dev.ferry.api.catalog.Catalogs;
import dev.ferry.script.analysis.Analysis;
import dev.ferry.script.analysis.Checked;
import dev.ferry.script.analysis.Diagnostic;
import dev.ferry.script.analysis.Effect;
import dev.ferry.script.analysis.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks at whole texts before they run: what is wrong with them, and what they may send. Nothing is run and nobody is
 * asked.
 *
 * <pre>{@code
 * Checked checked = new ScriptCheck(Catalogs.SHIPPED).check(List.of(Source.file(path)));
 * }</pre>
 */
public final class ScriptCheck {

    /** Without one of these a text calls nothing, so that its mistakes do no harm when it runs. */
    private static final Pattern CALLS = Pattern.compile("\\b(atlas|cm)\\b");

    private final Catalogs catalogs;
    private @Nullable Analysis analysis;

    /** @param catalogs the operations that can be called by name */
    public ScriptCheck(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    /** Whether there is a reason to look at these texts before they run: one that costs nothing can be run at once. */
    public static boolean isWorthIt(List<Source> texts) {
        return texts.stream().anyMatch(text -> CALLS.matcher(text.text()).find());
    }

    /**
     * Checks texts that run one after the other in one session, such as the steps of a page: what one declares the next ones
     * know. Lines are those of the file that the texts are from.
     */
    public Checked check(List<Source> texts) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<Effect> effects = new ArrayList<>();
        List<Integer> untold = new ArrayList<>();
        Scope scope = Scope.EMPTY;
        for (int index = 0; index < texts.size(); index++) {
            Source text = texts.get(index);
            int before = text.firstLine() - 1;
            Checked checked = analysis().check(text.text(), scope);
            checked.diagnostics().forEach(each -> diagnostics.add(below(each, before)));
            checked.effects().forEach(each -> effects.add(below(each, before)));
            checked.untold().forEach(line -> untold.add(line + before));
            if (index + 1 < texts.size()) {
                scope = analysis().after(text.text(), scope);
            }
        }
        return new Checked(diagnostics, effects, untold);
    }

    private Analysis analysis() {
        if (analysis == null) {
            analysis = new Analysis(FerryScript.class, FerryScript.class.getClassLoader(), catalogs);
        }
        return analysis;
    }

    private static Diagnostic below(Diagnostic each, int lines) {
        return new Diagnostic(each.line() + lines, each.column(), each.endColumn(), each.message(), each.suggestion());
    }

    private static Effect below(Effect each, int lines) {
        return new Effect(
                each.line() + lines,
                each.column(),
                each.call(),
                each.side(),
                each.operation(),
                each.method(),
                each.path(),
                each.roles(),
                each.changes());
    }
}
