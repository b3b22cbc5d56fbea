package dev.ferry.script;

import dev.ferry.api.catalog.Catalogs;
import dev.ferry.profile.Folders;
import dev.ferry.script.analysis.Analysis;
import dev.ferry.script.analysis.check.Checked;
import dev.ferry.script.analysis.check.Diagnostic;
import dev.ferry.script.analysis.check.Effect;
import dev.ferry.script.analysis.check.Question;
import dev.ferry.script.analysis.type.Scope;
import java.io.File;
import java.nio.file.Path;
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
    private static final Pattern CALLS = Pattern.compile("\\b(atlas|cm|migrations)\\b");

    private final Catalogs catalogs;
    private final @Nullable Path remembered;
    private final @Nullable Path tables;
    private @Nullable Analysis analysis;

    /** @param catalogs the operations that can be called by name */
    public ScriptCheck(Catalogs catalogs) {
        this(catalogs, null, null);
    }

    private ScriptCheck(Catalogs catalogs, @Nullable Path remembered, @Nullable Path tables) {
        this.catalogs = catalogs;
        this.remembered = remembered;
        this.tables = tables;
    }

    /** One that uses the user's own catalog, and remembers in the cache folder which texts are right. */
    public static ScriptCheck remembering(Folders folders) {
        return new ScriptCheck(Catalogs.of(folders), folders.cache().resolve("scripts"), Catalogs.folder(folders));
    }

    /** Whether a text can send anything at all: one that cannot may as well find out when it runs. */
    public static boolean isWorthIt(Source text) {
        return CALLS.matcher(text.text()).find();
    }

    /**
     * What is wrong with texts that are about to run; nothing when they send nothing, or were right the last time. The words
     * of what was right are not kept, only a sum of them.
     */
    public List<Diagnostic> beforeRun(List<Source> texts) {
        if (texts.stream().noneMatch(ScriptCheck::isWorthIt)) {
            return List.of();
        }
        ScriptCache cache = new ScriptCache(remembered);
        String all = key(texts);
        if (cache.passed(all).isPresent()) {
            return List.of();
        }
        Checked checked = check(texts);
        if (checked.diagnostics().isEmpty()) {
            cache.pass(all, Demand.write(Demand.of(checked)));
        }
        return checked.diagnostics();
    }

    /** What a session may refuse of texts that run one after the other; remembered of texts that were right. */
    public List<Demand> demands(List<Source> texts) {
        if (texts.stream().noneMatch(ScriptCheck::isWorthIt)) {
            return List.of();
        }
        return new ScriptCache(remembered)
                .passed(key(texts))
                .map(Demand::read)
                .orElseGet(() -> Demand.of(check(texts)));
    }

    /** Whether texts may change something at a service: what cannot be told counts as a change. */
    public boolean mayChange(List<Source> texts) {
        return texts.stream().anyMatch(ScriptCheck::isWorthIt) && check(texts).mayChange();
    }

    /** What a verdict depends on: the texts, and the state of the user's own tables. */
    private String key(List<Source> texts) {
        StringBuilder key = new StringBuilder();
        File[] own = tables == null ? null : tables.toFile().listFiles();
        for (File table : own == null ? new File[0] : own) {
            key.append(table.getName() + ' ' + table.length() + ' ' + table.lastModified() + '\n');
        }
        texts.forEach(text -> key.append('\0').append(text.text()));
        return key.toString();
    }

    /**
     * Checks texts that run one after the other in one session, such as the steps of a page: what one declares the next ones
     * know. Lines are those of the file that the texts are from.
     */
    public Checked check(List<Source> texts) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<Effect> effects = new ArrayList<>();
        List<Integer> untold = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        Scope scope = Scope.EMPTY;
        for (int index = 0; index < texts.size(); index++) {
            Source text = texts.get(index);
            int before = text.firstLine() - 1;
            Checked checked = analysis().check(text.text(), scope);
            checked.diagnostics().forEach(each -> diagnostics.add(below(each, before)));
            checked.effects().forEach(each -> effects.add(below(each, before)));
            checked.untold().forEach(line -> untold.add(line + before));
            checked.questions().forEach(each -> questions.add(below(each, before)));
            if (index + 1 < texts.size()) {
                scope = analysis().after(text.text(), scope);
            }
        }
        return new Checked(diagnostics, effects, untold, questions);
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
                each.risk(),
                each.name(),
                each.certain());
    }

    private static Question below(Question each, int lines) {
        return new Question(each.line() + lines, each.severe(), each.name(), each.certain());
    }
}
