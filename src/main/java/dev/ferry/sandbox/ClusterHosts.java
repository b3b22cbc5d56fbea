package dev.ferry.sandbox;

import dev.ferry.api.atlas.ClusterIpAddresses;
import dev.ferry.api.atlas.ClusterProcess;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The nodes of a cluster: their names, addresses and processes. */
record ClusterHosts(TargetCluster cluster) {
    private static final int MONGOD = 27017;
    private static final int MONGOS = 27016;
    private static final int NODES = 3;

    /** The names of the nodes of a shard, counted from 0. */
    List<String> names(int shard) {
        List<String> names = new ArrayList<>();
        for (int node = 0; node < NODES; node++) {
            names.add(String.format(
                    Locale.ROOT,
                    "%s-shard-%02d-%02d.%s",
                    cluster.name().toLowerCase(Locale.ROOT),
                    shard,
                    node,
                    domain()));
        }
        return names;
    }

    /** The domain of all clusters of the project; nobody can mistake that of one which a twin has made for a real one. */
    String domain() {
        return Ids.isOfATwin(cluster.id())
                ? "simulated.invalid"
                : Ids.digest(cluster.groupId()).substring(0, 5) + ".mongodb.net";
    }

    /** The name of the replica set of a shard. */
    String replicaSet(int shard) {
        return "atlas-" + cluster.id().substring(18) + "-shard-" + shard;
    }

    /** What runs; nothing before it has been provisioned and while it is paused. */
    List<ClusterProcess> processes(Instant now) {
        List<ClusterProcess> processes = new ArrayList<>();
        if (!cluster.provisioned(now) || cluster.flag("paused")) {
            return processes;
        }
        for (int shard = 0; shard < cluster.shards(); shard++) {
            List<String> names = names(shard);
            for (int node = 0; node < names.size(); node++) {
                String type = (cluster.sharded() ? "SHARD_" : "REPLICA_") + (node == 0 ? "PRIMARY" : "SECONDARY");
                processes.add(process(names.get(node), MONGOD, type, shard, now));
                if (cluster.sharded()) {
                    processes.add(process(names.get(node), MONGOS, "SHARD_MONGOS", shard, now));
                }
            }
        }
        return processes;
    }

    ClusterIpAddresses addresses(Instant now) {
        List<String> in = new ArrayList<>();
        List<String> out = new ArrayList<>();
        if (cluster.provisioned(now)) {
            for (int shard = 0; shard < cluster.shards(); shard++) {
                for (String name : names(shard)) {
                    in.add("203.0.113." + last(name));
                    out.add("198.51.100." + last(name));
                }
            }
        }
        return new ClusterIpAddresses(cluster.name(), in, out, List.of(), List.of(), Map.of());
    }

    private ClusterProcess process(String host, int port, String type, int shard, Instant now) {
        boolean router = port == MONGOS;
        return new ClusterProcess(
                host + ":" + port,
                host,
                port,
                type,
                router ? null : replicaSet(shard),
                router || !cluster.sharded() ? null : replicaSet(shard),
                host,
                cluster.version(),
                cluster.created(),
                now,
                cluster.groupId(),
                Map.of());
    }

    private static int last(String name) {
        return 1 + Integer.parseInt(Ids.digest(name).substring(0, 4), 16) % 250;
    }
}
