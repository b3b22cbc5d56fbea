package dev.ferry.api.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.ApiVersion;
import dev.ferry.api.InQuery;
import dev.ferry.api.OneOf;
import dev.ferry.api.RequiredRole;
import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.Shapes;
import groovy.transform.NamedParam;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.http.Body;

/** Holds every v2 method against the table of the API's 540 operations. */
final class OperationsTableTest {
    private static final Map<String, Map<String, String>> OPERATIONS = new HashMap<>();

    @BeforeAll
    static void readTable() throws IOException {
        try (InputStream table = Objects.requireNonNull(Catalog.class.getResourceAsStream("atlas.tsv"))) {
            List<String> lines = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            List<String> columns = List.of(lines.get(0).split("\t", -1));
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split("\t", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    row.put(columns.get(i), cells[i]);
                }
                OPERATIONS.put(row.get("method") + " " + row.get("path"), row);
            }
        }
    }

    static List<Method> methods() {
        return ServiceMethods.ofAtlas();
    }

    private static Map<String, String> row(Method method) {
        String operation = ServiceMethods.operation(method).replaceFirst(" ", " /");
        Map<String, String> row = OPERATIONS.get(operation);
        assertTrue(row != null, ServiceMethods.name(method) + " calls what does not exist: " + operation);
        return Objects.requireNonNull(row);
    }

    private static Set<String> set(Map<String, String> row, String column) {
        String cell = Objects.requireNonNull(row.get(column));
        return cell.isEmpty() ? Set.of() : Set.of(cell.split(","));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void the_path_exists_in_that_version_which_has_not_been_sunset(Method method) {
        Map<String, String> row = row(method);
        ApiVersion version = method.getAnnotation(ApiVersion.class);
        assertTrue(version != null, ServiceMethods.name(method) + " names no version");
        assertTrue(set(row, "versions").contains(version.value()), version + " is none of " + row.get("versions"));
        assertFalse(
                set(row, "sunset").stream().anyMatch(sunset -> sunset.startsWith(version.value())),
                version + " will be gone: " + row.get("sunset"));
        assertEquals("n", row.get("deprecated"));
    }

    /** Where the table names no role, the error codes of the operation may still tell of one. */
    @ParameterizedTest
    @MethodSource("methods")
    void the_role_is_the_one_that_the_operation_asks_for(Method method) {
        RequiredRole required = method.getAnnotation(RequiredRole.class);
        Set<String> written = required == null ? Set.of() : new TreeSet<>(Arrays.asList(required.value()));
        Set<String> documented = set(row(method), "roles").stream()
                .map(OperationsTableTest::asConstant)
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(
                documented.isEmpty() || (documented.containsAll(written) && !written.isEmpty()),
                ServiceMethods.name(method) + " says " + written + ", documented are " + documented);
    }

    /** The documentation writes {@code Project Read Only}, the API {@code GROUP_READ_ONLY}. */
    private static String asConstant(String role) {
        return role.strip()
                .replace("Organization", "Org")
                .replace("Project", "Group")
                .toUpperCase(Locale.ROOT)
                .replace(' ', '_');
    }

    @ParameterizedTest
    @MethodSource("methods")
    void what_travels_in_the_query_is_what_the_operation_knows(Method method) {
        Set<String> known = set(row(method), "query").stream()
                .map(parameter -> parameter.replaceFirst("[:*].*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> offered = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            InQuery inQuery = parameter.getAnnotation(InQuery.class);
            if (inQuery != null) {
                Set<String> declared = Arrays.stream(parameter.getAnnotationsByType(NamedParam.class))
                        .map(NamedParam::value)
                        .collect(Collectors.toSet());
                offered.addAll(inQuery.value().length == 0 ? declared : Set.of(inQuery.value()));
                assertTrue(declared.containsAll(offered), "in the query but not declared: " + method);
            }
        }
        assertTrue(
                known.containsAll(offered),
                ServiceMethods.name(method) + " offers " + offered + ", the operation knows " + known);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void what_the_operation_requires_in_the_query_is_required_here(Method method) {
        Set<String> required = set(row(method), "query").stream()
                .filter(parameter -> parameter.contains("*"))
                .map(parameter -> parameter.replaceFirst("[:*].*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> demanded = Arrays.stream(method.getParameters())
                .filter(parameter -> !parameter.isAnnotationPresent(Body.class))
                .flatMap(parameter -> Arrays.stream(parameter.getAnnotationsByType(NamedParam.class)))
                .filter(NamedParam::required)
                .map(NamedParam::value)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(required, demanded, ServiceMethods.name(method));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void a_body_goes_where_the_operation_takes_one(Method method) {
        boolean body = Arrays.stream(method.getParameters()).anyMatch(each -> each.isAnnotationPresent(Body.class));
        assertEquals(!set(row(method), "bodies").isEmpty(), body, ServiceMethods.name(method));
    }

    /** Arguments of which the tables know the values, in the query or in the body. */
    @ParameterizedTest
    @MethodSource("methods")
    void an_argument_takes_the_values_that_the_tables_know(Method method) {
        Map<String, String> row = row(method);
        Map<String, Set<String>> known = new TreeMap<>();
        for (String parameter : set(row, "query")) {
            choices(parameter.replaceFirst("^[^:]*:", ""))
                    .ifPresent(values -> known.put(parameter.replaceFirst("[:*].*", ""), values));
        }
        String version = method.getAnnotation(ApiVersion.class).value();
        for (String body : set(row, "bodies")) {
            if (body.startsWith(version + "=")) {
                Shapes.table()
                        .fields(body.substring(version.length() + 1))
                        .ifPresent(fields -> fields.forEach(
                                (name, field) -> choices(field.type()).ifPresent(values -> known.put(name, values))));
            }
        }
        Map<String, Set<String>> declared = new TreeMap<>();
        Set<String> offered = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            for (NamedParam param : parameter.getAnnotationsByType(NamedParam.class)) {
                offered.add(param.value());
            }
            for (OneOf oneOf : parameter.getAnnotationsByType(OneOf.class)) {
                declared.put(oneOf.argument(), new TreeSet<>(Arrays.asList(oneOf.value())));
            }
        }
        known.keySet().retainAll(offered);
        declared.keySet().retainAll(known.keySet());
        assertEquals(known, declared, ServiceMethods.name(method));
    }

    private static Optional<Set<String>> choices(String type) {
        return type.matches("\\[?enums? .*")
                ? Optional.of(new TreeSet<>(
                        Arrays.asList(type.replaceAll("^\\[?enums? |]$", "").split("\\|"))))
                : Optional.empty();
    }
}
