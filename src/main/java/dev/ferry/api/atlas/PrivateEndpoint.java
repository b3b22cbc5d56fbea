package dev.ferry.api.atlas;

import dev.ferry.output.ShownFirst;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The end of a private connection in a network of the user.
 *
 * @param cloudProvider {@code AWS}, {@code AZURE} or {@code GCP}
 * @param interfaceEndpointId id at AWS
 * @param connectionStatus {@code PENDING_ACCEPTANCE}, {@code PENDING}, {@code AVAILABLE}, {@code REJECTED} or
 *     {@code DELETING}; AWS only
 * @param deleteRequested whether it is on its way out
 * @param errorMessage what went wrong
 * @param more fields of the answer that this record does not name
 * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupprivateendpointendpointserviceendpoint">Atlas Administration API</a>
 */
@ShownFirst({"interfaceEndpointId", "connectionStatus", "cloudProvider"})
public record PrivateEndpoint(
        @Nullable String cloudProvider,
        @Nullable String interfaceEndpointId,
        @Nullable String connectionStatus,
        @Nullable Boolean deleteRequested,
        @Nullable String errorMessage,
        Map<String, Object> more) {}
