package dev.ferry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.squareup.moshi.Moshi;
import dev.ferry.Ferry;
import dev.ferry.JavaProcess;
import dev.ferry.api.http.WireServer;
import dev.ferry.suite.Needs;
import dev.ferry.suite.Signals;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a process of its own can show: signals, flushing, and which classes are loaded. */
@Timeout(120)
final class ProcessTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"INT,130", "TERM,143"})
    void the_sandbox_prints_one_line_of_json_as_soon_as_it_answers_and_ends_at_once(String signal, int code)
            throws Exception {
        Signals.needs(signal);
        Process process = start(List.of(), "sandbox", "-o", "json");
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            Map<?, ?> line = (Map<?, ?>) assertNotNullObject(
                    new Moshi.Builder().build().adapter(Object.class).fromJson(lines.readLine()));
            assertTrue(String.valueOf(line.get("baseUrl")).startsWith("http://127.0.0.1:"));
            Map<?, ?> source = (Map<?, ?>) assertNotNullObject(line.get("cloudManager"));
            for (String key : List.of("orgId", "orgName", "publicKey", "privateKey", "clientId", "clientSecret")) {
                assertFalse(String.valueOf(source.get(key)).contains("•"), key);
                assertNotNull(((Map<?, ?>) assertNotNullObject(line.get("atlas"))).get(key), key);
            }
            assertEquals(
                    "Acme-OnPrem",
                    Outcome.of(
                                    Map.of(
                                            "HOME", folder.toString(),
                                            "MCLI_OPS_MANAGER_URL", String.valueOf(line.get("baseUrl")),
                                            "MCLI_PUBLIC_API_KEY", String.valueOf(source.get("publicKey")),
                                            "MCLI_PRIVATE_API_KEY", String.valueOf(source.get("privateKey"))),
                                    "",
                                    "-e",
                                    "cm.orgs['" + source.get("orgName") + "'].name")
                            .out()
                            .strip());

            Signals.send(signal, process);

            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
            assertEquals(code, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @CsvSource({"INT,130", "TERM,143"})
    void a_running_script_is_stopped_by_a_signal_and_says_where(String signal, int code) throws Exception {
        Signals.needs(signal);
        Process process = start(List.of(), "-e", "println 'running'; while (true) { sleep 1000 }");
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
                BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            assertEquals("running", out.readLine());

            Signals.send(signal, process);

            // Reading waits for ever where the process does not end.
            boolean ended = process.waitFor(60, TimeUnit.SECONDS);
            assertTrue(ended, "the signal was not heard");
            assertTrue(String.valueOf(err.readLine()).contains("nterrupted"));
            assertEquals(code, process.exitValue());
        } finally {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-e 1", "-e println(1)", "--help", "profile --help", "completion bash"})
    void a_full_disk_is_one_sentence_and_a_failure(String line) throws Exception {
        Path full = Needs.file("/dev/full");
        ProcessBuilder builder = command(List.of(), line.split(" "));
        Process process = builder.redirectOutput(full.toFile()).start();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(1, process.waitFor(), err);
        assertTrue(err.contains("Cannot write to standard output: "), err);
        assertFalse(err.contains("\tat ") || err.contains("Exception"), err);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-o jsonl -e (1..100000)", "-e (1..100000).each{println(it)}"})
    void a_reader_that_has_enough_ends_it_without_a_word(String line) throws Exception {
        Process process = start(List.of(), line.split(" "));
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("1", out.readLine());
        }

        assertEquals("", new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, process.waitFor());
    }

    @Test
    void an_expression_loads_no_client_no_sandbox_and_no_terminal() throws Exception {
        String loaded = classesLoadedBy("-e", "1+1");

        assertTrue(loaded.contains("groovy.lang.GroovyClassLoader"), "Groovy evaluates it");
        for (String room : List.of(
                "okhttp3.",
                "retrofit2.",
                "com.squareup.moshi.",
                "org.jline.",
                "dev.ferry.sandbox.",
                "com.electronwill.",
                "org.commonmark.")) {
            assertFalse(loaded.contains(" " + room), room);
        }
    }

    @Test
    void commands_that_evaluate_nothing_do_not_load_groovy() throws Exception {
        assertFalse(classesLoadedBy("--version").contains(" groovy."));
        assertFalse(classesLoadedBy("profile", "list").contains(" groovy."));
    }

    private String classesLoadedBy(String... args) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        Process process = start(List.of("-Xlog:class+load:file=" + log), args);
        process.getInputStream().readAllBytes();
        assertEquals(0, process.waitFor());
        return Files.readString(log);
    }

    private Process start(List<String> javaOptions, String... args) throws IOException {
        return command(javaOptions, args).start();
    }

    private ProcessBuilder command(List<String> javaOptions, String... args) {
        ProcessBuilder builder = JavaProcess.of(Ferry.class, javaOptions, List.of(args));
        builder.environment().put("HOME", folder.toString());
        return builder;
    }

    private static Object assertNotNullObject(Object value) {
        assertNotNull(value);
        return value;
    }

    /** No file of this process may be longer than a block: that is how a disk without room looks to it. */
    @Test
    void a_script_that_finds_no_room_is_not_saved_at_all() throws Exception {
        Path lines = Files.writeString(
                folder.resolve("lines"),
                "text = '" + "x".repeat(9_000) + "'; null\n/save '" + folder + "/saved.groovy'\n");
        ProcessBuilder builder = JavaProcess.of(Ferry.class, List.of("-XX:-UsePerfData"), List.of("--sandbox"));
        builder.command().addAll(0, List.of("sh", "-c", "ulimit -f 1; exec \"$@\"", "sh"));
        builder.environment().put("HOME", folder.toString());
        Process process = builder.redirectInput(lines.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            String said = err.lines().reduce("", (a, b) -> a + b + "\n");
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
            assertTrue(said.contains("saved.groovy cannot be written"), said);
            assertFalse(process.exitValue() == 0, said);
        } finally {
            process.destroyForcibly();
        }
        try (var left = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    left.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".groovy"))
                            .toList());
        }
    }

    @Test
    void a_download_that_finds_no_room_fails_and_leaves_nothing() throws Exception {
        Path target = folder.resolve("orders.gz");
        try (WireServer server = WireServer.start()) {
            server.answerAll(request -> new MockResponse.Builder()
                    .setHeader("Content-Type", "application/vnd.atlas.2023-02-01+gzip")
                    .body(new Buffer().write(new byte[100_000]))
                    .build());
            ProcessBuilder builder = JavaProcess.of(
                    Ferry.class,
                    List.of("-XX:-UsePerfData"),
                    List.of(
                            "-e",
                            "atlas.api.downloadAuditLogs(groupId: '65f0000000000000000000a1', tenantName: 't', to: '"
                                    + target + "')"));
            builder.command().addAll(0, List.of("sh", "-c", "ulimit -f 40; exec \"$@\"", "sh"));
            builder.environment()
                    .putAll(Map.of(
                            "HOME",
                            folder.toString(),
                            "MONGODB_ATLAS_BASE_URL",
                            server.url().toString(),
                            "MONGODB_ATLAS_PUBLIC_API_KEY",
                            "abcdefgh",
                            "MONGODB_ATLAS_PRIVATE_API_KEY",
                            "663a82e7-98bd-56bd-0931-f92496fd7881"));
            Process process =
                    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
                String said = err.lines().reduce("", (a, b) -> a + b + "\n");
                assertTrue(process.waitFor(60, TimeUnit.SECONDS));
                assertTrue(said.contains("Cannot write '" + target + "': "), said);
                assertTrue(said.contains("nothing was kept"), said);
                assertEquals(1, process.exitValue(), said);
            } finally {
                process.destroyForcibly();
            }
        }
        try (var left = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    left.filter(file -> file.getFileName().toString().contains("orders"))
                            .toList());
        }
    }
}
