package dev.ferry.api.catalog;

import dev.ferry.api.FactTable;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the bodies of requests look like. Both APIs refuse fields they do not know and fields that only answers have, where
 * many others would ignore them.
 *
 * <p>The table {@code shapes.tsv} has a field a row: the name of the shape, the field, its type as {@link ValueType} names
 * them, and {@code y} where it is required, where only answers have it, and where null is documented as a value. It holds the
 * shapes that are reachable from the documented bodies. Where a shape has variants (a region of one cloud or of another), it
 * has the fields of all of them, and requires what all of them require. Values of sets that grow from release to release, such
 * as regions, instance sizes and roles, are plain texts.
 */
public final class Shapes {
    private final Map<String, Map<String, Field>> shapes = new LinkedHashMap<>();

    /**
     * A field of a shape.
     *
     * @param type as {@link ValueType} names it, or the name of another shape
     * @param required whether a request must have it
     * @param readOnly whether only answers have it
     * @param nullable whether null is documented as a value
     */
    public record Field(String type, boolean required, boolean readOnly, boolean nullable) {}

    /** These shapes by name, each with its fields. */
    public Shapes(Map<String, Map<String, Field>> shapes) {
        shapes.forEach((name, fields) -> this.shapes.put(name, Collections.unmodifiableMap(fields)));
    }

    private static final class Loaded {
        // The first row is the heading.
        private static final Shapes TABLE = new Shapes(ShapeTable.shapes(
                FactTable.rows(Shapes.class, "shapes.tsv").stream().skip(1).toList()));
    }

    /** The table. It is read once, on first use. */
    public static Shapes table() {
        return Loaded.TABLE;
    }

    /**
     * The shapes of a file.
     *
     * @throws dev.ferry.profile.SettingsException when it cannot be read, or a row is not as it has to be; names file and line
     */
    public static Shapes read(Path file) {
        return new Shapes(ShapeTable.read(file));
    }

    /**
     * Writes a file that {@link #read} reads, and makes its folder.
     *
     * @throws dev.ferry.profile.SettingsException when it cannot be written
     */
    public void write(Path file) {
        ShapeTable.write(file, shapes);
    }

    /** These shapes with those of another table: one of the same name replaces ours, any other is added. */
    public Shapes overlaidBy(Shapes other) {
        Map<String, Map<String, Field>> all = new LinkedHashMap<>(shapes);
        all.putAll(other.shapes);
        return new Shapes(all);
    }

    /** All of them by name. */
    public Map<String, Map<String, Field>> all() {
        return Collections.unmodifiableMap(shapes);
    }

    /** The fields of a shape by name; empty when the table does not have it. */
    public Optional<Map<String, Field>> fields(String shape) {
        return Optional.ofNullable(shapes.get(shape));
    }

    /**
     * The first thing that is wrong with a body.
     *
     * @param body maps, lists and plain values
     * @param type the name of a shape, or {@code [shape]} for an array; a shape that is not in the table is only asked to be an
     *     object
     * @param method the verb: a PATCH changes what it names, so nothing is demanded of the object it sends
     */
    public Optional<Flaw> check(@Nullable Object body, String type, String method) {
        try {
            value("", body, type, method.equals("PATCH"));
            return Optional.empty();
        } catch (Found found) {
            return Optional.of(found.flaw);
        }
    }

    private void value(String at, @Nullable Object value, String type, boolean partial) {
        if (type.startsWith("[") && value instanceof List<?> list) {
            String element = type.substring(1, type.length() - 1);
            for (int i = 0; i < list.size(); i++) {
                value(at + "[" + i + "]", list.get(i), element, false);
            }
            return;
        }
        if (type.startsWith("map ") && value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> value(below(at, key), each, type.substring(4), false));
            return;
        }
        Map<String, Field> shape = shapes.get(type);
        if (shape != null && value instanceof Map<?, ?> map) {
            object(at, map, shape, partial);
            return;
        }
        ValueType takes = ValueType.named(type);
        if (value == null || !takes.takes().test(value)) {
            boolean otherText = value != null && !takes.choices().isEmpty() && isText(value);
            throw new Found(otherText ? Flaw.Kind.UNKNOWN_VALUE : Flaw.Kind.WRONG_TYPE, at, type, value, Set.of());
        }
    }

    private void object(String at, Map<?, ?> given, Map<String, Field> shape, boolean partial) {
        for (Object key : given.keySet()) {
            Field field = shape.get(String.valueOf(key));
            if (field == null) {
                throw new Found(Flaw.Kind.UNKNOWN_FIELD, below(at, key), "any", null, shape.keySet());
            }
            if (field.readOnly()) {
                throw new Found(Flaw.Kind.READ_ONLY, below(at, key), field.type(), null, Set.of());
            }
        }
        shape.forEach((name, field) -> {
            Object value = given.get(name);
            if (value != null) {
                value(below(at, name), value, field.type(), false);
            } else if (field.required() && !partial) {
                throw new Found(Flaw.Kind.MISSING, below(at, name), field.type(), null, Set.of());
            }
        });
    }

    private static boolean isText(Object value) {
        return ValueType.named("string").takes().test(value);
    }

    private static String below(String at, @Nullable Object name) {
        return at.isEmpty() ? String.valueOf(name) : at + "." + name;
    }

    /**
     * Something that is wrong with a body.
     *
     * @param at where, such as {@code source.clusterName} or {@code tags[0].value}; empty for the body as a whole
     * @param type what belongs there
     * @param value what is there; it may be secret
     * @param known the fields there are, when one is not among them
     */
    public record Flaw(
            Kind kind, String at, String type, @Nullable Object value, Set<String> known) {
        /** What may be wrong. */
        public enum Kind {
            /** A value of another type. */
            WRONG_TYPE,
            /** A text, but none of those there are. */
            UNKNOWN_VALUE,
            /** A field that the shape does not have. */
            UNKNOWN_FIELD,
            /** A field that only answers have. */
            READ_ONLY,
            /** A field that has to be there. */
            MISSING
        }
    }

    /** Ends the walk at the first flaw. */
    private static final class Found extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Flaw flaw;

        Found(Flaw.Kind kind, String at, String type, @Nullable Object value, Set<String> known) {
            super(null, null, false, false);
            this.flaw = new Flaw(kind, at, type, value, known);
        }
    }
}
