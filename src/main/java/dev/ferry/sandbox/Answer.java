package dev.ferry.sandbox;

import dev.ferry.output.RecordFields;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the record that a service answers from a document: {@link Encoder} the other way round. */
final class Answer {
    private Answer() {}

    /** The record with the fields of the document; those it does not name go into its {@code more}. */
    static <R extends Record> R of(Class<R> type, Map<?, ?> document) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        Map<String, Object> more = new LinkedHashMap<>();
        document.forEach((name, value) -> more.put(String.valueOf(name), value));
        List<RecordFields.Field> fields = RecordFields.of(type);
        for (int i = 0; i < components.length; i++) {
            RecordFields.Field field = fields.get(i);
            values[i] = field.isMore() ? more : value(components[i].getGenericType(), more.remove(field.name()));
        }
        try {
            Class<?>[] parameters =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<R> constructor = type.getDeclaredConstructor(parameters);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot make a " + type.getName() + ".", e);
        }
    }

    /** The documents as records. */
    static <R extends Record> List<R> all(Class<R> type, List<Map<String, Object>> documents) {
        return documents.stream().map(document -> of(type, document)).toList();
    }

    private static @Nullable Object value(Type type, @Nullable Object value) {
        if (value instanceof Number number && type instanceof Class<?> wanted) {
            return wanted == Integer.class
                    ? (Object) number.intValue()
                    : wanted == Double.class ? (Object) number.doubleValue() : (Object) number.longValue();
        }
        if (value instanceof String text && type == Instant.class) {
            return QueryCheck.date(text);
        }
        if (value instanceof Map<?, ?> map && type instanceof Class<?> wanted && wanted.isRecord()) {
            return of(wanted.asSubclass(Record.class), map);
        }
        if (value instanceof List<?> list && type instanceof ParameterizedType parameterized) {
            Type element = parameterized.getActualTypeArguments()[0];
            return list.stream().map(each -> value(element, each)).toList();
        }
        return value;
    }
}
