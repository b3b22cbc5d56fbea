package dev.ferry.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.http.ApiClient;
import dev.ferry.names.NamedService;
import dev.ferry.names.Names;
import dev.ferry.sandbox.Fault;
import dev.ferry.sandbox.Sandbox;
import dev.ferry.script.Interpreter;
import dev.ferry.script.Session;
import dev.ferry.script.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell on a real sandbox. */
class TreeTest {
    private static final String PROMPT = RunningShell.PROMPT;

    @TempDir
    Path state;

    private static Sandbox sandbox(String... faults) throws IOException {
        return Sandbox.start(Sandbox.Options.standard()
                .withFaults(Stream.of(faults).map(Fault::parse).toList()));
    }

    private static UnaryOperator<Session.Builder> sides(Sandbox sandbox) {
        ApiClient source = new ApiClient(sandbox.sourceAccount(), ApiClient.Settings.defaults());
        ApiClient target = new ApiClient(sandbox.targetAccount(), ApiClient.Settings.defaults());
        return session ->
                session.simulated(true).atlas(() -> new Atlas(target)).cloudManager(() -> new CloudManager(source));
    }

    private RunningShell shell(Sandbox sandbox) {
        return new RunningShell(new VirtualTerminal(110, 150), state, sides(sandbox), RunningShell.SANDBOX, Map.of());
    }

    @Test
    void both_sides_are_drawn_with_their_links_and_states() throws IOException {
        try (Sandbox sandbox = sandbox();
                RunningShell shell = shell(sandbox)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/tree");
            String text = shell.screen.await(
                    "the whole tree", screen -> screen.contains("└─ target") && screen.endsWith(PROMPT));
            assertTrue(text.contains("├─ source  cm"), text);
            assertTrue(text.contains("│  ├─ Acme-OnPrem  "), text);
            assertTrue(text.contains("  link NOT_SYNCED\n"), text);
            assertTrue(text.contains("│  │  │  ├─ orders-rs  REPLICA_SET  "), text);
            assertTrue(text.contains("   │  │  ├─ shop-main  REPLICASET  7.0.16  IDLE\n"), text);
            assertTrue(text.contains("live migrations only as far as Ferry has seen them"), text);
            // The order is that of the services, however the answers came.
            List<String> labs = text.lines()
                    .filter(line -> line.contains("─ Lab "))
                    .map(line -> line.replaceAll(".*─ (Lab \\d+) .*", "$1"))
                    .toList();
            assertEquals(labs.stream().sorted().toList(), labs);
            assertEquals(12, labs.size());
        }
    }

    @Test
    void one_side_and_one_organization_can_be_chosen_and_a_misspelt_one_is_told() throws IOException {
        try (Sandbox sandbox = sandbox();
                RunningShell shell = shell(sandbox)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/tree atlas europe");
            String text =
                    shell.screen.await("the tree", screen -> screen.contains("Support EU") && screen.endsWith(PROMPT));
            assertFalse(text.contains("Acme-Cloud") || text.contains("source"), text);
            shell.screen.enter("/tree cm erupoe");
            shell.screen.await("no organization has 'erupoe' in its name");
        }
    }

    @Test
    void a_branch_that_cannot_be_read_says_so_and_the_others_go_on() throws IOException {
        try (Sandbox sandbox = sandbox("403 match=/groups/64707516beb2b0b6ef914cd7/clusters")) {
            try (RunningShell shell = shell(sandbox)) {
                shell.screen.awaitLast(PROMPT);
                shell.screen.enter("/tree atlas Acme-Europe");
                String text = shell.screen.await(
                        "the tree", screen -> screen.contains("Support EU") && screen.endsWith(PROMPT));
                assertTrue(text.contains("│  └─ not readable  "), text);
                assertTrue(text.contains("payments-eu  REPLICASET"), text);
            }
        }
    }

    @Test
    void ctrl_c_stops_a_tree_that_waits_for_its_service() throws IOException {
        try (Sandbox sandbox = sandbox("latency=20s match=/clusters side=atlas")) {
            try (RunningShell shell = shell(sandbox)) {
                shell.screen.awaitLast(PROMPT);
                shell.screen.enter("/tree atlas");
                shell.screen.await("Acme-Cloud");
                shell.screen.type("\003");
                shell.screen.await("nterrupted");
                shell.screen.awaitLast(PROMPT);
                shell.screen.enter("6 * 7");
                shell.screen.await("\n42\n" + PROMPT);
            }
        }
    }

    @Test
    void as_json_it_is_nested() throws IOException {
        try (Sandbox sandbox = sandbox();
                RunningShell shell = shell(sandbox)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/set output json");
            shell.screen.enter("/tree atlas europe");
            shell.screen.await("\"label\": \"payments-eu\"");
        }
    }

    @Test
    void two_jobs_read_a_slow_service_at_once_while_the_prompt_is_used() throws IOException {
        try (Sandbox sandbox = sandbox("latency=1s")) {
            try (RunningShell shell = shell(sandbox)) {
                shell.screen.awaitLast(PROMPT);
                shell.screen.enter("atlas.orgs.list().collect { it.name } &");
                shell.screen.enter("cm.orgs.list().collect { it.name } &");
                shell.screen.await("job 2 has begun");
                shell.screen.enter("6 * 7");
                String text = shell.screen.await("\n42\n" + PROMPT);
                assertFalse(text.contains("done after"), text);
                shell.screen.await("both", screen -> screen.contains("job 1 done") && screen.contains("job 2 done"));
                shell.screen.enter("_job1.contains('Acme-Cloud') && _job2.contains('Acme-OnPrem')");
                shell.screen.await("\ntrue\n" + PROMPT);
            }
        }
    }

    @Test
    void a_saved_session_runs_again_and_for_another_project() throws IOException {
        Path saved = state.resolve("evening.groovy");
        try (Sandbox sandbox = sandbox()) {
            try (RunningShell shell = shell(sandbox)) {
                shell.screen.awaitLast(PROMPT);
                shell.screen.enter("shop = atlas.projects['Customer 360']");
                shell.screen.awaitLast(PROMPT);
                shell.screen.enter("atlas.clusters.list('641166e13a889c2981762bc7')");
                shell.screen.awaitLast(PROMPT);
                shell.screen.enter("shop.nonsense()");
                shell.screen.awaitLast(PROMPT);
                shell.screen.enter("_.collect { it.name }");
                shell.screen.awaitLast(PROMPT);
                shell.screen.enter("/save " + saved);
                shell.screen.await("Its ids are options: --customer360-id.");
            }
            String text = Files.readString(saved);
            assertTrue(text.contains("// SIMULATED: "), text);
            assertTrue(text.contains("def result1 = atlas.clusters.list(customer360Id)\nresult1.collect"), text);
            assertFalse(text.contains("nonsense"), text);
            Interpreter fresh =
                    new Interpreter(sides(sandbox).apply(Session.builder()).build());
            assertEquals(List.of("customers"), fresh.run(Source.file(saved), List.of()));
            assertEquals(
                    List.of("identity"),
                    fresh.run(Source.file(saved), List.of("--customer360-id", "64ff3f76831f96c000f61d68")));
        }
    }

    @Test
    void organizations_that_are_known_are_offered() throws InterruptedException {
        try (NamedService service = new NamedService()) {
            service.put("/api/atlas/v2/orgs", 1, n -> NamedService.org(NamedService.id('5', n), "Acme Europe"));
            service.put("/api/public/v1.0/orgs", 1, n -> NamedService.org(NamedService.id('6', n), "Elsewhere"));
            try (Names names = service.names(60, null);
                    RunningShell shell = new RunningShell(
                            new VirtualTerminal(100, 40),
                            state,
                            UnaryOperator.identity(),
                            RunningShell.SANDBOX,
                            Map.of(),
                            names)) {
                shell.screen.awaitLast(PROMPT);
                shell.screen.enter("'wa' + 'rm'");
                shell.screen.awaitLast("\nwarm\n" + PROMPT);
                names.settle();
                shell.screen.type("/tree \t");
                String text = shell.screen.await("'Acme Europe'");
                assertTrue(text.contains("Elsewhere") && text.contains("the source"), text);
                shell.screen.type("\007\025/tree cm \t");
                shell.screen.await(PROMPT + " /tree cm Elsewhere");
                shell.screen.type("\025/tree euro\t");
                shell.screen.await(PROMPT + " /tree 'Acme Europe'");
                shell.screen.type("\025");
            }
        }
    }
}
