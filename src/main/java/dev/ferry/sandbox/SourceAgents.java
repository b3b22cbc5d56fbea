package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.cloudmanager.Agent;
import dev.ferry.api.cloudmanager.Agents;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Agents of the source: one automation agent on every host, a migration host's included. */
record SourceAgents(Call call) implements Agents {
    /** The version all agents have. */
    static final String VERSION = "13.30.0.9350-1";

    private static final List<String> TYPES = List.of("MONITORING", "BACKUP", "AUTOMATION");

    @Override
    public Listing<Agent> list(Map<String, Object> options, String groupId, String type) {
        if (!TYPES.contains(type)) {
            throw new Refusal(ErrorCode.INVALID_PATH_PARAMETER, type);
        }
        boolean automation = type.equals("AUTOMATION");
        boolean monitoring = type.equals("MONITORING");
        return Listing.of(hostnames(call.world(), groupId).stream()
                .limit(automation ? Long.MAX_VALUE : 1)
                .map(hostname -> new Agent(
                        hostname,
                        type,
                        "ACTIVE",
                        automation ? null : Boolean.TRUE,
                        monitoring ? 59_040L : null,
                        monitoring ? call.now().minusSeconds(25) : null,
                        59_040L,
                        call.now().minusSeconds(40),
                        null,
                        Map.of()))
                .toList());
    }

    static Set<String> hostnames(World world, String groupId) {
        Set<String> names = new LinkedHashSet<>();
        world.deployments(groupId)
                .forEach(deployment -> deployment.nodes().forEach(node -> names.add(node.hostname())));
        world.hosts(groupId).forEach(host -> names.add(host.hostname()));
        return names;
    }
}
