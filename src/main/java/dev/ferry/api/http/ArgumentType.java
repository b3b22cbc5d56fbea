package dev.ferry.api.http;

import dev.ferry.output.Secret;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What a named argument of a declared type takes, and what to call it in a sentence. */
record ArgumentType(String words, Predicate<Object> takes) {
    private static final Predicate<Object> TEXT = value -> value instanceof CharSequence || value instanceof Enum<?>;

    private static final Map<Class<?>, ArgumentType> KNOWN = Map.ofEntries(
            Map.entry(Object.class, new ArgumentType("anything", value -> true)),
            Map.entry(String.class, new ArgumentType("a text", TEXT.or(Secret.class::isInstance))),
            Map.entry(Secret.class, new ArgumentType("a secret or a text", TEXT.or(Secret.class::isInstance))),
            Map.entry(Boolean.class, new ArgumentType("true or false", Boolean.class::isInstance)),
            Map.entry(boolean.class, new ArgumentType("true or false", Boolean.class::isInstance)),
            Map.entry(Integer.class, new ArgumentType("a whole number", value -> isWhole(value, Integer.SIZE))),
            Map.entry(int.class, new ArgumentType("a whole number", value -> isWhole(value, Integer.SIZE))),
            Map.entry(Long.class, new ArgumentType("a whole number", value -> isWhole(value, Long.SIZE))),
            Map.entry(long.class, new ArgumentType("a whole number", value -> isWhole(value, Long.SIZE))),
            Map.entry(Double.class, new ArgumentType("a number", Number.class::isInstance)),
            Map.entry(double.class, new ArgumentType("a number", Number.class::isInstance)),
            Map.entry(Instant.class, new ArgumentType("a time such as '2025-03-12T08:00:00Z'", ArgumentType::isTime)),
            Map.entry(Map.class, new ArgumentType("a map", value -> value instanceof Map || value instanceof Record)));

    static ArgumentType of(Class<?> declared) {
        ArgumentType known = KNOWN.get(declared);
        if (known != null) {
            return known;
        }
        return Iterable.class.isAssignableFrom(declared) || declared.isArray()
                ? new ArgumentType(
                        "a list",
                        value -> value instanceof Iterable || value.getClass().isArray())
                : new ArgumentType("a value of type " + declared.getSimpleName(), declared::isInstance);
    }

    /** What this value is, without saying what it says: it may be secret. */
    static String wordsFor(Object value) {
        for (Class<?> type : List.of(String.class, Boolean.class, Long.class, Double.class, List.class, Map.class)) {
            ArgumentType each = of(type);
            if (each.takes().test(value)) {
                return each.words();
            }
        }
        return "a value of type " + value.getClass().getSimpleName();
    }

    private static boolean isWhole(Object value, int bits) {
        boolean whole = value instanceof Byte
                || value instanceof Short
                || value instanceof Integer
                || value instanceof Long
                || value instanceof BigInteger;
        return whole && new BigInteger(value.toString()).bitLength() < bits;
    }

    private static boolean isTime(Object value) {
        if (value instanceof CharSequence text) {
            try {
                Texts.instant(text);
                return true;
            } catch (DateTimeException e) {
                return false;
            }
        }
        return value instanceof Instant || value instanceof Date;
    }
}
