package dev.ferry.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.script.FerryScript;
import dev.ferry.script.analysis.Analysis;
import dev.ferry.script.analysis.type.Scope;
import dev.ferry.suite.Lateness;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A key is on the screen at once, whatever goes on behind it. */
class EchoTest {
    private static final String LINE =
            "atlas.clusters.list(atlas.projects.list(name: 'shop').first().id).collect { it.name }";

    /** Milliseconds from key to screen, in ascending order, for a line typed so many times. */
    private static double[] echoes(Typing typing, int times) {
        double[] taken = new double[LINE.length() * times];
        for (int i = 0; i < taken.length; i++) {
            int end = i % LINE.length() + 1;
            if (end == 1) {
                typing.screen.type("\025");
                typing.screen.await("an empty line", text -> !text.contains(Typing.PROMPT + " a"));
            }
            // A blank at the end of the line cannot be seen before the next key.
            String shown = LINE.substring(0, end).stripTrailing();
            long start = System.nanoTime();
            typing.screen.type(LINE.substring(end - 1, end));
            typing.screen.await(Typing.PROMPT + " " + shown);
            taken[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(taken);
        return taken;
    }

    private static double percentile(double[] sorted, double share) {
        return sorted[(int) (sorted.length * share)];
    }

    @Test
    void while_the_checker_is_kept_busy() throws InterruptedException {
        Analysis analysis = new Analysis(FerryScript.class, EchoTest.class.getClassLoader());
        analysis.warmUp();
        AtomicBoolean enough = new AtomicBoolean();
        Thread busy = new Thread(
                () -> {
                    for (int i = 0; !enough.get(); i++) {
                        String text = "def x" + i + " = " + LINE + "\n".repeat(20) + LINE;
                        analysis.complete(text + ".", text.length() + 1, Scope.EMPTY);
                    }
                },
                "busy");
        busy.setPriority(Thread.MIN_PRIORITY);
        busy.start();
        try (Typing typing = new Typing(
                        new VirtualTerminal(120, 20),
                        (text, cursor) -> analysis.signature(text, cursor, Scope.EMPTY),
                        true);
                Lateness machine = Lateness.watch()) {
            echoes(typing, 1);
            double[] taken = echoes(typing, 4);
            System.out.printf(
                    "key to screen, checker busy: median %.1f ms, p99 %.1f ms, worst %.1f ms%n",
                    percentile(taken, 0.5), percentile(taken, 0.99), taken[taken.length - 1]);
            assertTrue(percentile(taken, 0.5) < machine.allow(50), "median " + percentile(taken, 0.5));
            assertTrue(percentile(taken, 0.99) < machine.allow(250), "p99 " + percentile(taken, 0.99));
        } finally {
            enough.set(true);
            busy.join();
        }
    }

    @Test
    void while_an_answer_never_comes() {
        CountDownLatch end = new CountDownLatch(1);
        try (Typing typing = new Typing(
                        new VirtualTerminal(120, 20),
                        (text, cursor) -> {
                            await(end);
                            return Optional.empty();
                        },
                        true);
                Lateness machine = Lateness.watch()) {
            double[] taken = echoes(typing, 2);
            assertTrue(percentile(taken, 0.99) < machine.allow(250), "p99 " + percentile(taken, 0.99));
        } finally {
            end.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
