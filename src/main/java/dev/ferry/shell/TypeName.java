package dev.ferry.shell;

import java.lang.reflect.Type;
import java.util.regex.Pattern;

/** Types as people say them: {@code Listing<Project>}. */
final class TypeName {
    private static final Pattern PACKAGE = Pattern.compile("\\b[a-z_][\\w]*\\.(?=[\\w.]*)");

    private TypeName() {}

    static String of(Type type) {
        return PACKAGE.matcher(type.getTypeName()).replaceAll("").replace('$', '.');
    }
}
