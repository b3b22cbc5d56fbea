package dev.ferry.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.Ferry;
import dev.ferry.JavaProcess;
import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.catalog.PublishedApi;
import dev.ferry.api.http.WireServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
final class CatalogCommandTest {
    private static final String GROUP = "32b6e34b3d91647abb20e7b8";

    @TempDir
    Path folder;

    private Path newer;
    private Path table;

    @BeforeEach
    void publishNewerApi() throws IOException {
        newer = Files.writeString(folder.resolve("newer.json"), PublishedApi.document(newer()));
        table = folder.resolve("home/.config/ferry/catalog/atlas.tsv");
    }

    /** The API of today, with a new operation, a changed one, and without one. */
    private static List<Operation> newer() {
        List<Operation> operations = new ArrayList<>(Catalog.atlas().operations());
        operations.removeIf(operation ->
                operation.id().equals("getSystemStatus") || operation.id().equals("getOrg"));
        Operation org = Catalog.atlas().byName("getOrg").orElseThrow();
        operations.add(new Operation(
                org.id(),
                org.shortId(),
                org.tag(),
                org.method(),
                org.path(),
                List.of("2023-01-01", "2026-10-01"),
                Map.of("2023-01-01", "2028-01-01"),
                List.of("Organization Auditor"),
                org.query(),
                org.headers(),
                org.bodies(),
                versions("2023-01-01", "2026-10-01", "AtlasOrganization"),
                org.success(),
                false));
        operations.add(new Operation(
                "createGroupClusterWidget",
                "createWidget",
                "Widgets",
                "POST",
                "/api/atlas/v2/groups/{groupId}/widgets",
                List.of("2026-10-01"),
                Map.of(),
                List.of("Project Owner"),
                List.of(new Operation.Query("colour", "enum RED|BLUE", true)),
                List.of(),
                new TreeMap<>(Map.of("2026-10-01", "ResourceTag")),
                new TreeMap<>(Map.of("2026-10-01", "Widget")),
                List.of(201),
                false));
        return operations;
    }

    private static SortedMap<String, String> versions(String one, String other, String schema) {
        return new TreeMap<>(Map.of(one, schema, other, schema));
    }

    private Outcome ferry(String... args) {
        return Outcome.of(variables(), "", args);
    }

    private Map<String, String> variables() {
        return Map.of("HOME", folder.resolve("home").toString());
    }

    @Test
    void an_import_prints_what_changed_and_only_that_becomes_the_users_table() throws IOException {
        Outcome outcome = ferry("-o", "csv", "catalog", "import", newer.toString());

        assertEquals(0, outcome.code(), outcome.err());
        List<String> rows = outcome.out().lines().sorted().toList();
        assertEquals(
                List.of(
                        "added,createGroupClusterWidget,operation,[],\"[\"\"POST /api/atlas/v2/groups/{groupId}/widgets\"\"]\"",
                        "change,name,what,before,after",
                        "changed,getOrg,answers,[],\"[\"\"2026-10-01=AtlasOrganization\"\"]\"",
                        "changed,getOrg,roles,\"[\"\"Organization Member\"\"]\",\"[\"\"Organization Auditor\"\"]\"",
                        "changed,getOrg,sunset,[],\"[\"\"2023-01-01=2028-01-01\"\"]\"",
                        "changed,getOrg,versions,[],\"[\"\"2026-10-01\"\"]\"",
                        "removed,getSystemStatus,operation,\"[\"\"GET /api/atlas/v2\"\"]\",[]"),
                rows);
        assertTrue(outcome.err().contains("1 added, 1 removed, 1 changed"), outcome.err());
        assertEquals(3, Files.readAllLines(table).size(), "a heading and two operations");
        assertTrue(ferry("catalog", "diff").err().contains("1 added, 1 changed"));
    }

    @Test
    void an_imported_operation_is_called_by_its_name_in_another_process() throws Exception {
        assertEquals(0, run("catalog", "import", newer.toString()).waitFor());
        try (WireServer server = WireServer.start()) {
            server.answer(201, "{\"id\":\"w1\"}");

            Process process = run(
                    server,
                    "-e",
                    "atlas.api.createWidget(groupId: '" + GROUP + "', colour: 'RED', body: [key: 'a', value: 'b']).id");
            String out = new String(process.getInputStream().readAllBytes(), UTF_8);
            String err = new String(process.getErrorStream().readAllBytes(), UTF_8);

            assertEquals(0, process.waitFor(), err);
            assertEquals("w1", out.strip());
            var request = server.take();
            assertEquals(
                    "POST /api/atlas/v2/groups/" + GROUP + "/widgets?colour=RED",
                    request.getMethod() + " " + request.getTarget());
            assertTrue(String.valueOf(request.getHeaders().get("Accept"))
                    .contains("application/vnd.atlas.2026-10-01+json"));
            assertEquals(
                    "{\"key\":\"a\",\"value\":\"b\"}",
                    String.valueOf(request.getBody().utf8()));
        }
    }

    @Test
    void what_an_imported_operation_takes_is_checked_before_anything_is_sent() throws Exception {
        assertEquals(0, ferry("catalog", "import", newer.toString()).code());
        try (WireServer server = WireServer.start()) {
            Process process = run(
                    server,
                    "-e",
                    "atlas.api.createWidget(groupId: '" + GROUP + "', colour: 'GREEN', body: [key: 'a'])");
            String err = new String(process.getErrorStream().readAllBytes(), UTF_8);

            assertEquals(2, process.waitFor());
            assertTrue(err.contains("'colour'") && err.contains("RED, BLUE"), err);
            assertEquals(0, server.count());
        }
    }

    @Test
    void a_diff_changes_nothing_and_without_differences_says_so() throws IOException {
        Path same = Files.writeString(
                folder.resolve("same.json"),
                PublishedApi.document(Catalog.atlas().operations()));

        assertTrue(ferry("catalog", "diff", newer.toString()).err().contains("1 added, 1 removed, 1 changed"));
        Outcome outcome = ferry("-o", "json", "catalog", "diff", same.toString());
        assertEquals("[]", outcome.out().strip());
        assertTrue(outcome.err().contains("nothing"), outcome.err());
        assertFalse(Files.exists(table));
    }

    @Test
    void a_document_from_an_address_is_asked_for_without_credentials() throws Exception {
        Path packed = folder.resolve("newer.json.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(newer, gzip);
        }
        try (WireServer server = WireServer.start()) {
            server.answer(200, Files.readString(newer));

            Outcome outcome = Outcome.of(
                    with(server),
                    "",
                    "catalog",
                    "import",
                    server.url().toString().replace("//", "//me:secret@") + "/openapi.json");

            assertEquals(0, outcome.code(), outcome.err());
            var request = server.take();
            assertEquals("/openapi.json", request.getTarget());
            assertNull(request.getHeaders().get("Authorization"));
            assertTrue(Files.exists(table));
            assertEquals(0, ferry("catalog", "import", packed.toString()).code());
        }
    }

    @ParameterizedTest
    @CsvSource({"404,{},9", "500,{},9", "200,<html></html>,2", "200,openapi: 3.0.1,2", "200,{,2"})
    void what_an_address_gives_instead_is_one_sentence_and_the_table_stays(int status, String body, int code)
            throws Exception {
        assertEquals(0, ferry("catalog", "import", newer.toString()).code());
        String before = Files.readString(table);
        try (WireServer server = WireServer.start()) {
            server.answer(status, body);

            Outcome outcome = ferry("catalog", "import", server.url() + "/openapi.json");

            assertEquals(code, outcome.code(), outcome.err());
            assertEquals(1, outcome.err().lines().count(), outcome.err());
            assertEquals("", outcome.out());
            assertEquals(before, Files.readString(table));
        }
    }

    @Test
    void an_address_that_nobody_answers_at_and_a_file_that_is_not_there_are_sentences() {
        Outcome nobody = ferry("catalog", "import", "http://127.0.0.1:1/openapi.json");
        Outcome nothing = ferry("catalog", "import", folder.resolve("no.json").toString());
        Outcome aFolder = ferry("catalog", "import", folder.toString());

        assertEquals(9, nobody.code(), nobody.err());
        assertEquals(2, nothing.code(), nothing.err());
        assertTrue(nothing.err().startsWith("There is no file '"), nothing.err());
        assertEquals(2, aFolder.code(), aFolder.err());
        assertFalse((nobody.err() + nothing.err() + aFolder.err()).contains("Exception"));
    }

    @Test
    void operations_are_listed_by_words_and_by_chapter() {
        Outcome words = ferry("catalog", "list", "snapshot", "SHARDED");
        Outcome chapter = ferry("-o", "json", "catalog", "list", "--tag", "clusters");

        assertTrue(words.out().contains("atlas.api.getBackupShardedCluster"), words.out());
        assertFalse(words.out().contains("createCluster"), words.out());
        assertTrue(chapter.out().contains("\"call\": \"atlas.api.createCluster\""), chapter.out());
        assertTrue(ferry("catalog", "list", "no-such-thing").err().contains("No operation fits"));
    }

    @Test
    void an_operation_is_shown_under_any_of_its_names_and_a_wrong_one_is_corrected() {
        for (String name : List.of("getCluster", "getGroupCluster", "atlas.api.getCluster")) {
            assertTrue(ferry("catalog", "show", name)
                    .out()
                    .contains("Clusters: GET /api/atlas/v2/groups/{groupId}/clusters/{clusterName}"));
        }
        assertTrue(
                ferry("-o", "json", "catalog", "show", "cm.api.getGroup").out().contains("\"method\": \"GET\""));
        Outcome wrong = ferry("catalog", "show", "getClustre");
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("Did you mean 'getCluster'?"), wrong.err());
    }

    @Test
    void a_reset_asks_and_forgets_what_was_imported() {
        ferry("catalog", "import", newer.toString());

        assertEquals(3, ferry("catalog", "reset").code(), "nobody is there to be asked");
        assertTrue(Files.exists(table));
        assertEquals(0, ferry("catalog", "reset", "-y").code());
        assertFalse(Files.exists(table));
        assertEquals(2, ferry("catalog", "show", "createWidget").code());
        assertEquals(0, ferry("catalog", "reset").code());
    }

    @Test
    void a_table_that_somebody_broke_is_named_with_its_line() throws IOException {
        ferry("catalog", "import", newer.toString());
        Files.writeString(table, Files.readString(table) + "broken\n");

        Outcome outcome = ferry("catalog", "list");

        assertEquals(2, outcome.code());
        assertTrue(outcome.err().contains("atlas.tsv, line 4"), outcome.err());
        assertEquals(0, ferry("catalog", "import", newer.toString()).code(), "an import mends it");
    }

    @Test
    void completion_scripts_know_the_command() {
        String script = ferry("completion", "bash").out();

        assertTrue(script.contains("catalog") && script.contains("reset") && script.contains("--tag"));
    }

    private Map<String, String> with(WireServer server) {
        Map<String, String> variables = new LinkedHashMap<>(variables());
        variables.put("MONGODB_ATLAS_OPS_MANAGER_URL", server.url().toString());
        variables.put("MONGODB_ATLAS_PUBLIC_API_KEY", "zmmrboas");
        variables.put("MONGODB_ATLAS_PRIVATE_API_KEY", "55c3bbb6-b4bb-0be1-e66d20841f3e");
        return Collections.unmodifiableMap(variables);
    }

    private Process run(String... args) throws IOException {
        return start(variables(), args);
    }

    private Process run(WireServer server, String... args) throws IOException {
        return start(with(server), args);
    }

    private static Process start(Map<String, String> variables, String... args) throws IOException {
        ProcessBuilder builder = JavaProcess.of(Ferry.class, List.of(), List.of(args));
        builder.environment().putAll(variables);
        return builder.start();
    }
}
