package dev.ferry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.ApiSide;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Risk;
import dev.ferry.api.change.Change;
import dev.ferry.journal.Entry;
import dev.ferry.journal.Journal;
import dev.ferry.journal.Origin;
import dev.ferry.journal.Reconciliation;
import dev.ferry.journal.Run;
import dev.ferry.journal.RunFile;
import dev.ferry.journal.RunStart;
import dev.ferry.journal.Runs;
import dev.ferry.output.Redactor;
import dev.ferry.output.Streams;
import dev.ferry.profile.Environment;
import dev.ferry.profile.Folders;
import dev.ferry.profile.Profiles;
import dev.ferry.rehearsal.Production;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ferry resume} asks, refuses and says; that it does nothing twice is shown by {@link KillTest}. */
@Timeout(120)
class ResumeTest {
    @TempDir
    private Path home;

    private Production production;
    private Map<String, String> variables;

    @BeforeEach
    void start() throws IOException {
        production = Production.start(0);
        variables = new HashMap<>(production.variables(true));
        variables.put("HOME", home.toString());
    }

    @AfterEach
    void stop() {
        production.close();
    }

    private Outcome ferry(String... args) {
        return Outcome.of(variables, "", args);
    }

    /** At a terminal, where somebody types this. */
    private Outcome typing(String typed, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = Streams.of(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                out,
                err,
                variables,
                Set.of(Streams.Stream.IN, Streams.Stream.ERR));
        int code = CommandLineInterface.run(List.of(args), streams, Environment.of(variables));
        streams.out().flush();
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Runs runs() {
        return new Runs(Folders.of(Environment.of(variables)), Clock.systemUTC());
    }

    private String last() {
        return runs().find(Runs.LAST).id();
    }

    /** Stops after its first change while there is a file called stop. */
    private String text(String more) {
        return """
                def org = atlas.orgs['Acme-Cloud'].id
                step('one') { atlas.projects.create(name: 'One', orgId: org) }
                if (new File('%s').exists()) {
                    throw new IllegalStateException('stopped')
                }
                %s
                println 'the end'
                """.formatted(home.resolve("stop"), more);
    }

    private Path stopped(String more, String... args) throws IOException {
        Path script = Files.writeString(home.resolve("x.groovy"), text(more));
        Path stop = Files.createFile(home.resolve("stop"));
        List<String> all = new ArrayList<>(List.of("run", script.toString()));
        all.addAll(List.of(args));
        Outcome run = ferry(all.toArray(String[]::new));
        assertEquals(1, run.code(), run.err());
        assertTrue(run.err().endsWith("Continue with: ferry resume " + last() + "\n"), run.err());
        assertEquals(1, production.changing().size());
        Files.delete(stop);
        return script;
    }

    @Test
    void a_script_that_has_changed_since_is_asked_about() throws IOException {
        Path script = stopped("");
        Files.writeString(script, text("atlas.projects.create(name: 'Two', orgId: org)"));

        Outcome unasked = ferry("resume");
        assertEquals(3, unasked.code(), unasked.err());
        assertTrue(unasked.err().contains(script + " has changed since run " + last()), unasked.err());
        assertTrue(unasked.err().contains("--yes"), unasked.err());
        Outcome declined = typing("n\n", "resume");
        assertEquals(3, declined.code(), declined.err());
        assertTrue(declined.err().contains("Not resumed: " + script + " has changed since."), declined.err());
        assertEquals(1, production.changing().size());

        Outcome accepted = typing("y\n", "resume");
        assertEquals(0, accepted.code(), accepted.err());
        assertEquals("the end\n", accepted.out());
        assertEquals(2, production.changing().size());
        Outcome over = ferry("resume", last());
        assertEquals(0, over.code(), over.err());
        assertTrue(over.err().contains("finished; nothing to resume"), over.err());
    }

    @Test
    void a_script_that_is_gone_and_a_relative_name_are_looked_for_where_they_were() throws IOException {
        Path script = Files.writeString(home.resolve("x.groovy"), text(""));
        Path stop = Files.createFile(home.resolve("stop"));
        String relative =
                Path.of("").toAbsolutePath().relativize(script.toAbsolutePath()).toString();
        assertEquals(1, ferry("run", relative).code());
        Files.delete(stop);
        assertEquals(
                script.toAbsolutePath().toString(),
                runs().find("last").journal().begun().orElseThrow().origin().file());
        Files.move(script, home.resolve("y.groovy"));
        Outcome gone = ferry("resume");
        assertEquals(2, gone.code());
        assertTrue(gone.err().contains(script + ", which no longer exists"), gone.err());
        Files.move(home.resolve("y.groovy"), script);
        assertEquals("the end\n", ferry("resume").out());
        assertEquals(1, production.changing().size());
    }

    @Test
    void arguments_are_given_again_but_for_those_that_held_a_secret() throws IOException {
        // As the program does with its own command line, before anything else.
        Redactor.learnFrom(List.of("--password", "hunter2-and-more"));
        stopped("println args", "--name", "shop", "--password", "hunter2-and-more");
        String journal = Files.readString(runs().find("last").file());
        assertFalse(journal.contains("hunter2"), journal);
        Outcome without = ferry("resume");
        assertEquals(2, without.code(), without.err());
        assertTrue(without.err().contains("held a secret, which is not kept"), without.err());
        assertTrue(without.err().contains("ferry resume " + last() + " --name shop --password"), without.err());
        assertFalse(without.err().contains("hunter2"), without.err());
        Outcome with = ferry("resume", last(), "--name", "shop", "--password", "hunter2-and-more");
        assertEquals(0, with.code(), with.err());
        assertTrue(with.out().endsWith("the end\n"), with.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run -", "-e", "shell"})
    void what_is_in_no_file_does_not_claim_that_it_could_go_on(String how) {
        String text = "atlas.projects.create(name: 'One', orgId: atlas.orgs['Acme-Cloud'].id)\n"
                + "throw new IllegalStateException('stopped')";
        Outcome run =
                switch (how) {
                    case "-e" -> ferry("-e", text);
                    case "shell" -> Outcome.of(variables, text + "\n");
                    default -> Outcome.of(variables, text, "run", "-");
                };
        assertFalse(run.err().contains("ferry resume"), run.err());
        assertEquals(1, production.changing().size(), run.err());
        Outcome any = ferry("resume");
        assertEquals(2, any.code(), any.err());
        assertTrue(any.err().contains("nothing to resume"), any.err());
        Outcome named = ferry("resume", "last");
        assertEquals(0, named.code(), named.err());
        if (!how.equals("shell")) {
            assertTrue(named.err().contains("is in no file that could go on"), named.err());
        }
        assertEquals(1, production.changing().size());
    }

    /** A run that is gone between the line of a change and its outcome. */
    private RunFile gone(Origin origin, String path, Object body) {
        Runs runs = runs();
        try (Run run = runs.begin(RunStart.of(Profiles.FROM_ENVIRONMENT, origin))) {
            var unused = run.intend(new Change(
                    ApiSide.TARGET,
                    URI.create(String.valueOf(variables.get("MONGODB_ATLAS_BASE_URL"))),
                    String.valueOf(variables.get("MONGODB_ATLAS_CLIENT_ID")),
                    "POST",
                    path,
                    Catalogs.SHIPPED.match("POST", path).map(match -> match.operation()),
                    Map.of(),
                    body,
                    Risk.CHANGES));
        }
        return runs.find(Runs.LAST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--read-only", "-n", "--yes", "-Pother"})
    void an_option_of_ferry_behind_the_run_is_refused(String option) throws IOException {
        Path script = stopped("println args", "a");
        Outcome refused = ferry("resume", last(), option);
        assertEquals(2, refused.code(), refused.err());
        assertTrue(refused.err().contains("Put it in front: ferry " + option + " resume " + last()), refused.err());
        Outcome handed = ferry("resume", last(), "--", option);
        assertEquals(0, handed.code(), handed.err());
        assertEquals("[" + option + "]\nthe end\n", handed.out());
        assertTrue(Files.exists(script));
    }

    @Test
    void a_change_that_is_taken_as_done_gets_its_id_now_or_later() throws IOException {
        String text = "def made = atlas.post('/whatever', [size: 2])\nprintln made.id\n";
        Path script = Files.writeString(home.resolve("x.groovy"), text);
        gone(
                Origin.file(Origin.Kind.SCRIPT, script.toString(), text, List.of()),
                "/api/atlas/v2/whatever",
                Map.of("size", 2));

        Outcome without = typing("done\n", "resume");
        assertEquals(1, without.code(), without.err());
        assertTrue(
                without.err().contains("was taken as done without its answer, so the script gets null for it"),
                without.err());

        Outcome nobody = ferry("resume");
        assertEquals(1, nobody.code(), nobody.err());
        assertTrue(nobody.err().contains("'ferry resume' at a terminal asks for its id"), nobody.err());

        Outcome with = typing("done 65f0c0ffee00000000000001\n", "resume");
        assertEquals(0, with.code(), with.err());
        assertEquals("65f0c0ffee00000000000001\n", with.out());
        assertEquals(List.of(), production.changing());
    }

    @Test
    void what_an_expression_left_open_is_found_out_and_not_done() {
        gone(Origin.expression("x", List.of()), "/api/atlas/v2/groups", Map.of("name", "Lost", "orgId", "1"));
        Outcome settled = ferry("resume");
        assertEquals(0, settled.code(), settled.err());
        assertTrue(settled.err().contains("is in no file that could go on. Of its changes 1 is open"), settled.err());
        assertTrue(settled.err().contains("it was not done"), settled.err());
        assertEquals(List.of(), production.changing());
        assertEquals(2, ferry("resume").code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stop\n", "\n", "done\n", "send\n"})
    void what_cannot_be_known_is_asked_and_the_answer_is_kept(String typed) throws IOException {
        Path script = Files.writeString(home.resolve("x.groovy"), "println 'the end'\n");
        RunFile file = gone(
                Origin.file(Origin.Kind.SCRIPT, script.toString(), "println 'the end'\n", List.of()),
                "/api/atlas/v2/whatever",
                Map.of("size", 2));

        Outcome nobody = ferry("resume");
        assertEquals(3, nobody.code(), nobody.err());
        assertTrue(nobody.err().contains("Nobody can say whether POST /api/atlas/v2/whatever was done"), nobody.err());
        assertTrue(nobody.err().contains("There is no terminal to ask on"), nobody.err());

        Outcome asked = typing(typed, "resume");
        assertTrue(asked.err().contains("(send)"), asked.err());
        Journal journal = file.journal();
        List<Entry.Intended> open = Reconciliation.open(journal);
        if (typed.isBlank() || typed.startsWith("stop")) {
            assertEquals(3, asked.code(), asked.err());
            assertEquals(1, open.size());
        } else {
            assertEquals(0, asked.code(), asked.err());
            assertEquals("the end\n", asked.out());
            assertEquals(List.of(), open);
            Entry.Ended ended =
                    journal.changes().findFirst().orElseThrow().ended().orElseThrow();
            assertEquals(
                    typed.equals("done\n")
                            ? dev.ferry.api.change.Outcome.Kind.DONE
                            : dev.ferry.api.change.Outcome.Kind.NOT_SENT,
                    ended.outcome().kind());
            assertTrue(ended.outcome().problem().contains("as it was answered"), ended.toString());
        }
        assertEquals(List.of(), production.changing());
    }

    @Test
    void a_run_that_keeps_to_a_plan_keeps_to_it_when_it_goes_on() throws IOException {
        String more = """
                if (new File('%s').exists()) {
                    atlas.projects.create(name: 'Extra', orgId: org)
                }
                atlas.projects.create(name: 'Two', orgId: org)
                """.formatted(home.resolve("extra"));
        Path script = Files.writeString(home.resolve("x.groovy"), text(more));
        String plan = home.resolve("p").toString();
        Outcome rehearsed = ferry("run", "-n", "--plan-out", plan, script.toString());
        assertEquals(0, rehearsed.code(), rehearsed.err());
        Path stop = Files.createFile(home.resolve("stop"));
        Outcome run = ferry("run", "--plan", plan, script.toString());
        assertEquals(1, run.code(), run.err());
        Files.delete(stop);

        Path extra = Files.createFile(home.resolve("extra"));
        Outcome other = ferry("resume");
        assertEquals(3, other.code(), other.err());
        assertTrue(other.err().contains("it is not what the plan has next, change 2"), other.err());
        assertEquals(1, production.changing().size());
        Files.delete(extra);
        Outcome resumed = ferry("resume");
        assertEquals(0, resumed.code(), resumed.err());
        assertFalse(resumed.err().contains("not made"), resumed.err());
        assertEquals(2, production.changing().size());
    }

    @Test
    void a_run_is_not_resumed_at_another_service() throws IOException {
        stopped("");
        String first = variables.get("MONGODB_ATLAS_BASE_URL");
        try (Production second = Production.start(0)) {
            for (String side : List.of("MONGODB_ATLAS_BASE_URL", "MCLI_OPS_MANAGER_URL")) {
                String other = second.variables(true).get(side);
                variables.put(side, other);
                Outcome elsewhere = ferry("resume");
                assertEquals(2, elsewhere.code(), elsewhere.err());
                assertTrue(elsewhere.err().contains(" worked with " + first), elsewhere.err());
                assertTrue(elsewhere.err().contains("but this is " + other), elsewhere.err());
                variables.put(side, first);
            }
            assertEquals(List.of(), second.lines());
        }
        assertEquals("the end\n", ferry("resume").out());
    }

    private void settings(String name, String more) throws IOException {
        Files.createDirectories(home.resolve(".config/ferry"));
        Files.writeString(home.resolve(".config/ferry/config.toml"), """
                [profiles.%s.target]
                base_url = "%s"
                client_id = "%s"
                client_secret_env = "SECRET"
                %s
                """.formatted(
                        name,
                        production.variables(true).get("MONGODB_ATLAS_BASE_URL"),
                        production.variables(true).get("MONGODB_ATLAS_CLIENT_ID"),
                        more));
        variables.keySet().removeIf(variable -> variable.startsWith("MONGODB") || variable.startsWith("MCLI"));
        variables.put("SECRET", production.variables(true).get("MONGODB_ATLAS_CLIENT_SECRET"));
    }

    @Test
    void a_run_is_not_resumed_with_another_profile_or_organization() throws IOException {
        settings("acme", "organization = \"65a4b2c9d4e7f60718293a4b\"");
        stopped("");
        int before = production.lines().size();

        Files.copy(home.resolve(".config/ferry/config.toml"), home.resolve("kept"));
        String both = Files.readString(home.resolve("kept"));
        Files.writeString(home.resolve(".config/ferry/config.toml"), both + both.replace("acme", "other"));
        Outcome other = ferry("-P", "other", "resume");
        assertEquals(2, other.code(), other.err());
        assertTrue(other.err().contains("worked with profile 'acme', but this is profile 'other'"), other.err());

        settings("acme", "organization = \"65a4b2c9d4e7f60718293bbb\"");
        Outcome organization = ferry("resume");
        assertEquals(2, organization.code(), organization.err());
        assertTrue(organization.err().contains("organization 65a4b2c9d4e7f60718293a4b"), organization.err());
        assertTrue(organization.err().contains("organization 65a4b2c9d4e7f60718293bbb"), organization.err());

        settings("acme", "");
        assertEquals(2, ferry("resume").code());
        assertEquals(before, production.lines().size(), "nothing was sent");

        settings("acme", "organization = \"65a4b2c9d4e7f60718293a4b\"");
        Outcome same = ferry("resume");
        assertEquals("the end\n", same.out(), same.err());
    }

    @Test
    void other_credentials_are_asked_about() throws IOException {
        stopped("");
        variables.put("MONGODB_ATLAS_CLIENT_ID", "mdb_sa_id_0000000000000000000000aa");
        Outcome unasked = ferry("resume");
        assertEquals(3, unasked.code(), unasked.err());
        assertTrue(unasked.err().contains("now it is mdb_sa_id_0000000000000000000000aa"), unasked.err());
        assertEquals(1, production.changing().size());
    }
}
