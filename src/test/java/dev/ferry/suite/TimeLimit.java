package dev.ferry.suite;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Ends a process of tests that takes too long, and prints the stacks of all its threads first. JUnit's own limits end single tests; this one
 * also ends what hangs outside of them: a class that is initialized, a constructor, a shutdown hook. Maven's limit for the process is a little
 * longer, and shows nothing.
 *
 * <p>The limit is the system property {@value #SECONDS}; without it there is none. The stacks are also left in the folder that
 * {@code ferry.suite} names.
 */
public final class TimeLimit implements TestExecutionListener {
    static final String SECONDS = "ferry.suite.seconds";

    /** The exit code of a process that was ended. */
    static final int ENDED = 99;

    private static final AtomicBoolean STARTED = new AtomicBoolean();

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        int seconds = Integer.getInteger(SECONDS, 0);
        // Maven may run each class as a plan of its own: the limit is the one of the process.
        if (seconds > 0 && STARTED.compareAndSet(false, true)) {
            start(Duration.ofSeconds(seconds));
        }
    }

    private static void start(Duration limit) {
        Thread watch = new Thread(() -> end(limit), "ferry-time-limit");
        watch.setDaemon(true);
        watch.setPriority(Thread.MAX_PRIORITY);
        watch.start();
    }

    private static void end(Duration limit) {
        try {
            Thread.sleep(limit.toMillis());
        } catch (InterruptedException e) {
            return;
        }
        String text =
                "The tests did not end within " + limit.toSeconds() + " seconds. Stacks of all threads:\n" + stacks();
        keep(text);
        // Not System.err: a test, or Maven, may have put another stream there, which does not get to its end.
        try (PrintStream err =
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8)) {
            err.println(text);
        }
        // No shutdown hook runs: it may be what hangs.
        Runtime.getRuntime().halt(ENDED);
    }

    private static void keep(String text) {
        String folder = System.getProperty("ferry.suite");
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(Path.of(folder));
            Files.writeString(
                    Path.of(folder, "stacks-" + ProcessHandle.current().pid() + ".txt"), text);
        } catch (IOException e) {
            // They are printed, too.
        }
    }

    private static String stacks() {
        StringBuilder all = new StringBuilder();
        for (Map.Entry<Thread, StackTraceElement[]> each :
                Thread.getAllStackTraces().entrySet()) {
            Thread thread = each.getKey();
            all.append(
                    "\n\"" + thread.getName() + "\" " + thread.getState() + (thread.isDaemon() ? " daemon\n" : "\n"));
            for (StackTraceElement frame : each.getValue()) {
                all.append("    at " + frame + "\n");
            }
        }
        return all.toString();
    }
}
