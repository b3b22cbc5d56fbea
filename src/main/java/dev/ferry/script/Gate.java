package dev.ferry.script;

import groovy.lang.Closure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;
import org.jspecify.annotations.Nullable;

/** A condition that must hold when the next change leaves. It is evaluated where it stands, and again when that was a while ago. */
final class Gate {
    /** What was seen so recently is not asked for again. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final String text;
    private final Closure<?> condition;
    private final SessionState state;
    private @Nullable Instant evaluated;

    Gate(String text, Closure<?> condition, SessionState state) {
        this.text = text;
        this.condition = condition;
        this.state = state;
    }

    /**
     * Evaluates the condition.
     *
     * @throws GateException when it does not hold
     */
    void evaluate() {
        Session session = state.session();
        List<String> values = new ArrayList<>();
        boolean holds = false;
        try {
            holds = DefaultTypeTransformation.castToBoolean(state.observing(values, condition::call));
            evaluated = session.clock().instant();
        } finally {
            session.steps().get().evaluated(text, holds, String.join(", ", values));
        }
        String what = text + (values.isEmpty() ? "" : ": " + String.join(", ", values));
        session.streams().err().println((holds ? "✓ gate " : "✗ gate ") + what);
        if (!holds) {
            throw new GateException("The gate does not hold: " + what + ". The change behind it was not sent.");
        }
    }

    /** The same right before the change leaves, unless it was evaluated at that moment. */
    void evaluateAgain() {
        Instant last = evaluated;
        if (last == null
                || Duration.between(last, state.session().clock().instant()).compareTo(FRESH) > 0) {
            evaluate();
        }
    }
}
