package dev.ferry.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.docs.DocumentedPage.Block;
import dev.ferry.docs.DocumentedPage.Exchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs what the documents show as their reader would: every block, in order, with the packaged Ferry. */
class DocumentsIT {
    private static final Set<String> KINDS = Set.of("console", "ferry", "groovy");

    private final DocumentedPage tutorial = DocumentedPage.read(Path.of("docs/tutorial.md"));

    @TempDir
    Path folder;

    @BeforeEach
    void a_fresh_clone_with_the_scripts() throws IOException {
        Path scripts = Files.createDirectory(folder.resolve("scripts"));
        try (var files = Files.list(Path.of("scripts"))) {
            for (Path file : files.toList()) {
                Files.copy(file, scripts.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void every_block_of_the_tutorial_is_of_a_kind_that_is_run() {
        for (Block block : tutorial.blocks()) {
            assertTrue(KINDS.contains(block.kind()), () -> "line " + block.line() + ": a block that no test runs");
        }
    }

    @Test
    void every_command_of_the_tutorial_prints_what_it_says() throws Exception {
        for (Block block : tutorial.blocks()) {
            switch (block.kind()) {
                case "groovy" -> Files.write(folder.resolve(block.name()), block.lines());
                case "console" -> {
                    for (Exchange exchange : DocumentedPage.exchanges(block)) {
                        String output = run(List.of("sh", "-c", exchange.typed()), "");
                        expect(exchange, output, 0);
                    }
                }
                default -> {}
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/tutorial.md"})
    void a_session_at_the_prompt_prints_what_the_page_says(Path file) throws Exception {
        List<Exchange> session = new ArrayList<>();
        DocumentedPage.read(file).blocks("ferry").forEach(block -> session.addAll(DocumentedPage.exchanges(block)));
        StringBuilder typed = new StringBuilder();
        session.forEach(exchange -> typed.append(exchange.typed()).append('\n'));

        String output = run(List.of("ferry", "--sandbox"), typed.toString());

        int from = 0;
        for (Exchange exchange : session) {
            from = expect(exchange, output, from);
        }
    }

    private static int expect(Exchange exchange, String output, int from) {
        if (exchange.printed().isEmpty()) {
            return from;
        }
        Matcher matcher = DocumentedPage.pattern(exchange.printed()).matcher(output);
        assertTrue(
                matcher.find(from),
                () -> "line " + exchange.line() + ": `" + exchange.typed() + "` did not print\n"
                        + String.join("\n", exchange.printed()) + "\nbut\n" + output.substring(from));
        return matcher.end();
    }

    private String run(List<String> command, String input) throws Exception {
        Path bin = Path.of(System.getProperty("ferry.dist")).toAbsolutePath().resolve("bin");
        Path output = Files.createTempFile(folder, "output", ".txt");
        List<String> line = new ArrayList<>(command);
        if (line.get(0).equals("ferry")) {
            line.set(0, bin.resolve("ferry").toString());
        }
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("COLUMNS", "120");
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_"));
        Process process = builder.start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), () -> command + " did not end");
        String text = Files.readString(output);
        assertEquals(0, process.exitValue(), () -> command + " failed:\n" + text);
        return text;
    }
}
