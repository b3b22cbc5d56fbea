package dev.ferry.sandbox;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the texts of a query into values, and refuses what the endpoint does not document. */
final class QueryCheck {
    private static final int LARGEST_PAGE = 500;

    private QueryCheck() {}

    /** The values by name: Boolean, Integer, String, Instant or a list of strings. */
    static Map<String, Object> values(Map<String, List<String>> query, Route route) {
        Map<String, Object> values = new LinkedHashMap<>();
        query.forEach((name, texts) -> {
            Class<?> type = route.query().get(name);
            Object value = type == null ? null : value(name, type, texts);
            if (value == null) {
                throw new Refusal(ErrorCode.INVALID_QUERY_PARAMETER, name);
            }
            values.put(name, value);
        });
        if (route.operation() != null) {
            route.operation().query().stream()
                    .filter(parameter -> parameter.required() && !values.containsKey(parameter.name()))
                    .forEach(parameter -> {
                        throw new Refusal(ErrorCode.INVALID_QUERY_PARAMETER, parameter.name());
                    });
        }
        return values;
    }

    private static @Nullable Object value(String name, Class<?> type, List<String> texts) {
        if (type == List.class) {
            return List.copyOf(texts);
        }
        if (texts.size() != 1) {
            return null;
        }
        String text = texts.get(0);
        if (type == Boolean.class) {
            return text.equals("true") ? Boolean.TRUE : text.equals("false") ? Boolean.FALSE : null;
        }
        if (type == Integer.class) {
            return number(name, text);
        }
        return name.endsWith("Date") ? date(text) : text;
    }

    private static @Nullable Integer number(String name, String text) {
        try {
            int number = Integer.parseInt(text);
            boolean tooLarge = name.equals("itemsPerPage") && number > LARGEST_PAGE;
            return number < 1 || tooLarge ? null : Integer.valueOf(number);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A date without a zone is UTC. */
    static Instant date(String text) {
        try {
            boolean zoned = text.endsWith("Z") || text.matches(".*T.*[+-]\\d\\d:?\\d\\d");
            return zoned
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text.contains("T") ? text : text + "T00:00:00")
                            .toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new Refusal(ErrorCode.INVALID_DATE_FORMAT, text);
        }
    }
}
