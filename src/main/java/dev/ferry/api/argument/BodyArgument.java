package dev.ferry.api.argument;

import com.squareup.moshi.JsonDataException;
import dev.ferry.api.catalog.Shapes;
import dev.ferry.api.catalog.ValueType;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.api.json.JsonFormat;
import dev.ferry.api.json.RevealingJson;
import dev.ferry.output.Suggestion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The body of a call by name: maps, lists, records, or a text that is JSON already; held against its documented shape. */
public final class BodyArgument {
    private final JsonFormat json;
    private final RevealingJson sent = new RevealingJson();
    private final Supplier<Shapes> shapes;

    /**
     * Checks bodies by these shapes.
     *
     * @param shapes asked when there is a body
     */
    public BodyArgument(JsonFormat json, Supplier<Shapes> shapes) {
        this.json = json;
        this.shapes = shapes;
    }

    /**
     * The bytes to send.
     *
     * @param call who asks, for messages
     * @param shape name of a shape
     * @throws CallRefusedException that names the first field that is wrong
     */
    public ByteString bytes(String call, Object body, String shape, String method) {
        ByteString bytes = body instanceof CharSequence text
                ? ByteString.encodeString(text.toString(), StandardCharsets.UTF_8)
                : sent.write(body);
        // Read again as JSON: records, enums and times have become what the shape talks of.
        shapes.get().check(read(call, bytes), shape, method).ifPresent(flaw -> {
            throw ArgumentRefusal.because(call, problem(flaw, shape));
        });
        return bytes;
    }

    private @Nullable Object read(String call, ByteString bytes) {
        try {
            return json.adapter(Object.class).fromJson(new Buffer().write(bytes));
        } catch (IOException | JsonDataException e) {
            throw ArgumentRefusal.because(call, "takes a map, a list or JSON as 'body', and this text is not JSON");
        }
    }

    private static String problem(Shapes.Flaw flaw, String shape) {
        String at = "'body" + (flaw.at().isEmpty() || flaw.at().startsWith("[") ? "" : ".") + flaw.at() + "'";
        ValueType type = ValueType.named(flaw.type());
        return switch (flaw.kind()) {
            case WRONG_TYPE -> at + " takes " + type.words() + ArgumentRefusal.otherwise(flaw.value(), type);
            case UNKNOWN_VALUE -> at + " takes " + type.words() + ArgumentRefusal.otherwise(flaw.value(), type);
            case UNKNOWN_FIELD -> "does not know " + at + meant(flaw, shape);
            case READ_ONLY -> "does not take " + at + ", which is read-only: only answers have it";
            case MISSING -> "needs " + at + ", " + type.words();
        };
    }

    private static String meant(Shapes.Flaw flaw, String shape) {
        String name = flaw.at().substring(flaw.at().lastIndexOf('.') + 1);
        String meant = Suggestion.orDidYouMean(name, flaw.known());
        return meant.isEmpty()
                ? "; fields are " + String.join(", ", flaw.known()) + (flaw.at().equals(name) ? " (" + shape + ")" : "")
                : meant;
    }
}
