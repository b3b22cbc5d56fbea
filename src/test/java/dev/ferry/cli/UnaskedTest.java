package dev.ferry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.api.failure.CallRefusedException.Why;
import dev.ferry.api.http.WireServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where there is no terminal, changes that have to be confirmed end with exit code 3 and the option that confirms them. */
final class UnaskedTest {
    private static final String PROJECT = "65f0000000000000000000a1";
    private static final String DELETE = "atlas.delete('/groups/" + PROJECT + "')";
    private static final String CREATE = "atlas.post('/orgs', [name: 'x'])";

    @TempDir
    private Path home;

    private final WireServer server = WireServer.start();
    private final List<String> changes = new CopyOnWriteArrayList<>();

    @BeforeEach
    void answer() {
        server.answerAll(this::answer);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private MockResponse answer(RecordedRequest request) {
        if ("GET".equals(request.getMethod())) {
            return WireServer.json(200, "{\"id\":\"" + PROJECT + "\",\"name\":\"shop one\"}");
        }
        changes.add(request.getMethod() + " " + request.getTarget());
        return WireServer.json(200, "{}");
    }

    private Outcome ferry(String profile, String... args) throws IOException {
        Path settings = home.resolve("config/ferry");
        Files.createDirectories(
                settings, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path file = settings.resolve("config.toml");
        Files.writeString(file, """
                current = "acme"
                [profiles.acme]
                %s
                [profiles.acme.target]
                base_url = "%s"
                public_key = "abcdefgh"
                private_key = "0123456789"
                """.formatted(profile, server.url()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return Outcome.of(
                Map.of(
                        "HOME", home.toString(),
                        "XDG_CONFIG_HOME", home.resolve("config").toString(),
                        "XDG_STATE_HOME", home.resolve("state").toString(),
                        "XDG_CACHE_HOME", home.resolve("cache").toString()),
                "",
                args);
    }

    private static void refused(Outcome outcome, String message) {
        assertEquals(3, outcome.code(), outcome.err());
        assertTrue(outcome.err().contains(message), outcome.err());
    }

    @Test
    void a_severe_change_names_the_option_with_what_it_would_hit() throws IOException {
        refused(ferry("", "-e", DELETE), "give --confirm='shop one' to answer with yes");
        refused(ferry("", "--yes", "-e", DELETE), "give --confirm='shop one' to answer with yes");
        refused(ferry("", "--confirm=shop", "-e", DELETE), "hits project shop one (" + PROJECT + ")");
        assertEquals(List.of(), changes);
        Outcome done = ferry("", "--confirm=other", "--confirm=shop one", "-e", DELETE);
        assertEquals(0, done.code(), done.err());
        assertTrue(done.err().contains("It was confirmed beforehand."), done.err());
        assertEquals(0, ferry("", "--confirm=" + PROJECT, "-e", DELETE).code());
        assertEquals(2, changes.size());
    }

    @Test
    void the_option_confirms_exactly_what_would_be_typed() throws IOException {
        String delete = "atlas.delete('/groups/" + PROJECT + "/clusters/%20c1')";
        String needed = "give --confirm='\\u0020c1' to answer with yes";
        for (String other : List.of("c1", " c1", "\\u0020c1 ", "C1", "y")) {
            refused(ferry("", "--yes", "--confirm=" + other, "-e", delete), needed);
        }
        refused(ferry("", "--yes", "--confirm=shop one ", "-e", DELETE), "give --confirm='shop one'");
        assertEquals(List.of(), changes);
        assertEquals(0, ferry("", "--confirm=\\u0020c1", "-e", delete).code());
        assertEquals(1, changes.size());
    }

    @Test
    void an_ordinary_change_asks_where_the_profile_wants_it() throws IOException {
        refused(
                ferry("confirm = \"all\"", "-e", CREATE),
                "\n  --yes (line 1, atlas.post: the profile asks about every");
        assertEquals(List.of(), changes);
        assertEquals(0, ferry("confirm = \"all\"", "--yes", "-e", CREATE).code());
        assertEquals(0, ferry("", "-e", CREATE).code());
        assertEquals(2, changes.size());
    }

    @Test
    void production_is_written_to_only_when_its_name_is_given() throws IOException {
        String production = "environment = \"PROD\"";
        refused(ferry(production, "-e", CREATE), "\nRun: ferry --writable --confirm=acme -e ");
        refused(ferry(production, "--writable", "-e", CREATE), "\nRun: ferry --confirm=acme --writable -e ");
        refused(ferry("read_only = true", "--writable", "-e", CREATE), "\n  --confirm=acme (changes will be real)\n");
        refused(ferry(production, "--writable", "--yes", "-e", "1"), "give --confirm=acme to answer with yes");
        assertEquals(List.of(), changes);
        assertEquals(
                0,
                ferry(production, "--writable", "--confirm=acme", "-e", CREATE).code());
        assertEquals(0, ferry("", "--writable", "-e", CREATE).code());
        assertEquals(2, changes.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "  ", "\t", "\n", "\u00a0", "\u200b", "\u202e\u2060", "\ufeff "})
    void a_confirmation_of_nothing_is_a_mistake_and_sends_nothing(String blank) throws IOException {
        String sentence = "--confirm needs the name of what is affected, and got a blank one; nothing was sent.\n";
        for (String profile : List.of("", "environment = \"PROD\"")) {
            for (List<String> args : List.of(
                    List.of("--yes", "--confirm=" + blank, "-e", DELETE),
                    List.of("--yes", "--writable", "--confirm", blank, "-e", DELETE),
                    List.of("-y", "--confirm=shop one", "--confirm=" + blank, "-e", DELETE),
                    List.of("--yes", "run", "--confirm=" + blank, "absent.groovy"),
                    List.of("profile", "remove", "acme", "--confirm", blank),
                    List.of("resume", "--confirm", blank),
                    List.of("--confirm=" + blank))) {
                Outcome outcome = ferry(profile, args.toArray(new String[0]));
                assertEquals(new Outcome(2, "", sentence), outcome, args.toString());
            }
        }
        assertEquals(0, server.count());
    }

    @Test
    void a_script_cannot_have_nothing_confirmed() throws IOException {
        Outcome outcome = ferry("", "--yes", "--confirm=x", "-e", "if (confirm('Go on?', '')) " + DELETE);
        assertEquals(1, outcome.code(), outcome.err());
        assertTrue(outcome.err().contains("The name that confirms 'Go on?' is blank"), outcome.err());
        assertEquals(List.of(), changes);
    }

    @Test
    void a_path_that_ends_in_a_slash_is_not_confirmed_by_an_empty_line() throws IOException {
        refused(
                ferry("", "--yes", "-e", "atlas.delete('/nobody/knows/this/')"),
                "give --confirm=/api/atlas/v2/nobody/");
        assertEquals(List.of(), changes);
    }

    @Test
    void a_shell_without_a_terminal_is_no_way_around() throws IOException {
        assertEquals(List.of(), changes);
        for (String way : List.of("/unlock", "/unlock 30m", "/set mode writable")) {
            Outcome outcome = piped(way + "\n" + CREATE + "\n");
            refused(outcome, "give --confirm=acme to answer with yes");
        }
        assertEquals(List.of(), changes);
        Outcome unlocked = piped("/unlock 30m\n" + CREATE + "\n/lock\n" + CREATE + "\n", "--confirm=acme");
        refused(unlocked, "nothing was sent: /unlock 30m lets changes leave for a while");
        assertEquals(1, changes.size());
    }

    private Outcome piped(String input, String... options) throws IOException {
        ferry("environment = \"PROD\"", "-e", "1");
        List<String> args = new ArrayList<>(List.of(options));
        return Outcome.of(
                Map.of(
                        "HOME", home.toString(),
                        "XDG_CONFIG_HOME", home.resolve("config").toString(),
                        "XDG_STATE_HOME", home.resolve("state").toString(),
                        "XDG_CACHE_HOME", home.resolve("cache").toString()),
                input,
                args.toArray(new String[0]));
    }

    @ParameterizedTest
    @EnumSource(Why.class)
    void every_refusal_but_a_wrong_argument_ends_with_three(Why why) {
        ExitCode code = Failure.code(new CallRefusedException(why, "refused", "DELETE /x"));
        assertEquals(why == Why.BAD_ARGUMENT ? ExitCode.FAILED : ExitCode.REFUSED, code);
    }
}
