package dev.ferry.sandbox;

import dev.ferry.api.FactTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Fills a world with the company Acme: what there is comes from the table {@code acme.tsv}, every identifier from the
 * names, so that two sandboxes are the same.
 */
final class Acme {
    private static final String DOMAIN = ".dc1.acme.example";
    private static final String CA_FILE = "/etc/ssl/source-ca.pem";
    /** The user of every deployment that a migration may log in with. */
    private static final String USER = "migrator";

    private static final String PASSWORD = "sandbox-migrator";
    private static final Duration AGE = Duration.ofDays(400);
    private static final long GB = 1_000_000_000L;

    private final World world;
    private final Instant start;
    private int hosts;

    Acme(World world, Instant start) {
        this.world = world;
        this.start = start;
    }

    /** Fills the world. */
    void populate() {
        FactTable.rows(Acme.class, "acme.tsv").forEach(this::project);
        for (Side side : Side.values()) {
            world.orgs(side).forEach(this::people);
        }
        new AcmeMembership(world, start).populate();
        new AcmeEstate(world, start).populate();
    }

    /** Adds many small projects to the first organization of either side. */
    void crowd(int count) {
        for (Side side : Side.values()) {
            Org org = world.orgs(side).iterator().next();
            for (int number = 1; number <= count; number++) {
                group(org, String.format("Bulk %05d", number));
            }
        }
    }

    static String orgId(Side side, String name) {
        return Ids.of(side.name(), "org", name);
    }

    private void project(String[] cells) {
        Side side = cells[0].equals("source") ? Side.SOURCE : Side.TARGET;
        String orgId = orgId(side, cells[1]);
        if (world.org(orgId).isEmpty()) {
            world.add(new Org(orgId, cells[1], side));
        }
        Group group = group(world.org(orgId).orElseThrow(), cells[2]);
        for (String spec : cells[3].split("; ", -1)) {
            if (!spec.isEmpty() && side == Side.SOURCE) {
                deployment(group, spec.split(" "));
            } else if (!spec.isEmpty()) {
                cluster(group, spec.split(" "));
            }
        }
        for (String name : cells[4].split(" ", -1)) {
            if (!name.isEmpty()) {
                hosts++;
                String address = "203.0.113." + (9 + hosts);
                world.add(new MigrationHost(
                        name + DOMAIN, group.id(), address, Set.of(CA_FILE), !name.endsWith("-down")));
            }
        }
    }

    private Group group(Org org, String name) {
        String id = Ids.of(org.id(), "group", name);
        Instant created = start.minus(AGE);
        Group group = new Group(id, name, org.id(), org.side(), created, List.of(), true);
        world.put(group);
        world.trace(new Trace(
                Ids.of(id, "event"), created, "GROUP_CREATED", org.id(), id, null, "ops@acme.example", Map.of()));
        return group;
    }

    private void deployment(Group group, String[] spec) {
        String name = spec[0];
        String id = Ids.of(group.id(), "deployment", name);
        int shards = spec[1].startsWith("SH") ? Integer.parseInt(spec[1].substring(2)) : 1;
        Deployment.Kind kind =
                switch (spec[1]) {
                    case "RS" -> Deployment.Kind.REPLICA_SET;
                    case "STANDALONE" -> Deployment.Kind.STANDALONE;
                    default -> Deployment.Kind.SHARDED;
                };
        Set<String> flags = Set.of((spec.length > 4 ? spec[4] : "").split(","));
        Deployment.Flaw flaw = Deployment.Flaw.NONE;
        for (Deployment.Flaw candidate : Deployment.Flaw.values()) {
            flaw = flags.contains(candidate.name()) ? candidate : flaw;
        }
        world.put(new Deployment(
                id,
                group.id(),
                name,
                kind,
                shards,
                spec[2],
                flags.contains("tls"),
                flags.contains("managed"),
                Long.parseLong(spec[3]) * GB,
                Math.max(1024, Integer.parseInt(spec[3]) * 50),
                USER,
                PASSWORD,
                flaw,
                nodes(id, name, kind, shards)));
    }

    private static List<Deployment.Node> nodes(String id, String name, Deployment.Kind kind, int shards) {
        List<Deployment.Node> nodes = new ArrayList<>();
        switch (kind) {
            case STANDALONE -> nodes.add(node(id, name, "STANDALONE", "", "", ""));
            case REPLICA_SET -> members(nodes, id, name, "REPLICA_", name, "");
            case SHARDED -> {
                for (int shard = 0; shard < shards; shard++) {
                    String set = name + "-shard-" + shard;
                    members(nodes, id, set, "SHARD_", set, set);
                }
                String config = name + "-config";
                for (int member = 1; member <= 3; member++) {
                    String state = member == 1 ? "PRIMARY" : "SECONDARY";
                    nodes.add(node(id, config + "-" + member, "SHARD_CONFIG", state, config, ""));
                }
                nodes.add(node(id, name + "-mongos-1", "SHARD_MONGOS", "", "", ""));
                nodes.add(node(id, name + "-mongos-2", "SHARD_MONGOS", "", "", ""));
            }
        }
        return nodes;
    }

    private static void members(
            List<Deployment.Node> nodes, String id, String name, String prefix, String set, String shard) {
        for (int member = 1; member <= 3; member++) {
            String state = member == 1 ? "PRIMARY" : "SECONDARY";
            nodes.add(node(id, name + "-" + member, prefix + state, state, set, shard));
        }
    }

    private static Deployment.Node node(String id, String name, String type, String state, String set, String shard) {
        return new Deployment.Node(Ids.of(id, "host", name), name + DOMAIN, 27017, type, state, set, shard);
    }

    private void cluster(Group group, String[] spec) {
        int shards = spec[1].startsWith("SH") ? Integer.parseInt(spec[1].substring(2)) : 1;
        Map<String, Object> hardware = new LinkedHashMap<>();
        hardware.put("instanceSize", spec[2]);
        hardware.put("nodeCount", 3L);
        hardware.put("diskSizeGB", Double.valueOf(spec[3]));
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("providerName", "AWS");
        region.put("regionName", "EU_CENTRAL_1");
        region.put("priority", 7L);
        region.put("electableSpecs", hardware);
        List<Map<String, Object>> specs = new ArrayList<>();
        for (int shard = 0; shard < shards; shard++) {
            specs.add(Map.of("regionConfigs", List.of(region)));
        }
        Set<String> flags = Set.of((spec.length > 5 ? spec[5] : "").split(","));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("clusterType", spec[1].equals("RS") ? "REPLICASET" : "SHARDED");
        body.put("mongoDBMajorVersion", spec[4]);
        body.put("replicationSpecs", specs);
        body.put("paused", flags.contains("paused"));
        body.put("backupEnabled", !spec[2].equals("M0"));
        if (flags.contains("bi")) {
            body.put("biConnector", Map.of("enabled", true));
        }
        Instant created = start.minus(AGE.dividedBy(2));
        world.put(new TargetCluster(
                Ids.of(group.id(), "cluster", spec[0]),
                group.id(),
                spec[0],
                body,
                created,
                created.plus(Pace.CLUSTER_CREATE),
                null));
    }

    private void people(Org org) {
        for (String name : List.of("Olga Ops", "Mira Migration", "Rafael Reader", "Dana Database")) {
            String[] names = name.split(" ", -1);
            String role = names[0].equals("Olga") ? "ORG_OWNER" : "ORG_MEMBER";
            world.add(new World.Person(
                    Ids.of(org.id(), "user", name),
                    org.id(),
                    names[0].toLowerCase(Locale.ROOT) + "@acme.example",
                    names[0],
                    names[1],
                    List.of(Role.inOrg(role, org.id()))));
        }
    }
}
