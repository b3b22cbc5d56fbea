package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.cloudmanager.Maintenance;
import dev.ferry.api.cloudmanager.MaintenanceWindow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;

/** Maintenance windows of the source: projects with several deployments have one, in the coming night to Sunday. */
record SourceMaintenance(Call call) implements Maintenance {
    private static final Duration PLANNED_BEFORE = Duration.ofDays(14);

    @Override
    public Listing<MaintenanceWindow> list(Map<String, Object> options, String groupId) {
        if (call.world().deployments(groupId).size() < 2) {
            return Listing.of(List.of());
        }
        LocalDate sunday =
                call.now().atZone(ZoneOffset.UTC).toLocalDate().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        Instant start = sunday.atTime(2, 0).toInstant(ZoneOffset.UTC);
        Instant planned = start.minus(PLANNED_BEFORE);
        return Listing.of(List.of(new MaintenanceWindow(
                Ids.of(groupId, "maintenance", sunday.toString()),
                start,
                start.plus(Duration.ofHours(4)),
                List.of("HOST", "REPLICA_SET", "AGENT"),
                "Operating system patches",
                planned,
                planned,
                groupId,
                Map.of())));
    }
}
