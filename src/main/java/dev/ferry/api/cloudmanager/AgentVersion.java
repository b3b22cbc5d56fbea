package dev.ferry.api.cloudmanager;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The version of one agent.
 *
 * @param hostname host it runs on
 * @param version its version
 * @param isVersionOld whether it should be updated
 * @param isVersionDeprecated whether it must be updated
 * @param isManaged whether Automation manages it
 * @param numProcess processes it looks after
 * @param pingState how its messages come in, such as {@code ACTIVE}
 * @param tagName label
 * @param hostnameShort first part of its host's name
 * @param address address of its host
 * @param isModule whether it is part of another agent
 * @param isPrimary whether it is the one that works, of several
 * @param pingCount messages it has sent
 * @param confCount times it has asked for its configuration
 * @param lastPing when it last sent a message, in milliseconds since 1970
 * @param lastConf when it last asked, in milliseconds since 1970
 * @param msSinceLastConf how long ago that is, in milliseconds
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/agents/">Cloud Manager API</a>
 */
public record AgentVersion(
        String hostname,
        @Nullable String version,
        @Nullable Boolean isVersionOld,
        @Nullable Boolean isVersionDeprecated,
        @Nullable Boolean isManaged,
        @Nullable Integer numProcess,
        @Nullable String pingState,
        @Nullable String tagName,
        @Nullable String hostnameShort,
        @Nullable String address,
        @Nullable Boolean isModule,
        @Nullable Boolean isPrimary,
        @Nullable Long pingCount,
        @Nullable Long confCount,
        @Nullable Long lastPing,
        @Nullable Long lastConf,
        @Nullable Long msSinceLastConf,
        Map<String, Object> more) {
    /** When it last asked for its configuration; null when the answer did not say. */
    public @Nullable Instant lastConfAt() {
        return lastConf == null ? null : Instant.ofEpochMilli(lastConf);
    }

    /** When it last sent a message; null when the answer did not say. */
    public @Nullable Instant lastPingAt() {
        return lastPing == null ? null : Instant.ofEpochMilli(lastPing);
    }
}
