package dev.ferry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.json.JsonFormat;
import dev.ferry.rehearsal.Production;
import dev.ferry.sandbox.SandboxCredential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a rehearsal to the run that keeps to its plan, against a sandbox that stands for the real services and remembers requests. */
@Timeout(120)
class PlannedRunTest {
    private static final String MIGRATE =
            "scripts/migrate-cluster.groovy --source-org Acme-OnPrem --target-org Acme-Cloud"
                    + " --source-project=Shop_Production --deployment orders-rs --target-project Night --target-cluster orders"
                    + " --host-address 203.0.113.0/24";

    private static final JsonFormat JSON = new JsonFormat();

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

    private Outcome ferry(String words, String... more) {
        List<String> args = new ArrayList<>();
        for (String word : words.split(" ")) {
            args.add(word.replace('_', ' '));
        }
        args.addAll(Arrays.asList(more));
        return Outcome.of(variables, "", args.toArray(String[]::new));
    }

    private String plan() {
        return home.resolve("night.plan").toString();
    }

    private Outcome rehearse(String script) {
        Outcome outcome = ferry("-o json run -n --plan-out " + plan() + " " + script);
        assertEquals(0, outcome.code(), outcome.err());
        assertEquals(List.of(), changes(), "a rehearsal changes nothing");
        return outcome;
    }

    private Outcome real(String script) {
        String severe = script.contains("Mobile") ? "Mobile" : script.contains("shop-main") ? "shop-main" : "orders";
        return ferry("--yes --confirm " + severe + " run --plan " + plan() + " " + script);
    }

    /** What only asks is no change. */
    private List<String> changes() {
        return production.changing().stream()
                .filter(line -> !line.endsWith("/liveMigrations/validate"))
                .toList();
    }

    private static List<?> changesOf(Outcome rehearsal) throws IOException {
        Object read = JSON.adapter(Object.class).fromJson(rehearsal.out());
        Map<?, ?> plan = (Map<?, ?>) read;
        assertEquals(true, plan.get("simulated"));
        return (List<?>) plan.get("changes");
    }

    @Test
    void a_rehearsal_reads_no_more_often_than_the_setting_says() {
        variables.put("FERRY_REHEARSAL_CALLS", "3");

        Outcome outcome = ferry("run -n " + MIGRATE);

        assertNotEquals(0, outcome.code());
        assertTrue(outcome.err().contains("has used up its 3 calls of the real services"), outcome.err());
    }

    @Test
    void a_link_that_was_there_before_counts_for_a_project_that_the_rehearsal_makes() {
        Outcome linked =
                ferry("--yes run scripts/link-organizations.groovy --source-org Acme-OnPrem --target-org Acme-Cloud");
        assertEquals(0, linked.code(), linked.err());

        Outcome outcome = ferry("run -n " + MIGRATE);

        assertEquals(0, outcome.code(), outcome.out() + outcome.err());
        assertTrue(outcome.out().contains("cutoverGroupLiveMigration"), outcome.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                MIGRATE,
                "scripts/migrate-a-cluster.md Shop_Production orders-rs shop shop-main",
                "scripts/link-organizations.groovy --source-org Acme-OnPrem --target-org Acme-Cloud",
                "scripts/move-project.groovy --project Mobile --to Acme-Europe",
                "scripts/explore-organizations.groovy --side target"
            })
    void the_plan_is_what_the_run_then_does_in_order(String script) throws IOException {
        if (script.contains(".md")) {
            // A page chooses the only organization there is, and keys see one.
            variables = new HashMap<>(production.variables(false));
            variables.put("HOME", home.toString());
        }
        List<?> planned = changesOf(rehearse(script));
        Outcome run = real(script);
        assertEquals(0, run.code(), run.err());
        List<String> done = changes();
        assertEquals(planned.size(), done.size(), () -> planned + "\n" + done);
        Map<String, String> bound = new HashMap<>();
        for (int i = 0; i < done.size(); i++) {
            Map<?, ?> change = (Map<?, ?>) planned.get(i);
            assertEquals(true, change.get("simulated"));
            assertLike(change.get("method") + " " + change.get("path"), done.get(i), bound);
        }
        List<Map<?, ?>> recorded = recorded();
        assertEquals(planned.size(), recorded.size(), () -> planned + "\n" + recorded);
        for (int i = 0; i < recorded.size(); i++) {
            assertRecorded((Map<?, ?>) planned.get(i), recorded.get(i), bound);
        }
    }

    /** What the journals say was going to be changed. */
    private List<Map<?, ?>> recorded() throws IOException {
        Path runs = home.resolve(".local/state/ferry/runs");
        if (!Files.exists(runs)) {
            return List.of();
        }
        List<Map<?, ?>> intents = new ArrayList<>();
        try (Stream<Path> files = Files.walk(runs)) {
            for (Path journal :
                    files.filter(file -> file.endsWith("journal.jsonl")).toList()) {
                for (String line : Files.readAllLines(journal)) {
                    Map<?, ?> entry = (Map<?, ?>) JSON.adapter(Object.class).fromJson(line);
                    if ("intent".equals(entry.get("kind"))) {
                        intents.add(entry);
                    }
                }
            }
        }
        return intents;
    }

    private static void assertRecorded(Map<?, ?> planned, Map<?, ?> recorded, Map<String, String> bound) {
        for (String field : List.of("operation", "side", "method", "host", "risk")) {
            assertEquals(planned.get(field), recorded.get(field), field);
        }
        assertLike(String.valueOf(planned.get("path")), String.valueOf(recorded.get("path")), bound);
        assertLike(text(planned.get("body")), text(recorded.get("body")), bound);
        Map<?, ?> names = (Map<?, ?>) recorded.get("names");
        for (Object each : (List<?>) planned.get("hits")) {
            Map<?, ?> hit = (Map<?, ?>) each;
            String id = String.valueOf(hit.get("id"));
            String real = bound.getOrDefault(id, id);
            boolean isNamed =
                    !real.isEmpty() && !String.valueOf(hit.get("name")).isEmpty();
            if (isNamed && (recorded.get("path") + text(recorded.get("body"))).contains(real)) {
                assertEquals(hit.get("name"), names.get(real), () -> "the name of " + hit + " in " + recorded);
            }
        }
    }

    private static String text(Object tree) {
        return JSON.write(tree).utf8();
    }

    private void workAs(String role) {
        SandboxCredential who = production.sandbox().credentials().stream()
                .filter(each -> each.side().equals("target") && each.role().equals(role))
                .findFirst()
                .orElseThrow();
        variables.remove("MONGODB_ATLAS_CLIENT_ID");
        variables.remove("MONGODB_ATLAS_CLIENT_SECRET");
        variables.put("MONGODB_ATLAS_PUBLIC_API_KEY", who.publicKey());
        variables.put("MONGODB_ATLAS_PRIVATE_API_KEY", who.privateKey());
    }

    private static String roles(List<?> changes, int number, String what) {
        Map<?, ?> roles = (Map<?, ?>) ((Map<?, ?>) changes.get(number - 1)).get("roles");
        return String.valueOf(roles.get(what));
    }

    @Test
    void the_plan_names_the_change_for_which_a_role_is_missing_and_the_run_is_refused_there() throws IOException {
        workAs("GROUP_OWNER");
        String[] script = {"-e", """
            def shop = atlas.projects['shop']
            atlas.accessList.add(shop.id, [[cidrBlock: '10.1.0.0/16']])
            atlas.linkTokens.create(shop.orgId, accessListIps: ['203.0.113.10'])
            atlas.accessList.add(shop.id, [[cidrBlock: '10.2.0.0/16']])
            """};
        List<?> planned = changesOf(ferry("-o json -n", script));
        assertEquals(List.of(), changes());
        assertEquals("ALLOWED", roles(planned, 1, "kind"));
        assertEquals("REFUSED", roles(planned, 2, "kind"));
        assertEquals("[GROUP_OWNER]", roles(planned, 1, "held"));
        assertEquals("[]", roles(planned, 2, "held"), "nothing in the organization");
        assertEquals("ALLOWED", roles(planned, 3, "kind"));
        assertEquals(
                2,
                production.lines().stream().filter("GET /api/atlas/v2"::equals).count(),
                "a key is challenged once, and its roles are asked for once");

        Outcome text = ferry("-n", script);
        assertTrue(text.out().contains("Will be refused with 401 or 403:"), text.out());
        assertTrue(text.out().contains("2 createOrgLiveMigrationLinkToken needs ORG_OWNER; NOT held"), text.out());

        Outcome run = ferry("--yes", script);
        assertEquals(4, run.code(), run.err());
        List<String> done = changes();
        assertEquals(2, done.size(), done::toString);
        assertTrue(done.get(1).endsWith("/liveMigrations/linkTokens"), done::toString);
        assertTrue(run.err().contains("ferry check --can-i"), run.err());
    }

    @Test
    void an_owner_of_the_organization_is_told_yes_for_what_a_project_gets_that_the_run_makes() throws IOException {
        List<?> planned = changesOf(ferry("-o json -n", "-e", """
                def night = atlas.projects.create(name: 'Night', orgId: atlas.orgs['Acme-Cloud'].id)
                atlas.accessList.add(night.id, [[cidrBlock: '10.2.0.0/16']])
                """));
        // The documentation names no role for making a project.
        assertEquals("UNKNOWN", roles(planned, 1, "kind"));
        assertEquals("ALLOWED", roles(planned, 2, "kind"));
    }

    /** Every stand-in is one id, wherever it stands. */
    private static void assertLike(String planned, String done, Map<String, String> bound) {
        Matcher standIn = Pattern.compile("<[^>]*>").matcher(planned);
        List<String> names = standIn.results().map(match -> match.group()).toList();
        String shape = "\\Q" + planned.replaceAll("<[^>]*>", "\\\\E([0-9a-f]{24})\\\\Q") + "\\E";
        Matcher matcher = Pattern.compile(shape).matcher(done);
        assertTrue(matcher.matches(), () -> planned + " is not " + done);
        for (int i = 0; i < names.size(); i++) {
            String id = matcher.group(i + 1);
            assertEquals(id, bound.computeIfAbsent(names.get(i), any -> id));
        }
    }

    @Test
    void the_plan_is_kept_for_its_owner_alone_and_not_overwritten_unasked() throws IOException {
        rehearse("scripts/move-project.groovy --project Mobile --to Acme-Europe");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(plan()))));
        String before = Files.readString(Path.of(plan()));
        Outcome again = ferry("run -n --plan-out " + plan() + " scripts/explore-organizations.groovy");
        assertEquals(3, again.code(), again.err());
        assertTrue(again.err().contains("--yes"), again.err());
        assertEquals(before, Files.readString(Path.of(plan())));
    }

    @Test
    void what_was_changed_after_planning_is_named_and_nothing_is_run() throws IOException {
        String script = "scripts/move-project.groovy --project Mobile --to Acme-Europe";
        rehearse(script);
        try (ApiClient somebody = new ApiClient(production.sandbox().targetAccount(), ApiClient.Settings.defaults())) {
            Atlas atlas = new Atlas(somebody);
            String europe = atlas.getOrgs().getAt("Acme-Europe").id();
            atlas.getProjects()
                    .migrate(
                            Map.of("destinationOrgId", europe),
                            atlas.getProjects().getAt("shop").id());
        }
        Outcome run = real(script);
        assertEquals(3, run.code(), run.err());
        assertTrue(run.err().contains("(shop).orgId was "), run.err());
        assertEquals(List.of(), changes());
    }

    @Test
    void another_script_other_arguments_another_host_and_a_damaged_file_are_refused() throws IOException {
        Path script = Files.writeString(home.resolve("x.groovy"), "println atlas.orgs.list().size()\n");
        rehearse(script.toString());
        Outcome arguments = real(script + " more");
        assertEquals(3, arguments.code(), arguments.err());
        Files.writeString(script, "println atlas.orgs.list().size() \n");
        Outcome changed = real(script.toString());
        assertEquals(3, changed.code(), changed.err());
        assertTrue(changed.err().contains("has been changed since"), changed.err());
        Files.writeString(script, "println atlas.orgs.list().size()\n");
        try (Production another = Production.start(0)) {
            Map<String, String> elsewhere = new HashMap<>(another.variables(true));
            elsewhere.put("HOME", home.toString());
            Outcome host = Outcome.of(elsewhere, "", "run", "--plan", plan(), script.toString());
            assertEquals(3, host.code(), host.err());
            assertTrue(host.err().contains("was made for http://"), host.err());
        }
        String whole = Files.readString(Path.of(plan()));
        for (String damaged : List.of(
                whole.substring(0, whole.length() / 2), whole.replace("\"status\":200", "\"status\":404"), "", "{}")) {
            Files.writeString(Path.of(plan()), damaged);
            Outcome outcome = real(script.toString());
            assertEquals(2, outcome.code(), outcome.err());
        }
        for (Map.Entry<String, String> other :
                Map.of("9", "A newer Ferry", "1", "An older Ferry").entrySet()) {
            Files.writeString(Path.of(plan()), whole.replace("\"ferryPlan\":3", "\"ferryPlan\":" + other.getKey()));
            Outcome version = real(script.toString());
            assertEquals(2, version.code());
            assertTrue(version.err().contains(other.getValue()), version.err());
        }
        assertEquals(List.of(), changes());
    }

    @Test
    void a_change_that_is_not_the_next_of_the_plan_is_refused_and_what_is_left_is_said() throws IOException {
        Path flag = home.resolve("flag");
        Path script = Files.writeString(
                home.resolve("x.groovy"),
                "def org = atlas.orgs['Acme-Cloud'].id\n"
                        + "def made = atlas.projects.create(name: 'One', orgId: org)\n"
                        + "if (!new File('" + flag + ".skip').exists()) {\n"
                        + "  def end = Instant.now().plusSeconds(86400).toString()\n"
                        + "  atlas.accessList.add(made.id, [[cidrBlock: new File('" + flag
                        + "').exists() ? '10.0.0.0/8'"
                        + " : '10.1.0.0/16', deleteAfterDate: end]])\n"
                        + "}\n");
        List<?> planned = changesOf(rehearse(script.toString()));
        assertEquals(2, planned.size());
        Files.createFile(flag);
        Outcome refused = real(script.toString());
        assertEquals(3, refused.code(), refused.err());
        assertTrue(
                refused.err().contains("[0].cidrBlock is '10.0.0.0/8', planned was '10.1.0.0/16'")
                        && refused.err().contains("change 2, createGroupAccessListEntry"),
                refused.err());
        assertTrue(
                refused.err().contains("of its plan 1 change was not made:\n  2 createGroupAccessListEntry"),
                refused.err());
        assertEquals(1, changes().size());
    }

    @Test
    void a_time_that_is_counted_from_now_may_move_and_changes_left_over_are_said() throws IOException {
        Path skip = home.resolve("skip");
        Path script = Files.writeString(
                home.resolve("x.groovy"),
                "def shop = atlas.projects['shop'].id\n"
                        + "atlas.accessList.add(shop, [[cidrBlock: '10.1.0.0/16', deleteAfterDate:"
                        + " Instant.now().plusSeconds(86400).toString()]])\n"
                        + "if (!new File('" + skip + "').exists()) { atlas.accessList.delete(shop, '10.1.0.0/16') }\n");
        rehearse(script.toString());
        Files.createFile(skip);
        Outcome run = real(script.toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("1 change was not made"), run.err());
        assertTrue(run.err().contains("2 deleteGroupAccessListEntry"), run.err());
    }

    @Test
    void a_script_that_fails_in_the_rehearsal_shows_the_plan_so_far_and_keeps_none() throws IOException {
        Outcome expression = Outcome.of(
                variables,
                "",
                "-n",
                "--plan-out",
                plan(),
                "-e",
                "atlas.projects.create(name: 'One', orgId: atlas.orgs['Acme-Cloud'].id); fail 'stop'");
        assertEquals(1, expression.code(), expression.err());
        assertTrue(
                expression.out().startsWith("SIMULATED: plan of -e, 1 change before it ended early"), expression.out());
        assertTrue(expression.err().startsWith("SIMULATED: "), expression.err());
        assertTrue(expression.out().contains("<project One>"), expression.out());
        assertTrue(expression.err().contains("Nothing is written to " + plan() + ": "), expression.err());
        assertFalse(Files.exists(Path.of(plan())));
        assertEquals(List.of(), changes());
        assertFalse(Files.exists(home.resolve(".local/state/ferry/runs")));
    }

    /** Runs a command, and interrupts it as Ctrl-C does with the first request that looks like this. */
    private Outcome interruptedAt(String request, Supplier<Outcome> command) {
        Thread runner = Thread.currentThread();
        AtomicBoolean once = new AtomicBoolean();
        production.watch(line -> {
            if (line.matches(request) && once.compareAndSet(false, true)) {
                runner.interrupt();
            }
        });
        Outcome outcome = command.get();
        production.watch(line -> {});
        return outcome;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET .*/liveMigrations/[0-9a-f]+",
                "GET .*/clusters/orders",
                "GET .*/accessList/.*",
                "GET .*/liveMigrations/validate/.*"
            })
    void a_migration_that_was_interrupted_is_resumed_and_keeps_to_its_plan(String at) throws IOException {
        List<?> planned = changesOf(rehearse(MIGRATE));
        Outcome stopped = interruptedAt(at, () -> real(MIGRATE));
        assertEquals(130, stopped.code(), stopped.err());
        assertEquals(1, stopped.err().split("ferry (--\\S+ )*resume ", -1).length - 1, stopped.err());
        assertTrue(
                stopped.err().strip().matches("(?s).*Continue with: ferry --yes --confirm=orders resume \\S+"),
                stopped.err());
        assertFalse(stopped.err().contains("--resume"), stopped.err());
        assertTrue(
                stopped.err()
                        .contains("of its plan " + (planned.size() - changes().size()) + " change"),
                stopped.err());

        Outcome resumed = ferry("--yes --confirm orders resume");
        assertEquals(0, resumed.code(), resumed.err());
        assertFalse(resumed.err().contains("not made"), resumed.err());
        assertEquals(planned.size(), changes().size(), changes().toString());
    }

    @Test
    void a_change_that_the_resumed_script_finds_done_by_itself_is_not_missed_in_its_plan() throws IOException {
        Path script = Files.writeString(home.resolve("x.groovy"), """
                def org = atlas.orgs['Acme-Cloud'].id
                def make = { name -> if (!atlas.projects.list().any { it.name == name }) step("Make $name") {
                    atlas.projects.create(name: name, orgId: org) } }
                make('p-1')
                if (new File('%s').exists()) { throw new IllegalStateException('stopped') }
                make('p-2')
                step('delete') { atlas.projects.delete(atlas.projects['p-1'].id) }
                """.formatted(home.resolve("stop")));
        rehearse(script.toString());
        Files.createFile(home.resolve("stop"));
        assertEquals(1, ferry("--confirm p-1 run --plan " + plan()).code());
        Files.delete(home.resolve("stop"));
        Outcome unconfirmed = ferry("resume");
        assertEquals(3, unconfirmed.code(), unconfirmed.err());
        assertTrue(unconfirmed.err().contains("--confirm=p-1"), unconfirmed.err());
        assertEquals(1, changes().size(), changes().toString());
        Outcome resumed = ferry("--confirm p-1 resume");
        assertEquals(0, resumed.code(), resumed.err());
        assertEquals(3, changes().size(), changes().toString());
    }
}
