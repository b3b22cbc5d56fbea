package dev.ferry.script;

import dev.ferry.api.Timespan;
import dev.ferry.output.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What a wait has seen so far, in numbers for the person who watches. */
final class Observation {

    /** The fields of the API's answers, and of what Ferry remembers, that tell how far something is. */
    private static final List<String> TELLING = List.of("status", "STATUS", "stateName", "errorMessage", "problem");

    private static final String LAG = "lagTimeSeconds";
    private static final int SAMPLES = 30;

    /** A lag that can be gone at any look: the cutover is near. */
    private static final long SMALL_LAG = 60;

    private static final Duration NEAR = Duration.ofSeconds(15);

    /** Less time left than that is not worth telling. */
    private static final Duration WORTH_TELLING = Duration.ofMinutes(2);

    private record Sample(Instant at, long lagSeconds) {}

    private final List<Sample> lags = new ArrayList<>();
    private @Nullable Object last;

    void add(@Nullable Object value, Instant at) {
        last = Tree.of(value);
        if (last instanceof Map<?, ?> fields && fields.get(LAG) instanceof Number lag) {
            lags.add(new Sample(at, lag.longValue()));
            if (lags.size() > SAMPLES) {
                lags.remove(0);
            }
        }
    }

    /** What was seen last: {@code WORKING, lag 1840 s (falling, caught up in about 31 min)}; empty when it tells nothing. */
    String text() {
        if (!(last instanceof Map<?, ?> fields)) {
            return last instanceof String || last instanceof Number ? String.valueOf(last) : "";
        }
        StringJoiner text = new StringJoiner(", ");
        for (String name : TELLING) {
            if (fields.get(name) instanceof String value) {
                text.add(value);
            }
        }
        if (fields.get(LAG) instanceof Number lag) {
            text.add("lag " + lag + " s" + trend());
        }
        if (Boolean.TRUE.equals(fields.get("readyForCutover"))) {
            text.add("ready for cutover");
        }
        return text.toString();
    }

    /** A sentence's end: {@code ; last seen: WORKING, lag 12 s.} */
    String lastSeen() {
        String text = text();
        return text.isEmpty() ? "." : "; last seen: " + text + (text.endsWith(".") ? "" : ".");
    }

    /** How long to wait at most before the next look: every 15 s once the lag is at most a minute, or will be by then. */
    Duration atMost(Duration pause) {
        if (!(last instanceof Map<?, ?> fields) || !(fields.get(LAG) instanceof Number lag)) {
            return pause;
        }
        Duration left = lag.longValue() <= SMALL_LAG ? Duration.ZERO : untilLagIs(SMALL_LAG);
        Duration soon = left == null ? pause : left.compareTo(NEAR) > 0 ? left : NEAR;
        return soon.compareTo(pause) < 0 ? soon : pause;
    }

    private String trend() {
        if (lags.size() < 3) {
            return "";
        }
        long fallen = fallen();
        if (fallen <= 0) {
            return fallen == 0 ? " (steady)" : " (rising)";
        }
        Duration left = untilLagIs(0);
        return left == null || left.compareTo(WORTH_TELLING) < 0
                ? " (falling)"
                : " (falling, caught up in about " + Timespan.words(left) + ")";
    }

    private long fallen() {
        return lags.get(0).lagSeconds() - lags.get(lags.size() - 1).lagSeconds();
    }

    /** From the first kept sample to the last: when the lag will be so small at that rate; null when it does not fall. */
    private @Nullable Duration untilLagIs(long seconds) {
        if (lags.size() < 2) {
            return null;
        }
        Sample newest = lags.get(lags.size() - 1);
        Duration passed = Duration.between(lags.get(0).at(), newest.at());
        long fallen = fallen();
        return fallen <= 0 || passed.isZero() || passed.isNegative()
                ? null
                : Duration.ofMillis(passed.toMillis() * (newest.lagSeconds() - seconds) / fallen);
    }
}
