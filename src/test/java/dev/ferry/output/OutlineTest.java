package dev.ferry.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.output.Streams.Stream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OutlineTest {
    private static final Outline ACME = new Outline(
            "Acme",
            "linked",
            List.of(
                    new Outline(
                            "漢字",
                            "2 clusters",
                            List.of(Outline.leaf("orders", "migrating, lag 3 s"), Outline.leaf("users", null))),
                    Outline.leaf("empty", null)));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void branches_show_what_belongs_to_what() {
        printer(Map.of(), Set.of()).print(ACME);
        assertEquals("""
                Acme  linked
                ├─ 漢字  2 clusters
                │  ├─ orders  migrating, lag 3 s
                │  └─ users
                └─ empty
                """, out());
    }

    @Test
    void a_locale_without_such_characters_gets_letters() {
        printer(Map.of("LC_ALL", "C", "LANG", "en_US.UTF-8"), Set.of()).print(ACME);
        assertEquals("""
                Acme  linked
                |- 漢字  2 clusters
                |  |- orders  migrating, lag 3 s
                |  `- users
                `- empty
                """, out());
        out.reset();
        printer(Map.of("TERM", "dumb"), Set.of(Stream.OUT)).print(ACME);
        assertTrue(out().contains("`- empty"), out());
    }

    @Test
    void a_narrow_window_cuts_notes_first_and_then_labels() {
        for (int width = 1; width < 40; width++) {
            out.reset();
            int columns = width;
            new Printer(terminal().withWidth(() -> columns), Format.TABLE).print(ACME);
            out().lines().forEach(line -> assertTrue(TextWidth.of(line) <= columns, line));
            assertEquals(5, out().lines().count());
        }
        out.reset();
        new Printer(terminal().withWidth(() -> 20), Format.TABLE).print(ACME);
        assertEquals("""
                Acme  linked
                ├─ 漢字  2 clusters
                │  ├─ orders  migra…
                │  └─ users
                └─ empty
                """, out());
    }

    @Test
    void each_line_is_on_the_screen_before_what_is_below_it_is_asked_for() {
        Iterable<Outline> clusters = () -> IntStream.range(0, 3)
                .mapToObj(i -> new Outline("cluster" + i, null, () -> {
                    assertTrue(out().contains("cluster" + i), "drawn first");
                    return List.<Outline>of().iterator();
                }))
                .iterator();
        printer(Map.of(), Set.of()).print(new Outline("project", null, () -> {
            assertEquals("project\n", out());
            return clusters.iterator();
        }));
        assertEquals(4, out().lines().count());
    }

    @Test
    void names_from_outside_send_no_commands_and_no_secrets() {
        Secret.of("canary-outline-77");
        printer(Map.of(), Set.of()).print(Outline.leaf("a\033[2Jb\nc", "token canary-outline-77"));
        assertEquals("a\uFFFD[2Jb\\nc  token " + Secret.MASK + "\n", out());
    }

    @Test
    void programs_get_it_nested() {
        new Printer(streams(Map.of(), Set.of()), Format.JSONL)
                .print(new Outline("a", "n", List.of(Outline.leaf("b", null))));
        assertEquals("{\"label\":\"a\",\"note\":\"n\",\"children\":[{\"label\":\"b\",\"children\":[]}]}\n", out());
        assertFalse(err.size() > 0);
    }

    private Streams terminal() {
        return streams(Map.of("NO_COLOR", "1"), Set.of(Stream.OUT));
    }

    private Printer printer(Map<String, String> environment, Set<Stream> terminals) {
        return new Printer(streams(environment, terminals), Format.TABLE);
    }

    private Streams streams(Map<String, String> environment, Set<Stream> terminals) {
        return Streams.of(InputStream.nullInputStream(), out, err, environment, terminals);
    }

    private String out() {
        return out.toString(UTF_8);
    }
}
