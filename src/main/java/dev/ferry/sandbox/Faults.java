package dev.ferry.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The rules by which a running sandbox misbehaves. They are asked in the order in which they were added; the first one that
 * applies to a request takes it, and those behind it do not hear of that request: {@code 503 first=2} and then {@code reset
 * first=1} are two answers and a reset, in that order.
 *
 * <pre>{@code
 * sandbox.faults().add("drop-answer first=1 method=POST match=/groups");
 * …
 * assertEquals(1, sandbox.faults().applied("drop-answer first=1 method=POST match=/groups"));
 * }</pre>
 *
 * <p>May be used from any thread.
 */
public final class Faults {
    private static final long STANDARD_SEED = 1;

    private final Map<Fault, Count> rules = new LinkedHashMap<>();

    Faults(List<Fault> atFirst) {
        atFirst.forEach(this::add);
    }

    /** Adds a rule behind the others; one that is there already begins to count anew. */
    public synchronized void add(Fault fault) {
        rules.put(fault, new Count(fault));
    }

    /**
     * Adds a rule behind the others.
     *
     * @throws IllegalArgumentException as {@link Fault#parse}
     */
    public void add(String rule) {
        add(Fault.parse(rule));
    }

    /** Takes a rule away, if it is there. */
    public synchronized void remove(String rule) {
        rules.remove(Fault.parse(rule));
    }

    /** Takes all rules away. */
    public synchronized void clear() {
        rules.clear();
    }

    /** How many requests a rule has happened to; 0 for one that is not there. */
    public synchronized long applied(String rule) {
        Count count = rules.get(Fault.parse(rule));
        return count == null ? 0 : count.applied;
    }

    /** What happens to this request, which is counted by it. */
    synchronized Optional<Fault> strike(Request request, String side) {
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        return rules.entrySet().stream()
                .filter(rule -> rule.getKey().concerns(request, side))
                .filter(rule -> rule.getValue().strikes())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What a rule remembers. */
    private static final class Count {
        private final Fault fault;
        private final SplittableRandom random;
        private long seen;
        private long applied;

        Count(Fault fault) {
            this.fault = fault;
            this.random = new SplittableRandom(fault.value(FaultWord.SEED, STANDARD_SEED));
        }

        boolean strikes() {
            seen++;
            long since = seen - fault.value(FaultWord.AFTER, 0L);
            // Drawn for each request, so that the n-th one is the same whatever the other words say.
            boolean drawn = random.nextDouble() < fault.value(FaultWord.PROBABILITY, 1.0);
            boolean now = since > 0
                    && since <= fault.value(FaultWord.FIRST, Long.MAX_VALUE)
                    && since % fault.value(FaultWord.EVERY, 1L) == 0
                    && drawn;
            applied += now ? 1 : 0;
            return now;
        }
    }
}
