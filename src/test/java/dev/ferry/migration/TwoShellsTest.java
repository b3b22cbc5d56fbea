package dev.ferry.migration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.Ferry;
import dev.ferry.JavaProcess;
import dev.ferry.journal.Journal;
import dev.ferry.journal.RunFile;
import dev.ferry.journal.Runs;
import dev.ferry.journal.Verdict;
import dev.ferry.profile.Folders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.codehaus.groovy.runtime.FormatHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two shells, each a process, work side by side with one service and one state folder. */
@Timeout(180)
class TwoShellsTest {
    @TempDir
    private Path home;

    /** A shell that is typed into line by line. */
    private static final class Shell implements AutoCloseable {
        private static final String END = "that was it";

        private final Process process;
        private final Path errors;
        private final Writer keys;
        private final BufferedReader screen;

        Shell(Path home, String name, Crossing crossing) throws IOException {
            errors = home.resolve(name + ".err");
            ProcessBuilder ferry = JavaProcess.of(
                    Ferry.class,
                    List.of(),
                    List.of("--confirm=" + Crossing.CLUSTER, "--confirm=" + crossing.projectId));
            var who = crossing.sandbox.credentials().get(1);
            ferry.environment()
                    .putAll(Map.of(
                            "HOME", home.toString(),
                            "MONGODB_ATLAS_BASE_URL", crossing.host().toString(),
                            "MONGODB_ATLAS_PUBLIC_API_KEY", who.publicKey(),
                            "MONGODB_ATLAS_PRIVATE_API_KEY", who.privateKey()));
            process = ferry.redirectError(errors.toFile()).start();
            keys = process.outputWriter(UTF_8);
            screen = process.inputReader(UTF_8);
        }

        void types(String line) throws IOException {
            keys.write(line + "\nprintln '" + END + "'\n");
            keys.flush();
        }

        List<String> shows() throws IOException {
            List<String> lines = new ArrayList<>();
            String line = screen.readLine();
            while (line != null && !line.equals(END)) {
                lines.add(line);
                line = screen.readLine();
            }
            assertTrue(line != null, lines + "\n" + Files.readString(errors));
            return lines;
        }

        List<String> says(String line) throws IOException {
            types(line);
            return shows();
        }

        int leaves() throws IOException, InterruptedException {
            keys.close();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            return process.exitValue();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    private List<RunFile> runs() {
        Path state = home.resolve(".local/state/ferry");
        return new Runs(new Folders(state, state, state), Clock.systemUTC()).list();
    }

    @Test
    void each_keeps_its_own_run_and_both_know_all_migrations() throws Exception {
        Path state = home.resolve(".local/state/ferry");
        try (Crossing crossing = new Crossing(state);
                Shell one = new Shell(home, "one", crossing);
                Shell other = new Shell(home, "other", crossing)) {
            String organization =
                    crossing.web.getOrgs().list().iterator().next().id();
            String create =
                    "['%s', '%s', '%s'].each { atlas.post('/groups', [name: it, orgId: '" + organization + "']) }";
            one.types(create.formatted("a1", "a2", "a3"));
            other.types(create.formatted("b1", "b2", "b3"));
            one.shows();
            other.shows();
            assertEquals(2, runs().size());
            assertTrue(runs().stream().allMatch(RunFile::isGoingOn));

            String id = one.says("println atlas.post('/groups/" + crossing.projectId + "/liveMigrations', "
                            + FormatHelper.inspect(crossing.body()) + ")._id")
                    .get(0);
            assertEquals(
                    List.of(id + " true"),
                    other.says("migrations.list().each { println it.id + ' ' + it.open }; null"));

            crossing.untilReady(id);
            other.says("atlas.liveMigrations.cutover('" + crossing.projectId + "', '" + id + "'); null");
            crossing.sandbox.clock().advance(Duration.ofHours(1));
            other.says("atlas.liveMigrations.get('" + crossing.projectId + "', '" + id + "'); null");
            assertEquals(List.of("COMPLETE"), one.says("println migrations.get('" + id + "').status"));

            assertEquals(0, one.leaves());
            assertEquals(0, other.leaves());
            assertEquals(1, Registries.in(state).all().size());
            Set<List<String>> made = runs().stream()
                    .map(RunFile::journal)
                    .peek(journal ->
                            assertEquals(Verdict.State.WHOLE, journal.verdict().state()))
                    .peek(journal ->
                            assertEquals(0, journal.finished().orElseThrow().exitCode()))
                    .map(TwoShellsTest::names)
                    .collect(Collectors.toSet());
            assertEquals(
                    Set.of(
                            List.of("a1", "a2", "a3", "createGroupLiveMigration"),
                            List.of("b1", "b2", "b3", "cutoverGroupLiveMigration")),
                    made);
        }
    }

    private static List<String> names(Journal journal) {
        return journal.changes()
                .map(made -> made.intent().body() instanceof Map<?, ?> body && body.get("name") instanceof String name
                        ? name
                        : made.intent().name())
                .toList();
    }
}
