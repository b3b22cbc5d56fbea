package dev.ferry.api.atlas;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A network in which clusters of a project run.
 *
 * @param id 24 hexadecimal digits
 * @param providerName {@code AWS}, {@code AZURE}, {@code GCP}, {@code TENANT} or {@code SERVERLESS}
 * @param atlasCidrBlock its addresses
 * @param regionName region; AWS only
 * @param vpcId its id at AWS
 * @param provisioned whether clusters run in it
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgroupcontainers">Atlas Administration API</a>
 */
public record NetworkContainer(
        String id,
        @Nullable String providerName,
        @Nullable String atlasCidrBlock,
        @Nullable String regionName,
        @Nullable String vpcId,
        @Nullable Boolean provisioned,
        Map<String, Object> more) {}
