package dev.ferry.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Roles;
import dev.ferry.api.failure.Hints;
import dev.ferry.script.FerryScript;
import dev.ferry.script.analysis.Analysis;
import dev.ferry.script.analysis.type.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTest {
    private static final String ID = "64aa00000000000000000101";
    private static final Analysis ANALYSIS =
            new Analysis(FerryScript.class, HelpTest.class.getClassLoader(), Catalogs.SHIPPED);
    private static final Help HELP = new Help(
            Catalogs.SHIPPED,
            ANALYSIS::resolve,
            () -> List.of(
                    Entry.of(Kind.COMMAND, "/calls", "/calls", "Lists the calls of this session."),
                    Entry.of(Kind.SETTING, "mode", "/set mode read-only|writable", "Whether changes may leave."),
                    Entry.of(Kind.OPTION, "--read-only", "--read-only, an option of ferry", "Refuse changes.")),
            Asking.PROMPT);

    private static String text(String topic) {
        return text(topic, 100);
    }

    private static String text(String topic, int width) {
        return String.join("\n", HELP.lines(topic, width));
    }

    @Test
    void an_error_code_is_explained_with_its_next_step() {
        assertEquals("""
                IP_ADDRESS_NOT_ON_ACCESS_LIST (HTTP 403)

                The request came from an address that the access list of the API key or service account does not
                have. With an empty list an organization may refuse every address.

                  Next          Add this machine's address to the access list of the API key or service account, not
                                of the project.
                  Type          ferry doctor
                  Answered to   any call""", text("IP_ADDRESS_NOT_ON_ACCESS_LIST"));
        assertTrue(text("cluster_not_found").contains("calls with clusterName in their path, such as atlas."));
    }

    @Test
    void a_word_is_explained_with_what_to_read_next() {
        assertEquals("""
                lag (also: lagtimeseconds)

                How many seconds the copy is behind the source. Small and steady is good; when it does not come
                down, the source writes faster than the copy can follow. It is told only before the cutover.

                  /help atlas.liveMigrations.get            How a migration stands.
                  /help ready for cutover                   The copy has nearly caught up, and the cutover may
                                                            begin.""", text("lag"));
        for (String name : List.of("link token", "link-token", "Link Token", "LINK_TOKEN")) {
            assertTrue(text(name).startsWith("link token (also: token, linktoken)"), name);
        }
    }

    @Test
    void a_role_lists_what_needs_it() {
        String text = text("ORG_OWNER");
        assertTrue(text.startsWith("ORG_OWNER (Organization Owner)\n\nEverything in the organization"), text);
        assertTrue(text.contains("  Cloud Migration Service"), text);
        assertTrue(text.contains("atlas.linkTokens.create"), text);
        assertEquals(text, text("Organization Owner"));
    }

    @Test
    void a_record_and_its_fields_are_explained_by_their_javadoc() {
        String cluster = text("Cluster");
        assertTrue(cluster.startsWith("Cluster (target)\n"), cluster);
        assertTrue(cluster.contains("\nCluster (source)\n"), "both sides have clusters: " + cluster);
        assertTrue(cluster.contains("  Given by                      atlas.clusters.create, "), cluster);
        assertTrue(cluster.contains("See also: /help cluster"), cluster);
        String field = text("Cluster.stateName");
        assertEquals("""
                Cluster.stateName → String

                A field of Cluster.
                IDLE, CREATING, UPDATING, DELETING or REPAIRING.

                More: /help Cluster""", field);
        assertEquals(
                field.replace("Cluster.stateName →", "atlas.clusters.get.stateName →"),
                text("atlas.clusters.get.stateName"));
        assertTrue(text("atlas.clusters.list.stateName").contains("A field of Cluster."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            atlas.clusters                                  | atlas.clusters → Clusters
            atlas.clusters.create                           | atlas.clusters.create(groupId, name:, clusterType:
            atlas.clusters.get(groupId, 'orders')           | atlas.clusters.get(groupId, clusterName, …) → Cluster
            getCluster                                      | atlas.api.
            getGroupCluster                                 | atlas.api.
            atlas.api.getCluster                            | Clusters: GET /api/atlas/v2/groups/{groupId}/clusters/{clusterName}
            GET /api/atlas/v2/groups/{groupId}              | Projects: GET /api/atlas/v2/groups/{groupId}
            GET /groups/{groupId}                           | Projects: GET /api/atlas/v2/groups/{groupId}
            GET /api/public/v1.0/orgs                       | cm.api.listOrgs(
            GET /api/atlas/v2/groups/64aa00000000000000000101/clusters/orders | /clusters/{clusterName}
            429                                             | RATE_LIMITED_TOKEN_BUCKET
            http 403                                        | HTTP 403
            exit 3                                          | Refused, declined or cancelled
            /calls                                          | Lists the calls of this session.
            mode                                            | /set mode read-only|writable
            --read-only                                     | Refuse changes.
            MONGODB_ATLAS_PUBLIC_API_KEY                    | The target's public key
            FERRY_PROFILE                                   | The profile to work with
            await                                           | timeout
            step                                            | A named part of a run
            collect                                         | atlas.projects.list().collect { it.name }
            scripts/move-project.groovy                     | Moves a project of Atlas
            move-project                                    | its options: ferry run scripts/move-project.groovy --help
            migrate-a-cluster                               | Run it: /run scripts/migrate-a-cluster.md
            invalid_client                                  | The token endpoint does not know this client id
            group                                           | project (also: group, groups)
            atlas.Cluster                                   | Cluster (target)
            """)
    void every_kind_of_topic_has_an_answer(String topic, String expected) {
        for (int width : new int[] {100, 60, 40}) {
            String text = text(topic, width);
            assertTrue(text.replaceAll("\\s+", " ").contains(expected), text);
        }
    }

    @Test
    void a_word_that_is_a_function_too_is_explained_as_both() {
        String step = text("step");
        assertTrue(step.contains("A named part of a run") && step.contains("step(name, work)"), step);
    }

    @Test
    void words_find_what_has_them_with_what_to_type_next() {
        String move = text("move project");
        assertTrue(move.lines().anyMatch(line -> line.startsWith("  /help atlas.projects.migrate ")), move);
        assertTrue(move.contains("  /help scripts/move-project.groovy "), move);
        String list = text("ip address access");
        assertTrue(list.contains("  /help IP_ADDRESS_NOT_ON_ACCESS_LIST"), list);
        String add = text("add access list entries");
        assertTrue(add.contains("  /help atlas.accessList.add"), add);
        String some = text("cutover nonsensical");
        assertTrue(some.startsWith("Nothing has all of these words; some have most of them:"), some);
        assertTrue(move.lines().count() < 50, move);
    }

    @Test
    void an_unknown_topic_names_the_nearest_of_all() {
        for (String[] wrong : new String[][] {
            {"getGrop", "getGroup"},
            {"GROUP_NOT_FUOND", "GROUP_NOT_FOUND"},
            {"valdation", "validation"},
            {"ORG_OWNR", "ORG_OWNER"},
            {"atlas.clusters.craete", "atlas.clusters.create"},
            {"awiat", "await"}
        }) {
            UnknownTopicException unknown =
                    assertThrows(UnknownTopicException.class, () -> text(wrong[0]), () -> text(wrong[0]));
            assertEquals(
                    "There is no help on '" + wrong[0] + "'. Did you mean '" + wrong[1] + "'? /help lists topics.",
                    unknown.getMessage());
        }
    }

    static Stream<Entry> entries() {
        return HELP.entries().stream();
    }

    @Test
    void every_entry_has_a_sentence_and_lines_that_fit_and_is_found_by_its_name() {
        for (Entry entry : HELP.entries()) {
            assertFalse(entry.summary().get().isBlank(), entry.kind() + " " + entry.name());
            List<String> lines = entry.lines().apply(80);
            assertTrue(lines.size() > 2, entry.name());
            assertFalse(HELP.lines(entry.name(), 80).isEmpty(), entry.name());
            if (entry.kind() == Kind.ERROR || entry.kind() == Kind.WORD || entry.kind() == Kind.ROLE) {
                lines.stream()
                        .filter(line -> line.length() > 80 && line.strip().contains(" "))
                        // A name that is longer than its column has a line of its own.
                        .forEach(line -> assertTrue(line.strip().startsWith("/help "), entry.name() + ": " + line));
            }
        }
    }

    @Test
    void every_code_that_the_sandbox_answers_with_has_a_row() throws IOException {
        String codes = Files.readString(Path.of("src/main/java/dev/ferry/sandbox/ErrorCode.java"));
        List<String> names = Pattern.compile("(?m)^    ([A-Z_]+)\\(\\s*(\\d+)")
                .matcher(codes)
                .results()
                .map(match -> match.group(1) + " " + match.group(2))
                .toList();
        assertTrue(names.size() > 90, names.toString());
        for (String name : names) {
            String code = name.substring(0, name.indexOf(' '));
            Hints.Hint hint = Hints.code(code).orElseThrow(() -> new AssertionError(code));
            assertEquals(name, code + " " + hint.status());
        }
        String oauth = Files.readString(Path.of("src/main/java/dev/ferry/sandbox/OAuth.java"));
        Pattern.compile("\"((?:invalid|unsupported|rate|server)_[a-z_]+)\"")
                .matcher(oauth)
                .results()
                .map((MatchResult match) -> match.group(1))
                .filter(word -> !word.equals("rate_limit"))
                .forEach(word -> assertTrue(Hints.code(word).isPresent(), word));
    }

    @Test
    void every_word_that_the_project_uses_has_a_topic() {
        String words = "organization, project, group, deployment, cluster, link token, migration link, migration host,"
                + " validation, live migration, lag, ready for cutover, cutover, profile, run, step, journal, runbook,"
                + " sandbox, rehearsal, mongosync, access list, Digest, service account, API key, role, snapshot, source,"
                + " target, read-only, version, request id, rate limit";
        for (String word : words.split(", ")) {
            assertTrue(
                    HELP.entries().stream()
                            .filter(entry -> entry.kind() == Kind.WORD)
                            .anyMatch(entry -> entry.name().equalsIgnoreCase(word)
                                    || entry.aliases().contains(word)),
                    word);
        }
    }

    @Test
    void every_topic_that_another_refers_to_exists() {
        Set<String> own = Set.of("/profile", "/run", "/runs", "/calls", "ferry journal", "mode");
        Set<String> missing = new TreeSet<>();
        for (Entry entry : HELP.entries()) {
            if (entry.kind() == Kind.WORD) {
                for (String line : entry.lines().apply(400)) {
                    if (line.startsWith("  /help ")) {
                        String topic = line.substring(8).replaceAll("  .*", "").strip();
                        boolean option = topic.startsWith("--");
                        if (!own.contains(topic) && !option && !explained(topic)) {
                            missing.add(entry.name() + " → " + topic);
                        }
                    }
                }
            }
        }
        Stream.concat(Hints.codes().stream(), Hints.statuses().stream()).forEach(hint -> Stream.concat(
                        hint.calls().stream().filter(call -> call.matches("(atlas|cm)\\..*")),
                        Stream.of(hint.line())
                                .filter(line -> line.matches("/help [^-].*|(atlas|cm)\\..*"))
                                .map(line -> line.replaceFirst("^/help ", "")))
                .filter(topic -> !explained(topic))
                .forEach(topic -> missing.add(hint.name() + " → " + topic)));
        assertEquals(Set.of(), missing);
    }

    /** Whether the topic has an explanation of its own: a list of what has its words is none. */
    private static boolean explained(String topic) {
        try {
            return HELP.lines(topic, 100).stream()
                    .noneMatch(line -> Arrays.stream(Kind.values()).anyMatch(kind -> line.equals(kind.heading())));
        } catch (UnknownTopicException e) {
            return false;
        }
    }

    @Test
    void every_role_of_the_tables_is_known() {
        Set<String> constants = Roles.all().stream().map(Roles.Role::constant).collect(Collectors.toSet());
        Stream.of(Catalogs.SHIPPED.atlas(), Catalogs.SHIPPED.cloudManager())
                .flatMap(catalog -> catalog.operations().stream())
                .flatMap(operation -> operation.roles().stream())
                .forEach(role -> assertTrue(constants.contains(Roles.constant(role)), role));
        Services.calls().stream()
                .flatMap(call -> call.endpoint().stream())
                .flatMap(endpoint -> endpoint.roles().stream())
                .forEach(role -> assertTrue(constants.contains(role), role));
    }

    @Test
    void every_variable_that_is_read_is_explained() throws IOException {
        Pattern variable =
                Pattern.compile("\"((?:FERRY|MONGODB_ATLAS|MCLI|XDG)_[A-Z_]+|NO_COLOR|NO_PROXY|HTTPS_PROXY|COLUMNS)\"");
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                variable.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(1))
                        .filter(name -> HELP.entries().stream()
                                .noneMatch(entry -> entry.kind() == Kind.VARIABLE
                                        && entry.name().equals(name)))
                        .forEach(missing::add);
            }
        }
        assertEquals(Set.of(), missing);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void the_skeleton_of_a_call_with_a_body_passes_the_check(String call) {
        List<String> lines = HELP.lines(call, 100);
        int start = lines.lastIndexOf("Example, to be edited");
        assertTrue(start > 0, String.join("\n", lines));
        String skeleton = String.join("\n", lines.subList(start + 1, lines.size()))
                .replaceAll("(clientId\\W+)'…'", "$1'mdb_sa_id_" + ID + "'")
                .replace("'…'", "'" + ID + "'");
        assertEquals(List.of(), ANALYSIS.check(skeleton, Scope.EMPTY).diagnostics(), skeleton);
    }

    static Stream<String> bodies() {
        return Stream.concat(
                Services.calls().stream()
                        .filter(call -> call.endpoint().isPresent()
                                && !call.endpoint().get().request().verb().equals("GET")
                                && NamedParameters.of(call.method()).stream().anyMatch(named -> named.required()))
                        .map(Services.Call::path),
                Stream.concat(
                        Catalogs.SHIPPED.atlas().operations().stream()
                                .filter(operation -> operation.takesBody())
                                .map(operation -> "atlas.api." + operation.id()),
                        Catalogs.SHIPPED.cloudManager().operations().stream()
                                .filter(operation -> operation.takesBody())
                                .map(operation -> "cm.api." + operation.id())));
    }
}
