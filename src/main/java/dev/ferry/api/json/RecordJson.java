package dev.ferry.api.json;

import com.squareup.moshi.Json;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import dev.ferry.output.Secret;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes records. When the last component is {@code Map<String, Object> more}, it takes the fields that the
 * record does not know, and the known ones that came as an explicit null; both are written back. So nothing of an
 * answer is lost on its way to the screen.
 */
public final class RecordJson extends JsonAdapter<Object> {
    private final Constructor<?> constructor;
    private final Map<String, Component> byName = new LinkedHashMap<>();
    private final int size;
    private final FreeJson free;
    private final @Nullable Method more;

    private record Component(int index, Method accessor, JsonAdapter<Object> adapter) {}

    private RecordJson(Class<?> type, Moshi moshi, Function<Secret, String> written) {
        RecordComponent[] components = type.getRecordComponents();
        this.size = components.length;
        this.free = new FreeJson(moshi, written);
        RecordComponent last = size == 0 ? null : components[size - 1];
        this.more = last != null && last.getName().equals("more") && last.getType() == Map.class
                ? accessible(last.getAccessor())
                : null;
        Class<?>[] parameters = new Class<?>[size];
        for (int i = 0; i < size; i++) {
            RecordComponent component = components[i];
            parameters[i] = component.getType();
            if (more == null || i < size - 1) {
                byName.put(
                        nameOf(component),
                        new Component(
                                i,
                                accessible(component.getAccessor()),
                                moshi.adapter(component.getGenericType(), Set.of(), component.getName())));
            }
        }
        try {
            this.constructor = type.getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record without its canonical constructor: " + type, e);
        }
    }

    /** @param written what is written of a secret */
    static Factory factory(Function<Secret, String> written) {
        return new Factory() {
            @Override
            public @Nullable JsonAdapter<?> create(Type type, Set<? extends Annotation> annotations, Moshi moshi) {
                return type instanceof Class<?> raw && raw.isRecord() && annotations.isEmpty()
                        ? new RecordJson(raw, moshi, written)
                        : null;
            }
        };
    }

    private static Method accessible(Method accessor) {
        accessor.setAccessible(true);
        return accessor;
    }

    private static String nameOf(RecordComponent component) {
        Json json = component.getAnnotation(Json.class);
        return json == null || json.name().equals(Json.UNSET_NAME) ? component.getName() : json.name();
    }

    @Override
    public @Nullable Object fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            return reader.nextNull();
        }
        @Nullable Object[] values = new @Nullable Object[size];
        Map<String, Object> rest = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            Component component = byName.get(name);
            boolean explicitNull = reader.peek() == JsonReader.Token.NULL;
            if (component != null && !explicitNull) {
                values[component.index()] = component.adapter().fromJson(reader);
            } else if (more != null) {
                FreeJson.putNullable(rest, name, FreeJson.read(reader, name));
            } else {
                reader.skipValue();
            }
        }
        reader.endObject();
        if (more != null) {
            values[size - 1] = Collections.unmodifiableMap(rest);
        }
        return make(values);
    }

    private Object make(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(constructor.getDeclaringClass() + " refuses an answer", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Object value) throws IOException {
        if (value == null) {
            writer.nullValue();
            return;
        }
        writer.beginObject();
        for (Map.Entry<String, Component> entry : byName.entrySet()) {
            Object component = read(entry.getValue().accessor(), value);
            if (component != null) {
                writer.name(entry.getKey());
                entry.getValue().adapter().toJson(writer, component);
            }
        }
        if (more != null && read(more, value) instanceof Map<?, ?> rest) {
            writeRest(writer, rest);
        }
        writer.endObject();
    }

    private void writeRest(JsonWriter writer, Map<?, ?> rest) throws IOException {
        boolean nullsBefore = writer.getSerializeNulls();
        writer.setSerializeNulls(true);
        for (Map.Entry<?, ?> entry : rest.entrySet()) {
            writer.name(String.valueOf(entry.getKey()));
            free.toJson(writer, entry.getValue());
        }
        writer.setSerializeNulls(nullsBefore);
    }

    private static @Nullable Object read(Method accessor, Object value) {
        try {
            return accessor.invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + accessor, e);
        }
    }
}
