package dev.ferry.api.atlas;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A connection between the network of a project and one of the user.
 *
 * @param id 24 hexadecimal digits
 * @param containerId network of the project, 24 hexadecimal digits
 * @param providerName {@code AWS}, {@code AZURE} or {@code GCP}
 * @param statusName how far it is, at AWS: {@code AVAILABLE} when it can be used
 * @param status how far it is, elsewhere
 * @param vpcId network of the user; AWS only
 * @param awsAccountId account that owns that network; AWS only
 * @param accepterRegionName region of that network; AWS only
 * @param routeTableCidrBlock addresses of that network; AWS only
 * @param connectionId id at AWS
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgrouppeers">Atlas Administration API</a>
 */
public record PeeringConnection(
        String id,
        String containerId,
        @Nullable String providerName,
        @Nullable String statusName,
        @Nullable String status,
        @Nullable String vpcId,
        @Nullable String awsAccountId,
        @Nullable String accepterRegionName,
        @Nullable String routeTableCidrBlock,
        @Nullable String connectionId,
        Map<String, Object> more) {}
