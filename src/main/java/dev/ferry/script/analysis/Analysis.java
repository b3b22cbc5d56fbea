package dev.ferry.script.analysis;

import dev.ferry.api.catalog.Catalogs;
import dev.ferry.script.analysis.call.CallAtCursor;
import dev.ferry.script.analysis.call.NamedArguments;
import dev.ferry.script.analysis.call.Overloads;
import dev.ferry.script.analysis.call.Signature;
import dev.ferry.script.analysis.call.Signatures;
import dev.ferry.script.analysis.check.Checked;
import dev.ferry.script.analysis.check.Checker;
import dev.ferry.script.analysis.complete.Completer;
import dev.ferry.script.analysis.complete.Completions;
import dev.ferry.script.analysis.complete.LiveNames;
import dev.ferry.script.analysis.complete.LiveOffers;
import dev.ferry.script.analysis.text.Completeness;
import dev.ferry.script.analysis.text.Part;
import dev.ferry.script.analysis.text.Statements;
import dev.ferry.script.analysis.text.Whole;
import dev.ferry.script.analysis.type.ByName;
import dev.ferry.script.analysis.type.Chain;
import dev.ferry.script.analysis.type.Passes;
import dev.ferry.script.analysis.type.Scope;
import dev.ferry.script.analysis.type.Services;
import dev.ferry.script.analysis.type.Topic;
import dev.ferry.script.analysis.type.TypeCheck;
import dev.ferry.script.analysis.type.TypeText;
import groovy.lang.Script;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers questions about Groovy text from types alone. Never evaluates, never opens a connection. Safe for use by
 * several threads.
 *
 * <pre>{@code
 * Analysis analysis = new Analysis(FerryScript.class, loader);
 * Completions offered = analysis.complete("atlas.orgs.list().first().", 26, Scope.EMPTY);
 * }</pre>
 */
public final class Analysis {

    /** Longer texts are not analysed: nobody types them, and the compiler would need seconds. */
    private static final int LONGEST = 200_000;

    private static final int REMEMBERED = 128;

    private record Question(String text, int cursor, Scope scope) {}

    private final Passes passes;
    private final Completer completer;
    private final CallAtCursor calls;
    private final Chain chain;
    private final Checker checker;
    private final Map<Question, Completions> answers = new Latest<>();
    private final Map<Question, Optional<Signature>> signatures = new Latest<>();

    private static final class Latest<V> extends LinkedHashMap<Question, V> {
        private static final long serialVersionUID = 1L;

        Latest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, V> eldest) {
            return size() > REMEMBERED;
        }
    }

    /**
     * @param base the base class of scripts; its typed getters are the names that every script sees, its methods the
     *     functions
     * @param loader finds the classes that a text names
     */
    public Analysis(Class<? extends Script> base, ClassLoader loader) {
        this(base, loader, Catalogs.SHIPPED);
    }

    /**
     * The same with the user's own operations.
     *
     * @param catalogs the operations that can be called by name
     */
    public Analysis(Class<? extends Script> base, ClassLoader loader, Catalogs catalogs) {
        this(base, loader, catalogs, LiveNames.NONE);
    }

    /**
     * The same with what exists at the services.
     *
     * @param live asked while somebody types, for arguments that mean a thing there
     */
    public Analysis(Class<? extends Script> base, ClassLoader loader, Catalogs catalogs, LiveNames live) {
        ByName byName = new ByName(catalogs);
        TypeCheck check = new TypeCheck(base, loader, byName);
        this.passes = new Passes(check);
        NamedArguments named = new NamedArguments(byName);
        Overloads overloads = new Overloads(base, loader, named);
        Services services = new Services(base);
        LiveOffers existing = new LiveOffers(live, byName, overloads, services, loader);
        this.completer = new Completer(base, loader, passes, byName, overloads, services, existing);
        this.calls = new CallAtCursor(passes, new Signatures(byName, named, overloads, services));
        this.chain = new Chain(base);
        this.checker = new Checker(base, loader, check, byName);
    }

    /** Loads what the first question would have to wait for, about a second of work; for a background thread. */
    public void warmUp() {
        complete("atlas.", 6, Scope.EMPTY);
        complete("cm.", 3, Scope.EMPTY);
        complete("atlas.clusters.", 15, Scope.EMPTY);
        complete("[1].collect { it.", 17, Scope.EMPTY);
        complete("def x = 1; x", 12, Scope.EMPTY);
        complete("atlas.api.listOrgs(", 19, Scope.EMPTY);
        signature("atlas.orgs.list(", 16, Scope.EMPTY);
        completeness("x = 1 +");
    }

    /**
     * What may stand at the cursor.
     *
     * @param text any text, whole or broken, one line or many
     * @param cursor place in the text, from 0 to its length
     */
    public Completions complete(String text, int cursor, Scope scope) {
        if (text.length() > LONGEST) {
            return Completions.none(cursor);
        }
        // Without the lock, so that simple paths are answered while the compiler is still being loaded.
        return completer.simple(text, cursor).orElseGet(() -> checked(text, cursor, scope));
    }

    private synchronized Completions checked(String text, int cursor, Scope scope) {
        Question question = new Question(text, cursor, scope);
        Completions known = answers.get(question);
        if (known == null) {
            Completer.Answer answer = completer.complete(text, cursor, scope);
            known = answer.found();
            if (answer.lasting()) {
                answers.put(question, known);
            }
        }
        return known;
    }

    /**
     * The innermost call at the cursor: the one among whose arguments it stands, or the one that ends right before it.
     *
     * @param text any text, whole or broken, one line or many
     * @param cursor place in the text, from 0 to its length
     * @return empty where there is no call, or nobody declares what it calls
     */
    public synchronized Optional<Signature> signature(String text, int cursor, Scope scope) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Question question = new Question(text, cursor, scope);
        Optional<Signature> known = signatures.get(question);
        if (known == null) {
            known = calls.find(text, cursor, scope);
            signatures.put(question, known);
        }
        return known;
    }

    /**
     * What is wrong with a whole text, and what it may send. Ordinary dynamic Groovy passes: only what cannot be right is
     * complained of. Nothing of the text is run, loaded or transformed by its annotations.
     */
    public synchronized Checked check(String text, Scope scope) {
        return checker.check(text, scope);
    }

    /** What a session knows after this text of it was run: its variables with their types, imports, methods and classes. */
    public synchronized Scope after(String text, Scope scope) {
        return checker.after(text, scope);
    }

    /** Whether the text can be run, needs more lines, or is wrong. */
    public Completeness completeness(String text) {
        return text.isBlank() ? new Completeness.Complete() : Whole.of(text);
    }

    /** The statements and declarations of a text of many lines, each with the comments above it; together they are the text. */
    public List<Part> statements(String text) {
        return text.length() > LONGEST ? List.of(new Part(1, text)) : Statements.of(text);
    }

    /**
     * The static types of the variables that the text declares or assigns at its top level, by name, as source text
     * that fits {@link Scope#variables()}. A variable whose type is not known is an {@code Object}.
     */
    public synchronized Map<String, String> declaredTypes(String text, Scope scope) {
        return passes.of(text, scope).variables();
    }

    /** The static type of the text's last expression, as source text; empty when it has none or does not compile. */
    public synchronized Optional<String> typeOf(String text, Scope scope) {
        return Optional.ofNullable(passes.of(text, scope).last()).map(TypeText::source);
    }

    /** What a dotted path such as {@code atlas.clusters.create} or {@code step} means; by reflection only. */
    public Optional<Topic> resolve(String path) {
        return chain.topic(path);
    }
}
