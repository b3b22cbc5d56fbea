package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.cloudmanager.Agent;
import dev.ferry.api.cloudmanager.AgentVersion;
import dev.ferry.api.cloudmanager.AgentVersions;
import dev.ferry.api.cloudmanager.Agents;
import dev.ferry.api.cloudmanager.SoftwareVersions;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Agents of the source: one automation agent on every host, a migration host's included. */
record SourceAgents(Call call) implements Agents {
    /** The version all agents have. */
    static final String VERSION = "13.30.0.9350-1";

    private static final String MINIMUM = "10.14.0.6304-1";
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

    @Override
    public AgentVersions versions(Map<String, Object> options, String groupId) {
        Instant ping = call.now().minusSeconds(25);
        Instant conf = call.now().minusSeconds(40);
        List<AgentVersion> entries = hostnames(call.world(), groupId).stream()
                .map(hostname -> new AgentVersion(
                        hostname,
                        VERSION,
                        false,
                        false,
                        true,
                        processes(groupId, hostname),
                        "ACTIVE",
                        null,
                        hostname.split("\\.", -1)[0],
                        null,
                        false,
                        true,
                        59_040L,
                        59_040L,
                        ping.toEpochMilli(),
                        conf.toEpochMilli(),
                        call.now().toEpochMilli() - conf.toEpochMilli(),
                        Map.of()))
                .toList();
        return new AgentVersions(entries.size(), MINIMUM, VERSION, false, false, false, entries, Map.of());
    }

    @Override
    public SoftwareVersions softwareVersions(Map<String, Object> options) {
        return new SoftwareVersions(VERSION, MINIMUM, "100.10.0", "2.14.22", "2.3.1", Map.of());
    }

    private int processes(String groupId, String hostname) {
        return (int) call.world().deployments(groupId).stream()
                .flatMap(deployment -> deployment.nodes().stream())
                .filter(node -> node.hostname().equals(hostname))
                .count();
    }

    static Set<String> hostnames(World world, String groupId) {
        Set<String> names = new LinkedHashSet<>();
        world.deployments(groupId)
                .forEach(deployment -> deployment.nodes().forEach(node -> names.add(node.hostname())));
        world.hosts(groupId).forEach(host -> names.add(host.hostname()));
        return names;
    }
}
