package dev.ferry.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.profile.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {
    private static final String PROMPT = RunningShell.PROMPT;

    @TempDir
    Path state;

    @Test
    void set_output_changes_how_values_are_printed() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/set output json");
            shell.screen.enter("[name: 'shop']");
            shell.screen.await("\"name\": \"shop\"");
            shell.screen.enter("/set output jason");
            shell.screen.await("choose one of table, json, jsonl, yaml, csv. Did you mean 'json'?");
            shell.screen.enter("/set outptu");
            shell.screen.await("There is no setting 'outptu'. Did you mean 'output'?");
        }
    }

    @Test
    void a_production_profile_becomes_writable_only_by_its_name() {
        Profile production = new Profile("acme", "PROD", true, null, null);
        try (RunningShell shell = new RunningShell(state, UnaryOperator.identity(), production, Map.of())) {
            shell.screen.awaitLast("ferry acme PROD read-only>");
            shell.screen.enter("/set mode writable");
            shell.screen.await("Changes will be real in PROD. Type acme to go on:");
            shell.screen.enter("");
            shell.screen.await("Still read-only");
            shell.screen.awaitLast("ferry acme PROD read-only>");
            shell.screen.enter("/set mode writable");
            shell.screen.await("to go on:", text -> text.endsWith("to go on:"));
            shell.screen.enter("acme");
            shell.screen.awaitLast("ferry acme PROD writable>");
            shell.screen.enter("/set mode read-only");
            shell.screen.awaitLast("ferry acme PROD read-only>");
        }
    }

    @Test
    void a_script_runs_in_the_session_with_its_arguments() throws IOException {
        Path script = Files.writeString(state.resolve("add up.groovy"), "args*.toInteger().sum()");
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/run '" + script + "' 20 22");
            shell.screen.await("\n42\n" + PROMPT);
            shell.screen.enter("/run missing.groovy");
            shell.screen.await("There is no file missing.groovy.");
        }
    }

    @Test
    void what_succeeded_can_be_saved_as_a_script() throws IOException {
        Path file = state.resolve("evening.groovy");
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("x = 1");
            shell.screen.enter("x.nonsense()");
            shell.screen.enter("y = x + 1");
            shell.screen.enter("/save " + file);
            shell.screen.await("2 lines saved");
            assertTrue(Files.readString(file).endsWith("\n\nx = 1\ny = x + 1\n"), Files.readString(file));
            shell.screen.enter("/save " + file);
            shell.screen.await("exists already");
        }
    }

    @Test
    void variables_are_listed_by_their_types() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("words = ['a']");
            shell.screen.enter("/vars");
            String text = shell.screen.await("List<String>");
            assertTrue(text.contains("words"), text);
        }
    }

    @Test
    void help_on_a_method_tells_all_that_is_known_of_it() {
        try (RunningShell shell = new RunningShell(
                new VirtualTerminal(100, 160), state, UnaryOperator.identity(), RunningShell.SANDBOX, Map.of())) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/help atlas.clusters.create");
            String text = shell.screen.await(
                    "all of the help", screen -> screen.contains("Example, to be edited") && screen.endsWith(PROMPT));
            assertTrue(
                    text.contains(
                            "atlas.clusters.create(groupId, name:, clusterType:, replicationSpecs:, …) → Cluster"),
                    text);
            assertTrue(text.contains("Orders a cluster."), text);
            assertTrue(text.contains("String, required: letters, digits and hyphens; cannot be changed"), text);
            assertTrue(text.contains("GROUP_CLUSTER_CREATOR"), text);
            assertTrue(text.contains("2024-10-23"), text);
            assertTrue(text.contains("yes, refused in a read-only session"), text);
            assertTrue(text.contains("https://www.mongodb.com/docs/"), text);
            assertTrue(text.contains("size of the machines, such as M10, M30, R40"), text);
            assertTrue(text.contains("\n  atlas.clusters.create(groupId,\n      name: 'orders',\n"), text);
        }
    }

    @Test
    void help_on_a_service_lists_its_methods_and_a_wrong_topic_is_a_sentence() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/help cm.orgs");
            String text = shell.screen.await("More on one of them");
            assertTrue(text.contains("list()"), text);
            assertFalse(text.contains("The same as"), text);
            shell.screen.enter("/help atlas.nonsense");
            shell.screen.await("There is no help on 'atlas.nonsense'.");
            shell.screen.enter("/help getGrop");
            shell.screen.await("There is no help on 'getGrop'. Did you mean 'getGroup'? /help lists topics.");
            shell.screen.enter("/help await");
            shell.screen.await("timeout");
        }
    }

    @Test
    void help_on_an_operation_by_name_tells_what_the_tables_know() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/help createLinkToken");
            String text = shell.screen.await("all of the help", screen -> screen.endsWith("])\n" + PROMPT));
            for (String told : List.of(
                    "atlas.api.createLinkToken(orgId:, body:, …)",
                    "Cloud Migration Service: POST /api/atlas/v2/orgs/{orgId}/liveMigrations/linkTokens",
                    "also: atlas.api.createOrgLiveMigrationLinkToken",
                    "also: atlas.linkTokens.create(orgId, …) → LinkToken",
                    "accessListIps:",
                    "Organization Owner",
                    "yes, refused in a read-only session",
                    "docs/api/doc/atlas-admin-api-v2/",
                    "atlas.api.createLinkToken(orgId: '…', body: [\n      accessListIps: ['203.0.113.10'],\n  ])")) {
                assertTrue(text.contains(told), () -> told + " in " + text);
            }
        }
    }

    @Test
    void help_on_all_operations_leads_to_chapters_and_a_word_leads_to_what_has_it() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/help atlas.api");
            shell.screen.await("Those of one chapter: /help atlas.api");
            shell.screen.enter("/help atlas.api clusters");
            shell.screen.await("GET /groups/{groupId}/clusters/{clusterName}/status");
            shell.screen.enter("/help atlas.api Clutsers");
            shell.screen.await("There is no chapter 'Clutsers'.");
            shell.screen.enter("/help atlas.api.getClustre");
            shell.screen.await("There is no operation 'getClustre'. Did you mean 'getCluster'?");
            shell.screen.enter("/help linktokens");
            shell.screen.await("atlas.api.deleteLinkTokens");
            shell.screen.enter("/help cm.api.getGroup");
            shell.screen.await("Projects: GET /api/public/v1.0/groups/{groupId}");
        }
    }

    @Test
    void help_alone_names_every_command() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/help");
            shell.screen.await("Topics for /help");
            // It is longer than the screen.
            String text = shell.screen.written();
            for (String command : List.of(
                    "/set",
                    "/vars",
                    "/last",
                    "/calls",
                    "/run",
                    "/load",
                    "/edit",
                    "/save",
                    "/history",
                    "/jobs",
                    "/tree",
                    "/profile",
                    "/exit")) {
                assertTrue(text.contains("\n  " + command), command);
            }
        }
    }
}
