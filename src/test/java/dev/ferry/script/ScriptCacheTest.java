package dev.ferry.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptCacheTest {

    private static final String SCRIPT =
            "@Option(names = '-n') @Field int n = 1\nenum E { A }\n[1, 2].collect { it * n } + E.A.name()";

    @TempDir
    Path folder;

    private Object run(String text, String... args) {
        return run(new Source("s.groovy", text, 1, true), args);
    }

    private Object run(Source source, String... args) {
        Path cache = folder.resolve("a/scripts");
        return new Interpreter(Session.builder()
                        .compiledScripts(cache)
                        .streams(new Screen().streams())
                        .build())
                .run(source, List.of(args));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("a/scripts"))) {
            return files.toList();
        }
    }

    @Test
    void a_script_runs_the_same_from_the_cache() throws IOException {
        assertEquals(List.of(1, 2, "A"), run(SCRIPT));
        assertEquals(1, files().size());
        assertEquals(List.of(3, 6, "A"), run(SCRIPT, "-n", "3"));
        assertEquals(1, files().size());
    }

    @Test
    void what_was_typed_is_never_written_to_a_file() {
        run(Source.expression("'a password'"));
        assertTrue(Files.notExists(folder.resolve("a/scripts")));
    }

    @Test
    void a_script_with_a_secret_in_it_is_not_kept() {
        String script = "'mongodb://joe:correct-horse@host'.length()";
        assertEquals(32, run(script));
        assertEquals(32, run(script));
        assertTrue(Files.notExists(folder.resolve("a/scripts")));
    }

    @Test
    void a_changed_script_is_compiled_again() throws IOException {
        run(SCRIPT);
        assertEquals(List.of(10, 20, "A"), run(SCRIPT.replace("it * n", "it * 10")));
        assertEquals(2, files().size());
    }

    @Test
    void errors_from_the_cache_have_the_script_s_lines() {
        for (int times = 0; times < 2; times++) {
            ScriptException thrown = org.junit.jupiter.api.Assertions.assertThrows(
                    ScriptException.class, () -> run("1\n[1].each {\n  fail 'x'\n}"));
            assertEquals(3, thrown.line().getAsInt());
        }
    }

    @Test
    void a_damaged_file_only_costs_time() throws IOException {
        run(SCRIPT);
        for (Path file : files()) {
            Files.write(file, new byte[] {0, 1, 2});
        }
        assertEquals(List.of(1, 2, "A"), run(SCRIPT));
        assertTrue(Files.size(files().get(0)) > 100);
    }

    @Test
    void the_cache_is_bounded_and_private() throws IOException {
        for (int number = 0; number < 140; number++) {
            run("" + number);
        }
        assertTrue(files().size() <= 128);
        assertEquals(
                "rwx------",
                java.nio.file.attribute.PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("a/scripts"))));
    }
}
