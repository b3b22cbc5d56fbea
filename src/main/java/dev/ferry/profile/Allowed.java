package dev.ferry.profile;

import dev.ferry.output.Format;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What may stand as the value of a key.
 *
 * @param description how a sentence goes on after "has to be"
 * @param reading makes the one way to write a value out of what a file or a variable says; null when it is no such value
 */
record Allowed(String description, Function<Object, @Nullable String> reading) {
    private static final Pattern CALLS = Pattern.compile("\\d{1,4}");
    private static final Pattern TIME = Pattern.compile("(?=.*[1-9])(?:\\d{1,9}(?:ms|s|m|h))+");
    private static final Pattern DAYS = Pattern.compile("(?=.*[1-9])(?:\\d{1,5}[hd])+");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    static final Allowed TEXT =
            new Allowed("a text in quotation marks", raw -> raw instanceof String text ? text : null);

    static final Allowed FLAG =
            new Allowed("true or false", raw -> raw instanceof Boolean flag ? flag.toString() : null);

    static final Allowed ON_OFF = new Allowed(
            "\"on\" or \"off\"",
            raw -> raw instanceof Boolean flag
                    ? flag ? "on" : "off"
                    : raw instanceof String text && (text.equals("on") || text.equals("off")) ? text : null);

    static final Allowed TIME_SPAN = new Allowed(
            "a time such as \"30s\" or \"2m\"",
            raw -> raw instanceof String text && TIME.matcher(text).matches() ? text : null);

    /** No bare number and no {@code 3m}: what is forgotten because somebody meant days or months is gone. */
    static final Allowed AGE = new Allowed(
            "an age such as \"90d\" or \"36h\"",
            raw -> raw instanceof String text && DAYS.matcher(text).matches() ? text : null);

    static final Allowed VERSION = new Allowed(
            "a date such as \"2025-03-12\"", raw -> DATE.matcher(raw.toString()).matches() ? raw.toString() : null);

    static final Allowed CONFIRMATIONS = words((Object[]) Confirmations.values());
    static final Allowed MODE = words("read-only", "writable");
    static final Allowed FORMAT = words((Object[]) Format.values());

    /** So many calls; {@code on} is the usual number. */
    static Allowed calls(int usual, String rate) {
        return new Allowed("\"on\", \"off\" or a number of calls" + rate, raw -> {
            String text = raw.toString();
            return text.equals("on")
                    ? String.valueOf(usual)
                    : text.equals("off")
                            ? "0"
                            : CALLS.matcher(text).matches() ? text.replaceFirst("^0+(?=.)", "") : null;
        });
    }

    private static Allowed words(Object... words) {
        List<String> known = Arrays.stream(words).map(Object::toString).toList();
        String last = known.get(known.size() - 1);
        String others = known.subList(0, known.size() - 1).stream()
                .map(word -> "\"" + word + "\"")
                .collect(Collectors.joining(", "));
        return new Allowed(
                others + " or \"" + last + "\"",
                raw -> raw instanceof String text && known.contains(text.toLowerCase(Locale.ROOT))
                        ? text.toLowerCase(Locale.ROOT)
                        : null);
    }
}
