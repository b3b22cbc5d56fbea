package dev.ferry.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.ApiSide;
import dev.ferry.api.catalog.Risk;
import dev.ferry.api.change.Change;
import dev.ferry.api.change.Outcome;
import dev.ferry.guard.RefusedException;
import dev.ferry.output.Secret;
import dev.ferry.profile.Folders;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves behind, and what shows that it was touched. */
class JournalTest {
    private static final String PROJECT = "65f0c0ffee0000000000abcd";

    @TempDir
    private Path home;

    private Runs runs() {
        return new Runs(
                new Folders(home.resolve("config"), home.resolve("state"), home.resolve("cache")), Clock.systemUTC());
    }

    private static Change change(Object body) {
        return new Change(
                ApiSide.TARGET,
                URI.create("http://127.0.0.1:1"),
                "abcdefgh",
                "POST",
                "/api/atlas/v2/groups/" + PROJECT + "/clusters",
                Optional.empty(),
                Map.of("groupId", PROJECT),
                body,
                Risk.CHANGES);
    }

    private static Outcome done(Object answer) {
        return new Outcome(Outcome.Kind.DONE, 201, "r-1", answer, "");
    }

    /** A run of a few lines that has ended. */
    private RunFile ended() {
        try (Run run = runs().begin(RunStart.of("acme", Origin.expression("atlas.x", List.of())))) {
            run.intend(change(Map.of("name", "orders"))).ended(done(Map.of("id", PROJECT)));
            Steps steps = Steps.of(run, notice -> {}, Thread.currentThread());
            try (Steps.Step step = steps.begin(StepName.of("move"), false)) {
                steps.intend(change(Map.of("name", "shop")), run).ended(done(Map.of("id", PROJECT)));
                step.done(List.of(1, 2));
            }
            run.end(0, "");
            return run.recorded().orElseThrow();
        }
    }

    @Test
    void a_run_that_records_nothing_leaves_nothing_behind() {
        try (Run run = runs().begin(RunStart.of("acme", Origin.shell()))) {
            run.end(0, "");
            assertEquals(Optional.empty(), run.recorded());
        }
        assertFalse(Files.exists(home.resolve("state")));
        assertEquals(List.of(), runs().list());
    }

    @Test
    void an_intent_is_in_the_file_before_its_outcome_is_known() {
        try (Run run = runs().begin(RunStart.of("acme", Origin.shell()))) {
            var intent = run.intend(change(Map.of("name", "orders")));
            Journal before = runs().find("last").journal();
            assertEquals(Verdict.WHOLE, before.verdict());
            Journal.Made open = before.changes().findFirst().orElseThrow();
            assertTrue(open.isOpen());
            assertEquals("orders", ((Map<?, ?>) open.intent().body()).get("name"));
            assertEquals(Map.of("groupId", PROJECT), open.intent().values());
            intent.ended(done(Map.of("id", PROJECT)));
            Journal.Made made =
                    runs().find("last").journal().changes().findFirst().orElseThrow();
            assertFalse(made.isOpen());
            assertEquals(done(Map.of("id", PROJECT)), made.ended().orElseThrow().outcome());
        }
    }

    @Test
    void every_kind_of_line_is_read_as_it_was_written() {
        Journal journal = ended().journal();
        assertEquals(
                List.of("Begun", "Intended", "Ended", "StepBegun", "Intended", "Ended", "StepDone", "Finished"),
                journal.entries().stream()
                        .map(each -> each.getClass().getSimpleName())
                        .toList());
        assertEquals("-e", journal.begun().orElseThrow().origin().kind().toString());
        assertEquals(List.of(1, 2), ((Entry.StepDone) journal.entries().get(6)).value());
        assertEquals(4, ((Entry.Intended) journal.entries().get(4)).step());
        assertEquals(0, journal.finished().orElseThrow().exitCode());
    }

    /** Lines as another version would write them, behind what this one has written. */
    private static void add(RunFile run, String... lines) throws IOException {
        Files.deleteIfExists(run.folder().resolve("end"));
        try (Appender appender = Appender.open(run.file())) {
            for (String line : lines) {
                appender.append(
                        line.replace("N", String.valueOf(appender.next())).getBytes(UTF_8));
            }
        }
    }

    @Test
    void what_a_newer_version_has_written_is_read_without_loss_and_not_taken_for_tampering() throws IOException {
        RunFile run = ended();
        String time = "\"time\":\"2027-01-02T03:04:05.678Z\"";
        String checkpoint =
                "{\"n\":9," + time + ",\"kind\":\"checkpoint\",\"where\":{\"list\":[1,null,2.5,12345678901234567890]}}";
        add(
                run,
                checkpoint,
                "{\"n\":N," + time + ",\"kind\":\"note\",\"text\":\"hello\",\"colour\":\"blue\"}",
                "{\"n\":N," + time + ",\"kind\":\"intent\",\"risk\":\"DIRE\",\"method\":\"POST\"}",
                "{\"n\":N," + time + ",\"kind\":\"outcome\",\"intent\":11,\"outcome\":\"HALF_DONE\"}");

        Journal journal = run.journal();

        assertEquals(Verdict.WHOLE, journal.verdict());
        assertEquals(
                List.of("checkpoint", "intent", "outcome"),
                journal.newer().stream().map(Entry.Other::kind).toList());
        assertEquals("blue", RunRows.whole(journal).get(9).get("colour"));
        assertEquals(
                checkpoint,
                new String(new Lines().write(journal.newer().get(0)), UTF_8),
                "it would be written as it was read");
        assertEquals("checkpoint", RunRows.whole(journal).get(8).get("kind"));
        assertTrue(String.valueOf(RunRows.lines(journal).get(8).get("detail")).contains("12345678901234567890"));
        assertEquals(3, RunRows.of(run).get("newer"));
    }

    @Test
    void a_run_of_a_newer_version_is_neither_resumed_nor_forgotten() throws IOException {
        RunFile run = ended();
        add(run, "{\"n\":N,\"time\":\"2026-01-02T03:04:05.678Z\",\"kind\":\"checkpoint\"}");
        byte[] before = Files.readAllBytes(run.file());

        JournalException refused =
                assertThrows(JournalException.class, () -> runs().reopen(run, RunStart.of("acme", Origin.shell())));

        assertTrue(
                String.valueOf(refused.getMessage())
                        .contains(
                                "line 9 ('checkpoint'), was written by a newer Ferry, and this one does not understand it"),
                refused.getMessage());
        Pruning pruning = runs().prune(Duration.ofMinutes(1), (file, journal) -> Optional.empty());
        assertEquals(List.of(), pruning.dropped());
        assertEquals(
                "a newer Ferry has written in it what this one does not understand",
                pruning.kept().get(0).reason());
        assertArrayEquals(before, Files.readAllBytes(run.file()));
    }

    @Test
    void a_secret_is_taken_out_and_its_absence_is_told() throws IOException {
        Secret secret = Secret.of("hunter2-hunter2-hunter2");
        try (Run run = runs().begin(RunStart.of("acme", Origin.shell()))) {
            run.intend(change(Map.of("password", secret, "note", "it is hunter2-hunter2-hunter2")))
                    .ended(done(Map.of("linkToken", secret)));
        }
        RunFile file = runs().find("last");
        assertFalse(Files.readString(file.file()).contains("hunter2"));
        Journal.Made made = file.journal().changes().findFirst().orElseThrow();
        assertTrue(made.intent().hidden());
        assertTrue(made.ended().orElseThrow().hidden());
    }

    @Test
    void no_secret_of_any_kind_is_in_the_folder_of_a_run() throws IOException {
        String key = "5a1b2c3d-4e5f-6a7b-8c9d0e1f2a3b";
        String known = "canary\"with\\quotes and a longer tail";
        Secret.of(known);
        Secret.of("canary\"with");
        String uri = "mongodb://u:pass-of-canary@127.0.0.1/x";
        String bearer = "Bearer abcdef0123456789.canary";
        String account = "mdb_sa_sk_canaryCanary0123456789";
        List<String> all = List.of(key, "canary", "pass-of-canary", "canaryCanary");
        Change asked = new Change(
                ApiSide.SOURCE,
                URI.create("http://127.0.0.1:1"),
                "abcdefgh",
                "PUT",
                "/api/public/v1.0/x?linkToken=canary0123456789&uri=" + uri,
                Optional.empty(),
                Map.of("token", "canary0123456789", "x", key),
                Map.of("deep", List.of(Map.of("password", "canary", "say", known), uri, bearer), "text", account),
                Risk.CHANGES);
        Origin typed = Origin.expression("cm.put('" + uri + "', '" + account + "')", List.of("--password=canary", key));
        RunStart start = new RunStart(
                "acme", null, typed, false, change -> Map.of("65f0c0ffee0000000000abcd", known), notice -> {});
        RunFile file;
        try (Run run = runs().begin(start)) {
            file = run(run, asked, known, uri, key);
        }
        assertEquals(Verdict.WHOLE, file.journal().verdict());
        try (var files = Files.list(file.folder())) {
            for (Path each : files.toList()) {
                String text = Files.readString(each);
                all.forEach(secret -> assertFalse(text.contains(secret), () -> secret + " in " + text));
            }
        }
        assertEquals(null, file.journal().begun().orElseThrow().origin().sha256());
    }

    private static RunFile run(Run run, Change asked, String known, String uri, String key) {
        run.intend(asked)
                .ended(new Outcome(
                        Outcome.Kind.UNKNOWN,
                        null,
                        "r " + key,
                        Map.of("apiKey", "canary", "uri", uri),
                        "lost: " + known));
        try (Steps.Step step = Steps.of(run, notice -> {}, Thread.currentThread())
                .begin(new StepName("use " + uri, known, false), false)) {
            step.done(Map.of("secret", "canary", "list", List.of(known, key)));
        }
        run.note(known + " " + key);
        run.end(0, "");
        return run.recorded().orElseThrow();
    }

    @Test
    void folders_are_for_the_owner_alone_and_so_are_files() throws IOException {
        RunFile file = ended();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.folder())));
        try (var files = Files.list(file.folder())) {
            for (Path each : files.toList()) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(each)),
                        each.toString());
            }
        }
    }

    @Test
    void any_byte_that_is_flipped_is_found_in_its_line() throws IOException {
        Path file = ended().file();
        byte[] bytes = Files.readAllBytes(file);
        long line = 1;
        for (int i = 0; i < bytes.length; i++) {
            for (int bit : new int[] {0, 5, 7}) {
                byte[] changed = bytes.clone();
                changed[i] ^= (byte) (1 << bit);
                Verdict verdict = Scan.of(changed).verdict();
                assertEquals(Verdict.State.CHANGED, verdict.state(), "byte " + i + " bit " + bit);
                assertEquals(line, verdict.line(), "byte " + i + " bit " + bit);
            }
            if (bytes[i] == '\n') {
                line++;
            }
        }
    }

    @Test
    void lines_that_are_removed_swapped_doubled_or_put_in_are_found() throws IOException {
        Path file = ended().file();
        List<String> lines = Files.readAllLines(file);
        Set<Verdict.State> found = new HashSet<>();
        for (int i = 0; i + 1 < lines.size(); i++) {
            var removed = new java.util.ArrayList<>(lines);
            removed.remove(i);
            var swapped = new java.util.ArrayList<>(lines);
            swapped.set(i, lines.get(i + 1));
            swapped.set(i + 1, lines.get(i));
            var doubled = new java.util.ArrayList<>(lines);
            doubled.add(i, lines.get(i));
            for (var each : List.of(removed, swapped, doubled)) {
                Verdict verdict = Scan.of(
                                (String.join("\n", each) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .verdict();
                found.add(verdict.state());
                assertTrue(verdict.line() == i + 1 || verdict.line() == i + 2, verdict.toString());
            }
        }
        assertEquals(Set.of(Verdict.State.CHANGED), found);
    }

    @Test
    void a_cut_end_of_a_run_that_has_ended_is_found() throws IOException {
        Path file = ended().file();
        List<String> lines = Files.readAllLines(file);
        for (int left = 0; left < lines.size(); left++) {
            Files.writeString(file, left == 0 ? "" : String.join("\n", lines.subList(0, left)) + "\n");
            assertEquals(Verdict.State.CUT, Journal.read(file).verdict().state(), left + " lines left");
        }
    }

    @Test
    void a_torn_last_line_is_told_apart_and_mended_by_the_next() throws IOException {
        RunFile file;
        try (Run run = runs().begin(RunStart.of("acme", Origin.shell()))) {
            run.intend(change(Map.of("name", "orders"))).ended(done(Map.of("id", PROJECT)));
            file = run.recorded().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file.file());
        int last = new String(bytes, java.nio.charset.StandardCharsets.UTF_8).indexOf("\n{\"n\":3") + 1;
        for (int length = last + 1; length < bytes.length; length++) {
            Files.write(file.file(), Arrays.copyOf(bytes, length));
            Verdict torn = file.journal().verdict();
            assertEquals(Verdict.State.TORN, torn.state(), "at " + length);
            assertEquals(3, torn.line());
        }
        try (Run run = runs().reopen(file, RunStart.of("acme", Origin.shell()))) {
            run.note("on");
        }
        Journal mended = file.journal();
        assertEquals(Verdict.WHOLE, mended.verdict());
        assertEquals(
                "Noted",
                mended.entries().get(mended.entries().size() - 1).getClass().getSimpleName());
    }

    @Test
    void room_that_a_disk_made_and_did_not_fill_is_no_tampering() throws IOException {
        RunFile file = ended();
        Files.write(file.file(), new byte[40], StandardOpenOption.APPEND);
        assertEquals(Verdict.State.TORN, file.journal().verdict().state());
    }

    @Test
    void a_run_that_goes_on_is_not_gone_on_with_by_another() {
        try (Run run = runs().begin(RunStart.of("acme", Origin.shell()))) {
            run.intend(change(null)).ended(done(null));
            RunFile file = run.recorded().orElseThrow();
            assertTrue(file.isGoingOn());
            RefusedException refused = assertThrows(
                    RefusedException.class, () -> runs().reopen(file, RunStart.of("acme", Origin.shell())));
            assertTrue(refused.getMessage().contains("still going on"), refused.getMessage());
        }
        assertFalse(runs().find("last").isGoingOn());
        try (Run again = runs().reopen(runs().find("last"), RunStart.of("acme", Origin.shell()))) {
            again.note("on");
        }
        assertEquals(5, runs().find("last").journal().entries().size());
    }

    @Test
    void a_changed_journal_is_not_gone_on_with() throws IOException {
        RunFile file = ended();
        Files.writeString(file.file(), Files.readString(file.file()).replace("orders", "others"));
        JournalException refused =
                assertThrows(JournalException.class, () -> runs().reopen(file, RunStart.of("acme", Origin.shell())));
        assertTrue(refused.getMessage().contains("line 2"), refused.getMessage());
        assertFalse(file.isGoingOn());
    }

    @Test
    void a_run_is_found_by_the_beginning_and_the_letters_of_its_id() {
        RunFile file = ended();
        assertEquals(file, runs().find(file.id().substring(0, 9)));
        assertEquals(file, runs().find(file.id().substring(16)));
        assertThrows(UnknownRunException.class, () -> runs().find("2001"));
        ended();
        assertThrows(UnknownRunException.class, () -> runs().find("20"));
    }

    @Test
    void a_thread_of_a_pool_works_no_more_for_a_job_that_has_ended() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (Run run = runs().begin(RunStart.of("acme", Origin.shell()))) {
            try (Origin.Scope job = Origin.job(1, "the job").enter()) {
                pool.submit(() -> run.intend(change(null)).ended(done(null))).get();
            }
            pool.submit(() -> run.intend(change(null)).ended(done(null))).get();
            assertEquals(
                    List.of("job 1", "shell"),
                    run.recorded()
                            .orElseThrow()
                            .journal()
                            .changes()
                            .map(made -> made.intent().origin().shown())
                            .toList());
        } finally {
            pool.shutdownNow();
        }
    }
}
