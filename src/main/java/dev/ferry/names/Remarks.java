package dev.ferry.names;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Thing;
import dev.ferry.script.analysis.complete.LiveNames.Wanted;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What has to be said about names that are offered: that they are old, not all there are, or why there are none.
 *
 * @param now what the time is
 */
record Remarks(Known known, Instant now, Function<ApiSide, Condition> conditions) {
    /** A list is read again when it is a minute old; one that is much older has not been read for some reason. */
    static final Duration FRESH = Duration.ofMinutes(1);

    private static final Duration OLD = Duration.ofMinutes(2);

    String on(Wanted wanted, List<Part> parts, boolean nothing) {
        String things = wanted.thing().word() + "s";
        if (parts.isEmpty()) {
            return nothing ? without(wanted.thing()) : "";
        }
        ApiSide side = parts.get(0).side();
        String service = side == ApiSide.TARGET ? "Atlas" : "Cloud Manager";
        Condition condition = conditions.apply(side);
        Duration age = age(parts);
        String problem = condition.problem().isEmpty() ? "" : service + " " + condition.problem();
        if (age != null && age.compareTo(OLD) >= 0) {
            return (problem.isEmpty() ? "" : problem + "; ") + "names are " + inWords(age) + " old";
        }
        if (!problem.isEmpty()) {
            return problem;
        }
        if (age == null) {
            return condition.isWaiting()
                    ? "the names of " + service + " come with the first call there"
                    : "not all " + things + " are known yet";
        }
        return known.cut() ? "only " + String.format("%,d", Ledger.MOST) + " names are kept" : "";
    }

    private static String without(Thing thing) {
        return switch (thing) {
            case VALIDATION -> thing.word() + "s are known once an answer has told of them: the API cannot list them";
            default -> "no " + thing.word() + "s are known here";
        };
    }

    /** Of the one that was read first; null when one of them was never read. */
    private @Nullable Duration age(List<Part> parts) {
        Instant oldest = now;
        for (Part part : parts) {
            Reading reading = known.readings().get(part);
            if (reading == null) {
                return null;
            }
            oldest = reading.at().isBefore(oldest) ? reading.at() : oldest;
        }
        return Duration.between(oldest, now);
    }

    private static String inWords(Duration age) {
        if (age.toDays() > 1) {
            return age.toDays() + " days";
        }
        return age.toHours() > 1 ? age.toHours() + " h" : age.toMinutes() + " min";
    }
}
