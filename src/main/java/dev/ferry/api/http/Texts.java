package dev.ferry.api.http;

import dev.ferry.output.Secret;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Date;

/** The texts by which values travel in JSON strings, paths and queries. */
final class Texts {
    /** ISO-8601 with zone, offset ({@code +02:00} or {@code +0200}) or nothing. */
    private static final DateTimeFormatter LENIENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    private Texts() {}

    /** The value as the API spells it; a secret is revealed. */
    static String of(Object value) {
        if (value instanceof Secret secret) {
            return secret.reveal();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Date date) {
            return date.toInstant().toString();
        }
        return value.toString();
    }

    /**
     * Reads a time; without zone it is UTC, as the API documents.
     *
     * @throws java.time.DateTimeException when it is not ISO-8601
     */
    static Instant instant(CharSequence text) {
        TemporalAccessor time = LENIENT.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime exact
                ? exact.toInstant()
                : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
    }
}
