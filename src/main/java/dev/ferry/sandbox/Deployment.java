package dev.ferry.sandbox;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A deployment of the source.
 *
 * @param shards 1 for anything that is not sharded
 * @param managed whether Automation manages it, and with it the migration's database user
 * @param user the database user that a migration may use, and its password; empty when nobody knows
 * @param flaw what goes wrong when somebody migrates it
 */
record Deployment(
        String id,
        String groupId,
        String name,
        Kind kind,
        int shards,
        String version,
        boolean tls,
        boolean managed,
        long dbSizeBytes,
        int oplogSizeMB,
        String user,
        String password,
        Flaw flaw,
        List<Node> nodes) {

    enum Kind {
        REPLICA_SET,
        SHARDED,
        STANDALONE
    }

    /** What can be wrong with a source that only shows when it is tried, and how a validation then says so. */
    enum Flaw {
        NONE(""),
        UNREACHABLE("The source cluster cannot be reached from the migration host."),
        UNKNOWN_HOSTNAME("The host name of a source node cannot be resolved on the migration host."),
        NO_STATISTICS("The disk statistics of the source are not available: the user lacks privileges."),
        TIME_SERIES("The source has time-series collections, which cannot be migrated."),
        NO_BYPASS("The source user lacks the privilege bypassWriteBlockingMode."),
        NOT_AUTHORIZED("The source user is not authorized to read all databases.");

        private final String message;

        Flaw(String message) {
            this.message = message;
        }

        String message() {
            return message;
        }
    }

    /** A process of the deployment; {@code set} is its replica set, {@code shard} its shard or empty. */
    record Node(String id, String hostname, int port, String type, String state, String set, String shard) {}

    /** Whether nothing is known that keeps this user from logging in. */
    boolean accepts(@Nullable Object name, @Nullable Object secret) {
        return user.isEmpty() || (user.equals(name) && password.equals(secret));
    }

    Deployment named(String otherName) {
        return new Deployment(
                id,
                groupId,
                otherName,
                kind,
                shards,
                version,
                tls,
                managed,
                dbSizeBytes,
                oplogSizeMB,
                user,
                password,
                flaw,
                nodes);
    }

    /** The names of the replica sets it is made of: those of the shards in their order, that of the config servers. */
    List<String> sets() {
        List<String> known = nodes.stream()
                .map(Node::set)
                .filter(set -> !set.isEmpty())
                .distinct()
                .toList();
        boolean whole = !sharded() || known.size() > shards;
        return whole
                ? known
                : Stream.concat(
                                IntStream.range(0, shards).mapToObj(shard -> name + "-shard-" + shard),
                                Stream.of(name + "-config"))
                        .toList();
    }

    String featureCompatibilityVersion() {
        return version.substring(0, version.lastIndexOf('.'));
    }

    boolean sharded() {
        return kind == Kind.SHARDED;
    }
}
