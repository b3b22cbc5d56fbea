package dev.ferry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.ApiSide;
import dev.ferry.api.catalog.Risk;
import dev.ferry.api.change.Change;
import dev.ferry.journal.Origin;
import dev.ferry.journal.Run;
import dev.ferry.journal.RunFile;
import dev.ferry.journal.RunStart;
import dev.ferry.journal.Runs;
import dev.ferry.profile.Environment;
import dev.ferry.profile.Folders;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the command line records and shows of it. */
class JournalCommandTest {
    private static final String CHANGE =
            "atlas.api.createGroup(body: [name: 'shop-two', orgId: atlas.orgs.list().first().id]).name";

    @TempDir
    private Path home;

    private Map<String, String> variables() {
        return Map.of("HOME", home.toString(), "NO_COLOR", "1", "COLUMNS", "200");
    }

    private Outcome ferry(String... args) {
        return Outcome.of(variables(), "", args);
    }

    private Runs runs() {
        return new Runs(Folders.of(Environment.of(variables())), Clock.systemUTC());
    }

    @Test
    void what_an_expression_changes_is_listed_shown_exported_and_verified() throws IOException {
        assertEquals(0, ferry("--sandbox", "-e", CHANGE).code());
        assertTrue(ferry("journal", "list").out().contains("ended, exit 0"));
        Outcome show = ferry("journal", "show", "last");
        assertTrue(show.out().contains("createGroup POST /api/atlas/v2/groups"), show.out());
        assertTrue(show.out().contains("SIMULATED"), show.out());
        Outcome export = ferry("journal", "export", "--simulated", "--since", "1h", "-o", "csv");
        assertTrue(export.out().startsWith("time,run,line,profile,"), export.out());
        assertTrue(export.out().contains(",createGroup,"), export.out());
        assertTrue(export.out().matches("(?s).*,done,[0-9a-f]{24},200,.*"), export.out());
        assertTrue(ferry("journal", "export", "--simulated").out().contains("done, SIMULATED"));
        assertTrue(ferry("journal", "export", "--until", "1h").err().contains("No recorded change fits."));
        assertEquals(0, ferry("journal", "verify").code());
        Path file = runs().find("last").file();
        Files.writeString(file, Files.readString(file).replace("shop-two", "shop-too"));
        Outcome verify = ferry("journal", "verify", "last");
        assertEquals(1, verify.code());
        assertTrue(verify.out().contains("CHANGED"), verify.out());
        assertEquals(1, ferry("journal", "export").code());
    }

    @Test
    void lines_of_a_shell_are_one_run_and_shown_at_its_prompt() {
        Outcome shell = Outcome.of(variables(), CHANGE + "\n/runs\n/runs last\n/runs nothing\n", "--sandbox");
        assertTrue(shell.out().contains("shell"), shell.out());
        assertTrue(shell.out().contains("going on"), shell.out());
        assertTrue(shell.out().contains("createGroup POST"), shell.out());
        assertTrue(shell.err().contains("There is no run 'nothing'"), shell.err());
        assertEquals(1, runs().list().size());
        assertTrue(runs().list().get(0).journal().finished().isPresent());
    }

    @Test
    void a_run_that_changes_nothing_leaves_no_journal() {
        assertEquals(0, ferry("--sandbox", "-e", "atlas.orgs.list().size()").code());
        assertFalse(Files.exists(Folders.of(Environment.of(variables())).state().resolve("runs")));
        assertTrue(ferry("journal", "list").err().contains("No run has changed anything yet."));
    }

    @Test
    void where_nothing_can_be_recorded_a_change_is_refused() throws IOException {
        Path file = Files.createFile(home.resolve("file"));
        Map<String, String> variables = Map.of("HOME", home.toString(), "XDG_STATE_HOME", file.toString());
        Outcome refused = Outcome.of(variables, "", "--sandbox", "-e", CHANGE);
        assertEquals(3, refused.code(), refused.err());
        assertTrue(refused.err().contains("could not be recorded"), refused.err());
        assertTrue(refused.err().contains("nothing was sent"), refused.err());
    }

    private Outcome ferry(Map<String, String> more, String... args) {
        Map<String, String> all = new HashMap<>(variables());
        all.putAll(more);
        return Outcome.of(all, "", args);
    }

    /** A run that ended so many days ago. */
    private RunFile old(int days) {
        Clock then = Clock.offset(Clock.systemUTC(), Duration.ofDays(-days));
        try (Run run =
                new Runs(Folders.of(Environment.of(variables())), then).begin(RunStart.of("acme", Origin.shell()))) {
            run.intend(new Change(
                            ApiSide.TARGET,
                            URI.create("http://127.0.0.1:1"),
                            "who",
                            "POST",
                            "/api/atlas/v2/groups",
                            Optional.empty(),
                            Map.of(),
                            null,
                            Risk.CHANGES))
                    .ended(new dev.ferry.api.change.Outcome(
                            dev.ferry.api.change.Outcome.Kind.DONE, 201, null, null, ""));
            run.end(0, "");
            return run.recorded().orElseThrow();
        }
    }

    @Test
    void how_old_a_run_has_to_be_to_be_forgotten_is_a_setting() throws IOException {
        RunFile year = old(400);
        RunFile season = old(100);
        RunFile month = old(40);
        RunFile week = old(8);
        assertTrue(Files.exists(year.file()), "nothing is forgotten by itself");

        assertTrue(ferry(Map.of("FERRY_KEEP_RUNS", "401d"), "journal", "prune")
                .err()
                .contains("No run is older than 401d (FERRY_KEEP_RUNS)."));
        Path settings = Folders.of(Environment.of(variables())).config().resolve("config.toml");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "keep_runs = \"300d\"\n");
        Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-------"));
        assertEquals(0, ferry("journal", "prune").code());
        assertFalse(Files.exists(year.folder()));
        assertTrue(ferry("journal", "prune").err().contains("older than 300d (" + settings + ", line 1)"));
        Files.delete(settings);

        assertTrue(ferry("journal", "prune").out().contains(season.id()));
        assertTrue(ferry("journal", "prune", "--older-than", "30d").out().contains("forgotten"));
        assertFalse(Files.exists(month.folder()));
        assertTrue(Files.exists(week.file()));
        for (String wrong : List.of("7", "1m", "soon", "-1d", "0d")) {
            Outcome refused = ferry("journal", "prune", "--older-than", wrong);
            assertEquals(2, refused.code(), wrong);
            assertTrue(refused.err().contains("--older-than has to be an age such as \"90d\""), refused.err());
        }
        assertEquals(
                2, ferry(Map.of("FERRY_KEEP_RUNS", "1"), "journal", "prune").code());
        assertTrue(Files.exists(week.file()));
    }

    @Test
    void no_run_is_forgotten_while_the_list_of_migrations_cannot_be_read() throws IOException {
        RunFile old = old(100);
        Files.writeString(
                Folders.makeFile(Folders.of(Environment.of(variables())).state().resolve("migrations.json")), "{");

        Outcome refused = ferry("journal", "prune");

        assertEquals(1, refused.code(), refused.err());
        assertTrue(refused.err().contains("migrations.json"), refused.err());
        assertTrue(Files.exists(old.file()));
    }

    /** What somebody may have done to the folder of a run that has ended, and what every command has to say of it. */
    private enum Loss {
        JOURNAL_REMOVED("CUT", "its journal is gone; it had 4 lines when its run ended"),
        JOURNAL_EMPTIED("CUT", "it had 4 lines when its run ended, and 0 are left"),
        JOURNAL_REMOVED_AND_END_CHANGED("CUT", "its journal is gone, and what was kept of its end was changed"),
        END_OVERWRITTEN("CHANGED", "what was kept of its end was changed"),
        JOURNAL_IS_A_FOLDER("UNREADABLE", "Cannot read the journal");

        private final String verdict;
        private final String reason;

        Loss(String verdict, String reason) {
            this.verdict = verdict;
            this.reason = reason;
        }

        private void happensTo(RunFile run) throws IOException {
            Path end = run.folder().resolve("end");
            switch (this) {
                case JOURNAL_REMOVED -> Files.delete(run.file());
                case JOURNAL_EMPTIED -> Files.writeString(run.file(), "");
                case JOURNAL_REMOVED_AND_END_CHANGED -> {
                    Files.delete(run.file());
                    Files.writeString(end, "");
                }
                case END_OVERWRITTEN -> Files.write(end, new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
                case JOURNAL_IS_A_FOLDER -> {
                    Files.delete(run.file());
                    Files.createDirectory(run.file());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void a_journal_that_is_not_what_its_run_wrote_is_told_by_every_command_that_reads_it(Loss loss) throws IOException {
        RunFile whole = old(2);
        RunFile run = old(1);
        loss.happensTo(run);

        for (List<String> verify : List.of(
                List.of("journal", "verify"),
                List.of("journal", "verify", run.id()),
                List.of("journal", "verify", "last"))) {
            Outcome told = ferry(verify.toArray(String[]::new));
            assertEquals(1, told.code(), verify + ": " + told);
            assertTrue(told.out().contains(loss.verdict), told.out());
            assertTrue(told.out().contains(loss.reason), told.out());
        }
        assertEquals(0, ferry("journal", "verify", whole.id()).code());
        Outcome list = ferry("journal", "list", "-o", "json");
        assertEquals(1, list.code(), list.out());
        assertTrue(list.out().contains(run.id()), list.out());
        assertTrue(list.err().contains("ferry journal verify"), list.err());
        Outcome show = ferry("journal", "show", run.id());
        assertEquals(1, show.code(), show.out());
        assertTrue(show.err().contains(loss.reason), show.err());
        Outcome export = ferry("journal", "export", "-o", "json");
        assertEquals(1, export.code(), export.out());
        assertTrue(export.err().contains(run.id()) && export.err().contains(loss.reason), export.err());
        Outcome resume = ferry("resume", run.id());
        assertEquals(1, resume.code(), resume.err());
        assertTrue(resume.err().contains(loss.reason), resume.err());
        assertEquals(0, ferry("journal", "prune", "--older-than", "12h").code());
        assertTrue(Files.exists(run.folder()), "a doubtful run is not forgotten");
    }

    @Test
    void a_run_whose_process_was_killed_before_its_first_line_is_shown_as_one_that_recorded_nothing()
            throws IOException {
        RunFile last = old(3);
        for (String id : List.of("20260101-000000-aaaaa", "20260102-000000-bbbbb")) {
            Files.createDirectories(last.folder().resolveSibling(id));
        }
        Files.createFile(last.folder().resolveSibling("20260102-000000-bbbbb").resolve("journal.jsonl"));

        Outcome verify = ferry("journal", "verify");
        assertEquals(0, verify.code(), verify.out());
        assertEquals(2, verify.out().split("EMPTY", -1).length - 1, verify.out());
        Outcome list = ferry("journal", "list");
        assertEquals(0, list.code(), list.out());
        assertTrue(list.out().contains("nothing recorded"), list.out());
        Outcome show = ferry("journal", "show", "aaaaa");
        assertEquals(0, show.code(), show.err());
        assertTrue(show.err().contains("nothing is recorded"), show.err());
        Outcome resume = ferry("resume", "bbbbb");
        assertEquals(2, resume.code(), resume.err());
        assertTrue(resume.err().contains("look at the services before you run it again"), resume.err());
        assertTrue(
                ferry("journal", "show", "last").out().contains("/api/atlas/v2/groups"),
                "the last run is one that has something to show");
        assertEquals(0, ferry("journal", "export").code());
        assertEquals(0, ferry("journal", "prune", "--older-than", "1d").code());
        assertFalse(Files.exists(last.folder().resolveSibling("20260101-000000-aaaaa")));
    }

    @Test
    void what_is_left_in_the_place_of_a_run_is_listed_too() throws IOException {
        RunFile run = old(1);
        Files.delete(run.file());
        Files.delete(run.folder().resolve("lock"));
        Files.createFile(run.folder().resolveSibling("20260101-000000-aaaaa"));

        Outcome verify = ferry("journal", "verify");

        assertEquals(1, verify.code(), verify.out());
        assertTrue(verify.out().contains("CUT") && verify.out().contains("UNREADABLE"), verify.out());
        assertEquals(0, ferry("journal", "prune", "--older-than", "1d").code());
    }

    @Test
    void changes_in_a_sandbox_are_exported_only_when_they_are_asked_for() {
        assertEquals(0, ferry("--sandbox", "-e", CHANGE).code());

        Outcome without = ferry("journal", "export");
        assertEquals("", without.out());
        assertTrue(without.err().contains("--simulated"), without.err());
        assertEquals("[]", ferry("journal", "export", "-o", "json").out().strip());
        assertTrue(ferry("journal", "export", "-o", "json", "--simulated").out().contains("\"simulated\": true"));
    }

    @Test
    void a_run_that_is_not_there_is_a_mistake_of_use() {
        Outcome outcome = ferry("journal", "show", "2001");
        assertEquals(2, outcome.code());
        assertTrue(outcome.err().contains("There is no run '2001'"), outcome.err());
        assertEquals(2, ferry("journal", "export", "--since", "soon").code());
        assertEquals(2, ferry("journal").code());
    }
}
