package dev.ferry.script.analysis.call;

/**
 * An argument that is written with its name.
 *
 * @param type as {@link dev.ferry.api.catalog.ValueType} names it, or a shape; empty where only Java's type is known
 * @param words the type for people
 */
public record Named(String name, String type, boolean required, String words) {

    private static final int LONGEST = 40;

    /** One whose type is known from the tables. */
    public static Named of(String name, String type, boolean required) {
        return new Named(name, type, required, words(type));
    }

    public String detail() {
        return words + (required ? ", required" : "");
    }

    /** A type of the tables for people: its values where there are some, {@code list}, {@code map}, or what it is called. */
    public static String words(String type) {
        if (type.startsWith("enum")) {
            String values = type.substring(type.indexOf(' ') + 1);
            return values.length() > LONGEST ? values.substring(0, LONGEST) + "…" : values;
        }
        if (type.startsWith("[")) {
            return "list";
        }
        boolean shape = !type.isEmpty() && Character.isUpperCase(type.charAt(0));
        return shape || type.startsWith("map ") || type.equals("object") ? "map" : type;
    }
}
