package dev.ferry.help;

import dev.ferry.api.FactTable;
import java.util.HashMap;
import java.util.Map;

/** What the fields of bodies mean, and what may stand in them: the table {@code fields.tsv}, read on first use. */
final class FieldMeanings {
    private static final String ANY_SHAPE = "*";

    /** What is said of a field that the table does not have. */
    private static final Field UNKNOWN = new Field("", "", false);

    /**
     * What is known of a field.
     *
     * @param meaning the part of a sentence; empty when not known
     * @param example a value as Groovy writes it; empty when its type says enough
     * @param wanted whether a skeleton has it although the service does not demand it
     */
    record Field(String meaning, String example, boolean wanted) {}

    private static final class Loaded {
        private static final Map<String, Field> TABLE = new HashMap<>();

        static {
            FactTable.rows(FieldMeanings.class, "fields.tsv")
                    .forEach(row -> TABLE.put(key(row[0], row[1]), new Field(row[2], row[3], row[4].equals("y"))));
        }
    }

    private FieldMeanings() {}

    /** What is known of a field of a shape. */
    static Field of(String shape, String field) {
        Field known = Loaded.TABLE.get(key(shape, field));
        return known != null ? known : Loaded.TABLE.getOrDefault(key(ANY_SHAPE, field), UNKNOWN);
    }

    private static String key(String shape, String field) {
        return shape + " " + field;
    }
}
