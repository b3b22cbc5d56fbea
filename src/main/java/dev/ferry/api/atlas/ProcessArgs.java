package dev.ferry.api.atlas;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the processes of a cluster.
 *
 * @param defaultWriteConcern write concern of clients that name none
 * @param javascriptEnabled whether JavaScript runs on the server
 * @param minimumEnabledTlsProtocol oldest version of TLS that is accepted
 * @param tlsCipherConfigMode who chooses the ciphers
 * @param customOpensslCipherConfigTls12 ciphers of TLS 1.2
 * @param customOpensslCipherConfigTls13 ciphers of TLS 1.3
 * @param noTableScan whether queries without an index are refused
 * @param oplogSizeMB size of the oplog, MB
 * @param oplogMinRetentionHours least time that the oplog goes back, hours
 * @param defaultMaxTimeMS time limit of reads that name none, milliseconds
 * @param transactionLifetimeLimitSeconds longest transaction, seconds
 * @param changeStreamOptionsPreAndPostImagesExpireAfterSeconds life of images of changed documents, seconds; -1
 *     for no limit
 * @param chunkMigrationConcurrency threads that move chunks
 * @param queryStatsLogVerbosity how much is logged of query statistics
 * @param sampleSizeBIConnector documents that the connector samples
 * @param sampleRefreshIntervalBIConnector time between its samples, seconds
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupclusterprocessargs">Atlas Administration API</a>
 */
public record ProcessArgs(
        @Nullable String defaultWriteConcern,
        @Nullable Boolean javascriptEnabled,
        @Nullable String minimumEnabledTlsProtocol,
        @Nullable String tlsCipherConfigMode,
        @Nullable List<String> customOpensslCipherConfigTls12,
        @Nullable List<String> customOpensslCipherConfigTls13,
        @Nullable Boolean noTableScan,
        @Nullable Integer oplogSizeMB,
        @Nullable Double oplogMinRetentionHours,
        @Nullable Integer defaultMaxTimeMS,
        @Nullable Long transactionLifetimeLimitSeconds,
        @Nullable Integer changeStreamOptionsPreAndPostImagesExpireAfterSeconds,
        @Nullable Integer chunkMigrationConcurrency,
        @Nullable Integer queryStatsLogVerbosity,
        @Nullable Integer sampleSizeBIConnector,
        @Nullable Integer sampleRefreshIntervalBIConnector,
        Map<String, Object> more) {}
