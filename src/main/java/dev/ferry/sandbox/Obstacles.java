package dev.ferry.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a migration from working, in the order in which it is looked for. The causes are those of the <a
 * href="https://www.mongodb.com/docs/atlas/import/c2c-push-live-migration/">guide to live migration</a>; the words are the
 * sandbox's own.
 */
final class Obstacles {
    private static final List<Rule> RULES = List.of(
            new Rule(
                    "The source is a standalone: convert it to a replica set first.",
                    c -> c.source.kind() == Deployment.Kind.STANDALONE),
            new Rule("The migration host cannot be reached.", c -> !c.host.reachable()),
            new Rule(c -> c.source.flaw().message(), c -> c.source.flaw() == Deployment.Flaw.UNREACHABLE),
            new Rule(c -> c.source.flaw().message(), c -> c.source.flaw() == Deployment.Flaw.UNKNOWN_HOSTNAME),
            new Rule(
                    "The TLS options are not valid: the source does not use TLS.", c -> c.is("ssl") && !c.source.tls()),
            new Rule("The TLS options are not valid: the source uses TLS.", c -> !c.is("ssl") && c.source.tls()),
            new Rule(
                    "The CA file cannot be read on the migration host.",
                    c -> c.text("caCertificatePath") != null && !c.host.canRead(c.text("caCertificatePath"))),
            new Rule(
                    "The source is not managed by Automation: give a user name and a password.",
                    c -> c.is("managedAuthentication") && !c.source.managed()),
            new Rule(
                    "The user name or the password for the source is wrong.",
                    c -> !c.is("managedAuthentication") && !c.hasRightPassword()),
            new Rule(c -> c.source.flaw().message(), c -> c.source.flaw() != Deployment.Flaw.NONE),
            new Rule("The destination is a shared or Flex cluster: use M10 or more.", c -> c.target.shared()),
            new Rule("The destination cluster is paused.", c -> c.target.flag("paused")),
            new Rule(
                    "The destination cluster is not ready yet: wait until it is IDLE.",
                    c -> !c.target.state(c.now).equals("IDLE")),
            new Rule("The destination has the BI Connector enabled.", c -> c.target.hasBiConnector()),
            new Rule("A sharded source needs a sharded destination.", c -> c.source.sharded() && !c.target.sharded()),
            new Rule(
                    "A replica set needs the sharding object to become a sharded cluster.",
                    c -> !c.source.sharded() && c.target.sharded() && c.body.get("sharding") == null),
            new Rule("The disk of the destination is too small.", c -> c.target.diskBytes() < c.source.dbSizeBytes()),
            new Rule(
                    "The migration host cannot connect to the destination: its address is not in the access list.",
                    c -> "PUBLIC".equals(c.destination.get("hostnameSchemaType")) && !c.hostIsAdmitted()));

    private Obstacles() {}

    private record Rule(Function<Case, String> message, Predicate<Case> applies) {
        Rule(String message, Predicate<Case> applies) {
            this(any -> message, applies);
        }
    }

    /** Everything the rules look at. */
    record Case(
            World world,
            Instant now,
            Map<?, ?> body,
            Map<?, ?> given,
            Map<?, ?> destination,
            Deployment source,
            MigrationHost host,
            TargetCluster target) {

        private boolean is(String name) {
            return Boolean.TRUE.equals(given.get(name));
        }

        private @Nullable String text(String name) {
            return given.get(name) instanceof String text ? text : null;
        }

        private boolean hasRightPassword() {
            return source.accepts(given.get("username"), given.get("password"));
        }

        private boolean hostIsAdmitted() {
            return world.admissions(target.groupId()).stream()
                    .anyMatch(
                            entry -> entry.activeBy(now) && (host.address().isEmpty() || entry.covers(host.address())));
        }
    }

    /** The first thing that is in the way, or null. */
    static @Nullable String first(Case migration) {
        return RULES.stream()
                .filter(rule -> rule.applies().test(migration))
                .findFirst()
                .map(rule -> rule.message().apply(migration))
                .orElse(null);
    }

    /** The deployment that a body names, if its organization is linked with this one and synced. */
    static Optional<Deployment> source(World world, Instant now, String targetOrgId, Map<?, ?> source) {
        return linkedGroups(world, now, targetOrgId)
                .filter(group -> group.id().equals(source.get("groupId")))
                .flatMap(group -> world.deployments(group.id()).stream())
                .filter(deployment -> Objects.equals(deployment.name(), source.get("clusterName")))
                .findFirst();
    }

    /** The projects of all source organizations that are linked with this one and synced. */
    static Stream<Group> linkedGroups(World world, Instant now, String targetOrgId) {
        return world.linkage().to(targetOrgId).stream()
                .filter(link -> link.syncedBy(now))
                .flatMap(link -> world.groupsOf(link.sourceOrgId()).stream());
    }
}
