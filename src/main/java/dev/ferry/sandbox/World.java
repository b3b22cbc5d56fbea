package dev.ferry.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All the state there is. Its elements are values: a change puts a new one in the place of the old. Whoever uses it holds
 * its lock, see {@code Api}.
 */
final class World {
    private static final Duration LONGEST_LINGER = Duration.ofSeconds(1);

    private final VirtualClock clock;
    private final Ids ids;
    private final Map<String, Org> orgs = new LinkedHashMap<>();
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final Map<String, List<Deployment>> deployments = new LinkedHashMap<>();
    private final Map<String, List<MigrationHost>> hosts = new LinkedHashMap<>();
    private final Map<String, List<Person>> people = new LinkedHashMap<>();
    private final Map<String, Map<String, TargetCluster>> clusters = new LinkedHashMap<>();
    private final Map<String, List<Admission>> admissions = new LinkedHashMap<>();
    private final Map<String, Check> checks = new LinkedHashMap<>();
    private final Map<String, Migration> migrations = new LinkedHashMap<>();
    private final Linkage linkage = new Linkage();
    private final SourceState source = new SourceState();
    private final Estate estate = new Estate();
    private final Membership membership = new Membership();
    private final Callers callers = new Callers();
    private final Originals originals = new Originals();
    private final List<Trace> traces = new ArrayList<>();
    private @Nullable Instant standing;

    World(VirtualClock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** A user of an organization. */
    record Person(String id, String orgId, String username, String firstName, String lastName, List<Role> roles) {}

    Instant now() {
        Instant at = standing;
        return at == null ? clock.instant() : at;
    }

    /** Does something as if nobody had moved the clock forward: what real services say is so now, and not after a wait in here. */
    void unmoved(Runnable work) {
        standing = clock.unmoved();
        try {
            work.run();
        } finally {
            standing = null;
        }
    }

    /**
     * Lets the time go by until {@code moment}, when that is less than a second away in real time; otherwise it does
     * nothing. The lock is free meanwhile.
     */
    synchronized void linger(Instant moment) {
        double real = Duration.between(now(), moment).toMillis() / clock.speed();
        if (!(real < LONGEST_LINGER.toMillis())) {
            return;
        }
        try {
            while (now().isBefore(moment)) {
                wait(1 + Math.max(0, (long) (Duration.between(now(), moment).toMillis() / clock.speed())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String newId(String kind) {
        return ids.next(kind);
    }

    /** The identifier of what has these names. */
    String idOf(String... names) {
        return ids.named(names);
    }

    /** A key, a token or the name of a credential that is made here; in a twin one can see that it opens nothing. */
    String secret(String text) {
        return ids.standsForOthers() ? "SIMULATED-" + text : text;
    }

    Callers callers() {
        return callers;
    }

    /** Link tokens and links. */
    Linkage linkage() {
        return linkage;
    }

    /** What can be changed of the source besides its organizations, projects and deployments. */
    SourceState source() {
        return source;
    }

    /** What organizations and projects of the target have besides clusters. */
    Estate estate() {
        return estate;
    }

    /** The users and teams of the target. */
    Membership membership() {
        return membership;
    }

    /** What the real services say of what was taken over from them. */
    Originals originals() {
        return originals;
    }

    void add(Org org) {
        orgs.put(org.id(), org);
    }

    void remove(Org org) {
        orgs.remove(org.id());
    }

    Collection<Org> orgs(Side side) {
        return orgs.values().stream().filter(org -> org.side() == side).toList();
    }

    Optional<Org> org(String id) {
        return Optional.ofNullable(orgs.get(id));
    }

    /** Adds a project, or puts it in the place of the one with its id. */
    void put(Group group) {
        groups.put(group.id(), group);
    }

    void remove(Group group) {
        groups.remove(group.id());
        admissions.remove(group.id());
        estate.forget(group.id());
        membership.leave(group.id());
        callers.leave(group.id());
    }

    List<Group> groups(Side side) {
        return groups.values().stream().filter(group -> group.side() == side).toList();
    }

    List<Group> groupsOf(String orgId) {
        return groups.values().stream()
                .filter(group -> group.orgId().equals(orgId))
                .toList();
    }

    Optional<Group> group(String id) {
        return Optional.ofNullable(groups.get(id));
    }

    /** A project that is known to be there. */
    Group existing(String groupId) {
        return group(groupId).orElseThrow(() -> new Refusal(ErrorCode.GROUP_NOT_FOUND, groupId));
    }

    /** Adds a deployment, or puts it in the place of the one with its id. */
    void put(Deployment deployment) {
        List<Deployment> all = deployments.computeIfAbsent(deployment.groupId(), any -> new ArrayList<>());
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().equals(deployment.id())) {
                all.set(i, deployment);
                return;
            }
        }
        all.add(deployment);
    }

    /** Puts these in the place of all deployments of a project. */
    void replaceDeployments(String groupId, List<Deployment> all) {
        deployments.put(groupId, new ArrayList<>(all));
    }

    List<Deployment> deployments(String groupId) {
        return deployments.getOrDefault(groupId, List.of());
    }

    void add(MigrationHost host) {
        hosts.computeIfAbsent(host.groupId(), any -> new ArrayList<>()).add(host);
    }

    /** Puts these in the place of all migration hosts of a project. */
    void replaceHosts(String groupId, List<MigrationHost> all) {
        hosts.put(groupId, new ArrayList<>(all));
    }

    List<MigrationHost> hosts(String groupId) {
        return hosts.getOrDefault(groupId, List.of());
    }

    void add(Person person) {
        people.computeIfAbsent(person.orgId(), any -> new ArrayList<>()).add(person);
    }

    List<Person> people(String orgId) {
        return people.getOrDefault(orgId, List.of());
    }

    /** Adds a cluster, or puts it in the place of the one with its id. */
    void put(TargetCluster cluster) {
        clusters.computeIfAbsent(cluster.groupId(), any -> new LinkedHashMap<>())
                .put(cluster.id(), cluster);
    }

    List<TargetCluster> clusters(String groupId) {
        Map<String, TargetCluster> all = clusters.get(groupId);
        if (all == null) {
            return List.of();
        }
        Instant now = now();
        return all.values().stream().filter(cluster -> cluster.exists(now)).toList();
    }

    Optional<TargetCluster> cluster(String groupId, String name) {
        return clusters(groupId).stream()
                .filter(cluster -> cluster.name().equals(name))
                .findFirst();
    }

    void add(Admission admission) {
        admissions
                .computeIfAbsent(admission.groupId(), any -> new ArrayList<>())
                .add(admission);
    }

    List<Admission> admissions(String groupId) {
        Instant now = now();
        return admissions.getOrDefault(groupId, List.of()).stream()
                .filter(admission -> admission.exists(now))
                .toList();
    }

    void remove(Admission admission) {
        admissions.getOrDefault(admission.groupId(), new ArrayList<>()).remove(admission);
    }

    void add(Check check) {
        checks.put(check.id(), check);
    }

    Optional<Check> check(String groupId, String id) {
        return Optional.ofNullable(checks.get(id))
                .filter(check -> check.groupId().equals(groupId));
    }

    /** Adds a migration, or puts it in the place of the one with its id. */
    void put(Migration migration) {
        migrations.put(migration.id(), migration);
    }

    Collection<Migration> migrations() {
        return migrations.values();
    }

    Optional<Migration> migration(String groupId, String id) {
        return Optional.ofNullable(migrations.get(id))
                .filter(migration -> migration.groupId().equals(groupId));
    }

    /** The migration that is running into this cluster. */
    Optional<Migration> runningInto(TargetCluster cluster) {
        Instant now = now();
        return migrations.values().stream()
                .filter(migration -> migration.groupId().equals(cluster.groupId())
                        && migration.clusterName().equals(cluster.name())
                        && migration.active(now))
                .findFirst();
    }

    void trace(Trace trace) {
        traces.add(trace);
    }

    /** What was done; what came with time is in {@code Timeline}. */
    List<Trace> traces() {
        return traces;
    }
}
