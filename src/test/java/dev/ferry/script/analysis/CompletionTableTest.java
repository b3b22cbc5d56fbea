package dev.ferry.script.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CompletionTableTest {

    record Case(String typed, List<String> first, List<String> absent) {
        static Case of(String line) {
            int bar = line.lastIndexOf(" | ");
            List<String> words = Arrays.asList(line.substring(bar + 3).strip().split(" +"));
            return new Case(
                    line.substring(0, bar).replace('⏎', '\n'),
                    words.stream().filter(word -> !word.startsWith("-")).toList(),
                    words.stream()
                            .filter(word -> word.startsWith("-"))
                            .map(word -> word.substring(1))
                            .toList());
        }

        String text() {
            return typed.replace("▮", "");
        }

        int cursor() {
            return typed.indexOf('▮');
        }
    }

    static List<Case> cases() throws IOException {
        try (InputStream table = CompletionTableTest.class.getResourceAsStream("completions.txt")) {
            String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> line.contains("▮") && !line.startsWith("#"))
                    .map(Case::of)
                    .toList();
        }
    }

    static String name(Candidate candidate) {
        return candidate.display().replaceAll("[ ({:].*", "");
    }

    @TestFactory
    Stream<DynamicTest> offers_first_what_the_types_say() throws IOException {
        Analysis analysis = new Analysis(CountingScript.class, getClass().getClassLoader());
        return cases().stream()
                .map(each -> DynamicTest.dynamicTest(each.typed(), () -> {
                    int before = CountingScript.TOUCHED.get();
                    List<String> offered =
                            analysis.complete(each.text(), each.cursor(), Scope.EMPTY).candidates().stream()
                                    .map(CompletionTableTest::name)
                                    .toList();
                    assertEquals(
                            each.first(),
                            offered.subList(
                                    0, Math.min(offered.size(), each.first().size())));
                    assertTrue(offered.stream().noneMatch(each.absent()::contains), () -> "offered: " + offered);
                    assertEquals(before, CountingScript.TOUCHED.get(), "nothing is evaluated");
                }));
    }
}
