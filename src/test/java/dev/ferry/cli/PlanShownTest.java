package dev.ferry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.json.JsonFormat;
import dev.ferry.output.TextWidth;
import dev.ferry.rehearsal.Production;
import dev.ferry.rehearsal.plan.Plan;
import dev.ferry.rehearsal.plan.PlanFile;
import dev.ferry.rehearsal.plan.PlanText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rehearsal says, in every format and at every width, and what it keeps in the file of the plan. */
@Timeout(120)
class PlanShownTest {
    private static final String TWO = """
            def org = atlas.orgs['Acme-Cloud'].id
            def night = atlas.projects.create(name: 'Night', orgId: org)
            atlas.accessList.add(night.id, [[cidrBlock: '10.1.0.0/16']])
            """;
    private static final List<String> MOVE =
            List.of("scripts/move-project.groovy", "--project", "Mobile", "--to", "Acme-Europe");

    @TempDir
    Path home;

    private static Production production;
    private Map<String, String> variables = Map.of();

    @BeforeAll
    static void start() throws IOException {
        production = Production.start(0);
    }

    @AfterAll
    static void stop() {
        assertEquals(List.of(), production.changing());
        production.close();
    }

    @BeforeEach
    void workAsTheOwners() {
        variables = new HashMap<>(production.variables(false));
        variables.put("HOME", home.toString());
    }

    private Outcome rehearse(String input, List<String> before, List<String> what) {
        List<String> words = new ArrayList<>(before);
        words.addAll(what);
        Outcome outcome = Outcome.of(variables, input, words.toArray(String[]::new));
        assertEquals(0, outcome.code(), outcome.err());
        return outcome;
    }

    private void workAsAccounts() {
        variables = new HashMap<>(production.variables(true));
        variables.put("HOME", home.toString());
    }

    private Path file() {
        return home.resolve("night.plan");
    }

    private Plan kept(List<String> what) {
        rehearse("", List.of("run", "-n", "-y", "--plan-out", file().toString()), what);
        return PlanFile.read(file()).plan();
    }

    @Test
    void json_is_the_plan_as_one_object() throws IOException {
        Outcome outcome = rehearse("", List.of("-o", "json", "-n", "-e"), List.of(TWO));
        Map<?, ?> plan = (Map<?, ?>) new JsonFormat().adapter(Object.class).fromJson(outcome.out());
        assertEquals(true, plan.get("simulated"));
        assertEquals(2, ((List<?>) plan.get("changes")).size());
        assertEquals("-e", ((Map<?, ?>) plan.get("subject")).get("script"));
    }

    @Test
    void jsonl_is_a_line_for_each_change_and_each_says_that_it_is_simulated() throws IOException {
        List<String> lines = rehearse("", List.of("-o", "jsonl", "-n", "-e"), List.of(TWO))
                .out()
                .lines()
                .toList();
        assertEquals(2, lines.size(), lines::toString);
        for (String line : lines) {
            Map<?, ?> change =
                    (Map<?, ?>) new JsonFormat().adapter(Object.class).fromJson(line);
            assertEquals(true, change.get("simulated"));
            assertEquals(lines.indexOf(line) + 1, ((Number) change.get("number")).intValue());
        }
    }

    @Test
    void csv_is_a_row_for_each_change_and_yaml_the_whole() {
        List<String> rows = rehearse("", List.of("-o", "csv", "-n", "-e"), List.of(TWO))
                .out()
                .lines()
                .toList();
        assertEquals(3, rows.size(), rows::toString);
        assertTrue(rows.get(0).startsWith("simulated,number,operation,"), rows.get(0));
        assertTrue(rows.get(2).startsWith("true,2,createGroupAccessListEntry,"), rows.get(2));
        String yaml =
                rehearse("", List.of("-o", "yaml", "-n", "-e"), List.of(TWO)).out();
        assertTrue(yaml.startsWith("simulated: true\n"), yaml);
        assertTrue(yaml.contains("\nchanges:\n- simulated: true\n  number: 1\n"), yaml);
    }

    @Test
    void standard_input_is_rehearsed_and_its_plan_takes_the_same_text_again() {
        Outcome outcome = rehearse(TWO, List.of("run", "-n", "--plan-out", file().toString(), "-"), List.of());
        assertTrue(outcome.out().startsWith("SIMULATED: plan of -, 2 changes. "), outcome.out());
        assertTrue(outcome.err().contains("'ferry run --plan " + file() + " -' runs it"), outcome.err());
        Outcome other = Outcome.of(variables, TWO.replace("Night", "Day"), "run", "--plan", file().toString(), "-");
        assertEquals(3, other.code(), other.err());
        assertTrue(other.err().contains("- is not the script of the plan"), other.err());
        Outcome nothing = Outcome.of(variables, "", "run", "--plan", file().toString());
        assertEquals(2, nothing.code(), nothing.err());
    }

    @Test
    void a_script_is_run_by_its_plan_alone_as_the_rehearsal_says() {
        workAsAccounts();
        Outcome outcome = rehearse("", List.of("run", "-n", "--plan-out", file().toString()), MOVE);
        assertTrue(outcome.err().contains("'ferry run --plan " + file() + "' runs it"), outcome.err());
        Outcome run = Outcome.of(variables, "", "run", "--plan", file().toString());
        assertEquals(3, run.code(), run.err());
        assertTrue(run.err().contains("--confirm=Mobile"), run.err());
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 40})
    void the_cards_fit_the_window_and_lose_nothing(int width) {
        Plan plan = kept(List.of("scripts/migrate-a-cluster.md", "Shop Production", "orders-rs", "shop", "shop-main"));
        List<String> lines = new PlanText(width, false).of(plan);
        List<String> wide =
                lines.stream().filter(line -> TextWidth.of(line) > width).toList();
        assertEquals(List.of(), wide);
        assertEquals(
                letters(new PlanText(Integer.MAX_VALUE, false).of(plan)), letters(lines), "only the breaks are others");
        assertEquals(
                plan.changes().size(),
                lines.stream()
                        .filter(line -> line.matches("(\\d| ) .*SIMULATED"))
                        .count());
    }

    @Test
    void where_a_plan_cannot_be_written_nothing_is_rehearsed() throws IOException {
        int asked = production.lines().size();
        for (Path place : List.of(
                home.resolve("none/night.plan"),
                home,
                Files.createFile(home.resolve("x")).resolve("y"))) {
            Outcome outcome = Outcome.of(variables, "", "-n", "-y", "--plan-out", place.toString(), "-e", TWO);
            assertEquals(2, outcome.code(), outcome.err());
            assertTrue(outcome.err().startsWith("Cannot write the plan to " + place + ": "), outcome.err());
        }
        assertEquals(asked, production.lines().size());
    }

    @Test
    void the_command_that_is_offered_names_the_profile_and_lets_changes_leave_where_they_may_not() throws IOException {
        Path folder = Files.createDirectories(
                home.resolve(".config/ferry"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path settings = Files.writeString(folder.resolve("config.toml"), """
                [profiles.acme]
                environment = "PROD"
                [profiles.acme.target]
                base_url = "%s"
                public_key = "%s"
                private_key = "%s"
                """.formatted(
                        variables.get("MONGODB_ATLAS_BASE_URL"),
                        variables.get("MONGODB_ATLAS_PUBLIC_API_KEY"),
                        variables.get("MONGODB_ATLAS_PRIVATE_API_KEY")));
        Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-------"));
        variables = Map.of("HOME", home.toString());
        Path script = Files.writeString(
                home.resolve("x.groovy"),
                "atlas.accessList.add(atlas.projects['shop'].id, [[cidrBlock: '10.1.0.0/16']])");
        String kept = file().toString();

        Outcome rehearsed = rehearse(
                "", List.of("-P", "acme", "--read-only", "run", "-n", "--plan-out", kept), List.of(script.toString()));

        assertTrue(rehearsed.out().contains("\nprofile acme PROD; "), rehearsed.out());
        assertTrue(
                rehearsed.err().contains("'ferry -P acme --writable run --plan " + kept + "' runs it"),
                rehearsed.err());
        Outcome refused = Outcome.of(variables, "", "-P", "acme", "--read-only", "run", "--plan", kept);
        assertEquals(3, refused.code(), refused.err());

        Outcome simulated =
                rehearse("", List.of("--sandbox", "-y", "run", "-n", "--plan-out", kept), List.of(script.toString()));
        assertTrue(simulated.err().contains("You can read it but not run it"), simulated.err());
    }

    @Test
    void a_migration_that_is_only_rehearsed_is_remembered_as_long_as_that() {
        Outcome outcome = rehearse("", List.of("--no-check", "-n", "-e"), List.of("""
                def org = atlas.orgs['Acme-Cloud'].id
                def source = cm.orgs['Acme-OnPrem'].id
                cm.links.create(source, linkToken: atlas.linkTokens.create(org, accessListIps: []).linkToken)
                await('link', until: { it.synced() }) { cm.links.status(source) }
                def from = atlas.liveMigrations.availableProjects(org).find { it.name == 'Shop Production' }
                def shop = atlas.projects['shop'].id
                def made = atlas.liveMigrations.create(shop,
                    source: [groupId: from.projectId, clusterName: 'orders-rs', managedAuthentication: true, ssl: true],
                    destination: [groupId: shop, clusterName: 'shop-main', hostnameSchemaType: 'PUBLIC'],
                    migrationHosts: [from.migrationHosts[0]])
                println 'remembered: ' + migrations.list()*.id.equals([made.id])
                migrations.adopt(shop, made.id)
                println 'once: ' + migrations.list().size()
                """));
        assertTrue(outcome.err().contains("\nSIMULATED remembered: true\n"), outcome.err());
        assertTrue(outcome.err().contains("\nSIMULATED once: 1\n"), outcome.err());
        assertFalse(Files.exists(home.resolve(".local/state/ferry/migrations.json")));
    }

    private static String letters(List<String> lines) {
        return String.join("", lines).replaceAll("\\s", "");
    }

    @Test
    void a_project_that_is_moved_is_named_once_with_where_it_leaves_and_where_it_goes() {
        workAsAccounts();
        List<String> card = new PlanText(120, false)
                .of(kept(MOVE)).stream()
                        .dropWhile(line -> !line.startsWith("   hits "))
                        .toList();
        assertTrue(card.get(0).matches("   hits      project Mobile \\([0-9a-f]{24}\\)"), card::toString);
        assertTrue(
                card.get(1).matches("             destination organization Acme-Europe \\([0-9a-f]{24}\\)"),
                card::toString);
        assertTrue(card.get(2).matches("   in        organization Acme-Cloud \\([0-9a-f]{24}\\), .*"), card::toString);
    }

    @Test
    void what_the_script_asks_and_prints_stays_apart_from_the_plan_and_says_what_it_is() {
        Outcome outcome = rehearse("", List.of("-n", "-e"), List.of("""
                if (confirm('Shall it be?')) { println 'it shall'; atlas.projects.create(name: 'Night', orgId: atlas.orgs['Acme-Cloud'].id) }
                """));
        assertTrue(
                outcome.err().lines().allMatch(line -> line.startsWith("SIMULATED: ") || line.startsWith("SIMULATED ")),
                outcome.err());
        assertTrue(outcome.err().contains("\nSIMULATED it shall\n"), outcome.err());
        assertTrue(outcome.err().matches("(?s).*\nSIMULATED id +ffff[0-9a-f]{20}\n.*"), outcome.err());
        assertTrue(
                outcome.out()
                        .contains(
                                "Questions the real run will ask again:\n  - Shall it be? Here: yes. Without a terminal: --yes\n"));
        assertFalse(outcome.out().contains("ffff"), outcome.out());
    }

    @Test
    void what_a_twin_makes_up_says_so_itself_where_it_is_not_an_id() {
        Outcome outcome = rehearse("", List.of("-n", "-e"), List.of("""
                def org = atlas.orgs['Acme-Cloud'].id
                println atlas.apiKeys.create(org, desc: 'night', roles: ['ORG_MEMBER']).with { [publicKey, privateKey.reveal()[0..9]] }
                println cm.agentKeys.create(cm.projects['Shop Production'].id, desc: 'night').key.reveal()[0..9]
                def shop = atlas.projects['shop'].id
                atlas.clusters.create(shop, name: 'night', clusterType: 'REPLICASET', replicationSpecs: [[regionConfigs:
                    [[providerName: 'AWS', regionName: 'EU_CENTRAL_1', priority: 7, electableSpecs: [instanceSize: 'M30', nodeCount: 3]]]]])
                await('it', until: { it.stateName == 'IDLE' }) { atlas.clusters.get(shop, 'night') }
                println atlas.clusters.get(shop, 'night').connectionStrings.standardSrv
                """));
        assertTrue(outcome.err().contains("[SIMULATED-"), outcome.err());
        assertTrue(outcome.err().contains(", SIMULATED-]"), outcome.err());
        assertTrue(outcome.err().contains("\nSIMULATED SIMULATED-\n"), outcome.err());
        assertTrue(outcome.err().contains("mongodb+srv://night.simulated.invalid"), outcome.err());
        assertFalse(outcome.out().contains("SIMULATED-"), outcome.out());
    }

    @Test
    void no_password_can_be_found_by_trying_with_what_the_file_has() throws IOException {
        String[] kept = new String[2];
        for (int i = 0; i < 2; i++) {
            String password = "winter" + i;
            Path script = Files.writeString(home.resolve("x.groovy"), "def password = '" + password + "'\n");
            rehearse(
                    "",
                    List.of("run", "-n", "-y", "--plan-out", file().toString()),
                    List.of(script.toString(), "--password", password, "--pwd=" + password));
            kept[i] = Files.readString(file());
            assertFalse(kept[i].contains(password), kept[i]);
        }
        assertEquals(subject(kept[0]), subject(kept[1]), "nothing of it differs where only the password does");
    }

    private static String subject(String file) {
        return file.substring(file.indexOf("\"subject\""), file.indexOf("\"madeAt\""));
    }
}
