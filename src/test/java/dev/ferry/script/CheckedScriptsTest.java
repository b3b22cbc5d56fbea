package dev.ferry.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.CallRecord;
import dev.ferry.guard.Confirmation;
import dev.ferry.output.Format;
import dev.ferry.output.Secret;
import dev.ferry.profile.ApiKey;
import dev.ferry.profile.Connection;
import dev.ferry.sandbox.Sandbox;
import dev.ferry.sandbox.SandboxCredential;
import dev.ferry.script.analysis.Analysis;
import dev.ferry.script.analysis.check.Diagnostic;
import dev.ferry.script.analysis.check.Effect;
import dev.ferry.script.analysis.type.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that are right run and are not complained of; scripts that are wrong are, at the right place. */
@Timeout(60)
class CheckedScriptsTest {

    private static final Path CORPUS = Path.of("src/test/resources/check");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String EXPECTED = "//! ";
    private static final Analysis ANALYSIS = new Analysis(FerryScript.class, FerryScript.class.getClassLoader());

    private static final List<CallRecord> SENT = new CopyOnWriteArrayList<>();

    private static Sandbox sandbox;
    private static ApiClient target;
    private static ApiClient source;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start(Sandbox.Options.standard().withSpeed(0));
        target = client("target");
        source = client("source");
    }

    @AfterAll
    static void end() {
        target.close();
        source.close();
        sandbox.close();
    }

    private static ApiClient client(String side) {
        SandboxCredential owner = sandbox.credentials().stream()
                .filter(each -> each.side().equals(side) && each.role().equals("ORG_OWNER"))
                .findFirst()
                .orElseThrow();
        ApiKey key = new ApiKey(owner.publicKey(), Secret.of(owner.privateKey()));
        return new ApiClient(
                new Connection(sandbox.baseUrl(), key, null),
                ApiClient.Settings.defaults().withCalls(SENT::add).withoutLookBefore());
    }

    private static List<Path> scripts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".groovy"))
                    .sorted()
                    .toList();
        }
    }

    static List<Path> right() throws IOException {
        return scripts(CORPUS.resolve("good"));
    }

    static List<Path> wrong() throws IOException {
        return scripts(CORPUS.resolve("bad"));
    }

    static List<Path> ours() throws IOException {
        return scripts(Path.of("scripts"));
    }

    private static String said(Diagnostic each) {
        return each.line() + ":" + each.column() + " " + each.message()
                + (each.suggestion().isEmpty() ? "" : " [" + each.suggestion() + "]");
    }

    private static List<String> complaints(String text) {
        return ANALYSIS.check(text, Scope.EMPTY).diagnostics().stream()
                .map(CheckedScriptsTest::said)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("right")
    void a_script_that_runs_is_not_complained_of(Path script) throws IOException {
        assertEquals(List.of(), complaints(Files.readString(script)));
        interpreter().run(Source.file(script), List.of());
    }

    private static Interpreter interpreter() {
        return new Interpreter(Session.builder()
                .atlas(() -> new Atlas(target))
                .cloudManager(() -> new CloudManager(source))
                .streams(new Screen().streams())
                .format(() -> Format.JSON)
                .confirmation(Confirmation.yesToAll())
                .simulated(true)
                .clock(sandbox.clock())
                // A minute at least: a wait for hours should not take thousands of questions.
                .sleeper(span -> sandbox.clock().advance(span.compareTo(MINUTE) > 0 ? span : MINUTE))
                .build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"explore-organizations.groovy", "link-organizations.groovy", "migrate-cluster.groovy"})
    void whatever_a_script_sends_was_listed_before(String script) throws IOException {
        Path file = Path.of("scripts").resolve(script);
        List<Effect> listed =
                ANALYSIS.check(Files.readString(file), Scope.EMPTY).effects();
        SENT.clear();

        interpreter().run(Source.file(file), List.of());

        assertTrue(SENT.size() > 0);
        for (CallRecord call : SENT) {
            String path = call.path().replaceFirst("\\?.*", "");
            assertTrue(
                    listed.stream()
                            .anyMatch(each -> each.method().equals(call.method())
                                    && path.matches(each.path().replaceAll("\\{\\w+}", "[^/]+"))),
                    call.method() + " " + path);
        }
        boolean changed = SENT.stream().anyMatch(call -> !call.method().equals("GET"));
        assertEquals(
                changed,
                listed.stream().anyMatch(each -> each.changes() || each.method().equals("POST")));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void what_is_wrong_is_said_at_its_place(Path script) throws IOException {
        String text = Files.readString(script);
        List<String> expected = text.lines()
                .filter(line -> line.startsWith(EXPECTED))
                .map(line -> line.substring(EXPECTED.length()))
                .toList();
        assertTrue(expected.size() > 0, "a wrong script says what is wrong with it");
        assertEquals(expected, complaints(text));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void the_scripts_that_people_copy_from_pass(Path script) throws IOException {
        assertEquals(List.of(), complaints(Files.readString(script)));
    }

    @Test
    void there_are_enough_of_both() throws IOException {
        assertTrue(right().size() >= 60 && wrong().size() >= 60);
    }
}
