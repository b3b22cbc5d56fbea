package dev.ferry.sandbox;

import dev.ferry.sandbox.Estate.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What projects of Acme have besides clusters, from {@code estate.json}: by project and kind. Ids come from the names, and
 * spans such as {@code -PT3H} become moments seen from the start.
 */
final class AcmeEstate {
    private static final Pattern SPAN = Pattern.compile("-P[T0-9DHM]+");

    private final World world;
    private final Instant start;

    AcmeEstate(World world, Instant start) {
        this.world = world;
        this.start = start;
    }

    void populate() {
        Map<?, ?> projects = read();
        for (Group group : world.groups(Side.TARGET)) {
            if (projects.get(group.name()) instanceof Map<?, ?> kinds) {
                kinds.forEach((kind, documents) -> add(group.id(), Kind.valueOf((String) kind), (List<?>) documents));
            }
        }
    }

    private void add(String groupId, Kind kind, List<?> documents) {
        String container = Ids.of(groupId, Kind.CONTAINER.name(), "0");
        for (int i = 0; i < documents.size(); i++) {
            Map<String, Object> document = new LinkedHashMap<>();
            ((Map<?, ?>) documents.get(i)).forEach((name, value) -> document.put((String) name, moment(value)));
            switch (kind) {
                case DATABASE_USER -> document.put("key", TargetDatabaseUsers.key(document));
                case CUSTOM_ROLE, MAINTENANCE -> {}
                case PEER -> document.put("containerId", container);
                default -> document.put("groupId", groupId);
            }
            document.putIfAbsent("id", Ids.of(groupId, kind.name(), String.valueOf(i)));
            world.estate().put(kind, groupId, document);
        }
    }

    private @Nullable Object moment(@Nullable Object value) {
        return value instanceof String text && SPAN.matcher(text).matches() ? start.plus(Duration.parse(text)) : value;
    }

    private static Map<?, ?> read() {
        try (InputStream file = Objects.requireNonNull(AcmeEstate.class.getResourceAsStream("estate.json"))) {
            return (Map<?, ?>) Objects.requireNonNull(Json.read(file.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
