package dev.ferry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.http.WireServer;
import dev.ferry.output.Streams;
import dev.ferry.output.TerminalText;
import dev.ferry.profile.Environment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A service whose every text commands the terminal, and every command on a terminal: only what Ferry writes itself is obeyed. */
final class HostileTextTest {
    private static final String ID = "65f0000000000000000000a1";

    /** Writes the clipboard, wipes the screen, colours, turns the direction, forges a line and hides letters. */
    private static final String HOSTILE =
            "a\033]52;c;aGk=\007b\033[2Jc\u009b31md\u202ee\r\nferry: done\u2028f\u200bg\u2066h\u00adi\ufdd4j\b\u3164";

    /** What Ferry writes on its own: inks, and the line that says what is going on. */
    private static final String OURS = "\033\\[(1|2|31|32|33|36)?m|\r\033\\[K";

    private static final String JSON = HOSTILE.chars()
            .mapToObj(each -> each < ' ' || each > '~' ? String.format("\\u%04x", each) : String.valueOf((char) each))
            .reduce("", String::concat);

    @TempDir
    private Path home;

    private final WireServer server = WireServer.start();
    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void start() throws IOException {
        server.answerAll(HostileTextTest::answer);
        variables.put("HOME", home.toString());
        variables.put("TERM", "xterm-256color");
        for (String side : List.of("MONGODB_ATLAS_", "MCLI_")) {
            variables.put(
                    side + (side.startsWith("MCLI") ? "OPS_MANAGER_URL" : "BASE_URL"),
                    server.url().toString());
            variables.put(side + "PUBLIC_API_KEY", "zmmrboas");
            variables.put(side + "PRIVATE_API_KEY", "55c3bbb6-b4bb-0be1-e66d20841f3e");
        }
        Files.writeString(home.resolve("x.groovy"), """
                step(atlas.orgs.list().first().name) { note atlas.orgs.list().first().name }
                println atlas.orgs.list().first().name
                table atlas.orgs.list()
                await(atlas.orgs.list().first().name, timeout: '1s') { atlas.orgs.list().first().name }
                gate(atlas.orgs.list().first().name) { false }
                """);
        Files.writeString(
                home.resolve("page.md"),
                "# " + HOSTILE.replaceAll("[\r\n]", "") + "\n\n```groovy\natlas.orgs.list()\n```\n");
        Files.writeString(home.resolve("openapi.json"), "{\"openapi\":\"" + JSON + "\",\"paths\":{}}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static MockResponse answer(RecordedRequest request) {
        String path = request.getTarget();
        if (path.contains("refuse")) {
            return new MockResponse.Builder()
                    .code(409)
                    .setHeader("Content-Type", "application/json")
                    .body("{\"error\":409,\"errorCode\":\"" + JSON + "\",\"detail\":\"" + JSON + "\",\"reason\":\""
                            + JSON + "\",\"parameters\":[\"" + JSON + "\"]}")
                    .build();
        }
        if (path.contains("page")) {
            return new MockResponse.Builder()
                    .status("HTTP/1.1 502 a\u00ad\u0080b")
                    .setHeader("Content-Type", "text/html")
                    .body("<html><title>" + HOSTILE + "</title></html>")
                    .build();
        }
        if (path.contains("broken")) {
            return WireServer.json(200, "{\"" + JSON + "\": [1, {\"" + JSON + "\": \"x");
        }
        String thing = "{\"id\":\"" + ID + "\",\"orgId\":\"" + ID + "\",\"groupId\":\"" + ID
                + "\",\"isDeleted\":false,\"name\":\""
                + JSON + "\",\"clusterName\":\"" + JSON + "\",\"username\":\"" + JSON + "\",\"" + JSON + "\":\"" + JSON
                + "\",\"stateName\":\"" + JSON + "\",\"status\":\"" + JSON + "\",\"lagTimeSeconds\":\"" + JSON + "\"}";
        return WireServer.json(200, "{\"links\":[],\"results\":[" + thing + "],\"totalCount\":1," + thing.substring(1));
    }

    /** The commands by name, and what each is called with. A command that is new has to be added. */
    private static final Map<String, List<String>> LINES = Map.ofEntries(
            Map.entry(
                    "run",
                    List.of(
                            "--writable --yes run HOME/x.groovy",
                            "run -n HOME/x.groovy",
                            "run HOME/page.md",
                            "run HOME/page.md --help")),
            Map.entry("resume", List.of("resume", "resume HOSTILE")),
            Map.entry(
                    "check",
                    List.of(
                            "check HOME/x.groovy",
                            "check --effects --can-i HOME/x.groovy HOME/page.md",
                            "check HOSTILE")),
            Map.entry("ide", List.of("ide HOSTILE/x")),
            Map.entry("sandbox", List.of("sandbox --fault HOSTILE", "sandbox --scenario HOSTILE")),
            Map.entry(
                    "profile",
                    List.of(
                            "profile list",
                            "profile show HOSTILE",
                            "profile use HOSTILE",
                            "profile logout HOSTILE",
                            "profile remove HOSTILE")),
            Map.entry("doctor", List.of("doctor")),
            Map.entry(
                    "migrations",
                    List.of(
                            "migrations list",
                            "migrations find HOSTILE",
                            "migrations find " + ID,
                            "migrations adopt " + ID + " " + ID,
                            "migrations show HOSTILE")),
            Map.entry(
                    "catalog",
                    List.of(
                            "catalog import HOME/openapi.json",
                            "catalog diff HOME/openapi.json",
                            "catalog list HOSTILE",
                            "catalog show HOSTILE")),
            Map.entry("journal", List.of("journal list", "journal show HOSTILE", "journal verify", "journal export")),
            Map.entry("completion", List.of("completion HOSTILE")),
            Map.entry("help", List.of("help HOSTILE", "help atlas.orgs.list")));

    static Stream<String> lines() {
        return Stream.concat(
                LINES.values().stream().flatMap(List::stream),
                Stream.of(
                        "-e atlas.orgs.list()",
                        "-v -e atlas.orgs.list()*.name",
                        "--debug -e atlas.get('/refuse')",
                        "-e atlas.get('/page')",
                        "-e atlas.get('/broken')",
                        "-e throw+new+Exception(atlas.orgs.list().first().name)",
                        "-e assert+atlas.orgs.list().first().name=='x'",
                        "-e println(atlas.orgs.list().first().name)",
                        "-e atlas.orgs.list().collectEntries{[(it.name):it]}",
                        "-e confirm(atlas.orgs.list().first().name)",
                        "-e fail(atlas.orgs.list().first().name)",
                        "-e atlas.orgs['x']",
                        "-e HOSTILE",
                        "HOSTILE",
                        "--HOSTILE",
                        "-P HOSTILE -e atlas.orgs",
                        "-o yaml -e atlas.orgs.list()",
                        "-o csv -e atlas.orgs.list()",
                        "-o json -e atlas.orgs.list()",
                        "--writable -e atlas.delete('/groups/" + ID + "/clusters/x')",
                        "--writable --yes -e atlas.post('/refuse',[name:'x'])"));
    }

    @Test
    void every_command_is_tried() {
        CommandLineInterface ferry =
                new CommandLineInterface(streams("", new ByteArrayOutputStream()), Environment.of(variables));
        assertEquals(new TreeSet<>(ferry.commandNames()), new TreeSet<>(LINES.keySet()));
    }

    private Streams streams(String typed, ByteArrayOutputStream screen) {
        return Streams.of(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                screen,
                screen,
                variables,
                Set.of(Streams.Stream.IN, Streams.Stream.OUT, Streams.Stream.ERR));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void no_text_from_outside_commands_the_terminal(String line) {
        List<String> words = new ArrayList<>();
        for (String word : line.split(" ")) {
            words.add(word.replace('+', ' ').replace("HOSTILE", HOSTILE).replace("HOME", home.toString()));
        }
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        Streams streams = streams("n\nn\nn\n", screen);
        int code = CommandLineInterface.run(words, streams, Environment.of(variables));
        streams.out().flush();
        streams.err().flush();
        String shown = screen.toString(StandardCharsets.UTF_8);
        String rest = shown.replaceAll(OURS, "").replace("\r\n", "\n");
        List<String> obeyed = rest.codePoints()
                .filter(letter -> TerminalText.isHidden(letter) && letter != '\n' && letter != '\t')
                .mapToObj(TerminalText::codes)
                .distinct()
                .toList();
        assertEquals(List.of(), obeyed, code + ": " + rest);
        assertTrue(!shown.isBlank() || code == 0, line);
        // What a script prints itself, and formats for other programs, may have as many lines as they like.
        if (!line.matches(".*(println|throw|assert|confirm|fail|yaml|csv|name|x.groovy).*")) {
            assertTrue(rest.lines().noneMatch(each -> each.startsWith("ferry: done")), rest);
        }
    }
}
