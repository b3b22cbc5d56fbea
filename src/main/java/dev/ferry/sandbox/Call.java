package dev.ferry.sandbox;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service needs to know about the request it answers.
 *
 * @param version the date of the version that answers; null for v1.0
 * @param now the time, the same for the whole call
 */
record Call(World world, Caller caller, @Nullable String version, Instant now) {

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

    /** Whether a name passes a filter: the API compares the beginning, in any case. */
    static boolean named(String name, Map<String, Object> options) {
        return !(options.get("name") instanceof String wanted)
                || name.regionMatches(true, 0, wanted, 0, wanted.length());
    }
}
