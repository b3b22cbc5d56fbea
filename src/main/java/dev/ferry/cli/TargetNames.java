package dev.ferry.cli;

import dev.ferry.api.Named;
import dev.ferry.api.Page;
import dev.ferry.api.change.Change;
import dev.ferry.api.http.Answered;
import dev.ferry.names.Names;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names of what a change hits, by the ids that stand in its path and in its body: as this run has met them, or as they are known. */
final class TargetNames {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");
    private static final int MOST = 10_000;

    private final Supplier<Names> names;
    private final Map<String, String> met = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    });

    TargetNames(Supplier<Names> names) {
        this.names = names;
    }

    /** Learns from what a call has brought. */
    void hear(Answered answered) {
        @Nullable Object value = answered.value();
        if (value instanceof Page<?> page) {
            page.elements().forEach(this::meet);
        } else if (value instanceof List<?> whole) {
            whole.forEach(this::meet);
        } else {
            meet(value);
        }
    }

    private void meet(@Nullable Object value) {
        if (value instanceof Named thing) {
            meet(thing.id(), thing.name());
        } else if (value instanceof Map<?, ?> fields && fields.get("id") instanceof String id) {
            meet(id, fields.get("name") instanceof String name ? name : null);
        }
    }

    private void meet(@Nullable String id, @Nullable String name) {
        if (id != null && name != null && ID.matcher(id).matches()) {
            met.put(id, name);
        }
    }

    /** The names that are known. */
    Map<String, String> of(Change change) {
        Set<String> ids = new LinkedHashSet<>();
        gather(change.values(), ids);
        gather(change.body(), ids);
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, String> known = new HashMap<>(names.get().of(ids));
        Map<String, String> all = new LinkedHashMap<>();
        for (String id : ids) {
            @Nullable String name = met.getOrDefault(id, known.get(id));
            if (name != null) {
                all.put(id, name);
            }
        }
        return all;
    }

    private static void gather(@Nullable Object value, Set<String> ids) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> gather(each, ids));
        } else if (value instanceof Iterable<?> list) {
            list.forEach(each -> gather(each, ids));
        } else if (value instanceof String text && ID.matcher(text).matches()) {
            ids.add(text);
        }
    }
}
