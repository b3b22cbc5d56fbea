package dev.ferry.journal;

import dev.ferry.api.IsoTime;
import dev.ferry.api.Listing;
import dev.ferry.api.json.JsonFormat;
import dev.ferry.output.Secret;
import dev.ferry.output.Tree;
import java.io.IOException;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values of scripts as JSON, so that they come back as what they were: texts, numbers, instants, durations, lists, sets, maps, and the
 * records of both APIs. What JSON has no word for is a map of its kind and its text.
 */
final class KeptValue {
    /** Longer lists are not results, and would be read to their end. */
    private static final int MOST_ELEMENTS = 2_000;

    private static final int DEEPEST = 32;
    private static final String RECORDS = "dev.ferry.api.";
    private static final String KIND = "$kind";
    private static final String VALUE = "value";

    private final JsonFormat json = new JsonFormat();

    /** Why a value cannot be kept, to follow the words "it". */
    static final class NotKept extends Exception {
        private static final long serialVersionUID = 1L;

        NotKept(String why) {
            super(why);
        }
    }

    /**
     * The JSON of a value.
     *
     * @return maps, lists, texts, numbers
     * @throws NotKept when the value would not come back as it is
     */
    @Nullable
    Object write(@Nullable Object value) throws NotKept {
        Object tree = grow(value, 0);
        if (Lines.hides(Tree.of(tree))) {
            throw new NotKept("holds a secret");
        }
        return tree;
    }

    private @Nullable Object grow(@Nullable Object value, int depth) throws NotKept {
        if (depth > DEEPEST) {
            throw new NotKept("is nested too deeply");
        } else if (value == null || value instanceof Boolean || value instanceof Integer) {
            return value;
        } else if (value instanceof Secret) {
            throw new NotKept("holds a secret");
        } else if (value instanceof CharSequence text) {
            return text.toString();
        } else if (value instanceof Map<?, ?> map) {
            return map(map, depth);
        } else if (value instanceof Record record) {
            return record(record);
        } else if (value instanceof Collection<?> elements) {
            return elements(elements, depth);
        } else if (value.getClass().isArray()) {
            return array(value, depth);
        }
        return scalar(value);
    }

    private static Object scalar(Object value) throws NotKept {
        if (value instanceof Long || value instanceof Short || value instanceof Byte) {
            return tagged("long", value.toString());
        } else if (value instanceof BigDecimal || value instanceof BigInteger) {
            return tagged(value instanceof BigDecimal ? "decimal" : "whole", value.toString());
        } else if (value instanceof Double || value instanceof Float) {
            return tagged("double", value.toString());
        } else if (value instanceof Instant) {
            return tagged("instant", value.toString());
        } else if (value instanceof Duration) {
            return tagged("duration", value.toString());
        } else if (value instanceof URI) {
            return tagged("uri", value.toString());
        }
        throw new NotKept("is or holds something that lives only in its run, a "
                + value.getClass().getSimpleName());
    }

    private static Map<String, @Nullable Object> tagged(String kind, @Nullable Object value) {
        Map<String, @Nullable Object> tagged = new LinkedHashMap<>();
        tagged.put(KIND, kind);
        tagged.put(VALUE, value);
        return tagged;
    }

    private Object map(Map<?, ?> map, int depth) throws NotKept {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof CharSequence name)) {
                throw new NotKept("holds a map whose keys are no texts");
            }
            tree.put(name.toString(), grow(entry.getValue(), depth + 1));
        }
        return tree.containsKey(KIND) ? tagged("map", tree) : tree;
    }

    private Object elements(Collection<?> elements, int depth) throws NotKept {
        List<@Nullable Object> list = new ArrayList<>();
        for (Object element : elements) {
            if (list.size() == MOST_ELEMENTS) {
                throw new NotKept("has more than " + MOST_ELEMENTS + " elements");
            }
            list.add(grow(element, depth + 1));
        }
        if (elements instanceof Listing<?>) {
            return tagged("listing", list);
        }
        return elements instanceof Set<?> ? tagged("set", list) : list;
    }

    private Object array(Object array, int depth) throws NotKept {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            list.add(Array.get(array, i));
        }
        return elements(list, depth);
    }

    private Object record(Record record) throws NotKept {
        Class<?> type = record.getClass();
        Object tree = Tree.of(record);
        if (!type.getName().startsWith(RECORDS)) {
            throw new NotKept("is or holds a " + type.getSimpleName() + ", which is no record of the APIs");
        }
        if (Lines.hides(tree)) {
            throw new NotKept("holds a secret");
        }
        try {
            if (json.write(tree).equals(json.write(Tree.of(record(type, tree))))) {
                return tagged(type.getName(), tree);
            }
        } catch (IOException | RuntimeException e) {
            // Said below: whatever it is, the value cannot be had again.
        }
        throw new NotKept("holds a " + type.getSimpleName() + " that would not come back as it is");
    }

    private @Nullable Object record(Class<?> type, @Nullable Object tree) throws IOException {
        return json.<Object>adapter(type).fromJson(json.write(tree).utf8());
    }

    /**
     * The value of what {@link #write} made.
     *
     * @throws NotKept when it cannot be read, as after a change of the program
     */
    @Nullable
    Object read(@Nullable Object tree) throws NotKept {
        if (tree instanceof List<?> list) {
            return list(list);
        }
        if (!(tree instanceof Map<?, ?> map)) {
            return tree;
        }
        if (!(map.get(KIND) instanceof String kind)) {
            return map(map);
        }
        Object value = map.get(VALUE);
        try {
            return untagged(kind, value);
        } catch (IOException | ReflectiveOperationException | RuntimeException e) {
            throw new NotKept("is of a kind that this version does not know: " + kind);
        }
    }

    private Object untagged(String kind, @Nullable Object value)
            throws IOException, ReflectiveOperationException, NotKept {
        String text = String.valueOf(value);
        return switch (kind) {
            case "long" -> Long.valueOf(text);
            case "decimal" -> new BigDecimal(text);
            case "whole" -> new BigInteger(text);
            case "double" -> Double.valueOf(text);
            case "instant" -> IsoTime.instant(text);
            case "duration" -> Duration.parse(text);
            case "uri" -> URI.create(text);
            case "map" -> map((Map<?, ?>) Objects.requireNonNull(value));
            case "set" -> new LinkedHashSet<>(list((List<?>) Objects.requireNonNull(value)));
            case "listing" -> Listing.of(list((List<?>) Objects.requireNonNull(value)));
            default -> ofRecord(kind, value);
        };
    }

    /** Only what {@link #write} may have written is loaded. */
    private Object ofRecord(String name, @Nullable Object value) throws IOException, ReflectiveOperationException {
        Class<?> type = name.startsWith(RECORDS) ? Class.forName(name, false, KeptValue.class.getClassLoader()) : null;
        Object record = type == null || !type.isRecord() ? null : record(type, value);
        if (record == null) {
            throw new IOException(name + " is no record");
        }
        return record;
    }

    private Map<String, @Nullable Object> map(Map<?, ?> tree) throws NotKept {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : tree.entrySet()) {
            map.put(String.valueOf(entry.getKey()), read(entry.getValue()));
        }
        return map;
    }

    private List<@Nullable Object> list(List<?> tree) throws NotKept {
        List<@Nullable Object> list = new ArrayList<>();
        for (Object element : tree) {
            list.add(read(element));
        }
        return list;
    }
}
