package dev.ferry.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.ferry.guard.Mode;
import dev.ferry.guard.SessionMode;
import dev.ferry.output.Streams;
import dev.ferry.output.Streams.Stream;
import dev.ferry.script.analysis.text.Completeness;
import java.io.ByteArrayOutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A terminal that can only print. */
final class PlainInputTest {
    @Test
    void a_question_that_is_given_up_takes_no_line_from_the_prompt() throws Exception {
        PipedOutputStream keys = new PipedOutputStream();
        Streams streams = Streams.of(
                new PipedInputStream(keys),
                new ByteArrayOutputStream(),
                new ByteArrayOutputStream(),
                Map.of(),
                Set.of(Stream.IN, Stream.OUT, Stream.ERR));
        PlainInput input = new PlainInput(
                streams,
                new LineParser(text -> new Completeness.Complete()),
                new Prompt(RunningShell.SANDBOX, SessionMode.of(Mode.WRITABLE)));
        CompletableFuture<AtomicReference<String>> answer = new CompletableFuture<>();
        Thread asking = new Thread(() -> answer.complete(new AtomicReference<>(input.ask("Type orders to go on: "))));
        asking.start();

        asking.interrupt();

        assertNull(assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> answer.get().get()));
        keys.write("first\nsecond\n".getBytes(UTF_8));
        keys.flush();
        assertEquals("first", input.next());
        assertEquals("second", input.ask("Type orders to go on: "));
        keys.close();
        assertNull(input.next());
        assertFalse(Thread.interrupted());
    }
}
