package dev.ferry.api.json;

import java.util.Date;

/** The texts by which values travel in JSON strings, paths and queries. */
public final class Texts {
    private Texts() {}

    /** The value as the API spells it; a secret is dots. */
    public static String of(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Date date) {
            return date.toInstant().toString();
        }
        return value.toString();
    }
}
