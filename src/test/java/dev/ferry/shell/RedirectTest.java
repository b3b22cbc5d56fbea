package dev.ferry.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.guard.Confirmation;
import dev.ferry.guard.Mode;
import dev.ferry.guard.RefusedException;
import dev.ferry.guard.SessionMode;
import dev.ferry.names.Names;
import dev.ferry.output.Format;
import dev.ferry.output.Streams;
import dev.ferry.profile.Folders;
import dev.ferry.script.Interpreter;
import dev.ferry.shell.command.Redirect;
import dev.ferry.shell.command.Watch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {
    private static final String PROMPT = RunningShell.PROMPT;

    @TempDir
    Path state;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int pipe(String input) {
        Streams streams = Streams.of(
                new ByteArrayInputStream(input.getBytes(UTF_8)), new ByteArrayOutputStream(), err, Map.of(), Set.of());
        Setup setup = new Setup(
                RunningShell.SANDBOX,
                SessionMode.of(Mode.WRITABLE),
                new Folders(state, state, state),
                streams,
                session -> new Interpreter(session.build()),
                failure -> failure instanceof RefusedException ? 3 : 1,
                Format.TABLE,
                prompt -> Confirmation.of(prompt, false, List.of()),
                Watch.of(false, false),
                new AtomicBoolean(),
                Names::off,
                List::of);
        return new Shell(setup, null).run();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "json x > a.json               | json(x, to: 'a.json')",
                "csv(x) > 'a b.csv'            | csv(x, to: 'a b.csv')",
                "table x, sort: 'n' >> ./a     | table(x, sort: 'n', to: './a', append: true)",
                "jsonl (x.findAll { it > 1 }) >   /tmp/a.jsonl | jsonl(x.findAll { it > 1 }, to: '/tmp/a.jsonl')",
                "yaml x.findAll { it.n > 3 } > a | yaml(x.findAll { it.n > 3 }, to: 'a')",
                "show [a: 'x > y'] > b         | show([a: 'x > y'], to: 'b')",
                "json x.collect { a -> a } > b | json(x.collect { a -> a }, to: 'b')",
            })
    void a_sign_behind_the_call_names_a_file(String line, String groovy) {
        assertEquals(groovy, Redirect.of(line).orElseThrow().groovy());
    }

    @Test
    void the_sign_that_replaces_says_so() {
        assertEquals(
                "json(x, to: 'a', overwrite: true)",
                Redirect.of("json x >| a").orElseThrow().groovy());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x > 3",
                "json(x > 3)",
                "json(x).foo > 3",
                "println x > 3",
                "json x.size() > 3 ? 'a' : 'b'",
                "json x >= 3",
                "table x, limit: 5",
                "csv x.findAll { it > 3 }",
                "json 'a > b'",
                "jsonx > 3",
            })
    void everything_else_is_groovy(String line) {
        assertTrue(Redirect.of(line).isEmpty(), line);
    }

    @Test
    void the_value_goes_to_the_file_and_not_to_the_screen() throws IOException {
        Path file = state.resolve("out.json");
        try (RunningShell shell = new RunningShell(state)) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("jsonl([[name: 'shop']]) > " + file);
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("[[name: 'other']]");
            String text = shell.screen.await("other");
            assertFalse(text.contains("\"name\""), text);
            assertTrue(Files.readString(file).contains("\"name\":\"shop\""), Files.readString(file));
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("/last jsonl >> " + file);
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("'done'");
            shell.screen.await("\ndone\n");
            assertEquals("{\"name\":\"shop\"}\n{\"name\":\"other\"}\n", Files.readString(file));
        }
    }

    @Test
    void a_file_that_is_there_is_replaced_only_after_a_yes() throws IOException {
        Path file = Files.writeString(state.resolve("out.csv"), "precious");
        try (RunningShell shell =
                new RunningShell(new VirtualTerminal(200, 40), state, each -> each, RunningShell.SANDBOX, Map.of())) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("csv([[a: 1]]) > " + file);
            shell.screen.awaitLast("Replace it? [y/N]");
            shell.screen.enter("");
            shell.screen.await("stays as it is");
            shell.screen.awaitLast(PROMPT);
            assertEquals("precious", Files.readString(file));
            shell.screen.enter("csv([[a: 1]]) > " + file);
            shell.screen.awaitLast("Replace it? [y/N]");
            shell.screen.enter("y");
            shell.screen.awaitLast(PROMPT);
            assertTrue(Files.readString(file).startsWith("a"), Files.readString(file));
            shell.screen.enter("csv([[b: 1]]) >| " + file);
            shell.screen.enter("/save " + state.resolve("saved.groovy"));
            shell.screen.await("2 lines saved");
            assertTrue(Files.readString(file).startsWith("b"), Files.readString(file));
            String saved = Files.readString(state.resolve("saved.groovy"));
            assertTrue(saved.contains("csv([[b: 1]], to: '" + file + "', overwrite: true)\n"), saved);
        }
    }

    @Test
    void a_pipe_does_not_replace_a_file_unless_told_to() throws IOException {
        Path file = Files.writeString(state.resolve("out.csv"), "precious");
        assertEquals(3, pipe("csv([[a: 1]]) > " + file + "\n"));
        assertTrue(err.toString(UTF_8).contains(">| replaces it"), err.toString(UTF_8));
        assertEquals("precious", Files.readString(file));
        assertEquals(0, pipe("csv([[a: 1]]) >| " + file + "\n"));
        assertTrue(Files.readString(file).startsWith("a"), Files.readString(file));
    }

    @Test
    void a_folder_that_is_not_there_is_one_sentence_and_a_secret_is_dots() throws IOException {
        Path file = state.resolve("out.json");
        try (RunningShell shell =
                new RunningShell(new VirtualTerminal(200, 40), state, each -> each, RunningShell.SANDBOX, Map.of())) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.enter("json([1]) > " + state + "/nowhere/out.json");
            shell.screen.await("There is no folder");
            shell.screen.enter("json([clientSecret: 'mdb_sa_sk_0123456789abcdefghijABCDEFGHIJ0123456789']) > " + file);
            shell.screen.enter("'done'");
            shell.screen.await("\ndone\n");
            assertFalse(Files.readString(file).contains("0123456789abc"), Files.readString(file));
        }
    }

    @Test
    void tab_completes_the_name_of_the_file() throws IOException {
        Files.writeString(state.resolve("unlikely-name.json"), "{}");
        try (RunningShell shell =
                new RunningShell(new VirtualTerminal(200, 40), state, each -> each, RunningShell.SANDBOX, Map.of())) {
            shell.screen.awaitLast(PROMPT);
            shell.screen.type("json [1] > " + state + "/unli\t");
            shell.screen.await("json [1] > " + state + "/unlikely-name.json");
        }
    }
}
