package dev.ferry.script.analysis.type;

import java.util.LinkedHashMap;
import java.util.Map;

/** The latest passes of the checker, so that questions about the same place share one. */
public final class Passes {

    private static final int REMEMBERED = 32;

    private record Asked(String text, Scope scope) {}

    private final TypeCheck check;
    private final Map<Asked, Findings> latest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Findings> eldest) {
            return size() > REMEMBERED;
        }
    };

    public Passes(TypeCheck check) {
        this.check = check;
    }

    /** What the checker found in a text that may hold the marker. */
    public synchronized Findings of(String text, Scope scope) {
        Asked asked = new Asked(text, scope);
        Findings known = latest.get(asked);
        if (known == null) {
            known = check.run(text, scope);
            latest.put(asked, known);
        }
        return known;
    }
}
