package dev.ferry.sandbox;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * JSON text and plain trees of maps, lists, strings, numbers, booleans and nulls. Not the client's reader: a mistake there
 * would go unseen if both sides made it.
 */
final class Json {
    private Json() {}

    /**
     * Reads one document. Whole numbers become {@code Long}, others {@code Double}.
     *
     * @throws Refusal {@code MALFORMED_JSON} for anything that is not exactly one document
     */
    static @Nullable Object read(byte[] text) {
        try (JsonReader reader = JsonReader.of(new Buffer().write(text))) {
            Object value = value(reader);
            if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw new Refusal(ErrorCode.MALFORMED_JSON);
            }
            return value;
        } catch (IOException | JsonDataException | NumberFormatException e) {
            throw new Refusal(ErrorCode.MALFORMED_JSON);
        }
    }

    static String write(@Nullable Object tree, boolean pretty) {
        Buffer buffer = new Buffer();
        try (JsonWriter writer = JsonWriter.of(buffer)) {
            writer.setIndent(pretty ? "  " : "");
            writer.setSerializeNulls(true);
            writer.jsonValue(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.readUtf8();
    }

    private static @Nullable Object value(JsonReader reader) throws IOException {
        switch (reader.peek()) {
            case BEGIN_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                reader.beginArray();
                while (reader.hasNext()) {
                    list.add(value(reader));
                }
                reader.endArray();
                return list;
            }
            case BEGIN_OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                reader.beginObject();
                while (reader.hasNext()) {
                    if (map.put(reader.nextName(), value(reader)) != null) {
                        throw new Refusal(ErrorCode.MALFORMED_JSON);
                    }
                }
                reader.endObject();
                return map;
            }
            case STRING -> {
                return reader.nextString();
            }
            case NUMBER -> {
                BigDecimal number = new BigDecimal(reader.nextString());
                boolean whole = number.scale() <= 0 && number.precision() <= 18;
                return whole ? (Object) number.longValueExact() : (Object) number.doubleValue();
            }
            case BOOLEAN -> {
                return reader.nextBoolean();
            }
            case NULL -> {
                return reader.nextNull();
            }
            default -> throw new EOFException();
        }
    }
}
