package dev.ferry.sandbox;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which events somebody asked for, in the words of both APIs; v1.0 knows fewer of them. */
final class EventFilter implements Predicate<Trace> {
    private final List<?> types;
    private final List<?> excluded;
    private final List<?> clusters;
    private final @Nullable Object from;
    private final @Nullable Object to;

    /** @param options the query of the request */
    EventFilter(Map<String, Object> options) {
        this.types = all(options.get("eventType"));
        this.excluded = all(options.get("excludedEventType"));
        this.clusters = all(options.get("clusterNames"));
        this.from = options.get("minDate");
        this.to = options.get("maxDate");
    }

    @Override
    public boolean test(Trace trace) {
        return (types.isEmpty() || types.contains(trace.type()))
                && !excluded.contains(trace.type())
                && (clusters.isEmpty() || clusters.contains(trace.clusterName()))
                && !(from instanceof Instant min && shown(trace).isBefore(min))
                && !(to instanceof Instant max && shown(trace).isAfter(max));
    }

    /** The time as it is answered, so that it can be asked for. */
    private static Instant shown(Trace trace) {
        return trace.at().truncatedTo(ChronoUnit.SECONDS);
    }

    private static List<?> all(@Nullable Object option) {
        return option instanceof List<?> list ? list : List.of();
    }
}
