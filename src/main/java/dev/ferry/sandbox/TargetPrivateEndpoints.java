package dev.ferry.sandbox;

import dev.ferry.api.atlas.PrivateEndpoint;
import dev.ferry.api.atlas.PrivateEndpointService;
import dev.ferry.api.atlas.PrivateEndpoints;
import dev.ferry.api.atlas.RegionalMode;
import dev.ferry.sandbox.Estate.Kind;
import java.util.List;
import java.util.Map;

/** The private endpoints of a project. */
record TargetPrivateEndpoints(Call call) implements PrivateEndpoints {
    @Override
    public List<PrivateEndpointService> list(Map<String, Object> options, String groupId, String cloudProvider) {
        if (!List.of("AWS", "AZURE", "GCP").contains(cloudProvider)) {
            throw new Refusal(ErrorCode.INVALID_PATH_PARAMETER, cloudProvider);
        }
        return call.world().estate().all(Kind.PRIVATE_ENDPOINT, groupId).stream()
                .filter(service -> cloudProvider.equals(service.get("cloudProvider")))
                .map(service -> Answer.of(PrivateEndpointService.class, service))
                .toList();
    }

    @Override
    public PrivateEndpointService get(
            Map<String, Object> options, String groupId, String cloudProvider, String endpointServiceId) {
        return list(options, groupId, cloudProvider).stream()
                .filter(service -> service.id().equals(endpointServiceId))
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.PRIVATELINK_NOT_FOUND, endpointServiceId, groupId));
    }

    @Override
    public PrivateEndpoint endpoint(
            Map<String, Object> options,
            String groupId,
            String cloudProvider,
            String endpointServiceId,
            String endpointId) {
        List<String> endpoints =
                get(options, groupId, cloudProvider, endpointServiceId).interfaceEndpoints();
        if (endpoints == null || !endpoints.contains(endpointId)) {
            throw new Refusal(ErrorCode.PRIVATELINK_NOT_FOUND, endpointId, groupId);
        }
        return new PrivateEndpoint(cloudProvider, endpointId, "AVAILABLE", false, null, Map.of());
    }

    @Override
    public RegionalMode regionalMode(Map<String, Object> options, String groupId) {
        return new RegionalMode(false, Map.of());
    }
}
