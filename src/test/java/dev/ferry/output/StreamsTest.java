package dev.ferry.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.ferry.output.Streams.Stream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StreamsTest {
    private static final int TIMES = 300;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource({
        "'',                           out,     true",
        "'',                           err,     false",
        "NO_COLOR=1,                   out,     false",
        "NO_COLOR=,                    out,     true",
        "TERM=dumb,                    out,     false",
        "FORCE_COLOR=1,                '',      true",
        "FORCE_COLOR=0,                '',      false",
        "CLICOLOR_FORCE=1,             '',      true",
        "FORCE_COLOR=1 NO_COLOR=1,     out,     false",
        "FORCE_COLOR=1 TERM=dumb,      out,     true",
    })
    void the_environment_decides_on_the_colour_of_each_stream(String variables, String terminals, boolean coloured) {
        assertEquals(coloured, streams(variables, terminals).isColoured(Stream.OUT));
    }

    @ParameterizedTest
    @CsvSource({
        "'',           out, 0,   80",
        "COLUMNS=120,  out, 0,   120",
        "COLUMNS=120,  out, 100, 100",
        "COLUMNS=wide, out, 0,   80",
        "COLUMNS=0,    out, 0,   80",
        "COLUMNS=120,  err, 100, 2147483647",
    })
    void the_width_is_the_windows_or_the_one_said_and_endless_in_a_pipe(
            String variables, String terminals, int window, int width) {
        assertEquals(
                width, streams(variables, terminals).withWidth(() -> window).width(Stream.OUT));
    }

    @Test
    void no_colour_can_be_asked_for_by_option() {
        assertFalse(streams("FORCE_COLOR=1", "out").withoutColour().isColoured(Stream.OUT));
    }

    @ParameterizedTest
    @CsvSource({"'in,err', true", "'in,out', false", "'out,err', false", "'', false", "'in,out,err', true"})
    void a_question_needs_a_terminal_to_show_it_and_one_to_answer_it(String terminals, boolean interactive) {
        assertEquals(interactive, streams("", terminals).isInteractive());
    }

    @Test
    void both_streams_hide_secrets_and_only_the_unredacted_one_shows_them() {
        Secret.of("canary-streams-1");
        Streams streams = streams("", "");
        streams.out().println("canary-streams-1 ä");
        streams.err().println("canary-streams-1");
        assertEquals(Secret.MASK + " ä\n", out.toString(UTF_8));
        assertEquals(Secret.MASK + "\n", err.toString(UTF_8));
        streams.unredactedOut().println("canary-streams-1");
        assertEquals(Secret.MASK + " ä\ncanary-streams-1\n", out.toString(UTF_8));
    }

    @Test
    void an_error_stream_that_is_gone_is_ignored() {
        var gone = new OutputStream() {
            @Override
            public void write(int b) throws java.io.IOException {
                throw new java.io.IOException("Broken pipe");
            }
        };
        Streams.of(InputStream.nullInputStream(), out, gone, Map.of(), Set.of())
                .err()
                .println("x");
    }

    @Test
    void a_notice_has_a_line_of_its_own_and_the_begun_one_goes_on_below() {
        Streams streams = Streams.of(InputStream.nullInputStream(), out, out, Map.of(), Set.of(Stream.OUT, Stream.ERR));
        streams.out().print("21 of ");
        streams.out().flush();
        streams.notice("job 1 is done");
        streams.out().println("42");
        assertEquals("21 of \nferry: job 1 is done\n42\n", out.toString(UTF_8));
    }

    @Test
    @SuppressWarnings("ThreadPriorityCheck") // nothing depends on who comes next; it only makes many turns likely
    void lines_of_several_threads_stay_whole_on_a_terminal_that_takes_them_letter_by_letter() throws Exception {
        OutputStream letters = new OutputStream() {
            @Override
            public void write(int b) {
                out.write(b);
                Thread.yield();
            }
        };
        Streams streams =
                Streams.of(InputStream.nullInputStream(), letters, letters, Map.of(), Set.of(Stream.OUT, Stream.ERR));
        Runnable told = () -> repeat(() -> streams.notice("a job is done"));
        Runnable printed = () -> repeat(() -> streams.out().println("a record of many"));
        Thread teller = new Thread(told);
        teller.start();
        printed.run();
        repeat(() -> streams.err().println("a warning"));
        teller.join();
        assertEquals(
                Set.of("ferry: a job is done", "a record of many", "a warning"),
                out.toString(UTF_8).lines().collect(Collectors.toSet()));
        assertEquals(3 * TIMES, out.toString(UTF_8).lines().count());
    }

    private static void repeat(Runnable once) {
        for (int i = 0; i < TIMES; i++) {
            once.run();
        }
    }

    @Test
    void progress_on_a_terminal_shows_after_a_tenth_of_a_second_and_counts_after_one() {
        var clock = new HandClock();
        Streams streams = streams("NO_COLOR=1", "err");
        try (var progress = new Progress(streams, clock, "Fetching")) {
            clock.advance(Duration.ofMillis(99));
            progress.tick();
            assertEquals("", shown());
            clock.advance(Duration.ofMillis(1));
            progress.tick();
            assertEquals("\r\033[K⠋ Fetching", shown());
            clock.advance(Duration.ofSeconds(61));
            progress.update("Fetching: 3 pages");
            progress.tick();
            assertEquals("\r\033[K⠙ Fetching: 3 pages 1m01s", shown());
        }
        assertEquals("\r\033[K", shown());
    }

    @Test
    void progress_never_writes_over_a_line_that_has_only_been_begun() {
        var clock = new HandClock();
        Streams streams = streams("NO_COLOR=1", "out,err");
        try (var progress = new Progress(streams, clock, "Fetching")) {
            streams.out().print("half");
            streams.out().flush();
            clock.advance(Duration.ofMillis(500));
            progress.tick();
            assertEquals("", shown());
            streams.out().println(" a line");
            progress.tick();
            assertEquals("\r\033[K⠙ Fetching", shown());
        }
    }

    @Test
    void of_two_progresses_the_later_one_is_shown_and_then_the_earlier_one_again() {
        var clock = new HandClock();
        Streams streams = streams("NO_COLOR=1", "err");
        try (var outer = new Progress(streams, clock, "Running")) {
            clock.advance(Duration.ofMillis(500));
            try (var inner = new Progress(streams, clock, "Waiting")) {
                clock.advance(Duration.ofMillis(500));
                outer.tick();
                assertEquals("", shown());
                inner.tick();
                assertEquals("\r\033[K⠋ Waiting", shown());
            }
            assertEquals("\r\033[K", shown());
            outer.tick();
            assertEquals("\r\033[K⠋ Running 1s", shown());
        }
    }

    @Test
    void nothing_moves_while_a_question_waits() {
        var clock = new HandClock();
        Streams streams = streams("NO_COLOR=1", "err");
        try (var progress = new Progress(streams, clock, "Running")) {
            clock.advance(Duration.ofMillis(500));
            Progress silence = Progress.silence(streams);
            progress.tick();
            assertEquals("", shown());
            silence.close();
            progress.tick();
            assertEquals("\r\033[K⠋ Running", shown());
        }
    }

    @Test
    void a_secret_of_several_lines_is_hidden_though_each_line_begins_with_a_word() {
        Streams streams = streams("NO_COLOR=1", "").aside("SIMULATED");
        streams.out()
                .println(
                        "the key is -----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----\nof it");
        streams.out().flush();
        assertEquals("SIMULATED the key is " + Secret.MASK + "\nSIMULATED of it\n", shown());
    }

    @Test
    void the_progress_line_steps_aside_for_everything_else() {
        var clock = new HandClock();
        Streams streams = streams("NO_COLOR=1", "err");
        try (var progress = new Progress(streams, clock, "Fetching")) {
            clock.advance(Duration.ofMillis(500));
            progress.tick();
            streams.err().println("a warning");
            assertEquals("\r\033[K⠋ Fetching\r\033[Ka warning\n", shown());
        }
        assertEquals("", shown());
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "TERM=dumb, err"})
    void progress_without_a_terminal_is_plain_lines_now_and_then(String variables, String terminals) {
        var clock = new HandClock();
        try (var progress = new Progress(streams(variables, terminals), clock, "Waiting")) {
            for (int second = 0; second < 12; second++) {
                progress.tick();
                clock.advance(Duration.ofSeconds(1));
                progress.update("Waiting: lag " + (12 - second));
            }
        }
        assertEquals("Waiting: lag 12\nWaiting: lag 7\nWaiting: lag 2\n", shown());
    }

    @Test
    void progress_that_tells_the_time_itself_counts_no_seconds() {
        var clock = new HandClock();
        try (var progress = new Progress(streams("NO_COLOR=1", "err"), clock, "Waiting")) {
            clock.advance(Duration.ofMinutes(3));
            progress.update("Waiting: 3 min", null);
            progress.tick();
            assertEquals("\r\033[K⠋ Waiting: 3 min", shown());
            progress.say("Waiting: no answer");
            assertEquals("\r\033[KWaiting: no answer\n", shown());
        }
    }

    @Test
    void without_a_terminal_a_line_that_was_said_is_not_repeated_and_one_that_only_moves_is_not_printed() {
        var clock = new HandClock();
        try (var progress = new Progress(streams("", ""), clock, "Waiting")) {
            clock.advance(Duration.ofSeconds(2));
            progress.update("Waiting: 2 s", "Waiting: 2 s");
            progress.say("Waiting: no answer");
            for (int look = 0; look < 10; look++) {
                clock.advance(Duration.ofMinutes(1));
                progress.update("Waiting: no answer, look " + look, look == 8 ? "Waiting: still no answer" : null);
                progress.tick();
            }
        }
        assertEquals("Waiting: no answer\nWaiting: still no answer\n", shown());
    }

    private Streams streams(String variables, String terminals) {
        Map<String, String> environment = Arrays.stream(variables.split(" "))
                .filter(variable -> !variable.isEmpty())
                .map(variable -> variable.split("=", -1))
                .collect(Collectors.toMap(variable -> variable[0], variable -> variable[1]));
        return Streams.of(InputStream.nullInputStream(), out, err, environment, Terminals.parse(terminals));
    }

    private String shown() {
        String text = err.toString(UTF_8);
        err.reset();
        return text;
    }

    /** A clock that moves by hand. */
    private static final class HandClock extends Clock {
        private Instant now = Instant.EPOCH;

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
