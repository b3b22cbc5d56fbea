package dev.ferry.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.RemoteJob;
import dev.ferry.api.VirtualTime;
import dev.ferry.script.WaitException.Ending;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AwaitTest {

    /** A job as the API answers it. */
    public record Job(String status, Long lagTimeSeconds, Boolean readyForCutover) implements RemoteJob {
        @Override
        public Outcome outcome() {
            return switch (status) {
                case "COMPLETE" -> Outcome.SUCCEEDED;
                case "FAILED", "EXPIRED" -> Outcome.FAILED;
                default -> Outcome.RUNNING;
            };
        }
    }

    private final VirtualTime time = new VirtualTime();
    private final Screen screen = new Screen();
    private final Interpreter interpreter = new Interpreter(Session.builder()
            .streams(screen.streams())
            .clock(time)
            .sleeper(time)
            .build());

    private Object await(String call, Object... answers) {
        Iterator<Object> each = Stream.concat(Stream.of(answers), Stream.generate(() -> answers[answers.length - 1]))
                .iterator();
        interpreter.setVariable("answers", each);
        return interpreter.evaluate(Source.line(call));
    }

    private WaitException refusal(String call, Object... answers) {
        ScriptException thrown = assertThrows(ScriptException.class, () -> await(call, answers));
        return assertInstanceOf(WaitException.class, thrown.getCause());
    }

    private static Job job(String status, Integer lag) {
        return new Job(status, lag == null ? null : lag.longValue(), lag != null && lag < 5);
    }

    @Test
    void it_ends_when_the_closure_says_true() {
        assertEquals("here", await("await('link') { answers.next() }", null, false, "here"));
        assertEquals(2, time.pauses().size());
    }

    @Test
    void pauses_grow_from_a_tenth_of_a_second_to_ten_seconds() {
        refusal("await('link', timeout: '5m') { answers.next() }", false);
        List<Duration> pauses = time.pauses();
        assertEquals(Duration.ofMillis(100), pauses.get(0));
        assertEquals(Duration.ofMillis(150), pauses.get(1));
        assertTrue(pauses.contains(Duration.ofSeconds(10)));
        assertTrue(pauses.stream().allMatch(pause -> pause.compareTo(Duration.ofSeconds(10)) <= 0));
        assertEquals(Duration.ofMinutes(5), pauses.stream().reduce(Duration.ZERO, Duration::plus));
    }

    @Test
    void every_fixes_the_pause() {
        await("await('link', every: 3) { answers.next() }", false, false, true);
        assertEquals(List.of(Duration.ofSeconds(3), Duration.ofSeconds(3)), time.pauses());
    }

    @Test
    void a_job_that_succeeds_ends_it_without_until() {
        assertEquals(
                job("COMPLETE", null),
                await("await('copy') { answers.next() }", job("NEW", null), job("COMPLETE", null)));
    }

    @Test
    void until_decides_when_it_is_given() {
        Object ready = await(
                "await('copy', until: { it.readyForCutover }) { answers.next() }",
                job("WORKING", 100),
                job("WORKING", 2));
        assertEquals(job("WORKING", 2), ready);
    }

    @Test
    void a_job_that_is_over_ends_it_even_if_until_never_comes_true() {
        Object over = await(
                "await('copy', until: { it.readyForCutover }) { answers.next() }",
                job("WORKING", 100),
                job("COMPLETE", null));
        assertEquals(job("COMPLETE", null), over);
    }

    @Test
    void a_failed_job_ends_it_and_says_what_was_seen() {
        for (String status : List.of("FAILED", "EXPIRED")) {
            WaitException thrown = refusal(
                    "await('copy', until: { it.readyForCutover }) { answers.next() }",
                    job("WORKING", 100),
                    job(status, null));
            assertEquals(Ending.JOB_FAILED, thrown.ending());
            assertEquals("copy: ended badly; last seen: " + status + ".", thrown.getMessage());
        }
    }

    @Test
    void the_end_of_the_time_ends_it_and_says_that_the_job_may_go_on() {
        WaitException thrown = refusal("await('copy', timeout: '2h') { answers.next() }", job("WORKING", 100));
        assertEquals(Ending.TIMED_OUT, thrown.ending());
        assertTrue(
                thrown.getMessage()
                        .matches(
                                "copy: not yet after 2h; last seen: WORKING, lag 100 s \\(steady\\)\\..*may still go on.*"),
                thrown.getMessage());
    }

    @Test
    void an_interrupt_ends_it_and_says_that_the_job_goes_on() {
        interpreter.setVariable("me", Thread.currentThread());
        ScriptException thrown = assertThrows(
                ScriptException.class,
                () -> await("await('copy') { me.interrupt(); answers.next() }", job("WORKING", 100)));
        assertEquals(ScriptException.Kind.INTERRUPTED, thrown.kind());
        assertTrue(thrown.getMessage().contains("lag 100 s. What was started goes on"), thrown.getMessage());
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void a_misspelt_option_is_refused() {
        ScriptException thrown =
                assertThrows(ScriptException.class, () -> await("await('copy', timout: 3) { true }", true));
        assertTrue(thrown.getMessage().contains("`await` knows no `timout`"), thrown.getMessage());
    }

    @Test
    void what_the_probe_throws_comes_out_as_it_is() {
        ScriptException thrown = assertThrows(
                ScriptException.class, () -> await("await('copy') { throw new java.io.IOException('gone') }", true));
        assertInstanceOf(java.io.IOException.class, thrown.getCause());
    }
}
