package dev.ferry.api.cloudmanager;

import dev.ferry.output.ShownFirst;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a cluster is backed up, and how.
 *
 * @param clusterId cluster, 24 hexadecimal digits
 * @param statusName {@code STARTED}, {@code STOPPED}, {@code INACTIVE}…
 * @param syncSource from which members the backup reads, such as {@code SECONDARY}
 * @param storageEngineName {@code WIRED_TIGER} or {@code MEMORY_MAPPED}
 * @param authMechanismName how the backup logs in
 * @param username database user the backup logs in as
 * @param sslEnabled whether it connects with TLS
 * @param encryptionEnabled whether snapshots are encrypted
 * @param provisioned whether the deployment has a place to be backed up to
 * @param excludedNamespaces databases and collections that are left out
 * @param includedNamespaces databases and collections that alone are backed up
 * @param groupId project
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/backup-configurations/">Cloud Manager API</a>
 */
@ShownFirst({"clusterId", "statusName", "storageEngineName", "syncSource"})
public record BackupConfig(
        String clusterId,
        @Nullable String statusName,
        @Nullable String syncSource,
        @Nullable String storageEngineName,
        @Nullable String authMechanismName,
        @Nullable String username,
        @Nullable Boolean sslEnabled,
        @Nullable Boolean encryptionEnabled,
        @Nullable Boolean provisioned,
        @Nullable List<String> excludedNamespaces,
        @Nullable List<String> includedNamespaces,
        @Nullable String groupId,
        Map<String, Object> more) {}
