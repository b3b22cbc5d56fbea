package dev.ferry.script.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MutatedTextTest {

    /** The whole run asks ten thousand; every build a part of it. */
    private static final int TEXTS = Integer.getInteger("ferry.mutations", 500);

    private static final String SIGNS = "(){}[]'\"/$.,;:=+-*&|?!<>@#\\ \n\taZ_09é▮";

    @Test
    void no_text_however_broken_throws_or_runs_anything() throws Exception {
        Analysis analysis = new Analysis(CountingScript.class, getClass().getClassLoader());
        List<CompletionTableTest.Case> cases = CompletionTableTest.cases();
        Scope scope = Scope.EMPTY.withVariable("x", "java.util.List<String>").withDeclaration("def broken( {");
        Random random = new Random(2);
        int before = CountingScript.TOUCHED.get();
        long[] nanos = new long[TEXTS];
        for (int i = 0; i < TEXTS; i++) {
            String text = mutated(cases.get(random.nextInt(cases.size())).text(), random);
            int cursor = random.nextInt(text.length() + 1);
            long start = System.nanoTime();
            Completions found = analysis.complete(text, cursor, i % 3 == 0 ? scope : Scope.EMPTY);
            nanos[i] = System.nanoTime() - start;
            assertTrue(found.start() <= cursor && cursor <= found.end() && found.end() <= text.length(), text);
            assertNotNull(analysis.completeness(text));
            if (i % 10 == 0) {
                assertNotNull(analysis.declaredTypes(text, scope));
                assertNotNull(analysis.resolve(text));
            }
        }
        assertEquals(before, CountingScript.TOUCHED.get(), "nothing is evaluated");
        Arrays.sort(nanos);
        System.err.printf(
                "%d mutated texts: median %.1f ms, 99th percentile %.1f ms, slowest %.1f ms%n",
                TEXTS, nanos[TEXTS / 2] / 1e6, nanos[TEXTS * 99 / 100] / 1e6, nanos[TEXTS - 1] / 1e6);
    }

    private static String mutated(String text, Random random) {
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
