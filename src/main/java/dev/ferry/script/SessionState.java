package dev.ferry.script;

import dev.ferry.api.Timespan;
import dev.ferry.journal.Steps;
import groovy.lang.Binding;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What scripts of one session share: variables, methods of earlier lines, and what the session was given. */
final class SessionState {

    private final Session session;
    private final Binding binding;
    private final Map<String, FerryScript> methods = new ConcurrentHashMap<>();
    /** The innermost step that each failure ended, as long as somebody holds the failure. */
    private final Map<Throwable, String> failedSteps = Collections.synchronizedMap(new WeakHashMap<>());

    SessionState(Session session, Binding binding) {
        this.session = session;
        this.binding = binding;
    }

    Session session() {
        return session;
    }

    Binding binding() {
        return binding;
    }

    /** The script that last declared a method with this name for the whole session. */
    Optional<FerryScript> declaring(String method) {
        return Optional.ofNullable(methods.get(method));
    }

    void declare(String method, FerryScript script) {
        methods.put(method, script);
    }

    /**
     * Does named work: says its name before it and its time after it, remembers which step failed, and records it. What an earlier
     * process of this run has finished is not done again.
     */
    <T extends @Nullable Object> T step(String name, Supplier<T> work) {
        return step(name, false, work);
    }

    /** The same for a part of a page, whose variables the next parts need: it is always done. */
    <T extends @Nullable Object> T part(String name, Supplier<T> work) {
        return step(name, true, work);
    }

    private <T extends @Nullable Object> T step(String name, boolean again, Supplier<T> work) {
        PrintStream err = session.streams().err();
        try (Steps.Step step = session.steps().get().begin(name, again)) {
            Optional<Steps.Earlier> earlier = step.earlier();
            if (earlier.isPresent()) {
                err.println("✓ " + name + "  (done before)");
                return value(earlier.get());
            }
            err.println("▸ " + name);
            Instant start = session.clock().instant();
            boolean done = false;
            try {
                T value = work.get();
                step.done(value);
                done = true;
                return value;
            } catch (Throwable e) {
                failed(name, Diagnosis.unwrapped(e));
                throw e;
            } finally {
                String time =
                        Timespan.text(Duration.between(start, session.clock().instant()));
                err.println((done ? "✓ " : "✗ ") + name + "  " + time);
            }
        }
    }

    // The same step of the same script returned it.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
    private static <T extends @Nullable Object> T value(Steps.Earlier earlier) {
        return (T) earlier.value();
    }

    private void failed(String step, Throwable thrown) {
        failedSteps.putIfAbsent(thrown, step);
    }

    /** The innermost step that ended with this. */
    Optional<String> stepOf(Throwable thrown) {
        return Optional.ofNullable(failedSteps.get(thrown));
    }
}
