package dev.ferry.sandbox;

import dev.ferry.api.catalog.Shapes;
import org.jspecify.annotations.Nullable;

/** Holds the body of a request against its documented shape. */
final class BodyCheck {
    private BodyCheck() {}

    /**
     * Checks a body.
     *
     * @param type the name of a shape, or {@code [shape]} for an array
     * @throws Refusal that names the first field that is wrong
     */
    static void check(@Nullable Object body, String type, String method) {
        Shapes.table().check(body, type, method).ifPresent(flaw -> {
            throw refusal(flaw);
        });
    }

    private static Refusal refusal(Shapes.Flaw flaw) {
        String at = flaw.at().isEmpty() || flaw.at().startsWith("[") ? "body" + flaw.at() : flaw.at();
        return switch (flaw.kind()) {
            case WRONG_TYPE -> new Refusal(ErrorCode.INVALID_JSON_ATTRIBUTE, at);
            case UNKNOWN_VALUE -> new Refusal(ErrorCode.INVALID_ENUM_VALUE, at, String.valueOf(flaw.value()));
            case UNKNOWN_FIELD -> new Refusal(ErrorCode.INVALID_ATTRIBUTE, at);
            case READ_ONLY -> new Refusal(ErrorCode.ATTRIBUTE_READ_ONLY, at);
            case MISSING -> new Refusal(ErrorCode.MISSING_ATTRIBUTE, at);
        };
    }
}
