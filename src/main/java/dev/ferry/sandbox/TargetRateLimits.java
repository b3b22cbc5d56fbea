package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.catalog.Operation;
import dev.ferry.sandbox.Limit.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The limits of the target, as the sandbox holds them. */
record TargetRateLimits(Call call) implements RateLimits {
    private static final Map<String, Scope> SCOPES =
            Map.of("groupId", Scope.GROUP, "orgId", Scope.ORGANIZATION, "userId", Scope.USER, "ipAddress", Scope.IP);
    /** An endpoint set lists no more of its endpoints than this. */
    private static final int MOST_ENDPOINTS = 100;

    @Override
    public Listing<Map<String, Object>> list(Map<String, Object> options) {
        List<String> asked =
                options.keySet().stream().filter(SCOPES::containsKey).toList();
        if (asked.size() > 1) {
            throw new Refusal(ErrorCode.MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS, String.join(", ", asked));
        }
        return Listing.of(call.limits().sets().entrySet().stream()
                .filter(set -> asked.isEmpty()
                        || SCOPES.get(asked.get(0)) == set.getKey().scope())
                .filter(set -> texts(options, "name").isEmpty()
                        || texts(options, "name").contains(set.getKey().set()))
                .filter(set -> texts(options, "endpointPath").isEmpty()
                        || set.getValue().stream().anyMatch(operation -> texts(options, "endpointPath")
                                .contains(operation.path())))
                .map(set -> answer(set.getKey(), set.getValue()))
                .toList());
    }

    @Override
    public Map<String, Object> get(Map<String, Object> options, String endpointSetId) {
        return call.limits().sets().entrySet().stream()
                .filter(set -> set.getKey().id().equals(endpointSetId))
                .findFirst()
                .map(set -> answer(set.getKey(), set.getValue()))
                .orElseThrow(() -> new Refusal(ErrorCode.RESOURCE_NOT_FOUND, "rateLimits/" + endpointSetId));
    }

    private static List<?> texts(Map<String, Object> options, String name) {
        return options.get(name) instanceof List<?> texts ? texts : List.of();
    }

    private static Map<String, Object> answer(Limit limit, List<Operation> operations) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("capacity", value(limit.capacity()));
        answer.put("endpointSetId", limit.id());
        answer.put("endpointSetName", limit.set());
        answer.put(
                "endpoints",
                operations.stream()
                        .limit(MOST_ENDPOINTS)
                        .map(operation -> Map.of("method", operation.method(), "path", operation.path()))
                        .toList());
        answer.put("refillDurationSeconds", value(limit.seconds()));
        answer.put("refillRate", value(limit.refill()));
        answer.put("scope", limit.scope().name());
        return answer;
    }

    private static Map<String, Object> value(int number) {
        return Map.of("defaultValue", (long) number, "value", (long) number);
    }
}
