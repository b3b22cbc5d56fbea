package dev.ferry.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A project on either side; a project of the target can move to another organization. */
record Group(
        String id,
        String name,
        String orgId,
        Side side,
        Instant created,
        List<Map<String, Object>> tags,
        boolean alerts) {

    Group named(String otherName) {
        return new Group(id, otherName, orgId, side, created, tags, alerts);
    }

    Group in(String otherOrg) {
        return new Group(id, name, otherOrg, side, created, tags, alerts);
    }
}
