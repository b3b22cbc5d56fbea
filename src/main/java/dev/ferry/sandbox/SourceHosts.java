package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.cloudmanager.Host;
import dev.ferry.api.cloudmanager.Hosts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** MongoDB processes of the source, ordered by host and port. */
record SourceHosts(Call call) implements Hosts {
    private static final Duration UP = Duration.ofDays(41);

    @Override
    public Listing<Host> list(Map<String, Object> options, String groupId) {
        Object cluster = options.get("clusterId");
        return Listing.of(all(groupId).stream()
                .filter(host -> cluster == null || cluster.equals(host.clusterId()))
                .toList());
    }

    @Override
    public Host get(Map<String, Object> options, String groupId, String hostId) {
        return all(groupId).stream()
                .filter(host -> host.id().equals(hostId))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.HOST_NOT_FOUND, hostId, groupId));
    }

    @Override
    public Host byName(Map<String, Object> options, String groupId, String hostname, String port) {
        String name = hostname + ":" + port;
        return all(groupId).stream()
                .filter(host -> host.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.HOSTNAME_AND_PORT_NOT_FOUND, name, groupId));
    }

    private List<Host> all(String groupId) {
        return call.world().deployments(groupId).stream()
                .flatMap(deployment -> deployment.nodes().stream().map(node -> answer(deployment, node)))
                .sorted(Comparator.comparing(Host::name))
                .toList();
    }

    private Host answer(Deployment deployment, Deployment.Node node) {
        return new Host(
                node.id(),
                node.hostname(),
                node.port(),
                node.type(),
                emptyToNull(node.state()),
                emptyToNull(node.set()),
                emptyToNull(node.shard()),
                deployment.version(),
                deployment.kind() == Deployment.Kind.STANDALONE ? null : deployment.id(),
                deployment.groupId(),
                "10.0." + Integer.parseInt(node.id().substring(2, 4), 16) + "."
                        + (1 + Integer.parseInt(node.id().substring(4, 6), 16) % 250),
                UP.toMillis(),
                call.now().minusSeconds(25),
                call.now().minus(UP),
                created(deployment.groupId()),
                deployment.tls(),
                "SCRAM-SHA-256",
                Map.of("hostEnabled", true));
    }

    /** Monitored since there is a project. */
    private @Nullable Instant created(String groupId) {
        return call.world().group(groupId).map(Group::created).orElse(null);
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
