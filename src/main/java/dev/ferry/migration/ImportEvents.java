package dev.ferry.migration;

import dev.ferry.api.atlas.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts the events of a project together to the migrations that they tell of: one begins with its start, or with the first trace of it. */
final class ImportEvents {
    /** The names of the events, by the table of event types of the API. */
    static final List<String> TYPES = List.of(
            "CLUSTER_IMPORT_STARTED",
            "CLUSTER_IMPORT_CUTOVER",
            "CLUSTER_IMPORT_COMPLETED",
            "CLUSTER_IMPORT_FAILED",
            "CLUSTER_IMPORT_EXPIRED",
            "CLUSTER_IMPORT_CANCELLED",
            "CLUSTER_IMPORT_RESTART_REQUESTED");

    private static final String START = "CLUSTER_IMPORT_STARTED";
    private static final Set<String> ENDS = Set.of(
            "CLUSTER_IMPORT_COMPLETED", "CLUSTER_IMPORT_FAILED", "CLUSTER_IMPORT_EXPIRED", "CLUSTER_IMPORT_CANCELLED");

    /** Clocks differ, and an answer takes its time. */
    private static final Duration ABOUT = Duration.ofMinutes(10);

    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");

    private final String projectId;
    private final List<Remembered> known;
    private final List<List<Event>> stories = new ArrayList<>();

    /**
     * @param known what is remembered of the service, as it stands
     */
    ImportEvents(String projectId, List<Remembered> known) {
        this.projectId = projectId;
        this.known = known.stream()
                .filter(each -> projectId.equals(each.into().projectId()))
                .toList();
    }

    /** The migrations, the newest first. */
    List<FoundMigration> of(List<Event> events) {
        events.stream()
                .filter(event -> event.eventTypeName() != null && TYPES.contains(event.eventTypeName()))
                .sorted(Comparator.comparing(ImportEvents::time))
                .forEach(this::take);
        return stories.stream()
                .map(this::found)
                .sorted(Comparator.comparing(
                        (FoundMigration each) -> Objects.requireNonNullElse(each.started(), Instant.EPOCH),
                        Comparator.reverseOrder()))
                .toList();
    }

    private void take(Event event) {
        List<Event> story = START.equals(event.eventTypeName())
                ? null
                : stories.stream()
                        .filter(each -> Objects.equals(each.get(0).clusterName(), event.clusterName())
                                && !ENDS.contains(String.valueOf(last(each).eventTypeName())))
                        .reduce((first, later) -> later)
                        .orElse(null);
        if (story == null) {
            stories.add(new ArrayList<>(List.of(event)));
        } else {
            story.add(event);
        }
    }

    private FoundMigration found(List<Event> story) {
        Event first = story.get(0);
        Event last = last(story);
        boolean open = !ENDS.contains(String.valueOf(last.eventTypeName()));
        boolean hasStart = START.equals(first.eventTypeName());
        String id = id(story);
        return new FoundMigration(
                first.clusterName(),
                hasStart ? first.created() : null,
                first.username() != null ? first.username() : first.publicKey(),
                String.valueOf(last.eventTypeName()),
                last.created(),
                open,
                id,
                id != null || !open
                        ? null
                        : "its id is in the address of its page in Atlas; then migrations.adopt('" + projectId
                                + "', ID)");
    }

    private @Nullable String id(List<Event> story) {
        for (Event event : story) {
            for (Map.Entry<String, Object> field : event.more().entrySet()) {
                if (field.getKey().matches("live(Migration|Import)Id")
                        && ID.matcher(String.valueOf(field.getValue())).matches()) {
                    return String.valueOf(field.getValue());
                }
            }
        }
        Event first = story.get(0);
        boolean open = !ENDS.contains(String.valueOf(last(story).eventTypeName()));
        // One migration at a time runs into a cluster, so the open one is the open one.
        List<Remembered> fitting = known.stream()
                .filter(each -> Objects.equals(each.into().name(), first.clusterName())
                        && each.isOpen() == open
                        && (open || isAbout(each.when().started(), first.created())))
                .toList();
        return fitting.size() == 1 ? fitting.get(0).id() : null;
    }

    private static boolean isAbout(@Nullable Instant one, @Nullable Instant other) {
        return one != null
                && other != null
                && Duration.between(one, other).abs().compareTo(ABOUT) <= 0;
    }

    private static Event last(List<Event> story) {
        return story.get(story.size() - 1);
    }

    private static Instant time(Event event) {
        return Objects.requireNonNullElse(event.created(), Instant.EPOCH);
    }
}
