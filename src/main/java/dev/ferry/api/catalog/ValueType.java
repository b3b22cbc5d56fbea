package dev.ferry.api.catalog;

import dev.ferry.api.IsoTime;
import dev.ferry.output.Secret;
import java.io.File;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A type as the tables name it: what an argument or a field of that type takes, and what to call it in a sentence.
 *
 * <p>{@code string}, {@code strings} (one or several), {@code boolean}, {@code integer}, {@code number}, {@code date-time},
 * {@code date}, {@code id} (24 hex digits), {@code client-id}, {@code enum A|B}, {@code enums A|B}, {@code file},
 * {@code object}, {@code any}; {@code [T]} is a list and {@code map T} an object with values of one type, of which only the outside is looked at
 * here. Whatever else is the name of a shape, which is an object.
 *
 * @param words such as {@code a whole number}
 * @param takes whether a value is one; never asked about null
 * @param choices the values there are, where the table names them
 */
public record ValueType(String words, Predicate<Object> takes, List<String> choices) {
    /** A whole number of at most 32 bits. */
    public static final ValueType INT = new ValueType("a whole number", value -> isWhole(value, Integer.SIZE));

    private static final Pattern ID = Pattern.compile("[a-f0-9]{24}");
    private static final Pattern CLIENT_ID = Pattern.compile("mdb_sa_id_[a-fA-F0-9]{24}");
    private static final ValueType OBJECT =
            new ValueType("a map", value -> value instanceof Map || value instanceof Record);

    private static final Map<String, ValueType> SIMPLE = Map.ofEntries(
            Map.entry("any", new ValueType("anything", value -> true)),
            Map.entry("string", new ValueType("a text", ValueType::isText)),
            Map.entry("strings", new ValueType("a text or a list of texts", each(ValueType::isText))),
            Map.entry("boolean", new ValueType("true or false", Boolean.class::isInstance)),
            Map.entry("integer", new ValueType("a whole number", value -> isWhole(value, Long.SIZE))),
            Map.entry("number", new ValueType("a number", Number.class::isInstance)),
            Map.entry("date-time", new ValueType("a time such as '2025-03-12T08:00:00Z'", ValueType::isTime)),
            Map.entry("date", new ValueType("a date such as '2025-03-12'", ValueType::isDate)),
            Map.entry("id", new ValueType("an id of 24 hex digits", matches(ID))),
            Map.entry("client-id", new ValueType("a client id, 'mdb_sa_id_' and 24 hex digits", matches(CLIENT_ID))),
            Map.entry(
                    "file",
                    new ValueType(
                            "the name of a file",
                            value -> value instanceof CharSequence || value instanceof File || value instanceof Path)),
            Map.entry("object", OBJECT));

    /** Path parameters that are ids in all operations of both APIs. */
    private static final Set<String> IDS = Set.of(
            "orgId",
            "groupId",
            "liveMigrationId",
            "validationId",
            "eventId",
            "userId",
            "apiUserId",
            "apiKeyId",
            "teamId",
            "alertId",
            "alertConfigId",
            "invitationId",
            "clusterId",
            "snapshotId",
            "restoreJobId",
            "exportBucketId",
            "containerId",
            "peerId",
            "secretId",
            "endpointServiceId",
            "roleId",
            "invoiceId",
            "federationSettingsId");

    private ValueType(String words, Predicate<Object> takes) {
        this(words, takes, List.of());
    }

    /** The type that a table names. */
    public static ValueType named(String type) {
        ValueType simple = SIMPLE.get(type);
        if (simple != null) {
            return simple;
        }
        if (type.startsWith("enum ")) {
            List<String> choices = choices(type);
            return new ValueType(oneOf(choices), chosen(choices), choices);
        }
        if (type.startsWith("enums ")) {
            List<String> choices = choices(type);
            return new ValueType(oneOf(choices) + ", or a list of them", each(chosen(choices)), choices);
        }
        return type.startsWith("[") ? new ValueType("a list", ValueType::isList) : OBJECT;
    }

    /** The type of what goes into a path under this name. */
    public static ValueType inPath(String name) {
        return named(typeInPath(name));
    }

    static String typeInPath(String name) {
        return IDS.contains(name) ? "id" : name.equals("clientId") ? "client-id" : "string";
    }

    /** What this value is, without saying what it says: it may be secret. */
    public static String wordsFor(Object value) {
        for (String type : List.of("string", "boolean", "integer", "number", "[any]", "object")) {
            ValueType each = named(type);
            if (each.takes.test(value)) {
                return each.words;
            }
        }
        return "a value of type " + value.getClass().getSimpleName();
    }

    private static List<String> choices(String type) {
        return Arrays.asList(type.substring(type.indexOf(' ') + 1).split("\\|"));
    }

    private static String oneOf(List<String> choices) {
        return choices.size() == 1 ? choices.get(0) : "one of " + String.join(", ", choices);
    }

    private static Predicate<Object> chosen(List<String> choices) {
        return value -> isText(value) && choices.contains(value.toString());
    }

    private static Predicate<Object> matches(Pattern pattern) {
        return value ->
                value instanceof CharSequence text && pattern.matcher(text).matches();
    }

    private static Predicate<Object> each(Predicate<Object> one) {
        return value -> value instanceof Iterable<?> many
                ? all(many, one)
                : value instanceof Object[] array ? all(Arrays.asList(array), one) : one.test(value);
    }

    private static boolean all(Iterable<?> many, Predicate<Object> one) {
        for (Object value : many) {
            if (value == null || !one.test(value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isText(Object value) {
        return value instanceof CharSequence || value instanceof Enum<?> || value instanceof Secret;
    }

    private static boolean isList(Object value) {
        return value instanceof Iterable || value.getClass().isArray();
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
                IsoTime.instant(text);
                return true;
            } catch (DateTimeException e) {
                return false;
            }
        }
        return value instanceof Instant || value instanceof Date;
    }

    private static boolean isDate(Object value) {
        if (value instanceof CharSequence text) {
            try {
                LocalDate.parse(text);
                return true;
            } catch (DateTimeException e) {
                return false;
            }
        }
        return value instanceof LocalDate;
    }
}
