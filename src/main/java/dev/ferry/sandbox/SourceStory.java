package dev.ferry.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has happened in a project of the source by itself, told by what is in it. */
final class SourceStory {
    private static final String SOMEBODY = "ops@acme.example";
    private static final Duration AUTOMATED = Duration.ofDays(1);
    private static final Duration FIRST_TROUBLE = Duration.ofDays(386).plusHours(3);
    private static final Duration REPAIR = Duration.ofMinutes(7);
    private static final Duration HOSTS_ARRIVE = Duration.ofDays(398);
    private static final Duration HOSTS_FALL_SILENT = Duration.ofDays(399).plusHours(20);

    private final World world;
    private final Group group;

    SourceStory(World world, Group group) {
        this.world = world;
        this.group = group;
    }

    /**
     * Something that went wrong, and raised an alert.
     *
     * @param ended when it was over; null while it lasts
     * @param deployment the deployment it happened to, with the process; both null for a host that runs none
     */
    record Trouble(
            String id,
            String type,
            Instant began,
            @Nullable Instant ended,
            String hostname,
            @Nullable Deployment deployment,
            Deployment.@Nullable Node node) {
        Map<String, Object> details() {
            return node == null
                    ? Map.of("hostname", hostname, "alertId", id)
                    : Map.of("hostname", hostname, "port", node.port(), "replicaSetName", node.set(), "alertId", id);
        }
    }

    /** All of them, the newest first: agents of migration hosts that fell silent, and once a process that was down. */
    List<Trouble> troubles() {
        List<Trouble> troubles = new ArrayList<>();
        for (MigrationHost host : world.hosts(group.id())) {
            if (!host.reachable()) {
                troubles.add(new Trouble(
                        Ids.of(group.id(), "alert", host.hostname()),
                        "AUTOMATION_AGENT_DOWN",
                        after(HOSTS_FALL_SILENT),
                        null,
                        host.hostname(),
                        null,
                        null));
            }
        }
        world.deployments(group.id()).stream()
                .filter(deployment -> deployment.kind() == Deployment.Kind.REPLICA_SET)
                .findFirst()
                .ifPresent(deployment -> {
                    Deployment.Node node = deployment.nodes().get(1);
                    Instant began = after(FIRST_TROUBLE);
                    troubles.add(new Trouble(
                            Ids.of(group.id(), "alert", node.id()),
                            "HOST_DOWN",
                            began,
                            began.plus(REPAIR),
                            node.hostname(),
                            deployment,
                            node));
                });
        return troubles;
    }

    List<Trace> traces() {
        List<Trace> traces = new ArrayList<>();
        if (world.deployments(group.id()).stream().anyMatch(Deployment::managed)) {
            traces.add(trace("AUTOMATION_CONFIG_PUBLISHED_AUDIT", after(AUTOMATED), null, SOMEBODY, Map.of()));
        }
        for (MigrationHost host : world.hosts(group.id())) {
            traces.add(trace("NEW_AGENT", after(HOSTS_ARRIVE), null, null, Map.of("hostname", host.hostname())));
        }
        for (Trouble trouble : troubles()) {
            String cluster =
                    trouble.deployment() == null ? null : trouble.deployment().name();
            traces.add(trace(trouble.type(), trouble.began(), cluster, null, trouble.details()));
            if (trouble.ended() != null) {
                traces.add(trace("HOST_UP", trouble.ended(), cluster, null, trouble.details()));
            }
        }
        return traces;
    }

    private Trace trace(
            String type, Instant at, @Nullable String cluster, @Nullable String login, Map<String, Object> details) {
        String id = Ids.of(group.id(), type, String.valueOf(details.get("hostname")));
        return new Trace(id, at, type, group.orgId(), group.id(), cluster, login, details);
    }

    private Instant after(Duration age) {
        return group.created().plus(age);
    }
}
