package dev.ferry.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes in links, what can be migrated through them, and migrations that run already. */
final class MigrationIntake {
    private static final String PROJECT = "/api/atlas/v2/groups/{groupId}/liveMigrations";

    /** How much data a migration copies of which only its id is known. */
    private static final long USUAL_SIZE = 50_000_000_000L;

    private final World world;
    private final SourceInventory source;

    MigrationIntake(World world, SourceInventory source) {
        this.world = world;
        this.source = source;
    }

    Map<String, Intake.Taking> takings() {
        return Map.of(
                "/api/public/v1.0/orgs/{orgId}/liveExport/migrationLink/status",
                this::link,
                "/api/atlas/v2/orgs/{orgId}/liveMigrations/availableProjects",
                this::available,
                PROJECT + "/{liveMigrationId}",
                this::migration,
                PROJECT + "/validate/{validationId}",
                this::validation);
    }

    /** A status does not say what with; {@link #available} may. */
    private void link(Map<String, String> holes, List<Document> all) {
        String orgId = String.valueOf(holes.get("orgId"));
        if (all.stream().anyMatch(status -> status.text("status").equals("SYNCED"))) {
            if (world.linkage().of(orgId).isEmpty()) {
                join(orgId, "");
            }
        }
    }

    private void available(Map<String, String> holes, List<Document> all) {
        for (Document project : all) {
            String groupId = project.text("projectId");
            source.available(groupId, project);
            world.group(groupId).map(Group::orgId).ifPresent(orgId -> join(orgId, String.valueOf(holes.get("orgId"))));
        }
    }

    private void join(String sourceOrgId, String targetOrgId) {
        world.linkage().add(new Link(sourceOrgId, targetOrgId, "", world.now().minus(Pace.LINK_SYNC)));
    }

    private void migration(Map<String, String> holes, List<Document> all) {
        for (Document document : all) {
            String host = document.texts("migrationHosts").stream().findFirst().orElse("");
            Deployment unknown = unknown(host);
            String status = document.text("status");
            Instant cutover = status.equals("COMPLETE") ? world.now().minus(Pace.CUTOVER) : null;
            String failure = status.equals("FAILED") ? document.textOr("errorMessage", "It has failed.") : null;
            world.put(new Migration(
                    document.text("_id"),
                    String.valueOf(holes.get("groupId")),
                    "",
                    unknown,
                    host,
                    began(document, status, unknown),
                    failure,
                    cutover));
        }
    }

    /** When one must have begun to be now where this one is. */
    private Instant began(Document migration, String status, Deployment of) {
        Instant now = world.now();
        Migration asked = new Migration("", "", "", of, "", now, null, null);
        return switch (status) {
            case "NEW" -> now;
            case "FAILED" -> back(asked.fails());
            case "EXPIRED" -> back(asked.expires());
            case "COMPLETE" -> back(asked.ready());
            default ->
                migration.is("readyForCutover")
                        ? back(asked.ready())
                        : back(migration.has("lagTimeSeconds") ? asked.copied() : asked.starts());
        };
    }

    private Instant back(Instant moment) {
        Instant now = world.now();
        return now.minus(Duration.between(now, moment));
    }

    private void validation(Map<String, String> holes, List<Document> all) {
        for (Document document : all) {
            Instant started = document.text("status").equals("PENDING")
                    ? world.now()
                    : world.now().minus(Pace.VALIDATION);
            world.add(new Check(
                    document.text("_id"),
                    String.valueOf(holes.get("groupId")),
                    document.text("sourceGroupId"),
                    started,
                    failure(document)));
        }
    }

    private static @Nullable String failure(Document validation) {
        return validation.text("status").equals("FAILED") ? validation.text("errorMessage") : null;
    }

    /** Stands for the source of a migration: no answer says which it is. */
    private Deployment unknown(String host) {
        String groupId = world.groups(Side.SOURCE).stream()
                .map(Group::id)
                .filter(id -> world.hosts(id).stream()
                        .anyMatch(each -> each.hostname().equals(host)))
                .findFirst()
                .orElse("");
        return new Deployment(
                "",
                groupId,
                "",
                Deployment.Kind.REPLICA_SET,
                1,
                "0.0",
                false,
                false,
                USUAL_SIZE,
                0,
                "",
                "",
                Deployment.Flaw.NONE,
                List.of());
    }
}
