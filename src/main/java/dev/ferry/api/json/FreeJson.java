package dev.ferry.api.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import dev.ferry.output.Redactor;
import dev.ferry.output.Secret;
import java.io.IOException;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * JSON without a declared type: raw answers, unknown fields, request bodies. Whole numbers stay whole, texts under the
 * names of secrets are read as {@link Secret}, and whatever a script puts into a body (interpolated texts, instants,
 * enums, records) is written as the API expects it. Maps and lists that were read may be changed by the reader
 * and sent back.
 */
public final class FreeJson extends JsonAdapter<Object> {
    private final Moshi moshi;
    private final Function<Secret, String> written;

    /** Reading a whole number takes time that grows with the square of its digits; no field of the APIs has more than twenty. */
    private static final int MOST_DIGITS = 1000;

    FreeJson(Moshi moshi, Function<Secret, String> written) {
        this.moshi = moshi;
        this.written = written;
    }

    @Override
    public @Nullable Object fromJson(JsonReader reader) throws IOException {
        return read(reader, "");
    }

    /** Reads the value of the field with this name. */
    static @Nullable Object read(JsonReader reader, String name) throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> readObject(reader);
            case BEGIN_ARRAY -> readArray(reader, name);
            case STRING -> {
                String text = reader.nextString();
                yield Redactor.isSecret(name, text) ? Secret.of(text) : text;
            }
            case NUMBER -> number(reader.nextString());
            case BOOLEAN -> reader.nextBoolean();
            case NULL -> reader.nextNull();
            default -> throw new IllegalStateException("no value at " + reader.getPath());
        };
    }

    private static Map<String, Object> readObject(JsonReader reader) throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            putNullable(map, name, read(reader, name));
        }
        reader.endObject();
        return map;
    }

    private static List<Object> readArray(JsonReader reader, String name) throws IOException {
        List<Object> list = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            addNullable(list, read(reader, name));
        }
        reader.endArray();
        return list;
    }

    private static Number number(String literal) {
        if (literal.length() > MOST_DIGITS) {
            throw new JsonDataException("a number of " + literal.length() + " characters");
        }
        if (literal.indexOf('.') >= 0 || literal.indexOf('e') >= 0 || literal.indexOf('E') >= 0) {
            return Double.valueOf(literal);
        }
        BigInteger whole = new BigInteger(literal);
        if (whole.bitLength() < Integer.SIZE) {
            return whole.intValue();
        }
        return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Object value) throws IOException {
        if (value == null) {
            writer.nullValue();
        } else if (value instanceof Map<?, ?> map) {
            writeObject(writer, map);
        } else if (value instanceof Iterable<?> elements) {
            writer.beginArray();
            for (Object element : elements) {
                toJson(writer, element);
            }
            writer.endArray();
        } else if (value.getClass().isArray()) {
            writer.beginArray();
            for (int i = 0; i < Array.getLength(value); i++) {
                toJson(writer, Array.get(value, i));
            }
            writer.endArray();
        } else if (value instanceof Number number) {
            writeNumber(writer, number);
        } else if (value instanceof Boolean bool) {
            writer.value(bool);
        } else if (value instanceof CharSequence || value instanceof Character) {
            writer.value(value.toString());
        } else if (value instanceof Record) {
            writeTyped(writer, value);
        } else if (value instanceof Secret secret) {
            writer.value(written.apply(secret));
        } else {
            writer.value(Texts.of(value));
        }
    }

    /** A null in a map is written: in a change, "set to nothing" differs from "leave alone". */
    private void writeObject(JsonWriter writer, Map<?, ?> map) throws IOException {
        boolean nullsBefore = writer.getSerializeNulls();
        writer.setSerializeNulls(true);
        writer.beginObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            writer.name(String.valueOf(entry.getKey()));
            toJson(writer, entry.getValue());
        }
        writer.endObject();
        writer.setSerializeNulls(nullsBefore);
    }

    private static void writeNumber(JsonWriter writer, Number number) throws IOException {
        if (number instanceof Integer || number instanceof Long || number instanceof Short || number instanceof Byte) {
            writer.value(number.longValue());
        } else if (number instanceof BigDecimal decimal) {
            writer.value(decimal);
        } else {
            writer.value(number);
        }
    }

    @SuppressWarnings("unchecked")
    private void writeTyped(JsonWriter writer, Object value) throws IOException {
        ((JsonAdapter<Object>) moshi.adapter(value.getClass())).toJson(writer, value);
    }

    // JSON knows null, our collections of free values therefore must.

    /** Puts a value that may be null: JSON knows null, and so do our maps. */
    @SuppressWarnings("NullAway")
    public static void putNullable(Map<String, Object> map, String name, @Nullable Object value) {
        map.put(name, value);
    }

    @SuppressWarnings("NullAway")
    private static void addNullable(List<Object> list, @Nullable Object value) {
        list.add(value);
    }
}
