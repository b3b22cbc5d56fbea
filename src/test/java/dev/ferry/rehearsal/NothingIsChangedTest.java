package dev.ferry.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.ApiSide;
import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.change.Outcome;
import dev.ferry.api.failure.ApiException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.Operations;
import dev.ferry.api.http.RetryPolicy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation of both APIs that is no plain read, by name and as a raw call: none of them reaches the real service. */
@Timeout(120)
class NothingIsChangedTest {
    private static final String ID = "650000000000000000000001";

    @ParameterizedTest
    @EnumSource(ApiSide.class)
    void no_operation_gets_through_a_rehearsal(ApiSide side) throws Exception {
        Catalog catalog = side == ApiSide.TARGET ? Catalog.atlas() : Catalog.cloudManager();
        Set<String> told = new HashSet<>();
        Set<Outcome.Kind> ends = new HashSet<>();
        try (Production production = Production.start();
                Rehearsal rehearsal = new Rehearsal(
                        each -> production.way(each, true),
                        9_999,
                        each -> {
                            told.add(each.change().name());
                            ends.add(each.outcome().kind());
                        },
                        note -> {});
                ApiClient client = new ApiClient(
                        production.connection(side, true),
                        ApiClient.Settings.defaults()
                                .withRetries(RetryPolicy.NONE)
                                .withDetour(rehearsal.detour(side)))) {
            Map<String, Object> values = values(client, side);
            Operations byName = side == ApiSide.TARGET
                    ? client.atlasOperations("atlas.api")
                    : client.cloudManagerOperations("cm.api");
            List<Operation> changing = catalog.operations().stream()
                    .filter(operation -> !operation.method().equals("GET"))
                    .toList();
            for (Operation operation : changing) {
                Map<String, Object> arguments = new HashMap<>();
                operation.pathParameters().forEach(name -> arguments.put(name, values.getOrDefault(name, ID)));
                Map<String, Object> named = new HashMap<>(arguments);
                if (operation.takesBody()) {
                    named.put("body", Map.of());
                }
                attempt(() -> byName.call(operation.id(), named));
                String path = Aspect.filled(
                        operation.path(),
                        arguments.entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()
                                        .toString())));
                attempt(() -> client.call(operation.method(), path, Map.of(), operation.takesBody() ? Map.of() : null));
            }
            Stream.of("POST", "PUT", "PATCH", "DELETE")
                    .forEach(verb -> attempt(() -> client.call(verb, "/api/somewhere/else", Map.of(), null)));
            assertEquals(List.of(), production.changing());
            assertTrue(told.size() >= changing.size() * 9 / 10, told.size() + " of " + changing.size());
            assertTrue(ends.containsAll(Set.of(Outcome.Kind.NOT_SENT, Outcome.Kind.REFUSED)), ends.toString());
        }
    }

    /** An organization and a project that exist. */
    private static Map<String, Object> values(ApiClient client, ApiSide side) {
        String prefix = side == ApiSide.TARGET ? "/api/atlas/v2" : "/api/public/v1.0";
        Map<String, Object> values = new HashMap<>();
        for (Map.Entry<String, String> each :
                Map.of("orgId", "/orgs", "groupId", "/groups").entrySet()) {
            Map<?, ?> page = (Map<?, ?>) client.call("GET", prefix + each.getValue(), Map.of(), null);
            values.put(each.getKey(), ((Map<?, ?>) ((List<?>) page.get("results")).get(0)).get("id"));
        }
        return values;
    }

    private static void attempt(Runnable call) {
        try {
            call.run();
        } catch (ApiException e) {
            // Whether it is refused here, by the twin or not at all: what counts is what came through.
        }
    }
}
