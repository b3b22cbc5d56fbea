package dev.ferry.output;

import static dev.ferry.output.Secret.MASK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.squareup.moshi.Json;
import dev.ferry.output.Streams.Stream;
import dev.ferry.suite.Needs;
import groovy.lang.GString;
import groovy.lang.GroovyShell;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PrinterTest {
    /** What an answer of the API looks like. */
    public record Org(
            @Json(name = "_id") String id,
            @Nullable Boolean isDeleted,
            String name,
            @Nullable Instant created,
            @Nullable Integer clusterCount,
            @Nullable List<Map<String, String>> links,
            Map<String, @Nullable Object> more) {}

    private static final Org ACME = new Org(
            "60c4fd418ebe251047c50554",
            false,
            "Acme",
            Instant.parse("2024-05-30T10:00:00Z"),
            12,
            List.of(Map.of("rel", "self", "href", "https://h/orgs/1")),
            Map.of());
    private static final Org SMALL = new Org(
            "60c4fd418ebe251047c50555", null, "漢字 Ltd", null, 3, null, fields("region", null, "tags", List.of(1, 2)));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void many_records_are_a_table_with_names_first_and_numbers_to_the_right() {
        print(Format.TABLE, List.of(ACME, SMALL));
        assertEquals("""
                name      _id                       clusterCount  created               isDeleted
                Acme      60c4fd418ebe251047c50554            12  2024-05-30T10:00:00Z  false
                漢字 Ltd  60c4fd418ebe251047c50555             3
                """, out());
        assertEquals("", err());
    }

    @Test
    void a_table_on_a_narrow_terminal_fits_and_says_what_it_left_out() {
        onTerminal(52).print(List.of(ACME, SMALL));
        assertEquals("""
                name      _id                       clusterCount
                Acme      60c4fd418ebe251047c50554            12
                漢字 Ltd  60c4fd418ebe251047c50555             3
                """, out());
        assertEquals("… 2 more columns: created, isDeleted; -o json shows\neverything\n", err());
    }

    @Test
    void the_remark_names_the_way_to_all_of_it_from_where_the_reader_is() {
        Streams atThePrompt = onTerminal(52).streams().withFormatChoice("/set output ");
        new Printer(atThePrompt, Format.TABLE).print(List.of(ACME, SMALL));
        assertEquals("… 2 more columns: created, isDeleted; /set output\njson shows everything\n", err());
    }

    @Test
    void a_long_value_on_a_terminal_is_cut_and_never_wider_than_the_window() {
        String wide = "漢".repeat(50);
        onTerminal(50).print(List.of(fields("name", wide, "note", "n".repeat(80)), fields("name", "b", "note", "c")));
        out().lines().forEach(line -> assertTrue(TextWidth.of(line) <= 50, line));
        assertTrue(out().contains("漢…   nnn"), out());
        assertEquals("… long values are cut; -o json shows everything\n", err());
    }

    @Test
    void a_table_that_is_no_terminals_cuts_nothing() {
        print(Format.TABLE, List.of(fields("a", "x".repeat(300), "b", List.of(1, 2), "c", fields("d", 1))));
        assertEquals("a" + " ".repeat(301) + "b      c\n" + "x".repeat(300) + "  [1,2]  {\"d\":1}\n", out());
    }

    @Test
    void nested_values_are_brief_in_a_table_on_a_terminal() {
        onTerminal(80)
                .print(List.of(fields(
                        "few",
                        List.of("a", "b"),
                        "many",
                        List.of("x".repeat(30), "y".repeat(30)),
                        "replies",
                        List.of(fields("a", 1)),
                        "hosts",
                        List.of(fields("a", 1), fields("a", 2)),
                        "owner",
                        fields("a", 1, "name", "Ann", "c", 3, "d", 4),
                        "map",
                        fields("a", 1, "b", 2, "c", 3, "d", 4),
                        "pair",
                        fields("number", 1.5, "units", "SECONDS"),
                        "none",
                        List.of())));
        assertEquals(
                "few   many     replies  hosts    owner  map  pair\na, b  2 items  1 reply  2 hosts  Ann    {…}  1.5 SECONDS\n",
                out());
        assertEquals("… nothing in none\n", err());
    }

    @Test
    void forty_columns_show_a_name_and_a_state_rather_than_identifiers() {
        var cluster = fields(
                "id", "60c4fd418ebe251047c50554",
                "groupId", "60c4fd418ebe251047c50555",
                "mongoDBVersion", "6.0.14",
                "name", "orders-of-the-northern-region",
                "stateName", "IDLE");
        onTerminal(40).print(List.of(cluster));
        assertEquals("""
                name                           stateName
                orders-of-the-northern-region  IDLE
                """, out());
        assertEquals("""
                … 3 more columns: id, mongoDBVersion,
                groupId; -o json shows everything
                """, err());
        out.reset();
        onTerminal(24).print(List.of(cluster));
        assertEquals("""
                name           stateName
                orders-of-th…  IDLE
                """, out());
    }

    @Test
    void at_every_width_the_name_is_there_and_no_line_is_wider_than_the_window() {
        var cluster = fields(
                "id", "60c4fd418ebe251047c50554",
                "stateName", "IDLE",
                "note", "a word or two 漢字 ".repeat(5),
                "name", "orders-of-the-northern-region",
                "count", 12345678L,
                "\uD83D\uDE00", "e");
        for (int width = 1; width <= 200; width++) {
            out.reset();
            err.reset();
            onTerminal(width).print(List.of(cluster));
            int columns = width;
            out().lines().forEach(line -> assertTrue(TextWidth.of(line) <= columns, columns + ": " + line));
            if (width > 20) {
                assertTrue(out().startsWith("name"), out());
                assertTrue(err().lines().allMatch(line -> TextWidth.of(line) <= columns), columns + ": " + err());
            }
            assertTrue(width < 24 || out().contains("stateName"), out());
        }
    }

    @Test
    void a_record_says_itself_what_is_looked_for_first() {
        @ShownFirst({"created", "who"})
        record Happened(String id, String name, String who, String created) {}
        print(Format.TABLE, List.of(new Happened("1", "n", "ann", "2024")));
        assertEquals("created  who  name  id\n2024     ann  n     1\n", out());
    }

    @Test
    void a_table_of_a_scripts_own_keeps_its_order() {
        onTerminal(80).print(List.of(fields("count", 1, "zone", "z", "name", "n")));
        assertEquals("count  zone  name\n    1  z     n\n", out());
        out.reset();
        onTerminal(12).print(List.of(fields("count", 1, "zone", "z", "name", "n")));
        assertEquals("count  name\n    1  n\n", out());
    }

    @Test
    void what_comes_after_the_first_hundred_is_at_least_said() {
        List<Object> records = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            records.add(i < 120 ? fields("a", i, "b", null) : fields("a", i, "b", "x", "c", 1));
        }
        onTerminal(80).print(records);
        assertTrue(out().startsWith(" a\n 0\n"), out());
        assertTrue(out().endsWith("\n149\n"), out());
        assertEquals("… later records also have b, c; -o json shows everything\n", err());
    }

    @Test
    void no_format_sends_commands_to_a_terminal() {
        String attack = "a\033]0;title\007b\033[2Jc\u009b31md\u202eevil";
        for (Format format : Format.values()) {
            for (Object value : List.of(attack, List.of(attack), List.of(fields("n", attack)), fields("n", attack))) {
                out.reset();
                onTerminal(200).as(format).print(value);
                assertTrue(
                        out().codePoints().noneMatch(c -> Character.isISOControl(c) && c != '\n' || c == 0x202e),
                        format + ": " + out());
                assertTrue(out().contains("evil"), out());
            }
        }
        out.reset();
        onTerminal(80).print("\033[31mred\033[m\tx\r\ny");
        assertEquals("\ufffd[31mred\ufffd[m\tx\r\ny\n", out());
        out.reset();
        print(Format.TABLE, attack);
        assertEquals(attack + "\n", out());
    }

    @Test
    void json_with_control_characters_is_still_the_same_json() throws IOException {
        String text = "\u009b\u202e\u007f\n\"\\u0041";
        print(Format.JSONL, List.of(text));
        assertEquals(
                text,
                com.squareup.moshi.JsonReader.of(new okio.Buffer().writeUtf8(out()))
                        .nextString());
    }

    @Test
    void one_record_is_fields_with_nested_records_indented() {
        print(
                Format.TABLE,
                fields(
                        "id",
                        "1",
                        "links",
                        List.of(1),
                        "owner",
                        fields("name", "Ann", "age", 5),
                        "roles",
                        List.of("A", "B"),
                        "hosts",
                        List.of(fields("port", 27017), fields("port", 1)),
                        "note",
                        null,
                        "text",
                        "a\nb"));
        assertEquals("""
                id     1
                owner
                  name  Ann
                  age   5
                roles  A, B
                hosts
                   port
                  27017
                      1
                note
                text
                  a
                  b
                """, out());
    }

    @Test
    void unknown_fields_of_an_answer_are_among_the_fields_and_in_json() {
        print(Format.TABLE, SMALL);
        assertTrue(out().contains("tags          1, 2\n"), out());
        out.reset();
        print(Format.JSONL, SMALL);
        assertEquals(
                "{\"_id\":\"60c4fd418ebe251047c50555\",\"name\":\"漢字 Ltd\",\"clusterCount\":3,\"region\":null,\"tags\":[1,2]}\n",
                out());
    }

    @Test
    void anything_else_is_its_text() {
        Map<Object, String> texts = new LinkedHashMap<>();
        texts.put("a\nb", "a\nb\n");
        texts.put(7, "7\n");
        texts.put(3.0, "3\n");
        texts.put(new BigDecimal("1.50"), "1.50\n");
        texts.put(true, "true\n");
        texts.put(Instant.EPOCH, "1970-01-01T00:00:00Z\n");
        texts.put(URI.create("https://h/x"), "https://h/x\n");
        texts.put(Path.of("a", "b"), Path.of("a", "b") + "\n");
        texts.put(Optional.of("x"), "x\n");
        texts.put(List.of("a", "b"), "a\nb\n");
        texts.put(new int[] {1, 2}, "1\n2\n");
        texts.put(List.of(List.of(1), List.of(2)), "[1]\n[2]\n");
        texts.put(Format.CSV, "CSV\n");
        texts.put((Printable) () -> (Printable) () -> "inner", "inner\n");
        texts.forEach((value, text) -> {
            out.reset();
            print(Format.TABLE, value);
            assertEquals(text, out());
        });
    }

    @Test
    void a_groovy_text_with_values_in_it_is_a_text() {
        var text = (GString) new GroovyShell().evaluate("def n = 3; \"n is ${n}\"");
        print(Format.JSON, Map.of("a", text));
        assertEquals("{\n  \"a\": \"n is 3\"\n}\n", out());
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void null_prints_nothing(Format format) {
        print(format, null);
        print(format, Optional.empty());
        assertEquals("", out() + err());
    }

    @Test
    void an_empty_list_leaves_standard_output_empty_for_people_and_valid_for_programs() {
        var expected =
                Map.of(Format.TABLE, "", Format.CSV, "", Format.JSONL, "", Format.JSON, "[]\n", Format.YAML, "[]\n");
        expected.forEach((format, text) -> {
            out.reset();
            print(format, List.of());
            assertEquals(text, out());
        });
        assertEquals("no results\nno results\n", err());
    }

    @Test
    void each_format_writes_the_same_records() {
        Object records = List.of(fields("a", 1, "b", "x, \"y\""), fields("a", null, "b", List.of(true)));
        var expected = new LinkedHashMap<Format, String>();
        expected.put(Format.JSON, """
                [
                  {
                    "a": 1,
                    "b": "x, \\"y\\""
                  },
                  {
                    "a": null,
                    "b": [
                      true
                    ]
                  }
                ]
                """);
        expected.put(Format.JSONL, "{\"a\":1,\"b\":\"x, \\\"y\\\"\"}\n{\"a\":null,\"b\":[true]}\n");
        expected.put(Format.YAML, "- a: 1\n  b: x, \"y\"\n- a: null\n  b:\n  - true\n");
        expected.put(Format.CSV, "a,b\n1,\"x, \"\"y\"\"\"\n,[true]\n");
        expected.forEach((format, text) -> {
            out.reset();
            print(format, records);
            assertEquals(text, out());
        });
    }

    @Test
    void csv_names_the_fields_that_come_too_late_for_its_header() {
        List<Object> records = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            records.add(i < 120 ? fields("a", i) : fields("a", i, "late", 1));
        }
        print(Format.CSV, records);
        assertEquals(151, out().lines().count());
        assertEquals("… fields without a column: late; -o jsonl shows them\n", err());
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void a_long_listing_is_written_while_it_is_read(Format format) {
        var read = new int[1];
        Iterable<Object> listing = () -> new Iterator<>() {
            @Override
            public boolean hasNext() {
                // By the time the last records are asked for, the first ones are on the screen.
                assertTrue(read[0] < 9_000 || out.size() > 10_000);
                return read[0] < 10_000;
            }

            @Override
            public Object next() {
                return fields("id", "id" + read[0]++, "count", read[0]);
            }
        };
        print(format, listing);
        assertTrue(out().contains("id9999"));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void ten_thousand_records_are_not_held(Format format) {
        var read = new ArrayList<WeakReference<Object>>();
        Iterable<Object> listing = () -> IntStream.range(0, 10_000)
                .mapToObj(i -> {
                    Object record = fields("id", i, "text", "record " + i);
                    read.add(new WeakReference<>(record));
                    if (i == 9_000) {
                        System.gc();
                        long held =
                                read.stream().filter(each -> each.get() != null).count();
                        assertTrue(held < 500, "held: " + held);
                    }
                    return record;
                })
                .iterator();
        print(format, listing);
        assertTrue(out().contains("record 9999"));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void no_format_prints_a_secret_wherever_it_hides(Format format) {
        String canary = "canary-9f8e7d6c\"\n5b4a";
        Secret secret = Secret.of(canary);
        record Key(
                String publicKey,
                Object privateKey,
                @Nullable Object note) {}
        for (Object value : Arrays.asList(
                secret,
                new Key("abcdefgh", secret, null),
                new Key("abcdefgh", canary, "in free text: " + canary + "!"),
                List.of(secret, "x " + canary),
                List.of(new Key("abcdefgh", List.of(canary), Map.of("deep", List.of(secret, Map.of("er", canary))))),
                Map.of(canary, "as a key"),
                Map.of("linkToken", "canary-unknown-1", "password", 12345678, "x", "mdb_sa_sk_canary"),
                CharBuffer.wrap(canary),
                Optional.of(Map.of("a", new Object[] {canary})),
                (Printable) () -> canary)) {
            out.reset();
            print(format, value);
            assertFalse(out().contains("canary") || out().contains("5b4a") || out().contains("12345678"), out());
            assertTrue(out().contains(MASK), out());
            assertFalse(printer(format).render(value).contains("canary"));
        }
    }

    @Test
    void a_value_that_contains_itself_ends() {
        Map<String, Object> self = new LinkedHashMap<>();
        self.put("self", self);
        print(Format.JSONL, self);
        assertTrue(out().contains("…"));
    }

    @Test
    void a_name_from_outside_cannot_send_commands_to_the_terminal() {
        onTerminal(80).print(List.of(fields("name", "a\033[2Jb\tc\nd")));
        assertEquals("name\na\uFFFD[2Jb\\tc\\nd\n", out());
    }

    @Test
    void a_reader_that_has_gone_ends_the_listing_with_an_exception_of_its_own() {
        var printer = new Printer(
                streams(new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("Broken pipe");
                    }
                }),
                Format.JSONL);
        assertThrows(ClosedOutputException.class, () -> printer.print(List.of(1, 2)));
        assertThrows(ClosedOutputException.class, () -> printer.streams().out().println("x"));
    }

    @Test
    void a_full_disk_is_a_sentence() throws IOException {
        Path full = Needs.file("/dev/full");
        try (var sink = new FileOutputStream(full.toFile())) {
            var printer = new Printer(streams(sink), Format.TABLE);
            var failure = assertThrows(UncheckedIOException.class, () -> printer.print("x"));
            assertEquals(
                    "Cannot write to standard output: No space left on device. What was printed so far is incomplete.",
                    failure.getMessage());
        }
    }

    @Test
    void what_a_script_printed_before_comes_before() {
        Printer printer = printer(Format.TABLE);
        printer.streams().out().print("first, ");
        printer.print("then");
        assertEquals("first, then\n", out());
    }

    @Test
    void headings_are_bold_only_where_colour_is_wanted() {
        Streams coloured = Streams.of(InputStream.nullInputStream(), out, err, Map.of("FORCE_COLOR", "1"), Set.of());
        new Printer(coloured, Format.TABLE).print(List.of(fields("a", 1)));
        assertEquals("\033[1ma\033[m\n1\n", out());
    }

    private void print(Format format, @Nullable Object value) {
        printer(format).print(value);
    }

    private Printer printer(Format format) {
        return new Printer(streams(out), format);
    }

    private Printer onTerminal(int width) {
        return new Printer(
                Streams.of(
                                InputStream.nullInputStream(),
                                out,
                                err,
                                Map.of("NO_COLOR", "1"),
                                Set.of(Stream.OUT, Stream.ERR))
                        .withWidth(() -> width),
                Format.TABLE);
    }

    private Streams streams(OutputStream sink) {
        return Streams.of(InputStream.nullInputStream(), sink, err, Map.of(), Set.of());
    }

    private String out() {
        return out.toString(UTF_8);
    }

    private String err() {
        return err.toString(UTF_8);
    }

    private static Map<String, @Nullable Object> fields(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return fields;
    }
}
