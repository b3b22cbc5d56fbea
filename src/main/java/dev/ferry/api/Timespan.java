package dev.ferry.api;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as people write and read them: {@code 2h}, {@code 1h30m}, {@code 90s}, {@code 500ms}. */
public final class Timespan {

    private static final Pattern PART = Pattern.compile("\\s*(\\d+)\\s*(ms|s|m|h|d)");

    private static final Map<String, ChronoUnit> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("d", ChronoUnit.DAYS);
        UNITS.put("h", ChronoUnit.HOURS);
        UNITS.put("m", ChronoUnit.MINUTES);
        UNITS.put("s", ChronoUnit.SECONDS);
        UNITS.put("ms", ChronoUnit.MILLIS);
    }

    private Timespan() {}

    /**
     * The span that a script means: a {@link Duration}, a number of seconds, or a text.
     *
     * @throws IllegalArgumentException when it is none of these, naming what is understood
     */
    public static Duration of(Object value) {
        if (value instanceof Duration duration) {
            return duration;
        }
        if (value instanceof Number seconds) {
            return Duration.ofMillis(Math.round(seconds.doubleValue() * 1000));
        }
        if (value instanceof CharSequence text) {
            return parse(text.toString().strip());
        }
        throw notUnderstood(String.valueOf(value));
    }

    private static Duration parse(String text) {
        if (text.startsWith("P")) {
            try {
                return Duration.parse(text);
            } catch (DateTimeParseException e) {
                throw notUnderstood(text);
            }
        }
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        int end = 0;
        while (end < text.length() && part.find(end) && part.start() == end) {
            ChronoUnit unit = UNITS.get(part.group(2));
            sum = sum.plus(Duration.of(Long.parseLong(part.group(1)), unit == null ? ChronoUnit.SECONDS : unit));
            end = part.end();
        }
        if (text.isEmpty() || end < text.length()) {
            throw notUnderstood(text);
        }
        return sum;
    }

    private static IllegalArgumentException notUnderstood(String text) {
        return new IllegalArgumentException("`" + text
                + "` is no span of time: give a number of seconds, or a text such as '90s', '2h' or '1h30m'.");
    }

    /** The span as a line for people has it: {@code 63 s}, {@code 7 min}, {@code 2 h 5 min}, {@code 3 d 4 h}; never less than a second. */
    public static String words(Duration span) {
        long seconds = Math.max(1, Math.round(span.toMillis() / 1000.0));
        long minutes = seconds / 60;
        long hours = minutes / 60;
        if (minutes < 2) {
            return seconds + " s";
        }
        if (hours < 1) {
            return minutes + " min";
        }
        return hours < 24 ? two(hours, "h", minutes % 60, "min") : two(hours / 24, "d", hours % 24, "h");
    }

    private static String two(long many, String large, long few, String small) {
        return many + " " + large + (few == 0 ? "" : " " + few + " " + small);
    }

    /** The span in its two largest units: {@code 1h 30m}, {@code 4.2s}, {@code 120ms}. */
    public static String text(Duration span) {
        long millis = span.toMillis();
        if (millis < 1000) {
            return millis + "ms";
        }
        if (millis < 60_000) {
            return millis % 1000 < 100 ? millis / 1000 + "s" : millis / 1000 + "." + millis % 1000 / 100 + "s";
        }
        StringBuilder text = new StringBuilder();
        int shown = 0;
        long left = millis;
        for (Map.Entry<String, ChronoUnit> unit : UNITS.entrySet()) {
            long size = unit.getValue().getDuration().toMillis();
            long count = left / size;
            left %= size;
            if (count > 0 && shown < 2) {
                text.append(shown == 0 ? "" : " ").append(count).append(unit.getKey());
                shown++;
            } else if (shown > 0) {
                break;
            }
        }
        return text.toString();
    }
}
