package dev.ferry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.squareup.moshi.Moshi;
import com.sun.net.httpserver.HttpServer;
import dev.ferry.output.Streams;
import dev.ferry.profile.Environment;
import dev.ferry.sandbox.Sandbox;
import dev.ferry.sandbox.SandboxCredential;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckCommandTest {
    private static final String WRONG = "def all = atlas.orgs.list()\natlas.clusters.lst(all.first().id)\n";
    private static final String COMPLAINT = ":2:16: error: Clusters has no method 'lst' (did you mean 'list'?)\n";

    @TempDir
    Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start_a_server_that_counts() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] body = "{\"results\":[],\"totalCount\":0}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop_the_server() {
        server.stop(0);
    }

    private Map<String, String> variables() {
        return Map.of("HOME", folder.toString());
    }

    private Map<String, String> connected() {
        Map<String, String> variables = new HashMap<>(variables());
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        for (String name : List.of("MONGODB_ATLAS_", "MCLI_")) {
            variables.put(name + "PUBLIC_API_KEY", "zmmrboas");
            variables.put(name + "PRIVATE_API_KEY", "55c3bbb6-b4bb-0be1-e66d20841f3e");
            variables.put(name + "OPS_MANAGER_URL", url);
            variables.put(name + "BASE_URL", url);
        }
        variables.put("MONGODB_ATLAS_BASE_URL", url);
        return variables;
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static Object json(String text) throws IOException {
        return new Moshi.Builder().build().adapter(Object.class).fromJson(text);
    }

    private Outcome check(String... arguments) {
        String[] all = Stream.concat(Stream.of("check"), Stream.of(arguments)).toArray(String[]::new);
        return Outcome.of(variables(), "", all);
    }

    @Test
    void a_mistake_is_a_line_with_its_place_and_what_was_meant() throws IOException {
        String wrong = file("wrong.groovy", WRONG);
        String right = file("right.groovy", "println atlas.orgs.list().size()\n");

        Outcome outcome = check(wrong, right);

        assertEquals(wrong + COMPLAINT, outcome.out());
        assertEquals("1 mistake in 2 files.\n", outcome.err());
        assertEquals(2, outcome.code());
        assertEquals(new Outcome(0, "", "Nothing is wrong in 1 file.\n"), check(right));
    }

    @Test
    void standard_input_is_checked_too() {
        Outcome outcome = Outcome.of(variables(), WRONG, "check", "-");

        assertEquals("standard input" + COMPLAINT, outcome.out());
        assertEquals(2, outcome.code());
    }

    @Test
    void programs_get_it_as_objects() throws IOException {
        String wrong = file("wrong.groovy", WRONG);

        Object rows = json(check("-o", "json", wrong).out());

        assertEquals(
                List.of(Map.of(
                        "file",
                        wrong,
                        "line",
                        2.0,
                        "column",
                        16.0,
                        "endColumn",
                        19.0,
                        "severity",
                        "error",
                        "message",
                        "Clusters has no method 'lst'.",
                        "suggestion",
                        "list")),
                rows);
        assertTrue(
                check("-o", "csv", wrong).out().startsWith("file,line,column,endColumn,severity,message,suggestion\n"));
        assertEquals("[]\n", check("-o", "json", file("right.groovy", "1\n")).out());
    }

    @Test
    void a_page_is_checked_fence_by_fence_with_the_lines_of_the_page() throws IOException {
        String page = file("page.md", """
                # Look

                ```groovy
                import dev.ferry.api.atlas.Project
                def shop = atlas.projects['shop']
                def label(Project p) { p.name }
                ```

                ## Go on

                ```groovy
                println label(shop)
                Project again = shop
                println again.clusterCoutn + shop.nmae
                ```
                """);

        assertEquals(
                page + ":14:15: error: Project has no 'clusterCoutn' (did you mean 'clusterCount'?)\n" + page
                        + ":14:35: error: Project has no 'nmae' (did you mean 'name'?)\n",
                check(page).out());
    }

    @Test
    void what_cannot_be_checked_is_said_in_a_sentence_and_the_others_are_checked() throws IOException {
        String wrong = file("wrong.groovy", WRONG);
        String binary = folder.resolve("binary.groovy").toString();
        Files.write(Path.of(binary), new byte[] {1, 0, (byte) 0xff, 2});
        String huge = file("huge.groovy", "x".repeat((1 << 20) + 1));

        Outcome outcome = check(
                folder.resolve("missing.groovy").toString(),
                folder.toString(),
                binary,
                file("empty.groovy", ""),
                huge,
                file("prose.md", "# Nothing\n"),
                wrong);

        assertEquals(wrong + COMPLAINT, outcome.out());
        assertEquals(
                List.of(
                        "There is no file " + folder.resolve("missing.groovy") + ".",
                        folder + " is a folder; name the scripts in it.",
                        binary + " is no text in UTF-8.",
                        folder.resolve("empty.groovy") + " is empty: there is nothing to check.",
                        huge + " has more than 1 MB: that is no script.",
                        folder.resolve("prose.md") + " has no block fenced with ```groovy: there is nothing to run.",
                        "1 mistake in 1 file."),
                outcome.err().lines().toList());
        assertEquals(2, outcome.code());
        assertEquals(2, check().code());
    }

    @Test
    void a_terminal_shows_the_place_in_the_text() throws IOException {
        String wrong = file("wrong.groovy", WRONG);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, String> variables = new HashMap<>(variables());
        variables.put("TERM", "dumb");
        Streams streams = Streams.of(
                        new ByteArrayInputStream(new byte[0]), out, out, variables, Set.of(Streams.Stream.OUT))
                .withWidth(() -> 30);

        CommandLineInterface.run(List.of("check", wrong), streams, Environment.of(variables));
        streams.out().flush();

        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertTrue(lines.get(1).startsWith("  2 | "), lines.toString());
        int caret = lines.get(2).indexOf("^^^");
        assertEquals("lst", lines.get(1).substring(caret, caret + 3));
        assertTrue(lines.get(1).length() <= 30, lines.toString());
    }

    @Test
    void effects_are_a_table_of_what_may_be_called() throws IOException {
        String script = file(
                "changes.groovy",
                "def shop = atlas.projects['shop']\natlas.clusters.delete(shop.id, 'old')\ndef f(x) { x.delete('a') }\nf(atlas.teams)\n");

        Outcome outcome = check("--effects", "-o", "json", script);

        List<?> rows = (List<?>) json(outcome.out());
        assertEquals(2, rows.size());
        Map<?, ?> delete = (Map<?, ?>) rows.get(1);
        assertEquals("DELETE", delete.get("method"));
        assertEquals("deleteGroupCluster", delete.get("operation"));
        assertEquals("/api/atlas/v2/groups/{groupId}/clusters/{clusterName}", delete.get("path"));
        assertEquals(true, delete.get("changes"));
        assertEquals(List.of("GROUP_OWNER"), delete.get("roles"));
        assertEquals(2.0, delete.get("line"));
        assertTrue(outcome.err().contains("line 3 cannot be told before the run"), outcome.err());
        assertEquals(0, outcome.code());
        assertTrue(check("--effects", script).out().contains("atlas.clusters.delete"));
    }

    @Test
    void what_the_remembered_migrations_ask_is_listed_too() throws IOException {
        String script = file(
                "migrations.groovy",
                "println migrations.list(open: true)\nmigrations.find('65f0c0ffee0000000000abcd')\nmigrations.exportTo('x')\n");

        List<?> rows = (List<?>) json(check("--effects", "-o", "json", script).out());

        assertEquals(
                List.of(
                        "1 getGroupLiveMigration",
                        "1 getGroup",
                        "2 listGroupEvents",
                        "2 getGroupLiveMigration",
                        "2 getGroup"),
                rows.stream()
                        .map(row -> (Map<?, ?>) row)
                        .map(row -> ((Number) row.get("line")).intValue() + " " + row.get("operation"))
                        .toList());
        assertTrue(
                rows.stream().allMatch(row -> ((Map<?, ?>) row).get("changes").equals(false)));
    }

    private Outcome checkAs(Sandbox sandbox, String role, String... arguments) {
        SandboxCredential who = sandbox.credentials().stream()
                .filter(each -> each.side().equals("target") && each.role().equals(role))
                .findFirst()
                .orElseThrow();
        Map<String, String> variables = new HashMap<>(variables());
        variables.put("MONGODB_ATLAS_BASE_URL", sandbox.baseUrl().toString());
        variables.put("MONGODB_ATLAS_PUBLIC_API_KEY", who.publicKey());
        variables.put("MONGODB_ATLAS_PRIVATE_API_KEY", who.privateKey());
        return Outcome.of(
                variables,
                "",
                Stream.concat(Stream.of("check", "--can-i"), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    @Test
    void can_i_names_what_would_be_refused_and_nothing_else_stops_it() throws IOException {
        String script = file(
                "changes.groovy",
                "def shop = atlas.projects['shop']\natlas.clusters.delete(shop.id, 'old')\ncm.orgs.list()\n");
        String asking = file("asking.groovy", "atlas.clusters.list(atlas.projects['shop'].id)\ncm.orgs.list()\n");
        try (Sandbox sandbox = Sandbox.start(Sandbox.Options.standard().withSpeed(0))) {
            Outcome refused = checkAs(sandbox, "GROUP_READ_ONLY", "-o", "json", script);

            Map<Object, Object> allowed = new HashMap<>();
            for (Object each : (List<?>) json(refused.out())) {
                Map<?, ?> row = (Map<?, ?>) each;
                allowed.put(row.get("operation"), row.get("allowed"));
            }
            assertEquals("no", allowed.get("deleteGroupCluster"), refused.out());
            // There are no credentials for Cloud Manager, so that nobody can be asked.
            assertEquals("unknown", allowed.get("listOrgs"), refused.out());
            assertTrue(
                    refused.err()
                            .contains(
                                    ":2: atlas.clusters.delete would be refused: Project Owner is missing for every project"
                                            + " that is visible; held is Project Read Only."),
                    refused.err());
            assertEquals(4, refused.code(), refused.err());

            Outcome unknown = checkAs(sandbox, "GROUP_READ_ONLY", asking);
            assertTrue(unknown.out().contains("unknown") && unknown.out().contains("yes"), unknown.out());
            assertEquals(0, unknown.code(), unknown.err());
            assertEquals(0, checkAs(sandbox, "ORG_OWNER", script).code());
        }
    }

    @Test
    void can_i_without_anybody_to_ask_is_unknown_and_stops_nothing() throws IOException {
        Outcome outcome =
                check("--can-i", file("a.groovy", "atlas.clusters.delete('0123456789abcdef01234567', 'old')\n"));

        assertTrue(outcome.out().contains("unknown"), outcome.out());
        assertEquals(0, outcome.code(), outcome.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "-", "-e", "page"})
    void a_run_with_a_mistake_sends_nothing(String way) throws IOException {
        String script = file("wrong.groovy", WRONG);
        String page = file("wrong.md", "# Do\n```groovy\n" + WRONG + "```\n");
        Outcome outcome =
                switch (way) {
                    case "file" -> Outcome.of(connected(), "", "run", script);
                    case "-" -> Outcome.of(connected(), WRONG, "run", "-");
                    case "-e" -> Outcome.of(connected(), "", "-e", WRONG);
                    default -> Outcome.of(connected(), "", page);
                };

        assertEquals(0, asked.get());
        assertEquals(2, outcome.code());
        assertEquals("", outcome.out());
        assertTrue(
                outcome.err().contains(":16: error: Clusters has no method 'lst' (did you mean 'list'?)"),
                outcome.err());
        assertTrue(outcome.err().contains("Nothing was run."), outcome.err());
    }

    @Test
    void a_run_that_is_not_to_be_checked_goes_as_far_as_it_can() throws IOException {
        String script = file("wrong.groovy", WRONG);

        Outcome outcome = Outcome.of(connected(), "", "run", "--no-check", script);

        assertTrue(asked.get() > 0, outcome.err());
        assertEquals(1, outcome.code());
    }

    @Test
    void a_script_that_was_right_is_not_looked_at_again_until_it_changes() throws IOException {
        String script = file("right.groovy", "println atlas.orgs.list().size()\n");
        Path cache = folder.resolve(".cache/ferry/scripts");

        assertEquals(0, Outcome.of(connected(), "", "run", script).code());
        long files = count(cache);
        assertEquals(0, Outcome.of(connected(), "", "run", script).code());
        assertEquals(files, count(cache));

        file("right.groovy", WRONG);
        assertEquals(2, Outcome.of(connected(), "", "run", script).code());
        assertEquals(files, count(cache));
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void checking_runs_nothing_of_a_script() throws IOException {
        Path written = folder.resolve("written");
        String script = file(
                "writes.groovy",
                "@Grab('no.such:module:1')\nimport no.such.Thing\nnew File('" + written
                        + "').text = 'x'\natlas.orgs.list()\n");

        Outcome outcome = Outcome.of(connected(), "", "check", script);

        assertEquals(0, outcome.code(), outcome.out() + outcome.err());
        assertFalse(Files.exists(written));
        assertEquals(0, asked.get());
    }
}
