package dev.ferry.output;

import java.lang.reflect.Type;
import java.util.regex.Pattern;

/** Types as people say them: {@code Listing<Project>}. */
public final class TypeName {
    private static final Pattern PACKAGE_OR_OUTER = Pattern.compile("\\b(?:[a-z_]\\w*\\.|\\w+\\$)");

    private TypeName() {}

    /** The name of a type and of its arguments, without packages and outer classes. */
    public static String of(Type type) {
        return PACKAGE_OR_OUTER.matcher(type.getTypeName()).replaceAll("");
    }
}
