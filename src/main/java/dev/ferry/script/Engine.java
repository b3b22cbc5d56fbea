package dev.ferry.script;

import groovy.lang.Binding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The part of an interpreter that needs Groovy's classes, apart so that they are loaded when it is first used. Only
 * compiling is guarded: a text that does not stop, left behind by whoever waited for it, must not hold up the next one.
 */
final class Engine {

    private final SessionState state;
    private final ScriptCache cache;
    private @Nullable Compiler compiler;
    private int texts;

    Engine(Session session, Map<String, @Nullable Object> variables) {
        this.state = new SessionState(session, new Binding(variables));
        this.cache = new ScriptCache(session.compiledScripts());
    }

    /** @param step the step that the whole text is, named when no step within it failed */
    @Nullable
    Object line(Source source, List<String> args, Optional<String> step) {
        String unit;
        Compiler.Compiled compiled;
        synchronized (this) {
            unit = unitName(source);
            compiled = compiler().line(source, unit, step);
        }
        return run(source, unit, step, () -> {
            FerryScript script = script(compiled.type(), args);
            if (script == null) {
                return null;
            }
            compiled.methods().forEach(name -> state.declare(name, script));
            return script.run();
        });
    }

    @Nullable
    Object step(String name, Source source, List<String> args) {
        return state.part(name, () -> line(source, args, Optional.of(name)));
    }

    @Nullable
    Object script(Source source, List<String> args) {
        if (ScriptOptions.help(source, args, state.session().streams())) {
            return null;
        }
        String unit;
        ClassFiles files;
        ClassLoader parent;
        synchronized (this) {
            unit = unitName(source);
            files = compiled(source, unit);
            parent = compiler == null ? FerryScript.class.getClassLoader() : compiler.loader();
        }
        Object ready = run(source, unit, Optional.empty(), () -> {
            FerryScript script = script(files.load(parent), args);
            if (script != null) {
                ScriptOptions.read(script, source, args, state.session().streams());
            }
            return script;
        });
        if (!(ready instanceof FerryScript script)) {
            return null;
        }
        // What is refused now is no failure of a line of the script.
        state.session().started();
        return run(source, unit, Optional.empty(), script::run);
    }

    /** What a session has declared may change what a text means, so only its first text comes from the cache. */
    private ClassFiles compiled(Source source, String unit) {
        if (!source.stored() || texts > 1) {
            return compiler().script(source, unit, Optional.empty());
        }
        return cache.find(unit, source.text()).orElseGet(() -> {
            ClassFiles files = compiler().script(source, unit, Optional.empty());
            cache.keep(unit, source.text(), files);
            return files;
        });
    }

    /** A script that can be run; null when the text declares classes only. */
    private @Nullable FerryScript script(Class<?> type, List<String> args) throws ReflectiveOperationException {
        if (!FerryScript.class.isAssignableFrom(type)) {
            return null;
        }
        FerryScript script = (FerryScript) type.getDeclaredConstructor().newInstance();
        script.enter(state, ScriptOptions.seenBy(type, args));
        return script;
    }

    private @Nullable Object run(Source source, String unit, Optional<String> step, Callable<@Nullable Object> work) {
        try {
            return work.call();
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            // Errors too: a failed assertion and an endless recursion are the script's.
            throw failure(source, unit, step, e);
        }
    }

    private ScriptException failure(Source source, String unit, Optional<String> step, Throwable thrown) {
        ScriptException failure = thrown instanceof ScriptException inner
                ? inner
                : Diagnosis.failed(
                        source, unit, state.stepOf(Diagnosis.unwrapped(thrown)).or(() -> step), thrown, names());
        if (failure.kind() == ScriptException.Kind.INTERRUPTED) {
            Thread.interrupted();
        }
        return failure;
    }

    /** The variables of the session by name. */
    private List<String> names() {
        Map<?, ?> variables = state.binding().getVariables();
        synchronized (variables) {
            return variables.keySet().stream().map(String::valueOf).toList();
        }
    }

    private Compiler compiler() {
        if (compiler == null) {
            compiler = new Compiler();
        }
        return compiler;
    }

    /** A name that no other text of this session has, so that stack frames can be told apart. */
    private String unitName(Source source) {
        texts++;
        String stem = source.shortName().replaceAll("\\.\\w+$", "").replaceAll("\\W+", "_");
        return "ferry_" + stem + "_" + texts + ".groovy";
    }

    synchronized List<String> imports() {
        return compiler == null ? List.of() : compiler.imports();
    }

    synchronized List<String> sources() {
        return compiler == null ? List.of() : compiler.sources();
    }

    void warmUp() {
        line(Source.line("[1].collect { it + 1 }.join(', ')"), List.of(), Optional.empty());
    }
}
