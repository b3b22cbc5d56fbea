package dev.ferry.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.WireServer;
import dev.ferry.journal.Entry;
import dev.ferry.journal.Journal;
import dev.ferry.journal.Origin;
import dev.ferry.journal.Run;
import dev.ferry.journal.RunStart;
import dev.ferry.journal.Runs;
import dev.ferry.output.Streams;
import dev.ferry.profile.Folders;
import dev.ferry.shell.command.Job;
import dev.ferry.shell.command.Jobs;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsTest {
    private static final String PROMPT = RunningShell.PROMPT;
    private static final String GATE = JobsTest.class.getName() + ".gate";

    /** Jobs wait at it until the test lets them go on. */
    public static volatile CountDownLatch gate = new CountDownLatch(1);

    @TempDir
    Path state;

    @BeforeEach
    void close() {
        gate = new CountDownLatch(1);
    }

    @Test
    void a_line_that_ends_in_an_ampersand_goes_on_beside_the_prompt() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("println 'begun'; " + GATE + ".await(); println 'ended'; 6 * 7 &");
            shell.screen.await("job 1 has begun");
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("1 + 1");
            shell.screen.await("\n2\n" + PROMPT);
            shell.screen.enter("/jobs");
            String text = shell.screen.await("running");
            assertFalse(text.contains("\nbegun"), text);
            shell.screen.awaitLast(PROMPT);
            shell.screen.type("half a li");
            shell.screen.awaitLast("half a li");
            gate.countDown();
            // The notice is above the line that is being typed, and nothing else of the job is on the screen.
            text = shell.screen.await("ferry: job 1 done after");
            shell.screen.awaitLast(PROMPT + " half a li");
            assertFalse(text.contains("\nended"), text);
            shell.screen.type("\025");
            shell.screen.enter("/jobs show 1");
            shell.screen.await("\nbegun\nended\n42\n" + PROMPT);
            shell.screen.enter("_job1 + 1");
            shell.screen.await("\n43\n" + PROMPT);
            // A job's result is no last result of the prompt.
            shell.screen.enter("/last 2");
            shell.screen.await("\n2\n" + PROMPT);
        }
    }

    @Test
    void what_a_job_changes_is_recorded_as_its_own() {
        try (WireServer server = WireServer.start();
                Run run = new Runs(new Folders(state, state, state), Clock.systemUTC())
                        .begin(RunStart.of("acme", Origin.shell()));
                ApiClient client =
                        new ApiClient(server.connection(WireServer.KEY), WireServer.ONCE.withChangeLog(run));
                RunningShell shell = new RunningShell(
                        state, session -> session.atlas(() -> new Atlas(client)), RunningShell.SANDBOX, Map.of())) {
            server.answerAll(request -> WireServer.json(200, "{}"));
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("make = { atlas.post('/orgs', [name: it]) }; make('line'); null");
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("make('job'); Thread.start { make('thread') }.join(); null &");
            shell.screen.await("ferry: job 1 done");

            List<Entry.Intended> made = run.recorded()
                    .orElseThrow()
                    .journal()
                    .changes()
                    .map(Journal.Made::intent)
                    .toList();
            assertEquals(
                    List.of("shell", "job 1", "job 1"),
                    made.stream().map(each -> each.origin().shown()).toList());
            assertEquals(
                    "make('job'); Thread.start { make('thread') }.join(); null",
                    made.get(1).origin().text());
        }
    }

    @Test
    void what_functions_and_closures_of_earlier_lines_print_stays_with_the_job() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter(
                    "def report() { println 'of a method'; note 'noted' }; say = { println 'of a closure' }; null");
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/jobs run report(); say(); null");
            String text = shell.screen.await("job 1 done");
            assertFalse(text.contains("\nof a"), text);
            shell.screen.enter("/jobs show 1");
            shell.screen.await("\nof a method\nnoted\nof a closure\n" + PROMPT);
        }
    }

    @Test
    void two_jobs_do_not_mix_their_output() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter(GATE + ".await(); 5.times { println 'one' }; null &");
            shell.screen.enter(GATE + ".await(); 5.times { println 'two' }; null &");
            shell.screen.await("job 2 has begun");
            gate.countDown();
            shell.screen.await("both", text -> text.contains("job 1 done") && text.contains("job 2 done"));
            shell.screen.enter("/jobs show 1");
            shell.screen.await("\none\none\none\none\none\n" + PROMPT);
            shell.screen.enter("/jobs show 2");
            shell.screen.await("\ntwo\ntwo\ntwo\ntwo\ntwo\n" + PROMPT);
        }
    }

    @Test
    void a_failed_job_says_why_in_its_output() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("throw new IllegalStateException('broken') &");
            shell.screen.await("job 1 failed after");
            shell.screen.enter("/jobs show 1");
            shell.screen.await("broken\n" + PROMPT);
        }
    }

    @Test
    void ctrl_c_reaches_no_job_and_stop_does() throws InterruptedException {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("sleep 60_000 &");
            shell.screen.await("job 1 has begun");
            shell.screen.awaitLast(PROMPT);
            CountDownLatch begun = new CountDownLatch(1);
            InterruptTest.begun = begun;
            shell.screen.enter(InterruptTest.class.getName() + ".begun.countDown(); sleep 60_000");
            begun.await();
            shell.screen.type("\003");
            shell.screen.await("Interrupted");
            shell.screen.enter("/jobs");
            shell.screen.await("running");
            shell.screen.enter("/jobs stop 1");
            shell.screen.await("job 1 stopped after");
            shell.screen.enter("/jobs stop 1");
            shell.screen.await("job 1 has ended already: it is stopped.");
        }
    }

    @Test
    void attaching_shows_what_comes_and_ctrl_c_detaches() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("println 'before'; " + GATE + ".await(); println 'after'; null &");
            shell.screen.await("job 1 has begun");
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/jobs attach 1");
            shell.screen.await("\nbefore\n");
            shell.screen.type("\003");
            shell.screen.await("Detached: job 1 goes on.");
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/jobs attach");
            shell.screen.await("twice", text -> text.split("\nbefore\n", -1).length == 3);
            gate.countDown();
            shell.screen.await("\nafter\n");
            shell.screen.await("job 1 done after");
            shell.screen.awaitLast(PROMPT);
        }
    }

    @Test
    void a_job_that_asks_waits_until_somebody_attaches_and_answers() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("confirm('Cut over?') ? 'it is done' : 'it is not' &");
            shell.screen.await("job 1 asks: Cut over?");
            shell.screen.enter("/jobs");
            shell.screen.await("  1  asks ");
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/jobs attach 1");
            shell.screen.awaitLast("Cut over? [y/N]");
            shell.screen.enter("y");
            shell.screen.await("\nit is done\n");
            shell.screen.await("job 1 done after");
            shell.screen.awaitLast(PROMPT);
        }
    }

    @Test
    void a_job_is_asking_when_it_is_told_that_it_asks() throws InterruptedException {
        Streams streams = Streams.of(
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                Map.of(),
                Set.of());
        BlockingQueue<Job.State> told = new LinkedBlockingQueue<>();
        AtomicReference<@Nullable Jobs> all = new AtomicReference<>();
        Jobs jobs = new Jobs(
                streams,
                job -> Objects.requireNonNull(all.get()).ask(job, "Cut over?"),
                (failure, text) -> {},
                () -> {});
        all.set(jobs);
        streams.noticesAbove((line, otherwise) -> told.add(jobs.all().get(0).state()));

        jobs.start("confirm('Cut over?')");

        assertEquals(Job.State.ASKING, told.poll(60, TimeUnit.SECONDS));
        jobs.stop();
    }

    /** Each ends about when the next prompt is drawn: its notice comes before or above, never behind the prompt. */
    @Test
    void the_notice_of_a_job_never_shares_a_line_with_the_prompt() {
        try (RunningShell shell = new RunningShell(state)) {
            for (int job = 1; job <= 15; job++) {
                shell.screen.awaitLast(PROMPT);
                shell.screen.enter("null &");
                shell.screen.await("job " + job + " done after");
            }
            String text = shell.screen.awaitLast(PROMPT);
            assertEquals(
                    List.of(),
                    text.lines()
                            .filter(line -> line.startsWith(PROMPT) && line.contains("done after"))
                            .toList(),
                    text);
        }
    }

    @Test
    void what_ctrl_c_leaves_behind_can_be_seen_and_keeps_to_itself() throws InterruptedException {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            CountDownLatch begun = new CountDownLatch(1);
            InterruptTest.begun = begun;
            shell.screen.enter("while (" + GATE + ".count > 0) { try { " + InterruptTest.class.getName()
                    + ".begun.countDown(); " + GATE + ".await() } catch (ignored) { } }; println 'at last'; null");
            begun.await();
            shell.screen.type("\003");
            shell.screen.await("Stopping");
            shell.screen.type("\003");
            shell.screen.await("Left behind as job 1");
            shell.screen.awaitLast(PROMPT);
            gate.countDown();
            shell.screen.await("ferry: job 1 ");
            shell.screen.enter("/jobs show 1");
            shell.screen.await("\nat last\n");
        }
    }

    @Test
    void leaving_with_running_jobs_asks_first() throws InterruptedException {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            CountDownLatch begun = new CountDownLatch(1);
            InterruptTest.begun = begun;
            shell.screen.enter(
                    "await('the copy') { " + InterruptTest.class.getName() + ".begun.countDown(); false } &");
            shell.screen.await("job 1 has begun");
            begun.await();
            shell.screen.enter("/exit");
            shell.screen.await("Job 1 is still running");
            shell.screen.enter("n");
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/exit");
            shell.screen.await("twice", text -> text.split("Job 1 is still running", -1).length == 3);
            shell.screen.enter("y");
            assertEquals(0, shell.exitCode());
            assertTrue(shell.screen.text().contains("job 1 stopped after"), shell.screen.text());
            assertTrue(
                    shell.screen.text().replace("\n", "").contains("What was started goes on at the service."),
                    shell.screen.text());
        }
    }

    @Test
    void the_terminal_rings_when_a_job_has_ended_if_that_is_wanted() {
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("1 + 1 &");
            shell.screen.await("job 1 done");
            shell.screen.enter("/set bell on");
            shell.screen.awaitLast(PROMPT);
            assertFalse(shell.screen.written().contains("\007"));
            shell.screen.enter("1 + 1 &");
            shell.screen.await("job 2 done");
            shell.screen.await("the bell", text -> shell.screen.written().contains("\007"));
        }
    }
}
