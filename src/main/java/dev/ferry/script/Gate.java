package dev.ferry.script;

import dev.ferry.output.TerminalText;
import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;

/** A condition that must hold when the next change leaves. It is evaluated where it stands, and again right before that change. */
final class Gate {
    private final String text;
    private final Closure<?> condition;
    private final SessionState state;

    Gate(String text, Closure<?> condition, SessionState state) {
        this.text = text;
        this.condition = condition;
        this.state = state;
    }

    /**
     * Evaluates the condition and says what it saw.
     *
     * @throws GateException when it does not hold
     */
    void evaluate() {
        state.session().streams().err().println("✓ gate " + TerminalText.line(evaluated()));
    }

    /** The same before the change leaves, without a word when it still holds. */
    void evaluateAgain() {
        var unused = evaluated();
    }

    /** A condition that is given by its name is a closure in a closure. */
    private Boolean isTrue() {
        Object value = condition.call();
        while (value instanceof Closure<?> inner) {
            value = inner.call();
        }
        return DefaultTypeTransformation.castToBoolean(value);
    }

    private String evaluated() {
        Session session = state.session();
        List<String> values = new ArrayList<>();
        boolean holds = false;
        try {
            holds = session.steps().get().evaluating(() -> state.observing(values, this::isTrue));
        } finally {
            session.steps().get().evaluated(text, holds, String.join(", ", values));
        }
        String what = text + (values.isEmpty() ? "" : ": " + String.join(", ", values));
        if (!holds) {
            session.streams().err().println("✗ gate " + what);
            throw new GateException("The gate does not hold: " + what + ". The change behind it was not sent.");
        }
        return what;
    }
}
