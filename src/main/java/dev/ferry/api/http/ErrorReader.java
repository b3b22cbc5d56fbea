package dev.ferry.api.http;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.failure.ErrorDocument;
import dev.ferry.api.json.JsonFormat;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an error answer says. Known shapes: the API's error document, with or without {@code errorCode}; OAuth's
 * {@code error} and {@code error_description} (RFC 6749, section 5.2), where {@code error} is a text and not a number;
 * either of them in an envelope; the HTML page of a proxy; any other text; nothing.
 */
final class ErrorReader {
    private static final int FIRST_ERROR = 400;
    private static final int LAST_ERROR = 599;

    /** No error document has more bytes. */
    static final int LONGEST = 64 * 1024;

    /** What an error document calls its error when it names no status. */
    private static final Set<String> NAMING = Set.of("error", "errorCode");

    private static final Set<String> FIELDS = Set.of(
            "error",
            "errorCode",
            "detail",
            "reason",
            "parameters",
            "badRequestDetail",
            "message",
            "error_description",
            "error_uri");

    private final JsonFormat json;

    ErrorReader(JsonFormat json) {
        this.json = json;
    }

    ErrorAnswerException exception(Answer answer) {
        return answer.error(document(answer));
    }

    /**
     * The status that an error document names, whatever stands beside it; 0 when it names none. Empty for another body: an error document
     * is an object with an error status under {@code error}, or with nothing but fields of error documents.
     */
    static OptionalInt status(ByteString body) {
        if (body.size() > LONGEST) {
            return OptionalInt.empty();
        }
        boolean named = false;
        boolean foreign = false;
        int status = 0;
        JsonReader reader = JsonReader.of(new Buffer().write(body));
        try {
            if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
                return OptionalInt.empty();
            }
            reader.beginObject();
            while (reader.hasNext()) {
                String name = reader.nextName();
                foreign |= !FIELDS.contains(name);
                if (name.equals("error") && reader.peek() == JsonReader.Token.NUMBER) {
                    double number = reader.nextDouble();
                    status = number >= FIRST_ERROR && number <= LAST_ERROR && number % 1 == 0 ? (int) number : 0;
                } else {
                    named |= NAMING.contains(name) && reader.peek() == JsonReader.Token.STRING;
                    reader.skipValue();
                }
            }
            return status != 0 || (named && !foreign) ? OptionalInt.of(status) : OptionalInt.empty();
        } catch (IOException | JsonDataException e) {
            return OptionalInt.empty();
        }
    }

    /**
     * Why an answer of success is an error all the same.
     *
     * @param status what its error document names; 0 for none
     */
    ApiException exception(Answer answer, int status) {
        if (status != 0) {
            return exception(answer.withStatus(status)).with("the answer itself had status " + answer.status());
        }
        ErrorDocument says = document(answer);
        String words = Stream.of(says.errorCode(), says.detail())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(": "));
        return answer.unreadable("an error (" + words + ") in an answer with status " + answer.status(), null);
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
