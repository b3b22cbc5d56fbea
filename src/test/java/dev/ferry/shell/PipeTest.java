package dev.ferry.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.guard.Confirmation;
import dev.ferry.guard.Mode;
import dev.ferry.guard.SessionMode;
import dev.ferry.names.Names;
import dev.ferry.output.Format;
import dev.ferry.output.Streams;
import dev.ferry.output.Streams.Stream;
import dev.ferry.profile.Folders;
import dev.ferry.script.Interpreter;
import dev.ferry.shell.command.Watch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipeTest {
    @TempDir
    Path state;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String input, Set<Stream> terminals) {
        Streams streams = Streams.of(new ByteArrayInputStream(input.getBytes(UTF_8)), out, err, Map.of(), terminals);
        Setup setup = new Setup(
                RunningShell.SANDBOX,
                SessionMode.of(Mode.WRITABLE),
                new Folders(state, state, state),
                streams,
                session -> new Interpreter(session.build()),
                failure -> 7,
                Format.TABLE,
                prompt -> Confirmation.of(prompt, false, List.of()),
                Watch.of(false, false),
                new AtomicBoolean(),
                Names::off,
                List::of);
        return new Shell(setup, null).run();
    }

    private int pipe(String input) {
        return run(input, Set.of());
    }

    @Test
    void a_pipe_gets_data_alone() {
        assertEquals(0, pipe("1 + 1\nx = [a: 1]\n/set output json\nx\n"));
        assertTrue(out.toString(UTF_8).startsWith("2\n"), out.toString(UTF_8));
        assertTrue(out.toString(UTF_8).contains("\"a\": 1"), out.toString(UTF_8));
        assertEquals("", err.toString(UTF_8));
        assertEquals(-1, out.toString(UTF_8).indexOf('\033'));
    }

    @Test
    void a_text_of_many_lines_is_one_input() {
        assertEquals(0, pipe("[1, 2].each {\n  println it\n}\n'end'"));
        assertTrue(out.toString(UTF_8).startsWith("1\n2\n"), out.toString(UTF_8));
        assertTrue(out.toString(UTF_8).endsWith("end\n"), out.toString(UTF_8));
    }

    @Test
    void the_first_failure_ends_it_with_the_code_of_the_failure() {
        assertEquals(7, pipe("'before'\nthrow new IllegalStateException('broken')\n'after'\n"));
        assertEquals("before\n", out.toString(UTF_8));
        assertTrue(err.toString(UTF_8).contains("broken"), err.toString(UTF_8));
    }

    @Test
    void half_a_text_at_the_end_is_a_failure() {
        assertEquals(7, pipe("[1, 2].each {\n"));
    }

    @Test
    void leaving_is_no_failure() {
        assertEquals(0, pipe("/exit\n'after'\n"));
        assertEquals("", out.toString(UTF_8));
    }

    @Test
    void a_terminal_without_a_cursor_gets_prompts_without_colour_and_goes_on_after_a_failure() {
        assertEquals(0, run("[1,\n2].size()\nfoo.bar\n/exit\n", Set.of(Stream.IN, Stream.OUT, Stream.ERR)));
        assertEquals("2\n", out.toString(UTF_8));
        assertTrue(
                err.toString(UTF_8).contains("ferry SANDBOX writable> > ferry SANDBOX writable> "),
                err.toString(UTF_8));
    }
}
