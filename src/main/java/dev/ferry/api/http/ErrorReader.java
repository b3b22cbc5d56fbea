package dev.ferry.api.http;

import com.squareup.moshi.JsonDataException;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.failure.ErrorDocument;
import dev.ferry.api.json.JsonFormat;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an error answer says. Known shapes: the API's error document, with or without {@code errorCode}; OAuth's
 * {@code error} and {@code error_description} (RFC 6749, section 5.2), where {@code error} is a text and not a number;
 * either of them in an envelope; the HTML page of a proxy; any other text; nothing.
 */
final class ErrorReader {
    private final JsonFormat json;

    ErrorReader(JsonFormat json) {
        this.json = json;
    }

    ErrorAnswerException exception(Answer answer) {
        return answer.error(document(answer));
    }

    private ErrorDocument document(Answer answer) {
        String phrase = answer.phrase().isEmpty() ? null : answer.phrase();
        if (answer.isEmpty()) {
            return plain(phrase, null);
        }
        if (answer.isHtml()) {
            return plain(
                    phrase, "an HTML page (\"" + answer.firstWords() + "\"), not the API; a proxy may have answered");
        }
        Map<?, ?> fields = fields(answer);
        return fields == null ? plain(phrase, answer.firstWords()) : document(fields, phrase);
    }

    private static ErrorDocument plain(@Nullable String reason, @Nullable String detail) {
        return new ErrorDocument(null, detail, reason, List.of(), Map.of());
    }

    /** The fields of the error document, out of its envelope; null when it is not JSON of that kind. */
    private @Nullable Map<?, ?> fields(Answer answer) {
        try {
            Object value = json.adapter(Object.class).fromJson(answer.body().utf8());
            if (value instanceof Map<?, ?> map) {
                return map.get("content") instanceof Map<?, ?> content ? content : map;
            }
            return null;
        } catch (IOException | JsonDataException e) {
            // Not JSON: the text itself is what there is to say.
            return null;
        }
    }

    private static ErrorDocument document(Map<?, ?> fields, @Nullable String phrase) {
        if (fields.get("error") instanceof String oauth) {
            return new ErrorDocument(oauth, text(fields, "error_description"), phrase, List.of(), Map.of());
        }
        String reason = text(fields, "reason");
        return new ErrorDocument(
                text(fields, "errorCode"),
                text(fields, "detail"),
                reason == null ? phrase : reason,
                parameters(fields.get("parameters")),
                badFields(fields.get("badRequestDetail")));
    }

    private static @Nullable String text(Map<?, ?> fields, String name) {
        Object value = fields.get(name);
        return value == null ? null : value.toString();
    }

    private static List<Object> parameters(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream()
                        .filter(Objects::nonNull)
                        .<Object>map(each -> each)
                        .toList()
                : List.of();
    }

    private static Map<String, String> badFields(@Nullable Object value) {
        Map<String, String> bad = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> detail && detail.get("fields") instanceof List<?> fields) {
            for (Object field : fields) {
                if (field instanceof Map<?, ?> entry) {
                    bad.put(String.valueOf(entry.get("field")), String.valueOf(entry.get("description")));
                }
            }
        }
        return Collections.unmodifiableMap(bad);
    }
}
