package dev.ferry.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.output.Streams;
import dev.ferry.output.Streams.Stream;
import dev.ferry.profile.Environment;
import dev.ferry.rehearsal.Production;
import dev.ferry.sandbox.SandboxCredential;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run will be refused for is said before its first change, with the command line that has it all. */
@Timeout(120)
final class NeedsTest {
    private static final String MIGRATE =
            "scripts/migrate-cluster.groovy --source-org Acme-OnPrem --target-org Acme-Cloud"
                    + " --source-project=Shop_Production --deployment orders-rs --target-project Night --target-cluster orders"
                    + " --host-address 203.0.113.0/24";

    /** A change, then one that is irreversible: of something that the plan itself makes, and of something that is there. */
    private static final String MAKES_AND_DROPS = """
            def org = atlas.orgs['Acme-Cloud'].id
            def made = atlas.projects.create(name: "Night's shift", orgId: org)
            atlas.accessList.add(made.id, [[cidrBlock: '10.1.0.0/16']])
            atlas.projects.delete(made.id)
            """;

    @TempDir
    Path home;

    private Production production;
    private Map<String, String> variables = Map.of();

    @BeforeEach
    void start() throws IOException {
        production = Production.start(3000);
        variables = new HashMap<>(production.variables(true));
        variables.put("HOME", home.toString());
    }

    @AfterEach
    void stop() {
        production.close();
    }

    private Outcome ferry(List<String> words) {
        return Outcome.of(variables, "", words.toArray(String[]::new));
    }

    private Outcome ferry(String... words) {
        return ferry(List.of(words));
    }

    /** The same at a terminal where this is typed. */
    private Outcome atTerminal(String typed, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = Streams.of(
                new ByteArrayInputStream(typed.getBytes(UTF_8)), out, err, variables, Set.of(Stream.IN, Stream.ERR));
        int code = CommandLineInterface.run(List.of(words), streams, Environment.of(variables));
        return new Outcome(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    private List<String> changes() {
        return production.changing().stream()
                .filter(line -> !line.endsWith("/liveMigrations/validate"))
                .toList();
    }

    private String plan() {
        return home.resolve("night.plan").toString();
    }

    private Path script(String text) throws IOException {
        return Files.writeString(home.resolve("night.groovy"), text);
    }

    /** A profile of the settings file in place of the variables. */
    private void profile(String settings) throws IOException {
        Path file = home.resolve("config/ferry/config.toml");
        Files.createDirectories(file.getParent());
        Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwx------"));
        Map<String, String> keys = production.variables(false);
        Files.writeString(file, """
                current = "acme"
                [profiles.acme]
                %s
                [profiles.acme.target]
                base_url = "%s"
                public_key = "%s"
                private_key = "%s"
                """.formatted(
                        settings,
                        keys.get("MONGODB_ATLAS_BASE_URL"),
                        keys.get("MONGODB_ATLAS_PUBLIC_API_KEY"),
                        keys.get("MONGODB_ATLAS_PRIVATE_API_KEY")));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        variables = Map.of(
                "HOME",
                home.toString(),
                "XDG_CONFIG_HOME",
                home.resolve("config").toString());
    }

    /** The words of the command line that a refusal, or the hint after a rehearsal, offers, as a shell reads them. */
    private static List<String> offered(String said, String before) throws Exception {
        String line =
                said.lines().filter(each -> each.startsWith(before)).findFirst().orElseThrow();
        String command = line.substring(before.length());
        Process shell = new ProcessBuilder("sh", "-c", "set -- " + command + "; printf '%s\\n' \"$@\"").start();
        String words = new String(shell.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, shell.waitFor(), command);
        List<String> all = words.lines().toList();
        assertEquals("ferry", all.get(0));
        return all.subList(1, all.size());
    }

    private static void refused(Outcome outcome) {
        assertEquals(3, outcome.code(), outcome.err());
        assertTrue(outcome.err().contains("nothing was sent"), outcome.err());
    }

    @Test
    void the_shipped_migration_says_before_it_orders_a_cluster_that_the_cutover_needs_a_name() throws Exception {
        List<String> rehearse = new ArrayList<>(List.of("--yes", "run", "-n", "--plan-out", plan()));
        for (String word : MIGRATE.split(" ", -1)) {
            rehearse.add(word.replace('_', ' '));
        }
        Outcome rehearsed = ferry(rehearse);
        assertEquals(0, rehearsed.code(), rehearsed.err());
        assertTrue(rehearsed.out().contains("   confirm   --confirm=orders\n"), rehearsed.out());

        Outcome refused = ferry("run", "--plan", plan());

        refused(refused);
        assertTrue(refused.err().contains("--confirm=orders"), refused.err());
        assertTrue(refused.err().contains("cutoverGroupLiveMigration"), refused.err());
        assertEquals(List.of(), changes());
        List<String> command = offered(refused.err(), "Run: ");
        assertEquals(offered(rehearsed.err(), "Without a terminal: "), command, "the hint has named them too");
        Outcome run = ferry(command);
        assertEquals(0, run.code(), run.err());
        assertFalse(changes().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"'environment = \"PROD\"',--yes", "'mode = \"read-only\"\nconfirm = \"all\"',--writable"})
    void mode_names_and_answers_are_all_said_at_once_and_the_command_has_them_all(String settings, String one)
            throws Exception {
        profile(settings);
        Path script = script("if (!confirm('Go on?')) return\n" + MAKES_AND_DROPS);
        Outcome rehearsed = ferry("run", "-n", "--plan-out", plan(), script.toString());
        assertEquals(0, rehearsed.code(), rehearsed.err());
        assertTrue(rehearsed.out().contains("   confirm   --confirm='Night'\\''s shift'\n"), rehearsed.out());
        assertTrue(rehearsed.out().contains("Go on? Here: yes. Without a terminal: --yes\n"), rehearsed.out());

        Outcome refused = ferry("run", "--plan", plan(), script.toString());

        refused(refused);
        for (String option : List.of("--writable", "--yes", "--confirm=acme", "--confirm='Night'\\''s shift'", one)) {
            assertTrue(refused.err().contains("\n  " + option + " ("), option + ": " + refused.err());
        }
        assertEquals(List.of(), changes());
        // What is given already is not said again, whatever else is missing.
        Outcome less = ferry("--writable", "--confirm=Night's shift", "run", "--plan", plan(), script.toString());
        refused(less);
        assertFalse(less.err().contains("\n  --writable") || less.err().contains("\n  --confirm='Night"), less.err());
        assertTrue(less.err().contains("\n  --confirm=acme ("), less.err());
        assertEquals(List.of(), changes());
        Outcome run = ferry(offered(refused.err(), "Run: "));
        assertEquals(0, run.code(), run.err());
        assertEquals(3, changes().size());
    }

    @Test
    void an_id_is_as_good_as_the_name_where_the_plan_knows_it() throws Exception {
        Path script = script("""
                def shop = atlas.projects['shop'].id
                atlas.accessList.add(shop, [[cidrBlock: '10.1.0.0/16']])
                atlas.projects.migrate(shop, destinationOrgId: atlas.orgs['Acme-Europe'].id)
                """);
        Outcome rehearsed = ferry("run", "-n", "--plan-out", plan(), script.toString());
        assertEquals(0, rehearsed.code(), rehearsed.err());
        String id = rehearsed
                .out()
                .lines()
                .filter(line -> line.contains("project shop ("))
                .map(line -> line.replaceAll(".*project shop \\((\\w+)\\).*", "$1"))
                .findFirst()
                .orElseThrow();

        refused(ferry("--confirm=Mobile", "run", "--plan", plan()));
        assertEquals(List.of(), changes());
        Outcome run = ferry("--confirm=" + id, "run", "--plan", plan());
        assertEquals(0, run.code(), run.err());
    }

    @Test
    void a_question_that_takes_a_name_is_part_of_what_a_plan_needs() throws Exception {
        Path script = script("if (confirm('Really?', 'the shop')) atlas.projects.create(name: 'Night',"
                + " orgId: atlas.orgs['Acme-Cloud'].id)");
        assertEquals(
                0, ferry("run", "-n", "--plan-out", plan(), script.toString()).code());

        Outcome refused = ferry("run", "--plan", plan());

        refused(refused);
        assertTrue(refused.err().contains("\n  --confirm='the shop' (the script asks 'Really?')\n"), refused.err());
        assertEquals(0, ferry(offered(refused.err(), "Run: ")).code());
    }

    @Test
    void at_a_terminal_only_the_mode_is_missing_and_the_rest_is_asked() throws Exception {
        profile("environment = \"PROD\"");
        Path script = script(MAKES_AND_DROPS);
        assertEquals(
                0, ferry("run", "-n", "--plan-out", plan(), script.toString()).code());

        Outcome refused = atTerminal("", "run", "--plan", plan());
        refused(refused);
        assertTrue(refused.err().contains("\nRun: ferry --writable run --plan "), refused.err());
        assertFalse(refused.err().contains("--confirm"), refused.err());

        Outcome run = atTerminal("acme\nNight's shift\n", "--writable", "run", "--plan", plan());
        assertEquals(0, run.code(), run.err());
        assertEquals(3, changes().size());
    }

    @Test
    void an_option_that_forbids_changes_is_left_out_of_the_command() throws Exception {
        Path script = script("atlas.projects.create(name: 'Night', orgId: atlas.orgs['Acme-Cloud'].id)");
        assertEquals(
                0, ferry("run", "-n", "--plan-out", plan(), script.toString()).code());

        Outcome refused = ferry("--read-only", "run", "--plan", plan());

        refused(refused);
        assertTrue(refused.err().contains("\n  no --read-only: "), refused.err());
        assertEquals(List.of("run", "--plan", plan()), offered(refused.err(), "Run: "));
    }

    @Test
    void a_role_that_is_still_missing_is_said_before_the_change_before_it() throws Exception {
        SandboxCredential who = production.sandbox().credentials().stream()
                .filter(each -> each.side().equals("target") && each.role().equals("GROUP_OWNER"))
                .findFirst()
                .orElseThrow();
        Map<String, String> owner = Map.copyOf(variables);
        String[] ids = ferry("-e", "atlas.projects['shop'].with { id + ' ' + orgId }")
                .out()
                .strip()
                .split(" ", -1);
        variables.remove("MONGODB_ATLAS_CLIENT_ID");
        variables.remove("MONGODB_ATLAS_CLIENT_SECRET");
        variables.put("MONGODB_ATLAS_PUBLIC_API_KEY", who.publicKey());
        variables.put("MONGODB_ATLAS_PRIVATE_API_KEY", who.privateKey());
        Path script = script("""
                atlas.accessList.add(args[0], [[cidrBlock: '10.1.0.0/16']])
                atlas.linkTokens.create(args[1], accessListIps: ['203.0.113.10'])
                """);
        Outcome rehearsed = ferry("run", "-n", "--plan-out", plan(), script.toString(), ids[0], ids[1]);
        assertEquals(0, rehearsed.code(), rehearsed.err());

        Outcome refused = ferry("run", "--plan", plan());
        refused(refused);
        assertTrue(refused.err().contains("a role for change 2, createOrgLiveMigrationLinkToken: "), refused.err());
        assertFalse(refused.err().contains("Run: "), "no option gives a role");
        assertEquals(List.of(), changes());

        // Who has it now is asked again: this one sees more than the plan does, and that alone is told.
        variables = owner;
        Outcome other = ferry("run", "--plan", plan());
        assertEquals(3, other.code(), other.err());
        assertFalse(other.err().contains("a role for"), other.err());
        assertTrue(other.err().contains("does not hold any more"), other.err());
    }

    @Test
    void a_script_that_certainly_changes_something_is_refused_before_its_first_line() throws Exception {
        profile("mode = \"read-only\"");
        Path script = script("println 'first'\nprintln atlas.orgs.list().size()\n"
                + "step('Add') { atlas.projects.create(name: 'Night', orgId: args[0]) }\n");

        Outcome refused = ferry("run", script.toString(), "65f0000000000000000000a1", "it's");

        refused(refused);
        assertEquals("", refused.out());
        assertEquals(List.of(), production.lines(), "nothing was asked");
        assertEquals(
                List.of("--writable", "--confirm=acme", "run", script.toString(), "65f0000000000000000000a1", "it's"),
                offered(refused.err(), "Run: "));
        assertTrue(refused.err().contains("atlas.projects.create in line 3"), refused.err());
    }

    @Test
    void what_may_never_be_reached_is_only_warned_of() throws Exception {
        profile("mode = \"read-only\"");
        Path script =
                script("if (args) {\n  atlas.projects.create(name: 'Night', orgId: args[0])\n}\nprintln 'done'\n");

        Outcome run = ferry("run", script.toString());

        assertEquals(0, run.code(), run.err());
        assertEquals("done\n", run.out());
        assertEquals(
                "ferry: Profile acme is read-only: atlas.projects.create in line 2 would be refused without --writable.\n",
                run.err());
    }

    @Test
    void help_of_a_script_is_never_refused() throws Exception {
        profile("mode = \"read-only\"");
        Path script = script("""
                import picocli.CommandLine.Option
                @Option(names = '--org', required = true, description = 'where')
                @groovy.transform.Field String org
                atlas.projects.create(name: 'Night', orgId: org)
                """);

        assertEquals(0, ferry("run", script.toString(), "--help").code());
        assertEquals(2, ferry("run", script.toString()).code());
        assertEquals(
                3,
                ferry("run", script.toString(), "--org", "65f0000000000000000000a1")
                        .code());
    }

    @Test
    void an_irreversible_change_behind_another_one_is_named_before_that_is_made() throws Exception {
        Path script = script("""
                def shop = atlas.projects['shop'].id
                atlas.accessList.add(shop, [[cidrBlock: '10.1.0.0/16']])
                atlas.clusters.delete(shop, 'orders main')
                atlas.projects.delete(shop)
                """);

        Outcome refused = ferry("run", script.toString());

        refused(refused);
        assertTrue(refused.err().contains("\n  --confirm='orders main' (line 3, atlas.clusters.delete"), refused.err());
        assertTrue(refused.err().contains("\n  --confirm=NAME (line 4, atlas.projects.delete"), refused.err());
        assertEquals(List.of(), changes());
        // A name that was given may be the right one: that is seen when the change is made.
        Outcome run = ferry("--confirm=shop", "run", script.toString());
        assertEquals(3, run.code(), run.err());
        assertEquals(1, changes().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm('Go?')", "def sure = confirm('Go?') && args", "step('Ask') { confirm('Go?') }"})
    void a_question_that_is_certainly_asked_is_refused_at_the_start_where_no_one_can_answer(String question)
            throws Exception {
        Path script = script("println 'first'\natlas.orgs.size()\n" + question + "\nprintln 'last'\n");

        Outcome refused = ferry("run", script.toString());

        refused(refused);
        assertEquals("", refused.out());
        assertEquals("--yes", offered(refused.err(), "Run: ").get(0));
        assertEquals(0, ferry("--yes", "run", script.toString()).code());
        assertEquals(0, atTerminal("y\n", "run", script.toString()).code());
    }

    @Test
    void a_sandbox_of_the_run_asks_for_nothing() throws Exception {
        Outcome run = ferry("--sandbox", "run", script(MAKES_AND_DROPS).toString());
        assertEquals(0, run.code(), run.err());
        refused(ferry("--sandbox", "--read-only", "run", script(MAKES_AND_DROPS).toString()));
    }

    @Test
    void a_page_is_refused_before_its_first_fence() throws Exception {
        profile("mode = \"read-only\"");
        Path page = Files.writeString(
                home.resolve("night.md"),
                "# Night\n\n```groovy\nprintln 'first'\n```\n\n## Then\n\n```groovy\n"
                        + "atlas.projects.create(name: 'Night', orgId: atlas.orgs.list().first().id)\n```\n");

        Outcome refused = ferry("run", page.toString());

        refused(refused);
        assertEquals("", refused.out());
        assertTrue(refused.err().contains("atlas.projects.create in line 10"), refused.err());
    }
}
