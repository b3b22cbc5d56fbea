package dev.ferry.api.cloudmanager;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many hosts of each kind a project has.
 *
 * @param primary primaries
 * @param secondary secondaries
 * @param arbiter arbiters
 * @param config config servers
 * @param mongos routers of sharded clusters
 * @param more fields of the answer that this record does not name
 */
public record HostCounts(
        @Nullable Integer primary,
        @Nullable Integer secondary,
        @Nullable Integer arbiter,
        @Nullable Integer config,
        @Nullable Integer mongos,
        Map<String, Object> more) {}
