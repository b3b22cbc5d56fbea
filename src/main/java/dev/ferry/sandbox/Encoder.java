package dev.ferry.sandbox;

import dev.ferry.output.RecordFields;
import dev.ferry.output.Secret;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns an answer record into the tree that goes over the wire: components under their JSON names, absent ones left out,
 * the entries of {@code more} beside them. A null in {@code more} stays a null, for the few fields that the documents
 * show as null.
 */
final class Encoder {
    private Encoder() {}

    static @Nullable Object tree(@Nullable Object value) {
        if (value instanceof Record entity) {
            return fields(entity);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            map.forEach((name, element) -> tree.put(String.valueOf(name), tree(element)));
            return tree;
        }
        if (value instanceof Collection<?> elements) {
            List<@Nullable Object> tree = new ArrayList<>(elements.size());
            elements.forEach(element -> tree.add(tree(element)));
            return tree;
        }
        if (value instanceof Instant instant) {
            return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.SECONDS));
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        // The sandbox is the service: here a link token really leaves.
        return value instanceof Secret secret ? secret.reveal() : value;
    }

    private static Map<String, @Nullable Object> fields(Record entity) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (RecordFields.Field field : RecordFields.of(entity.getClass())) {
            Object value = field.read(entity);
            if (field.isMore() && value instanceof Map<?, ?> more) {
                more.forEach((name, element) -> tree.put(String.valueOf(name), tree(element)));
            } else if (value != null) {
                tree.put(field.name(), tree(value));
            }
        }
        return tree;
    }
}
