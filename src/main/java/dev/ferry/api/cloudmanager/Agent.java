package dev.ferry.api.cloudmanager;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An agent of a project, which monitors, backs up or automates its deployments.
 *
 * @param hostname host it runs on
 * @param typeName {@code MONITORING}, {@code BACKUP} or {@code AUTOMATION}
 * @param stateName {@code ACTIVE}, {@code STANDBY} or {@code NO_PROCESSES}
 * @param isManaged whether Automation manages it
 * @param pingCount messages it has sent
 * @param lastPing when it last sent one
 * @param confCount times it has asked for its configuration
 * @param lastConf when it last asked
 * @param tag label
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/agents-get-by-type/">Cloud Manager API</a>
 */
public record Agent(
        String hostname,
        @Nullable String typeName,
        @Nullable String stateName,
        @Nullable Boolean isManaged,
        @Nullable Long pingCount,
        @Nullable Instant lastPing,
        @Nullable Long confCount,
        @Nullable Instant lastConf,
        @Nullable String tag,
        Map<String, Object> more) {}
