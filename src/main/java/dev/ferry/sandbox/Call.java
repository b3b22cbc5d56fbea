package dev.ferry.sandbox;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a service needs to know about the request it answers.
 *
 * @param limits how often the APIs may be called
 * @param version the date of the version that answers; null for v1.0
 * @param now the time, the same for the whole call
 */
record Call(
        World world, Limits limits, Caller caller, @Nullable String version, Instant now) {

    /** The organization that owns a project. */
    String orgOf(String groupId) {
        return world.existing(groupId).orgId();
    }

    /** Leaves an event in a project. */
    void traceProject(String type, String groupId, @Nullable String clusterName, Map<String, Object> details) {
        world.trace(new Trace(
                world.newId("event"), now, type, orgOf(groupId), groupId, clusterName, caller.login(), details));
    }

    /** Leaves an event in an organization only. */
    void traceOrg(String type, String orgId, Map<String, Object> details) {
        world.trace(new Trace(world.newId("event"), now, type, orgId, null, null, caller.login(), details));
    }

    /** The organizations of one side that the caller belongs to, as far as their names pass the filter. */
    Stream<Org> orgs(Side side, Map<String, Object> options) {
        return world.orgs(side).stream().filter(org -> caller.isMemberOf(org.id()) && named(org.name(), options));
    }

    /** The projects of one side that show up for the caller. */
    Stream<Group> groups(Side side) {
        return world.groups(side).stream().filter(group -> caller.sees(group.id(), group.orgId()));
    }

    /** The projects of an organization that show up for the caller, as far as their names pass the filter. */
    Stream<Group> groupsOf(String orgId, Map<String, Object> options) {
        return world.groupsOf(orgId).stream()
                .filter(group -> caller.sees(group.id(), orgId) && named(group.name(), options));
    }

    /**
     * The project of that name, if it shows up for the caller.
     *
     * @throws Refusal when it does not
     */
    Group groupNamed(Side side, String name) {
        return groups(side)
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.GROUP_NAME_NOT_FOUND, name));
    }

    /** Whether a name passes a filter: the API compares the beginning, in any case. */
    private static boolean named(String name, Map<String, Object> options) {
        return !(options.get("name") instanceof String wanted)
                || name.regionMatches(true, 0, wanted, 0, wanted.length());
    }
}
