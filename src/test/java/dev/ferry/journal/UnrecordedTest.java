package dev.ferry.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.JavaProcess;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.WireServer;
import dev.ferry.guard.RefusedException;
import dev.ferry.profile.Folders;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be recorded is not sent, and what was sent and cannot be recorded is told. */
@Timeout(120)
class UnrecordedTest {
    /** Of 512 bytes each. */
    private static final String BLOCKS = "16";

    @TempDir
    private Path home;

    private Runs runs(Path state) {
        return new Runs(new Folders(home, state, home), Clock.systemUTC());
    }

    private void nothing_leaves_where_the_state_folder_is(Path state, String because) {
        try (WireServer server = WireServer.start();
                Run run = runs(state).begin(RunStart.of("acme", Origin.shell()));
                ApiClient client =
                        new ApiClient(server.connection(WireServer.KEY), WireServer.ONCE.withChangeLog(run))) {
            CallRefusedException refused = assertThrows(
                    CallRefusedException.class,
                    () -> client.call("POST", "/api/atlas/v2/groups", Map.of(), Map.of("name", "shop")));
            assertEquals(CallRefusedException.Why.UNRECORDED, refused.why());
            assertTrue(refused.getMessage().contains(because), refused.getMessage());
            assertTrue(refused.getMessage().contains("XDG_STATE_HOME"), refused.getMessage());
            assertTrue(refused.getMessage().contains(state.toString()), refused.getMessage());
            assertEquals(0, server.count());
            server.answer(200, "{}");
            client.call("GET", "/api/atlas/v2/groups", Map.of(), null);
            run.end(3, "");
        }
    }

    @Test
    void nothing_leaves_where_a_file_is_in_the_place_of_the_folder() throws IOException {
        nothing_leaves_where_the_state_folder_is(Files.createFile(home.resolve("state")), "Not a directory");
    }

    @Test
    void nothing_leaves_where_the_folder_of_runs_is_a_file() throws IOException {
        Path state = Files.createDirectory(home.resolve("state"));
        Files.createFile(state.resolve("runs"));
        nothing_leaves_where_the_state_folder_is(state, "something else is in its place");
    }

    @Test
    void nothing_leaves_where_nobody_can_write() {
        nothing_leaves_where_the_state_folder_is(Path.of("/proc/self"), "the folder /proc/self is read-only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "state/runs"})
    void nothing_leaves_where_the_owner_has_made_a_folder_read_only(String name) throws IOException {
        Path folder = Files.createDirectories(home.resolve(name));
        Set<PosixFilePermission> readOnly = PosixFilePermissions.fromString("r-x------");
        Files.setPosixFilePermissions(folder, readOnly);

        nothing_leaves_where_the_state_folder_is(
                home.resolve("state"),
                "the folder " + folder + " is read-only; to let Ferry write to it, run: chmod u+rwx");

        assertEquals(readOnly, Files.getPosixFilePermissions(folder));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    private List<String> onSmallDisk(WireServer server, Path state) throws IOException, InterruptedException {
        Process child = onSmallDisk(JavaProcess.of(
                Child.class,
                List.of("-XX:-UsePerfData"),
                List.of(state.toString(), server.url().toString())));
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            out.lines().forEach(lines::add);
        }
        assertEquals(0, child.waitFor(), lines.toString());
        return lines;
    }

    private static Process onSmallDisk(ProcessBuilder command) throws IOException {
        List<String> all = new ArrayList<>(List.of("sh", "-c", "ulimit -f " + BLOCKS + "; exec \"$@\"", "sh"));
        all.addAll(command.command());
        return command.command(all).redirectErrorStream(true).start();
    }

    @Test
    void on_a_full_disk_as_many_changes_reach_the_service_as_are_recorded() throws Exception {
        Path state = home.resolve("state");
        try (WireServer server = WireServer.start()) {
            server.answerAll(request -> WireServer.json(200, "{}"));
            List<String> told = onSmallDisk(server, state);
            Journal journal = runs(state).find("last").journal();
            assertEquals(Verdict.WHOLE, journal.verdict());
            assertTrue(server.count() > 3, told.toString());
            assertEquals(server.count(), journal.changes().count());
            assertTrue(told.get(told.size() - 1).contains("CallRefusedException"), told.toString());
            assertTrue(told.get(told.size() - 1).contains("nothing was sent"), told.toString());
        }
    }

    @Test
    void an_outcome_that_finds_the_disk_full_is_told_at_once_and_the_last_that_leaves() throws Exception {
        Path state = home.resolve("state");
        try (WireServer server = WireServer.start()) {
            String answer = "{\"id\":\"65f0c0ffee0000000000abcd\",\"description\":\"" + "long ".repeat(2000) + "\"}";
            server.answerAll(request -> WireServer.json(200, answer));
            List<String> told = onSmallDisk(server, state);
            assertEquals(1, server.count(), told.toString());
            assertTrue(told.get(0).startsWith("NOTICE NOT RECORDED: the service has DONE POST"), told.toString());
            assertTrue(told.get(0).contains("65f0c0ffee0000000000abcd"), told.toString());
            assertTrue(told.get(1).startsWith("JournalException NOT RECORDED"), told.toString());
            assertTrue(told.get(2).startsWith("CallRefusedException"), told.toString());
            Journal journal = runs(state).find("last").journal();
            assertEquals(Verdict.WHOLE, journal.verdict());
            assertTrue(journal.changes().findFirst().orElseThrow().isOpen());
        }
    }

    @Test
    void a_run_whose_outcome_is_lost_does_not_end_well() throws Exception {
        Path state = home.resolve("state");
        try (WireServer server = WireServer.start();
                Run run = runs(state).begin(RunStart.of("acme", Origin.shell()));
                ApiClient client =
                        new ApiClient(server.connection(WireServer.KEY), WireServer.ONCE.withChangeLog(change -> {
                            var intent = run.intend(change);
                            run.close();
                            return intent;
                        }))) {
            server.answer(200, "{}");
            assertThrows(
                    JournalException.class,
                    () -> client.call("POST", "/api/atlas/v2/groups", Map.of(), Map.of("name", "shop")));
            assertThrows(JournalException.class, () -> run.end(0, ""));
        }
    }

    @Test
    void the_run_of_a_process_is_its_own_until_it_is_gone() throws Exception {
        Path state = home.resolve("state");
        Process child = JavaProcess.of(Child.class, List.of(), List.of(state.toString()))
                .start();
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            RunFile run = runs(state).find(Objects.requireNonNull(out.readLine()));
            assertTrue(run.isGoingOn());
            assertThrows(RefusedException.class, () -> runs(state).reopen(run, RunStart.of("acme", Origin.shell())));
            child.destroyForcibly().waitFor();
            assertFalse(run.isGoingOn());
            runs(state).reopen(run, RunStart.of("acme", Origin.shell())).close();
            assertEquals(4, run.journal().entries().size());
        } finally {
            child.destroyForcibly();
        }
    }
}
