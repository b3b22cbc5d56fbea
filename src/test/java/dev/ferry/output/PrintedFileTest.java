package dev.ferry.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.output.Streams.Stream;
import dev.ferry.suite.Needs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PrintedFileTest {
    private static final List<Map<String, String>> RECORDS =
            List.of(Map.of("name", "漢字 " + "x".repeat(300)), Map.of("name", "b"));

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @EnumSource(Format.class)
    void a_file_gets_everything_without_colour_whatever_the_window(Format format) throws IOException {
        Path file = folder.resolve("x.txt");
        Printer printer = coloured(format);
        printer.write(RECORDS, new FileTarget(file, false, false));
        assertEquals(printer.render(RECORDS), Files.readString(file, UTF_8));
        assertFalse(Files.readString(file).contains("\033"));
        assertEquals("", out());
        assertTrue(err().contains("2 rows written to " + file), err());
        assertAloneIn(folder);
    }

    @Test
    void the_note_counts_rows_and_knows_one_from_many() {
        Path file = folder.resolve("x.txt");
        new Printer(streams(), Format.JSONL).write(List.of(1), new FileTarget(file, false, false));
        new Printer(streams(), Format.JSON).write(Map.of("a", 1), new FileTarget(file, true, false));
        assertEquals("1 row written to " + file + "\nWritten to " + file + "\n", err());
    }

    @Test
    void nothing_at_all_is_an_empty_file() throws IOException {
        Path file = folder.resolve("x.csv");
        new Printer(streams(), Format.CSV).write(List.of(), new FileTarget(file, false, false));
        assertEquals("", Files.readString(file));
        new Printer(streams(), Format.CSV).write(null, new FileTarget(file, true, false));
        assertEquals("", Files.readString(file));
    }

    @Test
    void no_secret_gets_into_a_file() throws IOException {
        Secret secret = Secret.of("canary-in-a-file-1");
        for (Format format : Format.values()) {
            Path file = folder.resolve(format.toString());
            new Printer(streams(), format)
                    .arranged(new Arrangement(List.of(), List.of(), false, null, false, "canary-in-a-file-1"))
                    .write(
                            List.of(Map.of("s", secret, "password", "canary2", "t", "is canary-in-a-file-1")),
                            new FileTarget(file, false, false));
            assertFalse(Files.readString(file).contains("canary"), Files.readString(file));
            assertTrue(Files.readString(file).contains(Secret.MASK));
        }
    }

    @Test
    void a_file_that_is_there_is_replaced_only_on_request_and_keeps_its_rights() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "precious");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        var printer = new Printer(streams(), Format.CSV);
        assertEquals(
                "'" + file + "' is there already: `overwrite: true` replaces it, `append: true` adds to it.",
                refusal(() -> printer.write(RECORDS, new FileTarget(file, false, false))));
        assertEquals("precious", Files.readString(file));
        printer.write(List.of(Map.of("a", 1)), new FileTarget(file, true, false));
        assertEquals("a\n1\n", Files.readString(file));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertAloneIn(folder);
    }

    @Test
    void a_link_stays_one_and_what_it_points_to_is_written() throws IOException {
        Path real =
                Files.writeString(Files.createDirectory(folder.resolve("far")).resolve("real"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        new Printer(streams(), Format.JSONL).write(1, new FileTarget(link, true, false));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("1\n", Files.readString(real));
    }

    @Test
    void what_is_added_to_csv_has_its_columns_and_no_second_header() throws IOException {
        Path file = folder.resolve("x.csv");
        var printer = new Printer(streams(), Format.CSV);
        printer.write(List.of(Map.of("a", "x, y")), new FileTarget(file, false, true));
        printer.write(List.of(Map.of("a", 2)), new FileTarget(file, false, true));
        assertEquals("a\n\"x, y\"\n2\n", Files.readString(file));
        assertEquals(
                "The columns there are other ones: a; these are b. Choose the same ones with `columns:`.",
                refusal(() -> printer.write(List.of(Map.of("b", 2)), new FileTarget(file, false, true))));
        assertEquals("a\n\"x, y\"\n2\n", Files.readString(file));
    }

    @Test
    void what_is_added_stays_readable_in_every_format() throws IOException {
        Path file = folder.resolve("x");
        new Printer(streams(), Format.YAML).write(Map.of("a", 1), new FileTarget(file, false, true));
        new Printer(streams(), Format.YAML).write(Map.of("b", 2), new FileTarget(file, false, true));
        assertEquals("a: 1\n---\nb: 2\n", Files.readString(file));
        new Printer(streams(), Format.JSONL).write(List.of(1), new FileTarget(file, true, false));
        new Printer(streams(), Format.JSONL).write(List.of(2), new FileTarget(file, false, true));
        assertEquals("1\n2\n", Files.readString(file));
        assertTrue(refusal(() -> new Printer(streams(), Format.JSON).write(3, new FileTarget(file, false, true)))
                .contains("use `jsonl`"));
    }

    @Test
    void a_listing_that_breaks_off_leaves_what_was_there() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "precious");
        Iterable<Object> broken = () -> new Iterator<>() {
            private int read;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public Object next() {
                if (read++ > 5000) {
                    throw new IllegalStateException("the network is gone");
                }
                return Map.of("a", read);
            }
        };
        for (var target : List.of(new FileTarget(file, true, false), new FileTarget(file, false, true))) {
            assertThrows(IllegalStateException.class, () -> new Printer(streams(), Format.JSONL).write(broken, target));
            assertEquals("precious", Files.readString(file));
            assertAloneIn(folder);
        }
        assertEquals("", err());
    }

    @Test
    void an_interrupt_does_not_leave_half_a_file() throws IOException {
        Path file = folder.resolve("x");
        try {
            Thread.currentThread().interrupt();
            new Printer(streams(), Format.JSONL).write(List.of(1, 2), new FileTarget(file, false, false));
        } finally {
            assertTrue(Thread.interrupted());
        }
        assertEquals("1\n2\n", Files.readString(file));
    }

    @Test
    void what_cannot_be_written_to_is_said_in_one_sentence() throws IOException {
        var printer = new Printer(streams(), Format.JSON);
        Path missing = folder.resolve("no").resolve("x.json");
        assertEquals(
                "There is no folder '" + missing.getParent() + "' for '" + missing + "': make it first.",
                refusal(() -> printer.write(1, new FileTarget(missing, false, false))));
        assertEquals(
                "'" + folder + "' is a folder: name a file in it.",
                refusal(() -> printer.write(1, new FileTarget(folder, true, false))));
        assertEquals(
                "`overwrite` and `append` exclude each other: say one of them.",
                refusal(() -> new FileTarget(missing, true, true)));
        assertFalse(Files.exists(missing));
    }

    @Test
    void a_full_device_is_a_sentence() {
        Path full = Needs.file("/dev/full");
        assertEquals(
                "Cannot write '/dev/full': No space left on device. What was there is unchanged.",
                refusal(() -> new Printer(streams(), Format.JSONL)
                        .write(IntStream.range(0, 10_000), new FileTarget(full, false, false))));
    }

    @Test
    void a_folder_that_takes_no_files_is_a_sentence() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-x------"));
        // The superuser may write everywhere but into what the kernel makes up.
        Path file = (Files.isWritable(closed) ? Path.of("/proc") : closed).resolve("x");
        Needs.file("/proc");
        String sentence =
                refusal(() -> new Printer(streams(), Format.JSON).write(1, new FileTarget(file, false, false)));
        assertTrue(sentence.startsWith("Cannot write '" + file + "': "), sentence);
        assertTrue(sentence.endsWith(". What was there is unchanged."), sentence);
        assertFalse(sentence.contains(".part"), sentence);
    }

    private static String refusal(Runnable work) {
        return assertThrows(OutputException.class, work::run).getMessage();
    }

    private static void assertAloneIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    private Printer coloured(Format format) {
        return new Printer(
                Streams.of(InputStream.nullInputStream(), out, err, Map.of("FORCE_COLOR", "1"), Set.of(Stream.OUT))
                        .withWidth(() -> 20),
                format);
    }

    private Streams streams() {
        return Streams.of(InputStream.nullInputStream(), out, err, Map.of(), Set.of());
    }

    private String out() {
        return out.toString(UTF_8);
    }

    private String err() {
        return err.toString(UTF_8);
    }
}
