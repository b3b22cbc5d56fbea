package dev.ferry.script.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.script.analysis.complete.Completions;
import dev.ferry.script.analysis.text.Cursor;
import dev.ferry.script.analysis.text.Variants;
import dev.ferry.script.analysis.type.Scope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that nobody would write on purpose: each is asked about, none is run. */
class MutatedTextTest {

    private static final int TEXTS = 10_000;

    /** All are asked what needs no compiler. The compiler is asked while there is time: for all of them with -Plong. */
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("ferry.mutations.seconds", 15));

    private static final int AT_LEAST = 20;

    private static final String SIGNS = "(){}[]'\"/$.,;:=+-*&|?!<>@#\\ \n\taZ_09é▮";

    private static final List<String> TOKENS = List.of(
            "atlas",
            "cm",
            ".",
            "clusters",
            "projects",
            "orgs",
            "list",
            "get",
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            "'x'",
            "\"",
            "'",
            "${",
            "$x",
            "def ",
            "x",
            "it",
            " -> ",
            " = ",
            ", ",
            ": ",
            "; ",
            "\n",
            "?.",
            "*.",
            ".&",
            "::",
            "..",
            "if ",
            "for ",
            " in ",
            "while ",
            "try ",
            "catch ",
            "class A ",
            "enum E ",
            "import ",
            "static ",
            "new ",
            " as ",
            " instanceof ",
            "return ",
            "switch ",
            "case ",
            "@Field ",
            "1",
            "0x",
            "1.5e",
            "/*",
            "//",
            "/",
            "$/",
            "<",
            ">",
            "List<String>",
            "collect ",
            "each ",
            "with ",
            "println ",
            "throw ",
            "--",
            "!");

    private final Random random = new Random(4);

    @Test
    void no_text_however_broken_throws_prints_or_runs_anything(@TempDir Path folder) throws Exception {
        Path written = folder.resolve("ran");
        String act = "new File('" + written + "').text = 'ran'; println 'ran'; throw new Error('ran')\n";
        Analysis analysis = new Analysis(CountingScript.class, getClass().getClassLoader());
        analysis.warmUp();
        Scope scope = Scope.EMPTY.withVariable("x", "java.util.List<String>").withDeclaration("def broken( {");
        List<String> corpus = corpus();
        long[] nanos = new long[TEXTS];
        int asked = 0;
        int before = CountingScript.TOUCHED.get();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream kept = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(kept);
        System.setErr(kept);
        try {
            long end = System.nanoTime() + TIME.toNanos();
            for (int i = 0; i < TEXTS; i++) {
                String text = (i % 5 == 0 ? act : "") + text(corpus);
                int cursor = random.nextInt(text.length() + 1);
                quickly(analysis, text, cursor);
                if (System.nanoTime() < end) {
                    long start = System.nanoTime();
                    Completions found = analysis.complete(text, cursor, i % 3 == 0 ? scope : Scope.EMPTY);
                    nanos[asked++] = System.nanoTime() - start;
                    assertTrue(found.start() <= cursor && cursor <= found.end() && found.end() <= text.length(), text);
                    assertNotNull(analysis.signature(text, cursor, i % 3 == 0 ? scope : Scope.EMPTY));
                    if (i % 10 == 0) {
                        assertNotNull(analysis.check(text, scope));
                        assertNotNull(analysis.declaredTypes(text, scope));
                        assertNotNull(analysis.completeness(text));
                    }
                }
            }
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertEquals(before, CountingScript.TOUCHED.get(), "nothing is evaluated");
        assertFalse(Files.exists(written), "nothing is written");
        assertEquals("", printed.toString(StandardCharsets.UTF_8), "nothing is printed");
        int all = asked;
        assertTrue(all >= AT_LEAST, () -> all + " texts were compiled");
        Arrays.sort(nanos, 0, all);
        System.err.printf(
                "%d texts, %d of them compiled: completion took %.1f ms in the median, %.1f ms in the 99th percentile, %.1f ms at most%n",
                TEXTS, all, nanos[all / 2] / 1e6, nanos[all * 99 / 100] / 1e6, nanos[all - 1] / 1e6);
    }

    /** What is asked of every text: where the cursor is, what is open, which texts the compiler would be given. */
    private static void quickly(Analysis analysis, String text, int cursor) {
        Cursor at = Cursor.at(text, cursor);
        assertTrue(at.start() <= cursor && cursor <= at.end() && at.end() <= text.length(), text);
        assertFalse(Variants.of(text, at).isEmpty());
        assertFalse(Variants.argument(text, cursor).isEmpty());
        assertFalse(Variants.behind(text, cursor).isEmpty());
        assertNotNull(analysis.resolve(text.length() > 200 ? text.substring(0, 200) : text));
    }

    private static List<String> corpus() throws IOException {
        List<String> corpus = new ArrayList<>();
        CompletionTableTest.cases().forEach(each -> corpus.add(each.text()));
        try (Stream<Path> scripts = Files.list(Path.of("scripts"))) {
            for (Path script : scripts.sorted().toList()) {
                corpus.add(Files.readString(script));
            }
        }
        return corpus;
    }

    private String text(List<String> corpus) {
        if (random.nextInt(4) > 0) {
            return mutated(corpus.get(random.nextInt(corpus.size())));
        }
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i >= 0; i--) {
            text.append(TOKENS.get(random.nextInt(TOKENS.size())));
        }
        return text.toString();
    }

    private String mutated(String text) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(changed.length() + 1);
            int to = Math.min(changed.length(), at + random.nextInt(8));
            switch (random.nextInt(3)) {
                case 0 -> changed.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
                case 1 -> changed.delete(at, to);
                default -> changed.insert(at, changed.substring(at, to));
            }
        }
        return changed.toString();
    }
}
