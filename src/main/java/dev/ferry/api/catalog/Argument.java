package dev.ferry.api.catalog;

/**
 * A named argument of a call by name, such as {@code groupId} in {@code atlas.api.getGroup(groupId: …)}.
 *
 * @param type as {@link ValueType} names it, or the shape of a body
 * @param required whether every call has to name it
 * @param place where it goes
 */
public record Argument(String name, String type, boolean required, Place place) {
    /** The body of the request. */
    public static final String BODY = "body";
    /** The version of the operation. */
    public static final String VERSION = "version";
    /** The file that takes the answer. */
    public static final String TO = "to";
    /** The format of the answer. */
    public static final String FORMAT = "format";
    /** Whether {@link #TO} may exist already. */
    public static final String OVERWRITE = "overwrite";

    /** Where an argument goes. */
    public enum Place {
        /** Into the path. */
        PATH,
        /** Into the query. */
        QUERY,
        /** Into a header of its own. */
        HEADER,
        /** It is the body. */
        BODY,
        /** It says how the call is made. */
        CALL
    }
}
