package dev.ferry.script;

import dev.ferry.api.Timespan;
import dev.ferry.journal.StepName;
import dev.ferry.journal.Steps;
import dev.ferry.output.TerminalText;
import groovy.lang.Binding;
import groovy.lang.Closure;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.codehaus.groovy.runtime.FormatHelper;
import org.jspecify.annotations.Nullable;

/** What scripts of one session share: variables, methods of earlier lines, and what the session was given. */
final class SessionState {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());
    private static final int LONGEST_VALUE = 80;

    private final Session session;
    private final Binding binding;
    private final Map<String, FerryScript> methods = new ConcurrentHashMap<>();
    /** What the conditions that are evaluated now have met, by the thread that evaluates them. */
    private final Map<Thread, List<String>> observed = new ConcurrentHashMap<>();
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
    <T extends @Nullable Object> T step(StepName name, Supplier<T> work) {
        return step(name, false, work);
    }

    /** The same for a part of a page, whose variables the next parts need: it is always done. */
    <T extends @Nullable Object> T part(String name, Supplier<T> work) {
        return step(StepName.of(name), true, work);
    }

    /**
     * Evaluates a gate, and has it evaluated again before the next change. Where an earlier process of this run has made that change,
     * there is nothing left to protect.
     *
     * @throws GateException when it does not hold
     */
    void gate(String text, Closure<?> condition) {
        Steps steps = session.steps().get();
        Gate gate = new Gate(text, condition, this);
        Optional<Instant> passed = steps.passed(text);
        if (passed.isPresent()) {
            session.streams()
                    .err()
                    .println("✓ gate " + TerminalText.line(text) + "  (the change behind it was made before, as of "
                            + TIME.format(passed.get()) + ")");
        } else {
            gate.evaluate();
        }
        steps.protect(gate::evaluateAgain);
    }

    /** Evaluates a condition and collects what it meets, see {@link #sees}. */
    <T> T observing(List<String> values, Supplier<T> condition) {
        List<String> before = observed.put(Thread.currentThread(), values);
        try {
            return condition.get();
        } finally {
            if (before == null) {
                observed.remove(Thread.currentThread());
            } else {
                observed.put(Thread.currentThread(), before);
            }
        }
    }

    /** A value that the condition of a gate has met on this thread. */
    void sees(String expression, @Nullable Object value) {
        List<String> values = observed.get(Thread.currentThread());
        if (values != null) {
            String shown = FormatHelper.toString(value).replaceAll("\\s+", " ");
            values.add(expression + " = "
                    + (shown.length() > LONGEST_VALUE ? shown.substring(0, LONGEST_VALUE) + "…" : shown));
        }
    }

    private <T extends @Nullable Object> T step(StepName named, boolean again, Supplier<T> work) {
        String name = named.name() + (named.key() == null ? "" : " " + named.key());
        PrintStream err = session.streams().err();
        try (Steps.Step step = session.steps().get().begin(named, again)) {
            Optional<Steps.Earlier> earlier = step.earlier();
            if (earlier.isPresent()) {
                err.println("✓ " + TerminalText.line(name) + "  (done before, as of "
                        + TIME.format(earlier.get().at()) + ")");
                return value(earlier.get());
            }
            err.println("▸ " + TerminalText.line(name));
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
                err.println((done ? "✓ " : "✗ ") + TerminalText.line(name) + "  " + time);
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
