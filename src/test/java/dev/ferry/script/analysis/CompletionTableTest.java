package dev.ferry.script.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.http.ApiClient;
import dev.ferry.output.Secret;
import dev.ferry.profile.ApiKey;
import dev.ferry.profile.Connection;
import dev.ferry.script.analysis.complete.Candidate;
import dev.ferry.script.analysis.complete.Completions;
import dev.ferry.script.analysis.type.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

public class CompletionTableTest {
    /** What a session has left behind, for the rows that begin with §. */
    public static final Scope SESSION = Scope.EMPTY
            .withVariable("ps", "dev.ferry.api.Listing<dev.ferry.api.atlas.Project>")
            .withVariable("m", "java.util.Map<String,java.util.List<dev.ferry.api.atlas.Project>>")
            .withImport("import static java.lang.Math.max")
            .withDeclaration("class Plan {\n  String title\n  static int LIMIT = 3\n  enum Kind { A, B }\n"
                    + "  static Plan of(String t) { new Plan(title: t) }\n  List<Plan> parts() { [] }\n}")
            .withDeclaration("enum Side { LEFT, RIGHT }")
            .withDeclaration("def side(Side s, int n) { s }");

    record Case(String typed, Scope scope, List<String> first, List<String> absent) {
        static Case of(String line) {
            int bar = line.lastIndexOf(" | ");
            boolean session = line.startsWith("§ ");
            List<String> words = Arrays.asList(line.substring(bar + 3).strip().split(" +"));
            return new Case(
                    line.substring(session ? 2 : 0, bar).replace('⏎', '\n'),
                    session ? SESSION : Scope.EMPTY,
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

    private static MockWebServer server;
    private static ApiClient client;

    @BeforeAll
    static void serve() throws IOException {
        server = new MockWebServer();
        server.start();
        client = new ApiClient(
                new Connection(server.url("/").uri(), new ApiKey("public", Secret.of("not-a-real-key-1234")), null),
                ApiClient.Settings.defaults());
        ServedScript.serve(client);
    }

    @AfterAll
    static void nothing_was_sent() {
        assertEquals(0, server.getRequestCount(), "requests");
        client.close();
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> offers_first_what_the_types_say() throws IOException {
        Analysis analysis = new Analysis(ServedScript.class, getClass().getClassLoader());
        List<Case> cases = cases();
        assertTrue(cases.size() >= 150, () -> cases.size() + " cases");
        return cases.stream()
                .map(each -> DynamicTest.dynamicTest(each.typed(), () -> {
                    Completions found = analysis.complete(each.text(), each.cursor(), each.scope());
                    List<String> offered = found.candidates().stream()
                            .map(CompletionTableTest::name)
                            .toList();
                    assertEquals(
                            each.first(),
                            offered.subList(
                                    0, Math.min(offered.size(), each.first().size())));
                    assertTrue(offered.stream().noneMatch(each.absent()::contains), () -> "offered: " + offered);
                    analysis.signature(each.text(), each.cursor(), each.scope());
                    assertEquals(0, ServedScript.TOUCHED.get(), "nothing is evaluated");
                    assertEquals(0, server.getRequestCount(), "nothing is sent");
                }));
    }
}
