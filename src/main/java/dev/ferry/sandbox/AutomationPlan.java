package dev.ferry.sandbox;

import dev.ferry.api.cloudmanager.AutomatedProcess;
import dev.ferry.api.cloudmanager.AutomatedReplicaSet;
import dev.ferry.api.cloudmanager.AutomatedSharding;
import dev.ferry.api.cloudmanager.AutomatedUser;
import dev.ferry.api.cloudmanager.AutomationAuth;
import dev.ferry.api.cloudmanager.AutomationConfig;
import dev.ferry.api.cloudmanager.ReplicaSetMember;
import dev.ferry.api.cloudmanager.ScramCredentials;
import dev.ferry.api.cloudmanager.ShardOfCluster;
import dev.ferry.output.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The automation configuration of a project, written from its managed deployments. */
record AutomationPlan(String groupId, List<Deployment> managed) {

    /** @param shown what stands in the place of a secret: the secret itself, or something that says it was left out */
    AutomationConfig answer(int version, UnaryOperator<String> shown) {
        List<AutomatedProcess> processes = new ArrayList<>();
        List<AutomatedReplicaSet> sets = new ArrayList<>();
        List<AutomatedSharding> sharding = new ArrayList<>();
        for (Deployment deployment : managed) {
            deployment.nodes().forEach(node -> processes.add(process(deployment, node, shown)));
            deployment.sets().forEach(set -> sets.add(replicaSet(deployment, set)));
            if (deployment.sharded()) {
                sharding.add(sharding(deployment));
            }
        }
        boolean tls = managed.stream().anyMatch(Deployment::tls);
        return new AutomationConfig(
                version,
                processes,
                sets,
                sharding,
                auth(shown),
                tls ? tls(shown) : null,
                null,
                null,
                List.of(),
                managed.stream()
                        .map(Deployment::version)
                        .distinct()
                        .map(each -> Map.<String, Object>of("name", each))
                        .toList(),
                Map.of("name", SourceAgents.VERSION),
                Map.of());
    }

    private static AutomatedProcess process(Deployment deployment, Deployment.Node node, UnaryOperator<String> shown) {
        boolean mongos = node.type().equals("SHARD_MONGOS");
        Map<String, Object> net = new LinkedHashMap<>();
        net.put("port", node.port());
        if (deployment.tls()) {
            Map<String, Object> tls = new LinkedHashMap<>();
            tls.put("mode", "requireTLS");
            tls.put("certificateKeyFile", "/etc/ssl/mongod.pem");
            tls.put("certificateKeyFilePassword", shown.apply(secret("certificate", deployment.id())));
            net.put("tls", tls);
        }
        Map<String, Object> args = new LinkedHashMap<>();
        args.put("net", net);
        if (!mongos) {
            args.put("storage", Map.of("dbPath", "/data/" + name(node)));
        }
        if (!node.set().isEmpty()) {
            Map<String, Object> replication = new LinkedHashMap<>();
            replication.put("replSetName", node.set());
            replication.put("oplogSizeMB", deployment.oplogSizeMB());
            args.put("replication", replication);
        }
        if (deployment.sharded() && !mongos) {
            args.put("sharding", Map.of("clusterRole", node.shard().isEmpty() ? "configsvr" : "shardsvr"));
        }
        return new AutomatedProcess(
                name(node),
                mongos ? "mongos" : "mongod",
                deployment.version(),
                node.hostname(),
                mongos ? deployment.name() : null,
                deployment.featureCompatibilityVersion(),
                false,
                false,
                args,
                Map.of());
    }

    private static AutomatedReplicaSet replicaSet(Deployment deployment, String set) {
        List<ReplicaSetMember> members = new ArrayList<>();
        for (Deployment.Node node : deployment.nodes()) {
            if (node.set().equals(set)) {
                members.add(new ReplicaSetMember(members.size(), name(node), 1.0, 1, false, false, Map.of()));
            }
        }
        return new AutomatedReplicaSet(set, members, "1", Map.of());
    }

    private static AutomatedSharding sharding(Deployment deployment) {
        List<String> sets = deployment.sets();
        return new AutomatedSharding(
                deployment.name(),
                sets.get(deployment.shards()),
                sets.subList(0, deployment.shards()).stream()
                        .map(set -> new ShardOfCluster(set, set, List.of(), Map.of()))
                        .toList(),
                Map.of());
    }

    private AutomationAuth auth(UnaryOperator<String> shown) {
        Deployment first = managed.get(0);
        return new AutomationAuth(
                false,
                "mms-automation",
                secret(shown, "autoPwd"),
                null,
                secret(shown, "keyfile"),
                "/var/lib/mongodb-mms-automation/keyfile",
                "SCRAM-SHA-256",
                List.of("SCRAM-SHA-256"),
                List.of(
                        user(first.user(), "backup", Secret.of(shown.apply(first.password())), shown),
                        user("shop", "readWriteAnyDatabase", null, shown)),
                Map.of());
    }

    private AutomatedUser user(String name, String role, @Nullable Secret initPwd, UnaryOperator<String> shown) {
        return new AutomatedUser(
                name,
                "admin",
                List.of(Map.of("db", "admin", "role", role)),
                null,
                initPwd,
                null,
                new ScramCredentials(
                        15_000,
                        secret(shown, "salt", name),
                        secret(shown, "serverKey", name),
                        secret(shown, "storedKey", name),
                        Map.of()),
                Map.of());
    }

    private Map<String, Object> tls(UnaryOperator<String> shown) {
        Map<String, Object> tls = new LinkedHashMap<>();
        tls.put("CAFilePath", "/etc/ssl/source-ca.pem");
        tls.put("clientCertificateMode", "OPTIONAL");
        tls.put("autoPEMKeyFilePath", "/etc/ssl/automation.pem");
        tls.put("autoPEMKeyFilePwd", shown.apply(secret("autoPEMKeyFilePwd", groupId)));
        return tls;
    }

    private static String name(Deployment.Node node) {
        return node.hostname().split("\\.", -1)[0];
    }

    private Secret secret(UnaryOperator<String> shown, String... of) {
        return Secret.of(shown.apply(secret(String.join("/", of), groupId)));
    }

    private static String secret(String what, String where) {
        return Ids.digest("automation " + what + " " + where).substring(0, 44);
    }
}
