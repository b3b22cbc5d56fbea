package dev.ferry.api;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;

/**
 * Times as both APIs spell them: ISO-8601 with a zone, an offset ({@code +02:00} or {@code +0200}), or nothing, which is UTC.
 */
public final class IsoTime {
    private static final DateTimeFormatter LENIENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    private IsoTime() {}

    /**
     * Reads a time.
     *
     * @throws java.time.DateTimeException when it is not ISO-8601
     */
    public static Instant instant(CharSequence text) {
        TemporalAccessor time = LENIENT.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime exact
                ? exact.toInstant()
                : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
    }
}
