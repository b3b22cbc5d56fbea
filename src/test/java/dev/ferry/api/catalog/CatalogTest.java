package dev.ferry.api.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CatalogTest {
    private static final Catalog ATLAS = Catalog.atlas();

    private static final Catalog CLOUD_MANAGER = Catalog.cloudManager();

    static List<Operation> operations() {
        return Stream.concat(ATLAS.operations().stream(), CLOUD_MANAGER.operations().stream())
                .toList();
    }

    private static Catalog of(Operation operation) {
        return operation.path().startsWith("/api/atlas/") ? ATLAS : CLOUD_MANAGER;
    }

    @Test
    void the_table_of_atlas_holds_540_operations() {
        assertEquals(540, ATLAS.operations().size());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_is_found_by_either_name_and_by_its_template(Operation operation) {
        assertEquals(Optional.of(operation), of(operation).byName(operation.id()));
        assertEquals(Optional.of(operation), of(operation).byName(operation.shortId()));
        assertEquals(Optional.of(operation), of(operation).of(operation.method(), operation.path()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_is_found_by_the_path_of_a_call(Operation operation) {
        Map<String, String> values = new LinkedHashMap<>();
        String path = operation.path();
        for (String name : operation.pathParameters()) {
            String value = "a/b c+ü:" + values.size();
            values.put(name, value);
            path = path.replace("{" + name + "}", encoded(value));
        }
        Catalog.Match match = of(operation).match(operation.method(), path).orElseThrow();
        assertEquals(operation, match.operation());
        assertEquals(values, match.path());
        assertEquals(
                operation,
                of(operation)
                        .match(operation.method(), path + "/?pretty=true")
                        .orElseThrow()
                        .operation());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Test
    void fixed_text_wins_over_a_parameter() {
        assertEquals("getGroupByName", call("GET", "/api/atlas/v2/groups/byName/shop"));
        assertEquals("migrateGroup", call("POST", "/api/atlas/v2/groups/65f0000000000000000000a1:migrate"));
    }

    @Test
    void a_segment_may_hold_two_parameters() {
        Catalog.Match match = CLOUD_MANAGER
                .match("GET", "/api/public/v1.0/groups/65f0000000000000000000a1/hosts/byName/db1.example:27017")
                .orElseThrow();
        assertEquals(
                Map.of("groupId", "65f0000000000000000000a1", "hostname", "db1.example", "port", "27017"),
                match.path());
    }

    @Test
    void a_path_that_no_template_fits_is_none() {
        assertEquals(Optional.empty(), ATLAS.match("GET", "/api/atlas/v2/nothing"));
        assertEquals(Optional.empty(), ATLAS.match("PUT", "/api/atlas/v2/orgs"));
        assertEquals(Optional.empty(), ATLAS.match("GET", ""));
    }

    private static String call(String method, String path) {
        return ATLAS.match(method, path).orElseThrow().operation().id();
    }

    @Test
    void chapters_hold_every_operation_once() {
        assertEquals(540, ATLAS.byTag().values().stream().mapToInt(List::size).sum());
        assertTrue(ATLAS.byTag().containsKey("Cloud Migration Service"));
    }
}
