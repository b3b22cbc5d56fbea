package dev.ferry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.ferry.output.Streams;
import dev.ferry.output.Streams.Stream;
import dev.ferry.profile.Environment;
import dev.ferry.rehearsal.Production;
import dev.ferry.rehearsal.plan.Plan;
import dev.ferry.rehearsal.plan.PlanFile;
import dev.ferry.shell.Shell;
import dev.ferry.shell.VirtualTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code /rehearse} as a person types it, at a service that remembers what it is asked. */
@Timeout(120)
class RehearsalAtThePromptTest {
    private static final String WRITABLE = "ferry environment writable>";
    private static final String READ_ONLY = "ferry environment read-only>";
    private static final String REHEARSAL = "ferry environment rehearsal SIMULATED>";
    private static final String MAKE =
            "night = atlas.projects.create(name: 'Night', orgId: atlas.orgs['Acme-Cloud'].id)";
    private static final String IS_THERE = "'is it there: ' + atlas.projects.list().any { it.name == 'Night' }";

    @TempDir
    Path home;

    private final GlobalOptions options = new GlobalOptions();
    private VirtualTerminal screen = new VirtualTerminal(100, 50);
    private Production production;
    private CompletableFuture<Integer> exit = CompletableFuture.completedFuture(-1);

    @BeforeEach
    void serve() throws IOException {
        production = Production.start(0);
    }

    @AfterEach
    void stop() {
        for (String keys : new String[] {"\025\004", "\003", "\004"}) {
            if (!exit.isDone()) {
                screen.type(keys);
                exit.copy().completeOnTimeout(-1, 2, TimeUnit.SECONDS).join();
            }
        }
        screen.close();
        assertEquals(List.of(), production.changing());
        production.close();
    }

    private void open(String prompt) {
        Map<String, String> variables = new HashMap<>(production.variables(false));
        variables.put("HOME", home.toString());
        Streams streams = Streams.of(
                screen.terminal().input(),
                screen.terminal().output(),
                screen.terminal().output(),
                variables,
                Set.of(Stream.IN, Stream.OUT, Stream.ERR));
        ShellStart start = new ShellStart(options, streams, Environment.of(variables));
        exit = CompletableFuture.supplyAsync(
                () -> start.run(setup -> new Shell(setup, screen.terminal())),
                task -> new Thread(task, "shell").start());
        screen.awaitLast(prompt);
    }

    /** Types a line and waits until this is said, and the next prompt is there. */
    private void enter(String prompt, String line, String... said) {
        screen.enter(line);
        for (String each : said) {
            screen.await(each);
        }
        screen.awaitLast(prompt);
    }

    private void begin() {
        enter(REHEARSAL, "/rehearse", "SIMULATED from here on: ");
    }

    private void make() {
        enter(REHEARSAL, MAKE, "\nid                         ffff");
    }

    @Test
    void what_is_changed_shows_in_the_rehearsal_only_and_in_its_plan() {
        open(WRITABLE);
        begin();
        make();
        enter(REHEARSAL, IS_THERE, "\nis it there: true\n");
        enter(REHEARSAL, "atlas.accessList.add(night.id, [[cidrBlock: '10.1.0.0/16']])", "10.1.0.0/16  ffff");
        screen.enter("'sure: ' + confirm('Go on?')");
        screen.await("Go on? [y/N]");
        enter(REHEARSAL, "n", "\nsure: false\n");
        Path file = home.resolve("night.plan");
        enter(REHEARSAL, "/rehearse save " + file, "SIMULATED: the plan so far is in ");
        enter(
                WRITABLE,
                "/rehearse end",
                "SIMULATED: plan of the shell, 2 changes. Nothing was changed.",
                "\n1  createGroup  SIMULATED\n",
                "\n2  createGroupAccessListEntry  SIMULATED\n",
                "project Night (<project Night>)",
                "  - Go on? Here: no.",
                "\nThe rehearsal has ended, and its twin is gone: calls are real again.\n");
        enter(WRITABLE, IS_THERE, "\nis it there: false\n");
        Plan kept = PlanFile.read(file).plan();
        assertEquals(
                List.of("createGroup", "createGroupAccessListEntry"),
                kept.changes().stream().map(each -> each.operation()).toList());
    }

    @Test
    void who_leaves_in_the_middle_is_told_that_nothing_of_it_was_made() {
        open(WRITABLE);
        begin();
        make();
        screen.enter("/exit");
        screen.await(
                "SIMULATED: the rehearsal has ended with the shell. Its change was not made, and its plan is gone.");
        assertEquals(0, assertTimeoutPreemptively(Duration.ofSeconds(60), exit::join));
        assertFalse(Files.exists(home.resolve(".local/state/ferry/runs")), "no journal of what was not done");
    }

    @Test
    void an_interrupt_ends_the_line_and_not_the_rehearsal() {
        open(WRITABLE);
        begin();
        screen.enter(MAKE + "; println 'be' + 'gun'; new java.util.concurrent.CountDownLatch(1).await()");
        screen.await("\nbegun\n");
        screen.type("\003");
        screen.await("Interrupted.");
        screen.awaitLast(REHEARSAL);
        enter(REHEARSAL, IS_THERE, "\nis it there: true\n");
        enter(REHEARSAL, "/rehearse plan", "SIMULATED: plan of the shell, 1 change. Nothing was changed.");
    }

    @Test
    void who_may_only_read_can_rehearse_and_may_only_read_afterwards() {
        options.readOnly = true;
        open(READ_ONLY);
        enter(READ_ONLY, MAKE, "/groups: refused");
        begin();
        make();
        enter(READ_ONLY, "/rehearse end", "SIMULATED: plan of the shell, 1 change. Nothing was changed.");
        enter(
                READ_ONLY,
                "atlas.accessList.add(atlas.projects['shop'].id, [[cidrBlock: '10.1.0.0/16']])",
                "/accessList: refused");
        enter(READ_ONLY, IS_THERE, "\nis it there: false\n");
    }

    @Test
    void a_narrow_window_breaks_between_words_and_a_wrong_word_is_told() {
        screen.close();
        screen = new VirtualTerminal(40, 50);
        open(WRITABLE);
        enter(WRITABLE, "/rehearse end", "No rehearsal is going on");
        enter(REHEARSAL, "/rehearse", """
                SIMULATED from here on: reads go to the
                services, changes to a twin of them.
                /rehearse end shows the plan and drops
                the twin.
                """);
        enter(REHEARSAL, "/rehearse", "A rehearsal is going on");
        enter(REHEARSAL, "/rehearse on", "takes plan, save FILE or end.");
        enter(REHEARSAL, "/rehearse plan", "\nSIMULATED: plan of the shell, no change.\nNothing was changed.\n");
    }
}
