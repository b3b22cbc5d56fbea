package dev.ferry.api.atlas;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The end of a private connection at Atlas, in one region of one cloud.
 *
 * @param id 24 hexadecimal digits
 * @param cloudProvider {@code AWS}, {@code AZURE} or {@code GCP}
 * @param regionName region
 * @param status {@code INITIATING}, {@code AVAILABLE}, {@code WAITING_FOR_USER}, {@code FAILED} or {@code
 *     DELETING}
 * @param endpointServiceName name under which the cloud knows it; AWS only
 * @param interfaceEndpoints endpoints that are connected to it; AWS only
 * @param errorMessage what went wrong
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupprivateendpointendpointservice">Atlas Administration API</a>
 */
public record PrivateEndpointService(
        String id,
        String cloudProvider,
        @Nullable String regionName,
        @Nullable String status,
        @Nullable String endpointServiceName,
        @Nullable List<String> interfaceEndpoints,
        @Nullable String errorMessage,
        Map<String, Object> more) {}
