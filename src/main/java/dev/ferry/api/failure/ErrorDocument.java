package dev.ferry.api.failure;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an error answer says, whichever of the known shapes its body has. */
public record ErrorDocument(
        @Nullable String errorCode,
        @Nullable String detail,
        @Nullable String reason,
        List<Object> parameters,
        Map<String, String> badRequestDetail) {

    /** For example {@code 404 GROUP_NOT_FOUND: No group with ID 5f00 exists.} */
    String sentence(int status) {
        String code = errorCode != null ? errorCode : reason;
        String head = code == null ? String.valueOf(status) : status + " " + code;
        String fields = badRequestDetail.entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining("; "));
        String text = detail == null ? fields : fields.isEmpty() ? detail : detail + " [" + fields + "]";
        return text.isEmpty() ? head : head + ": " + text;
    }
}
