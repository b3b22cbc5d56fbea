package dev.ferry.api.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.output.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class ShapesTest {
    private static final Shapes SHAPES = Shapes.table();

    private static String flaw(Object body, String type) {
        return SHAPES.check(body, type, "POST")
                .map(flaw -> flaw.kind() + " " + flaw.at())
                .orElse("");
    }

    @Test
    void every_kind_of_flaw_is_found_where_it_is() {
        String id = "65f0000000000000000000a1";
        assertEquals("", flaw(Map.of("name", "shop", "orgId", id), "Group"));
        assertEquals("MISSING name", flaw(Map.of("orgId", id), "Group"));
        assertEquals("UNKNOWN_FIELD nam", flaw(Map.of("nam", "shop"), "Group"));
        assertEquals("READ_ONLY clusterCount", flaw(Map.of("clusterCount", 1), "Group"));
        assertEquals("WRONG_TYPE orgId", flaw(Map.of("name", "shop", "orgId", "short"), "Group"));
        assertEquals(
                "MISSING tags[1].value",
                flaw(
                        Map.of(
                                "name",
                                "shop",
                                "orgId",
                                id,
                                "tags",
                                List.of(Map.of("key", "a", "value", "b"), Map.of("key", "c"))),
                        "Group"));
        assertEquals("UNKNOWN_VALUE clusterType", flaw(Map.of("clusterType", "BIG"), "ClusterDescription20240805"));
        assertEquals("WRONG_TYPE ", flaw(List.of(), "Group"));
        assertEquals("WRONG_TYPE ", flaw(Map.of(), "[NetworkPermissionEntry]"));
        assertEquals("UNKNOWN_FIELD [0].ip", flaw(List.of(Map.of("ip", "203.0.113.1")), "[NetworkPermissionEntry]"));
    }

    @Test
    void a_secret_is_a_text() {
        assertEquals("", flaw(Map.of("linkToken", Secret.of("not-a-real-token")), "MigrationLinkRequest"));
    }

    @Test
    void a_patch_need_not_name_everything() {
        assertEquals(Optional.empty(), SHAPES.check(Map.of("roles", List.of()), "CloudDatabaseUser", "PATCH"));
        assertTrue(SHAPES.check(Map.of("roles", List.of()), "CloudDatabaseUser", "POST")
                .isPresent());
    }

    @Test
    void of_a_shape_that_is_not_in_the_table_only_an_object_is_asked() {
        assertEquals("", flaw(Map.of("anything", 1), "NoSuchShape"));
        assertEquals("WRONG_TYPE ", flaw("text", "NoSuchShape"));
    }

    /** A name that no shape has would silently be any object. */
    @Test
    void every_shape_that_a_field_names_is_in_the_table() {
        TreeSet<String> missing = new TreeSet<>();
        for (Operation operation : Catalog.cloudManager().operations()) {
            operation.bodies().values().forEach(type -> collect(type, missing));
        }
        for (Operation operation : Catalog.atlas().operations()) {
            operation.bodies().values().stream()
                    .filter(type ->
                            SHAPES.fields(type.replaceAll("[\\[\\]]", "")).isPresent())
                    .forEach(type -> collect(type, missing));
        }
        assertEquals(new TreeSet<>(), missing);
    }

    private static void collect(String type, TreeSet<String> missing) {
        String name = type.replaceAll("^(\\[|map )+|]+$", "");
        boolean plain = Arrays.asList("string,boolean,integer,number,date-time,id,object,any".split(","))
                        .contains(name)
                || name.startsWith("enum ");
        if (plain || missing.contains(name)) {
            return;
        }
        SHAPES.fields(name)
                .ifPresentOrElse(
                        fields -> fields.values().stream()
                                .filter(field -> !field.type().contains(name))
                                .forEach(field -> collect(field.type(), missing)),
                        () -> missing.add(name));
    }
}
