package dev.ferry.journal;

import dev.ferry.api.Timespan;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A stretch of time.
 *
 * @param from its beginning, which belongs to it
 * @param until its end, which does not
 */
public record Period(Instant from, Instant until) {
    private static final Pattern TIME = Pattern.compile("\\d{1,2}:\\d{2}(:\\d{2})?");
    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** Always. */
    public static final Period ALL = new Period(Instant.MIN, Instant.MAX);

    /**
     * A moment as people write it: so long ago, {@code 2h} or {@code 7d}; a day, {@code 2026-11-22}, which begins at midnight; the last time
     * that the clock showed {@code 20:00}; a day and a time, {@code 2026-11-22 10:00}. What names no zone is meant where the clock is.
     *
     * @throws IllegalArgumentException when it is none of these, in one sentence
     */
    public static Instant moment(String text, Clock clock) {
        String typed = text.strip().replaceFirst("\\s+ago$", "");
        try {
            return TIME.matcher(typed).matches()
                    ? last(LocalTime.parse(typed.charAt(1) == ':' ? "0" + typed : typed), clock)
                    : typed.startsWith("P")
                            ? clock.instant().minus(Timespan.of(typed))
                            : typed.contains("-")
                                    ? exactly(typed.replaceFirst("\\s+", "T"), clock.getZone())
                                    : ago(typed, clock);
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time: give so long ago as 2h or 7d, a day as 2026-11-22, a time as 20:00, or"
                            + " both as '2026-11-22 20:00' or 2026-11-22T20:00:00Z.",
                    e);
        }
    }

    private static Instant last(LocalTime time, Clock clock) {
        ZonedDateTime now = clock.instant().atZone(clock.getZone());
        ZonedDateTime today = now.with(time);
        return (today.isAfter(now) ? now.minusDays(1).with(time) : today).toInstant();
    }

    private static Instant exactly(String text, ZoneId zone) {
        TemporalAccessor time = WRITTEN.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        return time instanceof OffsetDateTime exact
                ? exact.toInstant()
                : time instanceof LocalDateTime local
                        ? local.atZone(zone).toInstant()
                        : ((LocalDate) time).atStartOfDay(zone).toInstant();
    }

    /** A bare number has no unit that everybody would read into it. */
    private static Instant ago(String text, Clock clock) {
        if (text.chars().allMatch(Character::isDigit)) {
            throw new IllegalArgumentException("a number without a unit");
        }
        return clock.instant().minus(Timespan.of(text));
    }

    boolean has(Instant time) {
        return !time.isBefore(from) && time.isBefore(until);
    }
}
