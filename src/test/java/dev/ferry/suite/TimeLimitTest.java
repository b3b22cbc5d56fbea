package dev.ferry.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.JavaProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ends tests that do not end themselves, in a process that does not. */
final class TimeLimitTest {
    @TempDir
    Path folder;

    /** Never gets to its tests: it spins, and so does what runs when it is asked to end. */
    static final class Endless {
        private static volatile long turns;

        public static void main(String[] args) {
            new TimeLimit().testPlanExecutionStarted(null);
            Runtime.getRuntime().addShutdownHook(new Thread(Endless::spinForEver));
            System.setErr(System.out);
            spinForEver();
        }

        private static void spinForEver() {
            while (turns >= 0) {
                turns = (turns + 1) & 0xff;
            }
        }
    }

    @Test
    void a_process_that_spins_is_ended_and_shows_where_it_was() throws Exception {
        Process process = JavaProcess.of(
                        Endless.class,
                        List.of("-D" + TimeLimit.SECONDS + "=1", "-Dferry.suite=" + folder.resolve("suite")),
                        List.of())
                .start();
        try {
            String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

            assertEquals(TimeLimit.ENDED, process.waitFor());
            assertTrue(err.startsWith("The tests did not end within 1 seconds. Stacks of all threads:\n"), err);
            assertTrue(err.contains("\n\"main\" RUNNABLE\n"), err);
            assertTrue(err.contains("TimeLimitTest$Endless.spinForEver("), err);
            Path kept = folder.resolve("suite/stacks-" + process.pid() + ".txt");
            assertEquals(err.strip(), Files.readString(kept).strip());
        } finally {
            process.destroyForcibly();
        }
    }
}
