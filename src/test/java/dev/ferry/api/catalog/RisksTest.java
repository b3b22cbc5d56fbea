package dev.ferry.api.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the table of risks against the tables of operations. */
final class RisksTest {
    private static final String ID = "65f0000000000000000000a1";

    /** Calls of v1.0 that an operator may know from elsewhere, and that the tables leave out. */
    private static final Set<String> ELSEWHERE = Set.of(
            "PUT /api/public/v1.0/groups/{groupId}/automationConfig",
            "PATCH /api/public/v1.0/groups/{groupId}/backupConfigs/{clusterId}");

    private static Stream<Operation> operations() {
        return Stream.concat(Catalog.atlas().operations().stream(), Catalog.cloudManager().operations().stream());
    }

    private static Risk of(String method, String path, @Nullable Object body) {
        return Risks.of(method, path, Catalogs.SHIPPED.match(method, path).map(Catalog.Match::operation), body);
    }

    @Test
    void every_row_is_a_changing_operation_of_one_of_the_apis() {
        Set<String> rows = Risks.rows().stream()
                .map(row -> row.method() + " " + row.path())
                .collect(Collectors.toCollection(TreeSet::new));
        operations().filter(each -> !each.method().equals("GET")).forEach(each -> rows.remove(each.line()));
        assertEquals(new TreeSet<>(ELSEWHERE), rows);
    }

    @Test
    void every_delete_is_either_severe_or_says_why_it_is_not() {
        List<Operation> deletes =
                operations().filter(each -> each.method().equals("DELETE")).toList();
        assertTrue(deletes.size() > 80, String.valueOf(deletes.size()));
        for (Operation each : deletes) {
            List<Risks.Row> rows = Risks.about(each.method(), each.path());
            assertEquals(1, rows.size(), each.line());
            assertTrue(rows.get(0).risk().changes(), each.line());
            assertTrue(rows.get(0).when().isEmpty(), each.line());
            assertFalse(rows.get(0).because().isEmpty(), each.line());
        }
    }

    @Test
    void every_severe_row_has_a_sentence_and_every_question_is_a_post() {
        for (Risks.Row row : Risks.rows()) {
            switch (row.risk()) {
                case SEVERE -> assertTrue(row.because().matches("[A-Z].*\\."), row.toString());
                case ASKS -> assertEquals("POST", row.method(), row.toString());
                case CHANGES -> assertEquals("DELETE", row.method(), row.toString());
                case READS -> throw new AssertionError(row);
            }
        }
    }

    @Test
    void what_reads_needs_no_row() {
        operations().filter(each -> each.method().equals("GET")).forEach(each -> {
            assertEquals(Risk.READS, Risks.of(each.method(), each.path()));
            assertEquals(List.of(), Risks.about(each.method(), each.path()));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT|/api/atlas/v2/groups/ID/liveMigrations/ID/cutover|SEVERE",
                "POST|/api/atlas/v2/groups/ID:migrate|SEVERE",
                "POST|/api/atlas/v2/groups/ID%3Amigrate|SEVERE",
                "POST|/api/atlas/v2/groups/ID:migr%61te|SEVERE",
                "POST|/api/atlas/v2//groups/ID:migrate/|SEVERE",
                "DELETE|/api/atlas/v2/groups/ID/accessList/203.0.113.0%2F24|CHANGES",
                "DELETE|/api/atlas/v2/groups/ID/accessList/203.0.113.0/24|SEVERE",
                "DELETE|/api/atlas/v2/nobody/knows/this|SEVERE",
                "delete|/api/atlas/v2/nobody/knows/this|SEVERE",
                "DELETE|/elsewhere|SEVERE",
                "POST|/api/atlas/v2/nobody/knows/this|CHANGES",
                "PUT|/api/public/v1.0/groups/ID/automationConfig|SEVERE",
                "PUT|/api/atlas/v1.0/groups/ID/automationConfig|SEVERE",
                "PUT|/api/atlas/v1.5/groups/ID/liveMigrations/ID/cutover|SEVERE",
                "POST|/api/atlas/v1.0/groups/ID/liveMigrations/validate|CHANGES",
                "POST|/api/atlas/v2/groups/ID/liveMigrations/validate|ASKS",
                "POST|/api/atlas/v2/groups/ID/liveMigrations|CHANGES",
                "POST|/api/public/v1.0/orgs/ID/liveExport/migrationLink|CHANGES",
                "DELETE|/api/public/v1.0/orgs/ID/liveExport/migrationLink|SEVERE",
                "GET|/api/atlas/v2/groups/ID|READS",
                "HEAD|/api/atlas/v2/groups/ID|READS"
            })
    void a_path_is_read_as_a_server_reads_it(String method, String path, Risk expected) {
        assertEquals(expected, of(method, path.replace("ID", ID), null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ID%2Fclusters%2Fx%3F",
                "ID%2fclusters%2fx%3f",
                "ID%252Fclusters%252Fx%253F",
                "ID%25252fx",
                "ID%23",
                "ID%3B",
                "ID;v=1",
                "ID%5Cclusters%5Cx",
                "ID\\x",
                "ID%00",
                "ID%0A",
                "ID%",
                "ID%25",
                "ID%c0%af",
                "ID/",
                "..",
                ".",
                "%2e%2E",
                "%2E",
                "",
                "ID%20",
                "ID+",
                "ID%3A",
                "%36%35f0000000000000000000a1",
                "\u0456d"
            })
    void what_may_be_read_in_another_way_only_asks_in_none(String value) {
        for (Operation operation : operations().toList()) {
            if (Risks.of(operation.method(), operation.path()) != Risk.ASKS) {
                continue;
            }
            for (String parameter : operation.pathParameters()) {
                String path = operation
                        .path()
                        .replace("{" + parameter + "}", value.replace("ID", ID))
                        .replaceAll("\\{[^}]*}", ID);
                assertTrue(of(operation.method(), path, null).changes(), path);
            }
            assertEquals(
                    Risk.ASKS,
                    of(operation.method(), operation.path().replaceAll("\\{[^}]*}", ID), null),
                    operation.line());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE|/api/atlas/v2/groups/ID%2Fclusters%2Fprod%3F/accessList/x",
                "DELETE|/api/atlas/v2/groups/ID%2fclusters%2fprod%23/accessList/x",
                "DELETE|/api/atlas/v2/groups/ID%252Fclusters%252Fprod%253F/accessList/x",
                "DELETE|/api/atlas/v2/groups/ID%25252Fclusters%25252Fprod%25253F/accessList/x",
                "DELETE|/api/atlas/v2/groups/ID%5Cclusters%5Cprod%3B/accessList/x",
                "DELETE|/api/atlas/v2/groups/ID%2Fclusters%2Fprod%00/accessList/x",
                "DELETE|/api/atlas/v2/groups/ID/accessList/..%2Fclusters%2Fprod",
                "DELETE|/api/atlas/v2/groups/ID/accessList/%2E%2e%2F%2e%2E%2FID",
                "DELETE|/api/atlas/v2/groups/ID/accessList/%252e%252e/clusters/prod",
                "DELETE|/api/atlas/v2/groups/ID/accessList;x=1/..;y=2/clusters/prod",
                "DELETE|/api/atlas/v2/groups/ID/accessList/..%5c..%5cID",
                "POST|/api/atlas/v2/groups/ID%3Amigrate%3F/accessList",
                "PUT|/api/atlas/v2/groups/ID/liveMigrations/ID%2Fcutover%3Fx",
                "PUT|/api/atlas/v9/groups/ID%2FliveMigrations%2FID%2Fcutover%23/x"
            })
    void a_path_is_as_severe_as_the_worst_that_a_server_may_read_in_it(String method, String path) {
        String whole = path.replace("ID", ID);
        assertEquals(Risk.SEVERE, of(method, whole, null));
        assertFalse(
                Risks.loss(method, whole, Catalogs.SHIPPED.match(method, whole).map(Catalog.Match::operation), null)
                        .isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DELETE|/api/atlas/v2/groups/ID/accessList/203.0.113.0%2f24",
                "DELETE|/api/atlas/v2/groups/ID/accessList/2001:db8::%2F32",
                "POST|/api/atlas/v2/groups/ID/clusters/a%20b%3Fc/backup/snapshots",
                "PATCH|/api/atlas/v2/groups/ID/databaseUsers/%24external/CN=a%2CO=b%3Bc%2Fd"
            })
    void a_value_with_codes_in_it_makes_no_call_severe_that_is_none(String method, String path) {
        assertEquals(Risk.CHANGES, of(method, path.replace("ID", ID), null));
    }

    @Test
    void where_the_body_decides_it_is_looked_at() {
        String migrations = "/api/atlas/v2/groups/" + ID + "/liveMigrations";
        assertEquals(Risk.CHANGES, of("POST", migrations, Map.of("dropDestinationData", false)));
        assertEquals(Risk.SEVERE, of("POST", migrations, Map.of("dropDestinationData", true)));
        assertEquals(Risk.SEVERE, of("POST", migrations, Map.of("dropDestinationData", "TRUE")));
        assertEquals(Risk.SEVERE, of("POST", migrations, Map.of("dropEnabled", true)));
        assertEquals(Risk.SEVERE, of("POST", migrations, List.of(Map.of("dropEnabled", true))));
        assertEquals(Risk.SEVERE, of("POST", migrations, Risks.UNREADABLE));
        assertEquals(Risk.CHANGES, of("POST", migrations, null));

        String backup = "/api/public/v1.0/groups/" + ID + "/backupConfigs/" + ID;
        assertEquals(Risk.SEVERE, of("PATCH", backup, Map.of("statusName", "TERMINATING")));
        assertEquals(Risk.CHANGES, of("PATCH", backup, Map.of("statusName", "STARTED")));

        String restore = "/api/atlas/v2/groups/" + ID + "/clusters/c/backup/restoreJobs";
        assertEquals(Risk.CHANGES, of("POST", restore, Map.of("deliveryType", "download")));
        assertEquals(Risk.SEVERE, of("POST", restore, Map.of("deliveryType", "automated")));
        assertEquals(Risk.SEVERE, of("POST", restore, Map.of()));

        String legacy = "/api/atlas/v2/groups/" + ID + "/clusters/c/restoreJobs";
        assertEquals(Risk.CHANGES, of("POST", legacy, Map.of("delivery", Map.of("methodName", "HTTP"))));
        assertEquals(Risk.SEVERE, of("POST", legacy, Map.of("delivery", Map.of("methodName", "AUTOMATED_RESTORE"))));

        String cluster = "/api/atlas/v2/groups/" + ID + "/clusters/c";
        assertEquals(Risk.CHANGES, of("PATCH", cluster, Map.of("paused", true)));
        assertEquals(Risk.SEVERE, of("PATCH", cluster, Map.of("backupEnabled", false)));
        assertEquals(Risk.CHANGES, of("PATCH", cluster + "/backup/schedule", Map.of("deleteCopiedBackups", List.of())));
        assertEquals(
                Risk.SEVERE,
                of("PATCH", cluster + "/backup/schedule", Map.of("deleteCopiedBackups", List.of(Map.of()))));
    }

    @Test
    void what_cannot_be_undone_is_said_of_severe_calls_alone() {
        assertTrue(Risks.loss(
                        "DELETE",
                        "/api/atlas/v2/orgs/" + ID,
                        Catalogs.SHIPPED.of("DELETE", "/api/atlas/v2/orgs/{o}"),
                        null)
                .startsWith("The organization is gone"));
        assertEquals("", Risks.loss("DELETE", "/elsewhere", Optional.empty(), null));
        assertEquals(
                "",
                Risks.loss(
                        "DELETE",
                        "/api/atlas/v2/groups/" + ID + "/maintenanceWindow",
                        Catalogs.SHIPPED.of("DELETE", "/api/atlas/v2/groups/{g}/maintenanceWindow"),
                        null));
    }
}
