package dev.ferry.rehearsal.plan;

import dev.ferry.api.change.Change;
import dev.ferry.output.Redactor;
import dev.ferry.output.Tree;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How a change differs from the one that the plan has in its place. */
final class Deviation {
    private static final int TOLD = 3;

    /** How far a time that is counted from now may be off, because a run is never as fast as its rehearsal. */
    private static final Duration LEEWAY = Duration.ofMinutes(10);

    private final Planned planned;
    private final Bindings bindings;
    private final List<Duration> shifts;

    /**
     * @param shifts from the moment of the change in the rehearsal to the moment of the change in this run, by each clock that a script
     *     can ask
     */
    Deviation(Planned planned, Bindings bindings, List<Duration> shifts) {
        this.planned = planned;
        this.bindings = bindings;
        this.shifts = shifts;
    }

    /** What differs, as the end of a sentence; empty when it is the change that was planned. */
    Optional<String> of(Change change) {
        String path = Redactor.redact(change.path());
        if (!planned.method().equals(change.method()) || !bindings.agree(planned.path(), path)) {
            return Optional.of(change.name() + " (" + change.method() + " " + path + ")");
        }
        String host = change.host().getScheme() + "://" + change.host().getAuthority();
        if (!planned.host().equals(host)) {
            return Optional.of("goes to " + host + " and not to " + planned.host());
        }
        List<String> fields = fields(Leaves.byPlace(planned.body()), Leaves.byPlace(Tree.of(change.body())));
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        String more = fields.size() > TOLD ? "; and " + (fields.size() - TOLD) + " more fields" : "";
        return Optional.of(String.join("; ", fields.subList(0, Math.min(TOLD, fields.size()))) + more);
    }

    private List<String> fields(Map<String, Object> then, Map<String, Object> now) {
        List<String> differences = new ArrayList<>();
        Set<String> names = new TreeSet<>(then.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            String before = text(then.get(name));
            String after = text(now.get(name));
            boolean same =
                    before != null && after != null && (bindings.agree(before, after) || isSameTime(before, after));
            if (!same) {
                differences.add((name.isEmpty() ? "the body" : name) + " is " + said(after) + ", planned was "
                        + said(before == null ? null : bindings.in(before)));
            }
        }
        return differences;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof Number number ? Fingerprint.number(number) : value == null ? null : value.toString();
    }

    private static String said(@Nullable String value) {
        return value == null ? "not there" : "'" + value + "'";
    }

    /** Whether both are times, as far from the moment of their change. */
    private boolean isSameTime(String before, String after) {
        try {
            Duration moved = Duration.between(Instant.parse(before), Instant.parse(after));
            return shifts.stream().anyMatch(shift -> moved.minus(shift).abs().compareTo(LEEWAY) <= 0);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
