package dev.ferry.sandbox;

import dev.ferry.sandbox.Estate.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes in what a project of the target has. */
final class ProjectIntake {
    private static final String PROJECT = "/api/atlas/v2/groups/{groupId}";
    private static final Duration LONG = Duration.ofDays(1);

    private final World world;

    ProjectIntake(World world) {
        this.world = world;
    }

    Map<String, Intake.Taking> takings() {
        Map<String, Intake.Taking> takings = new HashMap<>();
        takings.put(PROJECT + "/clusters", each(this::cluster));
        takings.put(PROJECT + "/flexClusters", each(Kind.FLEX_CLUSTER));
        takings.put(PROJECT + "/accessList", each(this::admission));
        takings.put(PROJECT + "/databaseUsers", each(this::databaseUser));
        takings.put(PROJECT + "/customDBRoles/roles", each(Kind.CUSTOM_ROLE));
        takings.put(PROJECT + "/settings", each(Kind.SETTINGS));
        takings.put("/api/atlas/v2/orgs/{orgId}/settings", this::organizationSettings);
        takings.put(PROJECT + "/limits", each(Kind.LIMIT));
        takings.put(PROJECT + "/maintenanceWindow", each(Kind.MAINTENANCE));
        takings.put(PROJECT + "/alerts", each(Kind.ALERT));
        takings.put(PROJECT + "/clusters/{clusterName}/processArgs", this::processArgs);
        takings.put(PROJECT + "/clusters/{clusterName}/backup/snapshots", this::snapshots);
        takings.put(PROJECT + "/clusters/{clusterName}/backup/snapshots/shardedClusters", this::snapshots);
        return takings;
    }

    @FunctionalInterface
    private interface Thing {
        void put(String groupId, Document document);
    }

    private static Intake.Taking each(Thing thing) {
        return (holes, all) -> all.forEach(document -> thing.put(String.valueOf(holes.get("groupId")), document));
    }

    /** What is kept as it is answered. */
    private Intake.Taking each(Kind kind) {
        return each((groupId, document) -> world.estate().put(kind, groupId, kept(document)));
    }

    private static Map<String, Object> kept(Document document) {
        Map<String, Object> kept = new LinkedHashMap<>(document.fields());
        kept.remove("links");
        return kept;
    }

    private void organizationSettings(Map<String, String> holes, List<Document> all) {
        all.forEach(document -> world.estate().put(Kind.SETTINGS, String.valueOf(holes.get("orgId")), kept(document)));
    }

    private void processArgs(Map<String, String> holes, List<Document> all) {
        String groupId = String.valueOf(holes.get("groupId"));
        world.cluster(groupId, String.valueOf(holes.get("clusterName")))
                .ifPresent(cluster ->
                        all.forEach(document -> world.estate().put(Kind.PROCESS_ARGS, cluster.id(), kept(document))));
    }

    private void snapshots(Map<String, String> holes, List<Document> all) {
        String groupId = String.valueOf(holes.get("groupId"));
        world.cluster(groupId, String.valueOf(holes.get("clusterName"))).ifPresent(cluster -> {
            world.estate()
                    .put(
                            Kind.BACKUP,
                            cluster.id(),
                            Map.of("id", TargetSnapshots.TAKEN, TargetSnapshots.TAKEN, world.now()));
            for (Document document : all) {
                Instant asked = document.timeOr("createdAt", world.now());
                Backup backup = new Backup(
                        document.text("id"),
                        cluster,
                        document.text("snapshotType").equals("onDemand"),
                        document.has("description") ? document.text("description") : null,
                        asked,
                        Duration.between(
                                asked, document.timeOr("expiresAt", world.now().plus(LONG))));
                world.estate().put(Kind.BACKUP, cluster.id(), Map.of("id", backup.id(), "backup", backup));
            }
        });
    }

    private void cluster(String groupId, Document document) {
        Map<String, Object> description = kept(document);
        // These are worked out here from the rest; the originals have them.
        List.of("id", "groupId", "stateName", "createDate", "mongoDBVersion", "connectionStrings")
                .forEach(description::remove);
        Instant now = world.now();
        Instant created = document.timeOr("createDate", now.minus(LONG));
        Instant old = created.plus(Pace.CLUSTER_CREATE).isBefore(now) ? created : now.minus(LONG);
        String state = document.text("stateName");
        world.put(new TargetCluster(
                document.text("id"),
                groupId,
                document.text("name"),
                description,
                state.equals("CREATING") ? now : old,
                switch (state) {
                    case "CREATING" -> now.plus(Pace.CLUSTER_CREATE);
                    case "UPDATING", "REPAIRING" -> now.plus(Pace.CLUSTER_UPDATE);
                    default -> old;
                },
                goingAway(state, now)));
    }

    private static @Nullable Instant goingAway(String state, Instant now) {
        return switch (state) {
            case "DELETING" -> now.plus(Pace.CLUSTER_DELETE);
            case "DELETED" -> now;
            default -> null;
        };
    }

    private void admission(String groupId, Document entry) {
        String type =
                entry.has("awsSecurityGroup") ? "awsSecurityGroup" : entry.has("ipAddress") ? "ipAddress" : "cidrBlock";
        world.add(new Admission(
                groupId,
                entry.text(type),
                type,
                entry.has("comment") ? entry.text("comment") : null,
                entry.time("deleteAfterDate"),
                world.now().minus(LONG)));
    }

    private void databaseUser(String groupId, Document document) {
        Map<String, Object> user = kept(document);
        user.put("key", TargetDatabaseUsers.key(user));
        world.estate().put(Kind.DATABASE_USER, groupId, user);
    }
}
