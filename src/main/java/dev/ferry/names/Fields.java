package dev.ferry.names;

import com.squareup.moshi.Json;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of what a call answers, a record or a map, by the names that the API has for them. */
final class Fields {
    private static final ClassValue<Map<String, MethodHandle>> READERS = new ClassValue<>() {
        @Override
        protected Map<String, MethodHandle> computeValue(Class<?> type) {
            Map<String, MethodHandle> readers = new HashMap<>();
            for (RecordComponent component : type.getRecordComponents()) {
                try {
                    MethodHandle reader = MethodHandles.publicLookup()
                            .unreflect(component.getAccessor())
                            .asType(MethodType.methodType(Object.class, Object.class));
                    Json json = component.getAccessor().getAnnotation(Json.class);
                    readers.put(json == null ? component.getName() : json.name(), reader);
                } catch (IllegalAccessException e) {
                    // A record that is not for everybody has no names for us.
                }
            }
            return readers;
        }
    };

    private final Object value;

    private Fields(Object value) {
        this.value = value;
    }

    /** The fields of a value; null when it is neither a record nor a map. */
    static @Nullable Fields of(@Nullable Object value) {
        return value instanceof Map || value instanceof Record ? new Fields(value) : null;
    }

    /** A field's text; empty when it is absent or is no text, as a secret is none. */
    String text(String name) {
        Object found = get(name);
        return found instanceof CharSequence || found instanceof Instant ? found.toString() : "";
    }

    /** A field that is a number, as text; empty when it is absent. */
    String number(String name) {
        return get(name) instanceof Number number ? String.valueOf(number.longValue()) : "";
    }

    boolean isTrue(String name) {
        return Boolean.TRUE.equals(get(name));
    }

    /** The elements of a field that is a list. */
    List<?> list(String name) {
        return get(name) instanceof List<?> list ? list : List.of();
    }

    private @Nullable Object get(String name) {
        if (value instanceof Map<?, ?> map) {
            return map.get(name);
        }
        MethodHandle reader = READERS.get(value.getClass()).get(name);
        if (reader == null) {
            return null;
        }
        try {
            return reader.invokeExact(value);
        } catch (Throwable e) {
            throw new IllegalStateException("an accessor of " + value.getClass() + " failed", e);
        }
    }
}
