package dev.ferry.output;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Any value as plain maps, lists, texts, numbers and booleans, ready to be written in any format.
 *
 * <p>A record becomes a map in the order of its components, under the names of the API
 * ({@link com.squareup.moshi.Json @Json}); a component that is {@code null} is left out, and the component {@code more},
 * which holds what an answer had besides, is flattened in. So the tree of an answer is what the API returned, explicit
 * nulls and unknown fields included. Instants are texts in ISO-8601. Whole numbers that were read as floating point are
 * whole again. Every text and every key has passed {@link Redactor}; a value under a secret name is
 * {@link Secret#MASK}.
 */
public final class Tree {
    /** Deeper than any answer; stops a value that contains itself. */
    private static final int DEEPEST = 64;

    private static final double LARGEST_WHOLE = 1L << 53;

    private final boolean withMore;

    private Tree(boolean withMore) {
        this.withMore = withMore;
    }

    /**
     * The tree of a value.
     *
     * @return {@code null}, a {@code Map<String, Object>}, a {@code List}, {@code String}, {@code Number} or
     *     {@code Boolean}; maps and lists are new
     */
    public static @Nullable Object of(@Nullable Object value) {
        return new Tree(true).grow(value, 0);
    }

    /** The tree without the fields Ferry has no names for. */
    static @Nullable Object ofKnown(@Nullable Object value) {
        return new Tree(false).grow(value, 0);
    }

    private @Nullable Object grow(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            return "…";
        }
        if (value == null || value instanceof Boolean) {
            return value;
        } else if (value instanceof Printable printable) {
            return grow(printable.toPrint(), depth + 1);
        } else if (value instanceof Optional<?> optional) {
            return grow(optional.orElse(null), depth);
        } else if (value instanceof Number number) {
            return number(number);
        } else if (value instanceof Map<?, ?> map) {
            return map(map, depth);
        } else if (value instanceof Record record) {
            return record(record, depth);
        } else if (value instanceof Map.Entry<?, ?> entry) {
            return entry(entry, depth);
        } else if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        Iterator<?> elements = Elements.of(value);
        return elements != null ? list(elements, depth) : Redactor.redact(text(value));
    }

    // Scripts may hold an old date; its newer method refuses the kinds that databases give.
    @SuppressWarnings("JavaUtilDate")
    private static String text(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        } else if (value instanceof Date date) {
            return Instant.ofEpochMilli(date.getTime()).toString();
        }
        return String.valueOf(value);
    }

    private static Object number(Number number) {
        if (!(number instanceof Double) && !(number instanceof Float)) {
            return number;
        }
        double value = number.doubleValue();
        if (!Double.isFinite(value)) {
            // JSON has no such number.
            return number.toString();
        }
        return value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE ? (Object) (long) value : number;
    }

    private Map<String, @Nullable Object> map(Map<?, ?> map, int depth) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        map.forEach((name, value) -> put(tree, String.valueOf(name), value, depth));
        return tree;
    }

    private Map<String, @Nullable Object> record(Record record, int depth) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (RecordFields.Field field : RecordFields.of(record.getClass())) {
            Object value = field.read(record);
            if (field.isMore() && value instanceof Map<?, ?> more) {
                if (withMore) {
                    more.forEach((name, unknown) -> {
                        if (tree.get(String.valueOf(name)) == null) {
                            put(tree, String.valueOf(name), unknown, depth);
                        }
                    });
                }
            } else if (value != null) {
                put(tree, field.name(), value, depth);
            }
        }
        return tree;
    }

    private Map<String, @Nullable Object> entry(Map.Entry<?, ?> entry, int depth) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        put(tree, "key", entry.getKey(), depth);
        put(tree, "value", entry.getValue(), depth);
        return tree;
    }

    private void put(Map<String, @Nullable Object> tree, String name, @Nullable Object value, int depth) {
        Object grown = grow(value, depth + 1);
        boolean secret = grown instanceof String text ? Redactor.isSecret(name, text) : Redactor.isSecretName(name);
        tree.put(Redactor.redact(name), secret ? masked(grown) : grown);
    }

    private List<@Nullable Object> list(Iterator<?> elements, int depth) {
        List<@Nullable Object> tree = new ArrayList<>();
        elements.forEachRemaining(element -> tree.add(grow(element, depth + 1)));
        return tree;
    }

    /** A text or number under a secret name, also in a list; a map has names of its own to go by. */
    private static @Nullable Object masked(@Nullable Object tree) {
        if (tree instanceof List<?> list) {
            List<@Nullable Object> hidden = new ArrayList<>();
            list.forEach(element -> hidden.add(masked(element)));
            return hidden;
        }
        return tree instanceof Number || (tree instanceof String text && !text.isEmpty()) ? Secret.MASK : tree;
    }
}
