package dev.ferry.sandbox;

import dev.ferry.api.cloudmanager.AgentKey;
import dev.ferry.api.cloudmanager.Alert;
import dev.ferry.output.Secret;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the deployments of the source: several answers say something of them, none says all. What the target sees through a
 * link counts more than what the source says of itself.
 */
final class SourceInventory {
    private static final String PROJECT = "/api/public/v1.0/groups/{groupId}";

    private final World world;
    private final Map<String, Facts> projects = new HashMap<>();

    SourceInventory(World world) {
        this.world = world;
    }

    /** What has been answered of one project. */
    private static final class Facts {
        private List<Document> clusters = List.of();
        private List<Document> health = List.of();
        private List<Document> hosts = List.of();
        private List<String> agents = List.of();
        private final Set<String> managed = new HashSet<>();
        private @Nullable Document available;

        /** Those that are a deployment of their own, and no part of one. */
        private Stream<Document> whole() {
            return clusters.stream()
                    .filter(cluster -> !cluster.has("shardName")
                            && Set.of("REPLICA_SET", "SHARDED_REPLICA_SET").contains(cluster.text("typeName")));
        }
    }

    Map<String, Intake.Taking> takings() {
        Map<String, Intake.Taking> takings = new HashMap<>();
        takings.put(
                "/api/public/v1.0/clusters",
                (holes, all) -> all.forEach(project -> {
                    facts(project.text("groupId")).health = project.list("clusters");
                    settle(project.text("groupId"));
                }));
        takings.put(PROJECT + "/clusters", of((facts, all) -> facts.clusters = all));
        takings.put(PROJECT + "/hosts", of((facts, all) -> facts.hosts = all));
        takings.put(
                PROJECT + "/agents/{type}",
                of((facts, all) -> facts.agents = all.stream()
                        .map(agent -> agent.text("hostname"))
                        .distinct()
                        .toList()));
        takings.put(PROJECT + "/automationConfig/noSecrets", of((facts, all) -> {
            for (Document config : all) {
                config.list("replicaSets").forEach(set -> facts.managed.add(set.text("_id")));
                config.list("sharding").forEach(cluster -> facts.managed.add(cluster.text("name")));
            }
        }));
        takings.put(PROJECT + "/agentapikeys", this::agentKeys);
        takings.put(PROJECT + "/alerts", this::alerts);
        return takings;
    }

    private void alerts(Map<String, String> holes, List<Document> all) {
        List<Alert> alerts = new ArrayList<>();
        for (Document document : all) {
            Map<String, Object> fields = new LinkedHashMap<>(document.fields());
            fields.remove("links");
            alerts.add(Answer.of(Alert.class, fields));
        }
        world.source().startAlerts(String.valueOf(holes.get("groupId")), alerts);
    }

    @FunctionalInterface
    private interface Fact {
        void put(Facts facts, List<Document> documents);
    }

    private Intake.Taking of(Fact fact) {
        return (holes, all) -> {
            String groupId = String.valueOf(holes.get("groupId"));
            fact.put(facts(groupId), all);
            settle(groupId);
        };
    }

    /** What the target sees of a project. */
    void available(String groupId, Document project) {
        facts(groupId).available = project;
        settle(groupId);
    }

    private Facts facts(String groupId) {
        return projects.computeIfAbsent(groupId, any -> new Facts());
    }

    private void settle(String groupId) {
        Facts facts = facts(groupId);
        Map<String, Document> seen = new LinkedHashMap<>();
        Document available = facts.available;
        if (available != null) {
            available.list("deployments").forEach(each -> seen.put(each.text("name"), each));
        }
        Set<String> names = new LinkedHashSet<>(seen.keySet());
        if (available == null) {
            facts.health.forEach(each -> names.add(each.text("name")));
            facts.whole().forEach(each -> names.add(each.text("clusterName")));
            facts.hosts.stream().filter(SourceInventory::isStandalone).forEach(each -> names.add(label(each)));
        }
        world.replaceDeployments(
                groupId,
                names.stream()
                        .map(name -> deployment(groupId, name, facts, Optional.ofNullable(seen.get(name))))
                        .toList());
        world.replaceHosts(
                groupId,
                migrationHosts(facts).stream()
                        .map(name -> new MigrationHost(name, groupId, "", Set.of(), true))
                        .toList());
    }

    /** Without a link nobody says which they are: those with an agent and without a process. */
    private static List<String> migrationHosts(Facts facts) {
        if (facts.available != null) {
            return facts.available.texts("migrationHosts");
        }
        Set<String> busy = new HashSet<>();
        facts.hosts.forEach(host -> busy.add(host.text("hostname")));
        List<String> free =
                facts.agents.stream().filter(name -> !busy.contains(name)).toList();
        return free.isEmpty() ? facts.agents : free;
    }

    private Deployment deployment(String groupId, String name, Facts facts, Optional<Document> seen) {
        Optional<Document> health = named(facts.health.stream(), "name", name);
        Optional<Document> cluster = named(facts.whole(), "clusterName", name);
        String id = Stream.of(
                        cluster.map(each -> each.text("id")),
                        health.map(each -> each.text("clusterId")),
                        seen.map(each -> each.text("clusterId")))
                .flatMap(Optional::stream)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseGet(() -> Ids.of(groupId, "deployment", name));
        List<Document> hosts = facts.hosts.stream()
                .filter(host -> id.equals(host.text("clusterId"))
                        || (isStandalone(host) && label(host).equals(name)))
                .toList();
        List<Document> shards = facts.clusters.stream()
                .filter(each -> name.equals(each.text("clusterName")) && each.has("shardName"))
                .toList();
        boolean sharded = seen.map(each -> each.is("sharded"))
                .orElse(!shards.isEmpty()
                        || cluster.filter(each -> each.text("typeName").equals("SHARDED_REPLICA_SET"))
                                .isPresent()
                        || health.filter(each -> each.text("type").startsWith("sharded"))
                                .isPresent());
        boolean standalone =
                cluster.isEmpty() && health.isEmpty() && hosts.stream().anyMatch(SourceInventory::isStandalone);
        long counted = Math.max(1, shards.size());
        return new Deployment(
                id,
                groupId,
                name,
                standalone
                        ? Deployment.Kind.STANDALONE
                        : sharded ? Deployment.Kind.SHARDED : Deployment.Kind.REPLICA_SET,
                (int) (long) seen.filter(each -> each.has("shardsSize"))
                        .map(each -> Math.max(1, each.number("shardsSize")))
                        .orElse(counted),
                version(seen, health, hosts),
                seen.map(each -> each.is("tlsEnabled"))
                        .or(() -> health.map(each -> each.is("sslEnabled")))
                        .orElseGet(() -> hosts.stream().anyMatch(host -> host.is("sslEnabled"))),
                seen.map(each -> each.is("managed")).orElseGet(() -> facts.managed.contains(name)),
                seen.map(each -> each.number("dbSizeBytes"))
                        .or(() -> health.map(each -> each.number("dataSizeBytes")))
                        .orElse(0L),
                (int) (long) seen.map(each -> each.number("oplogSizeMB")).orElse(0L),
                "",
                "",
                Deployment.Flaw.NONE,
                hosts.stream()
                        .sorted(Comparator.comparingInt(SourceInventory::place))
                        .map(SourceInventory::node)
                        .toList());
    }

    private static String version(Optional<Document> seen, Optional<Document> health, List<Document> hosts) {
        return Stream.of(
                        seen.map(each -> each.text("mongoDBVersion")).stream(),
                        health.map(each -> each.texts("versions")).orElse(List.of()).stream(),
                        hosts.stream().map(host -> host.text("version")))
                .flatMap(texts -> texts)
                .filter(text -> text.contains("."))
                .findFirst()
                .orElse("0.0");
    }

    private static Deployment.Node node(Document host) {
        return new Deployment.Node(
                host.text("id"),
                host.text("hostname"),
                (int) host.number("port"),
                host.text("typeName"),
                host.text("replicaStateName"),
                host.text("replicaSetName"),
                host.text("shardName"));
    }

    /** Shards first, then their config servers, then what leads to them. */
    private static int place(Document host) {
        return switch (host.text("typeName")) {
            case "SHARD_CONFIG" -> 1;
            case "SHARD_MONGOS" -> 2;
            default -> 0;
        };
    }

    private static Optional<Document> named(Stream<Document> all, String field, String name) {
        return all.filter(each -> each.text(field).equals(name)).findFirst();
    }

    private static boolean isStandalone(Document host) {
        return host.text("typeName").equals("STANDALONE");
    }

    /** The first word of a host's name. */
    private static String label(Document host) {
        return host.text("hostname").split("\\.", 2)[0];
    }

    private void agentKeys(Map<String, String> holes, List<Document> keys) {
        List<AgentKey> all = new ArrayList<>();
        for (Document key : keys) {
            all.add(new AgentKey(
                    key.text("_id"),
                    key.text("desc"),
                    Secret.of(key.text("key")),
                    key.text("createdBy"),
                    null,
                    null,
                    key.number("createdTime"),
                    Map.of()));
        }
        world.source().startAgentKeys(String.valueOf(holes.get("groupId")), all);
    }
}
