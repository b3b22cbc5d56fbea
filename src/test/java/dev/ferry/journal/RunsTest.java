package dev.ferry.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.ApiSide;
import dev.ferry.api.catalog.Risk;
import dev.ferry.api.change.Change;
import dev.ferry.api.change.Outcome;
import dev.ferry.profile.Folders;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of many runs: who changed what, what may go, and what several threads write. */
class RunsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path home;

    private Runs runs(Instant now) {
        return new Runs(new Folders(home, home, home), Clock.fixed(now, ZoneOffset.UTC));
    }

    private RunFile run(int days, Consumer<Run> work) {
        try (Run run = runs(NOW.minus(Duration.ofDays(days))).begin(RunStart.of("acme", Origin.shell()))) {
            work.accept(run);
            return run.recorded().orElseThrow();
        }
    }

    private static Change change(String name) {
        return new Change(
                ApiSide.TARGET,
                URI.create("http://127.0.0.1:1"),
                "abcdefgh",
                "POST",
                "/api/atlas/v2/groups",
                Optional.empty(),
                Map.of(),
                Map.of("name", name),
                Risk.CHANGES);
    }

    private static Outcome outcome(Outcome.Kind kind) {
        return new Outcome(kind, null, null, null, "");
    }

    private static void make(Run run, Outcome.Kind kind) {
        run.intend(change("shop")).ended(outcome(kind));
        run.end(0, "");
    }

    @Test
    void what_is_old_goes_and_what_is_needed_stays_and_says_why() throws IOException {
        RunFile done = run(100, run -> make(run, Outcome.Kind.DONE));
        RunFile young = run(10, run -> make(run, Outcome.Kind.DONE));
        RunFile open = run(101, run -> run.intend(change("shop")));
        RunFile unknown = run(102, run -> make(run, Outcome.Kind.UNKNOWN));
        RunFile migrating = run(103, run -> make(run, Outcome.Kind.DONE));
        RunFile touched = run(104, run -> make(run, Outcome.Kind.DONE));
        Files.writeString(touched.file(), Files.readString(touched.file()).replace("shop", "shed"));
        Pruning pruning;
        RunFile held;
        try (Run holding = runs(NOW.minus(Duration.ofDays(105))).begin(RunStart.of("acme", Origin.shell()))) {
            holding.intend(change("shop")).ended(outcome(Outcome.Kind.DONE));
            held = holding.recorded().orElseThrow();
            pruning = runs(NOW)
                    .prune(
                            Duration.ofDays(90),
                            (run, journal) -> run.equals(migrating)
                                    ? Optional.of("its migration is under way")
                                    : Optional.empty());
        }
        assertEquals(List.of(done), pruning.dropped());
        assertFalse(Files.exists(done.folder()));
        assertTrue(Files.exists(young.file()));
        Map<RunFile, String> kept =
                pruning.kept().stream().collect(Collectors.toMap(Pruning.Kept::run, Pruning.Kept::reason));
        assertEquals(
                Map.of(
                        open, "nobody knows yet whether a change of it was made",
                        unknown, "nobody knows yet whether a change of it was made",
                        migrating, "its migration is under way",
                        touched, "its journal is not as it was written",
                        held, "it is going on"),
                kept);
    }

    @Test
    void what_a_later_look_has_settled_is_not_open_any_more() {
        RunFile unknown = run(102, run -> make(run, Outcome.Kind.UNKNOWN));
        try (Run again = runs(NOW.minus(Duration.ofDays(101))).reopen(unknown, RunStart.of("acme", Origin.shell()))) {
            again.settled(2, outcome(Outcome.Kind.DONE));
            again.end(0, "");
        }
        assertEquals(
                List.of(unknown),
                runs(NOW)
                        .prune(Duration.ofDays(90), (run, journal) -> Optional.empty())
                        .dropped());
    }

    private List<Map<String, @Nullable Object>> audit(
            Period period, @Nullable String profile, @Nullable String operation) {
        Audit audit = new Audit(false, period, Optional.ofNullable(profile), Optional.ofNullable(operation));
        return runs(NOW).list().stream()
                .flatMap(run -> audit.rows(run, run.journal()).stream())
                .toList();
    }

    @Test
    void an_audit_says_who_changed_what_when_from_where_with_which_result() {
        run(3, run -> {
            run.intend(change("shop")).ended(outcome(Outcome.Kind.DONE));
            run.intend(change("shed")).ended(outcome(Outcome.Kind.REFUSED));
            run.intend(change("ship"));
        });
        List<Map<String, @Nullable Object>> rows = audit(Period.ALL, null, null);
        assertEquals(
                List.of("done", "refused", "unknown"),
                rows.stream().map(row -> row.get("result")).toList());
        assertEquals(
                List.of("shop", "shed", "ship"),
                rows.stream().map(row -> row.get("target")).toList());
        Map<String, @Nullable Object> first = rows.get(0);
        assertEquals("acme", first.get("profile"));
        assertEquals("abcdefgh", first.get("credentials"));
        assertEquals(System.getProperty("user.name"), first.get("user"));
        assertEquals(NOW.minus(Duration.ofDays(3)), first.get("time"));
        assertEquals("http://127.0.0.1:1", first.get("host"));
        assertTrue(first.get("machine") instanceof String machine && !machine.isEmpty());
        assertTrue(String.valueOf(rows.get(2).get("problem")).startsWith("the run stopped before it was known"));
    }

    @Test
    void nothing_in_a_row_for_a_spreadsheet_is_a_formula_or_a_second_line() {
        List<String> names = List.of("=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "a\r\nb\\n", "plain");
        run(3, run -> names.forEach(name -> run.intend(change(name)).ended(outcome(Outcome.Kind.DONE))));

        List<Map<String, @Nullable Object>> rows = Audit.forSpreadsheets(audit(Period.ALL, null, null));

        assertEquals(
                List.of("'=1+1", "'+1", "'-1", "'@x", "'\t=1", "\\r=1", "a\\r\\nb\\\\n", "plain"),
                rows.stream().map(row -> row.get("target")).toList());
        assertEquals(
                names,
                audit(Period.ALL, null, null).stream()
                        .map(row -> row.get("target"))
                        .toList());
    }

    @Test
    void an_audit_says_what_was_made_and_where_outermost_first() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("groupId", "65f0c0ffee0000000000abcd");
        values.put("clusterName", "orders");
        Change change = new Change(
                ApiSide.TARGET,
                URI.create("http://127.0.0.1:1"),
                "abcdefgh",
                "POST",
                "/api/atlas/v2/groups/65f0c0ffee0000000000abcd/clusters/orders/x",
                Optional.empty(),
                values,
                null,
                Risk.CHANGES);
        run(3, run -> run.intend(change)
                .ended(new Outcome(Outcome.Kind.DONE, 201, "r", Map.of("_id", "65f0c0ffee0000000000ffff"), "")));

        Map<String, @Nullable Object> row = audit(Period.ALL, null, null).get(0);

        assertEquals("65f0c0ffee0000000000abcd / orders", row.get("target"));
        assertEquals("65f0c0ffee0000000000ffff", row.get("id"));
    }

    @ParameterizedTest
    @CsvSource({
        "2h,2026-11-22T10:00:00Z",
        "3d,2026-11-19T12:00:00Z",
        "3d ago,2026-11-19T12:00:00Z",
        "1d12h,2026-11-21T00:00:00Z",
        "PT2H,2026-11-22T10:00:00Z",
        "2026-11-20,2026-11-19T23:00:00Z",
        "12:30,2026-11-22T11:30:00Z",
        "20:00,2026-11-21T19:00:00Z",
        "7:05,2026-11-22T06:05:00Z",
        "20:00:30,2026-11-21T19:00:30Z",
        "2026-11-20 20:00,2026-11-20T19:00:00Z",
        "2026-11-20T20:00,2026-11-20T19:00:00Z",
        "2026-11-20T20:00:00Z,2026-11-20T20:00:00Z",
        "2026-11-20T20:00+05:00,2026-11-20T15:00:00Z"
    })
    void a_moment_is_written_as_people_type_it(String typed, Instant moment) {
        assertEquals(moment, Period.moment(typed, Clock.fixed(NOW, ZoneOffset.ofHours(1))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7",
                "yesterday",
                "2 fortnights",
                "25:00",
                "8pm",
                "2026-11",
                "2026-02-30",
                "22.11.2026",
                "-3d",
                "99999999999999999999d"
            })
    void what_is_no_moment_is_refused_in_one_sentence(String typed) {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> Period.moment(typed, Clock.fixed(NOW, ZoneOffset.UTC)));
        assertTrue(
                String.valueOf(refused.getMessage())
                        .startsWith("'" + typed + "' is no time: give so long ago as 2h or 7d"),
                refused.getMessage());
    }

    @Test
    void an_audit_can_be_narrowed() {
        run(3, run -> make(run, Outcome.Kind.DONE));
        run(1, run -> make(run, Outcome.Kind.DONE));
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Instant since = Period.moment("2d", clock);
        assertEquals(1, audit(new Period(since, Instant.MAX), null, null).size());
        assertEquals(1, audit(new Period(Instant.MIN, since), null, null).size());
        assertEquals(2, audit(Period.ALL, "acme", "/groups").size());
        assertEquals(0, audit(Period.ALL, "other", null).size());
        assertEquals(0, audit(Period.ALL, null, "deleteGroup").size());
        assertEquals(NOW, Period.moment("2026-11-22T12:00:00Z", clock));
        assertThrows(IllegalArgumentException.class, () -> Period.moment("yesterday", clock));
        assertThrows(IllegalArgumentException.class, () -> Period.moment("2026-13-22", clock));
    }

    @Test
    void several_threads_write_whole_lines_one_after_the_other() throws Exception {
        int threads = 8;
        int each = 20;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (Run run = runs(NOW).begin(RunStart.of("acme", Origin.shell()))) {
            List<Future<?>> all = IntStream.range(0, threads)
                    .<Future<?>>mapToObj(thread -> pool.submit(() -> {
                        try (Origin.Scope scope =
                                Origin.job(thread, "line " + thread).enter()) {
                            for (int i = 0; i < each; i++) {
                                run.intend(change("p" + i)).ended(outcome(Outcome.Kind.DONE));
                            }
                        }
                    }))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
        Journal journal = runs(NOW).find("last").journal();
        assertEquals(Verdict.WHOLE, journal.verdict());
        assertEquals(
                threads * each, journal.changes().filter(made -> !made.isOpen()).count());
        assertEquals(
                threads,
                journal.changes()
                        .map(made -> made.intent().origin().shown())
                        .distinct()
                        .count());
    }

    @Test
    void a_thread_that_is_interrupted_records_all_the_same() {
        try (Run run = runs(NOW).begin(RunStart.of("acme", Origin.shell()))) {
            Thread.currentThread().interrupt();
            run.intend(change("shop")).ended(outcome(Outcome.Kind.UNKNOWN));
            assertTrue(Thread.interrupted());
            run.intend(change("shed")).ended(outcome(Outcome.Kind.DONE));
        }
        assertEquals(2, runs(NOW).find("last").journal().changes().count());
    }
}
