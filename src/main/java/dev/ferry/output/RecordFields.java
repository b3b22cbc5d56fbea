package dev.ferry.output;

import com.squareup.moshi.Json;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a record under the names of the API, found once for each class. */
public final class RecordFields {
    /**
     * One field.
     *
     * @param name its name in JSON
     * @param isMore whether it holds the fields an answer had besides
     */
    public record Field(String name, boolean isMore, Method accessor) {
        /** Its value; null when the answer did not have it. */
        public @Nullable Object read(Record record) {
            try {
                return accessor.invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(
                        "Cannot read '" + name + "' of a " + record.getClass().getName() + ".", e);
            }
        }
    }

    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(RecordFields::field)
                    .toList();
        }
    };

    private RecordFields() {}

    /** The fields of a kind of record, in their order. */
    public static List<Field> of(Class<? extends Record> type) {
        return FIELDS.get(type);
    }

    private static Field field(RecordComponent component) {
        Json json = component.getAnnotation(Json.class);
        boolean named = json != null && !json.name().equals(Json.UNSET_NAME);
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        boolean more = component.getName().equals("more") && Map.class.isAssignableFrom(component.getType());
        return new Field(named ? json.name() : component.getName(), more, accessor);
    }
}
