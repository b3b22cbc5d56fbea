package dev.ferry.script.analysis;

import groovy.lang.Script;
import java.util.Map;
import java.util.Objects;
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

    private final Class<? extends Script> base;
    private final ClassLoader loader;

    /**
     * @param base the base class of scripts; its typed getters are the names that every script sees, its methods the
     *     functions
     * @param loader finds the classes that a text names
     */
    public Analysis(Class<? extends Script> base, ClassLoader loader) {
        this.base = Objects.requireNonNull(base);
        this.loader = Objects.requireNonNull(loader);
    }

    /** Loads what the first question would have to wait for, about a second of work; for a background thread. */
    public void warmUp() {}

    /**
     * What may stand at the cursor.
     *
     * @param text any text, whole or broken, one line or many
     * @param cursor place in the text, from 0 to its length
     */
    public Completions complete(String text, int cursor, Scope scope) {
        return Completions.none(cursor);
    }

    /** Whether the text can be run, needs more lines, or is wrong. */
    public Completeness completeness(String text) {
        return new Completeness.Complete();
    }

    /**
     * The static types of the variables that the text declares or assigns at its top level, by name, as source text
     * that fits {@link Scope#variables()}. A variable whose type is not known is an {@code Object}.
     */
    public Map<String, String> declaredTypes(String text, Scope scope) {
        return Map.of();
    }

    /** The static type of the text's last expression, as source text; empty when it has none or does not compile. */
    public Optional<String> typeOf(String text, Scope scope) {
        return Optional.empty();
    }

    /** What a dotted path such as {@code atlas.clusters.create} or {@code step} means; by reflection only. */
    public Optional<Topic> resolve(String path) {
        return Optional.empty();
    }
}
