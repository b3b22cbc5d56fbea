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

    /** The fields of the API's answers that tell how far something is. */
    private static final List<String> TELLING = List.of("status", "STATUS", "stateName", "errorMessage");

    private static final String LAG = "lagTimeSeconds";
    private static final int SAMPLES = 30;

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

    /** Text to put behind what is waited for: {@code : WORKING, lag 1840 s, falling}. */
    String numbers() {
        String text = described();
        return text.isEmpty() ? "" : ": " + text;
    }

    /** A sentence's end: {@code ; last seen: WORKING, lag 12 s.} */
    String lastSeen() {
        String text = described();
        return text.isEmpty() ? "." : "; last seen: " + text + (text.endsWith(".") ? "" : ".");
    }

    private String described() {
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

    /** From the first kept sample to the last: where the lag is going, and when it would be gone at that rate. */
    private String trend() {
        if (lags.size() < 3) {
            return "";
        }
        Sample first = lags.get(0);
        Sample newest = lags.get(lags.size() - 1);
        long fallen = first.lagSeconds() - newest.lagSeconds();
        Duration passed = Duration.between(first.at(), newest.at());
        if (fallen <= 0 || passed.isZero() || passed.isNegative()) {
            return fallen == 0 ? ", steady" : ", rising";
        }
        Duration left = Duration.ofMillis(passed.toMillis() * newest.lagSeconds() / fallen);
        return newest.lagSeconds() <= 1 ? ", falling" : ", falling, about " + Timespan.text(left) + " left";
    }
}
