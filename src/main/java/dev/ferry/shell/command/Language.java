package dev.ferry.shell.command;

import dev.ferry.api.catalog.Catalogs;
import dev.ferry.script.FerryScript;
import dev.ferry.script.Interpreter;
import dev.ferry.script.Source;
import dev.ferry.script.analysis.Analysis;
import dev.ferry.script.analysis.call.Signature;
import dev.ferry.script.analysis.check.Checked;
import dev.ferry.script.analysis.complete.Completions;
import dev.ferry.script.analysis.complete.LiveNames;
import dev.ferry.script.analysis.text.Completeness;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Groovy as the shell needs it: loaded behind the prompt, asked from the threads of the reader and of the line that runs.
 */
public final class Language {
    /** How long a Tab waits for Groovy to be loaded: longer would feel like a hang, and the next Tab finds it there. */
    private static final long PATIENCE_MS = 700;

    private final Supplier<Interpreter> opener;
    private final Catalogs catalogs;
    private final Supplier<? extends LiveNames> names;
    private final Runnable warm;
    private final CompletableFuture<Interpreter> interpreter = new CompletableFuture<>();
    private final CompletableFuture<Analysis> analysis = new CompletableFuture<>();

    /**
     * Groovy with these names.
     *
     * @param catalogs the operations that can be called by name
     * @param names gives what exists at the services; asked for once Groovy has been loaded
     * @param warm run when all has been loaded
     */
    public Language(
            Supplier<Interpreter> opener, Catalogs catalogs, Supplier<? extends LiveNames> names, Runnable warm) {
        this.catalogs = catalogs;
        this.names = names;
        this.warm = warm;
        this.opener = opener;
    }

    /** Begins to load Groovy on a thread that gives way to the keys. */
    @SuppressWarnings("ThreadPriorityCheck") // a wish: where it is not granted, only the first keys are slower
    public void warmUp() {
        Thread thread = new Thread(this::load, "ferry-warm-up");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private void load() {
        try {
            Interpreter opened = opener.get();
            opened.warmUp();
            interpreter.complete(opened);
            Analysis asked = new Analysis(FerryScript.class, Language.class.getClassLoader(), catalogs, names.get());
            asked.warmUp();
            opened.askTypesOf(asked);
            analysis.complete(asked);
            warm.run();
        } catch (RuntimeException | Error e) {
            // Whoever asks first is told: a daemon thread has nobody to tell.
            interpreter.completeExceptionally(e);
            analysis.completeExceptionally(e);
        }
    }

    /** The interpreter, unless it is still being loaded. */
    public Optional<Interpreter> ready() {
        return interpreter.isDone() && !interpreter.isCompletedExceptionally()
                ? Optional.of(interpreter.join())
                : Optional.empty();
    }

    /** The interpreter, waiting for it when it is still being loaded. */
    public Interpreter interpreter() {
        return await(interpreter);
    }

    /** What the types know, waiting for it when it is still being loaded. */
    public Analysis analysis() {
        return await(analysis);
    }

    @Nullable
    public Object evaluate(String text) {
        return interpreter().evaluate(Source.line(text));
    }

    public Completeness completeness(String text) {
        return analysis().completeness(text);
    }

    /** What is wrong with a whole text that is to run in this session. */
    public Checked check(String text) {
        return analysis().check(text, interpreter().scope());
    }

    /** Whether a text that is to run in this session may change something at a service; what cannot be told counts as a change. */
    public boolean mayChange(String text) {
        return check(text).mayChange();
    }

    /** What Tab offers; empty when Groovy is not there yet. */
    public Optional<Completions> complete(String text, int cursor) {
        try {
            Analysis ready = analysis.get(PATIENCE_MS, TimeUnit.MILLISECONDS);
            return Optional.of(ready.complete(text, cursor, interpreter().scope()));
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /**
     * The call at a place of a text, waiting for Groovy when it is still being loaded: for a thread behind the keys. Empty when there is no
     * call, or Groovy cannot be loaded.
     */
    public Optional<Signature> signature(String text, int cursor) {
        try {
            return analysis().signature(text, cursor, interpreter().scope());
        } catch (CompletionException e) {
            // The first line that is run tells why.
            return Optional.empty();
        }
    }

    private static <T> T await(CompletableFuture<T> future) {
        return future.join();
    }
}
