package dev.ferry.canary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds docs/security.md to the lists that the tests go by. */
final class SecurityPageTest {
    private static final Path PAGE = Path.of("docs/security.md");

    @Test
    void the_page_lists_the_channels_of_the_tests() throws IOException {
        assertEquals(
                Channel.list().stream()
                        .map(each -> "| " + each.title() + " | " + each.place() + " |")
                        .toList(),
                rows("| channel |").stream()
                        .map(row -> row.substring(0, row.indexOf('|', row.indexOf('|', 1) + 1) + 1))
                        .toList());
    }

    @Test
    void the_page_lists_the_kinds_of_secrets_of_the_tests() throws IOException {
        assertEquals(
                Arrays.stream(Planted.values()).map(Planted::title).toList(),
                rows("| kind |").stream()
                        .map(row -> row.split("\\|")[1].strip())
                        .toList());
    }

    @Test
    void readers_find_the_page() throws IOException {
        assertTrue(Files.readString(Path.of("README.md")).contains("(docs/security.md)"));
    }

    /** The rows of the table that begins like this. */
    private static List<String> rows(String head) throws IOException {
        List<String> lines = Files.readAllLines(PAGE);
        int begin = 0;
        while (!lines.get(begin).startsWith(head)) {
            begin++;
        }
        return lines.subList(begin + 2, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }
}
