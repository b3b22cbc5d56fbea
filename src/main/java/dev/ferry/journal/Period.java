package dev.ferry.journal;

import dev.ferry.api.IsoTime;
import dev.ferry.api.Timespan;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A stretch of time.
 *
 * @param from its beginning, which belongs to it
 * @param until its end, which does not
 */
public record Period(Instant from, Instant until) {
    /** Always. */
    public static final Period ALL = new Period(Instant.MIN, Instant.MAX);

    /**
     * A moment as people write it: so long ago, {@code 7d}; a day, {@code 2026-11-22}, which begins at midnight here; a time, {@code
     * 2026-11-22T10:00:00Z}.
     *
     * @throws IllegalArgumentException when it is none of these, in one sentence
     */
    public static Instant moment(String text, Clock clock) {
        try {
            return text.contains("T") && !text.startsWith("P")
                    ? IsoTime.instant(text)
                    : text.contains("-")
                            ? LocalDate.parse(text)
                                    .atStartOfDay(ZoneId.systemDefault())
                                    .toInstant()
                            : clock.instant().minus(Timespan.of(text));
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time: give so long ago as 7d, a day as 2026-11-22, or a time as"
                            + " 2026-11-22T10:00:00Z.",
                    e);
        }
    }

    boolean has(Instant time) {
        return !time.isBefore(from) && time.isBefore(until);
    }
}
