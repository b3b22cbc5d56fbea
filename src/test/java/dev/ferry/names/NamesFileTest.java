package dev.ferry.names;

import static dev.ferry.names.NamedService.ACME;
import static dev.ferry.names.NamedService.SHOP;
import static dev.ferry.names.NamedService.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Thing;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.http.WireServer;
import dev.ferry.output.Secret;
import dev.ferry.profile.ApiKey;
import dev.ferry.profile.Login;
import dev.ferry.profile.Profile;
import dev.ferry.profile.SecretSource;
import dev.ferry.profile.Side;
import dev.ferry.script.analysis.complete.LiveName;
import dev.ferry.script.analysis.complete.LiveNames.Wanted;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class NamesFileTest {
    private static final Wanted PROJECTS = new Wanted(ApiSide.TARGET, Thing.PROJECT, Map.of());
    private static final Wanted VALIDATIONS = new Wanted(ApiSide.TARGET, Thing.VALIDATION, Map.of());

    @TempDir
    Path folder;

    private final NamedService service = NamedService.small();

    @AfterEach
    void stop() {
        service.close();
    }

    private Path file() {
        return folder.resolve("cache/names/test.tsv");
    }

    /** A session that has read everything and is left. */
    private void session() throws InterruptedException {
        try (Names names = service.names(60, file())) {
            names.start();
            names.settle();
        }
    }

    private static List<String> found(Names names, Wanted wanted) {
        return names.find(wanted, "", 50).names().stream().map(LiveName::name).toList();
    }

    @Test
    void the_next_session_knows_at_once_what_the_last_one_knew_and_asks_for_nothing_fresh()
            throws InterruptedException, IOException {
        session();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        assertEquals(
                "rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("cache/names"))));
        int calls = service.asked().size();
        try (Names names = service.names(60, file())) {
            names.start();
            names.settle();
            assertEquals(List.of("Bank of Acme", "shop"), found(names, PROJECTS));
            long again = service.asked().stream()
                    .skip(calls)
                    .filter(line -> !line.contains("availableProjects"))
                    .filter(line -> !line.contains("public/v1.0/eventTypes"))
                    .count();
            assertEquals(0, again, service.asked().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"half", "empty", "foreign", "open", "other version", "folder"})
    void a_file_that_cannot_be_used_is_made_anew_and_nobody_hears_of_it(String how)
            throws InterruptedException, IOException {
        session();
        String whole = Files.readString(file());
        switch (how) {
            case "half" -> Files.writeString(file(), whole.substring(0, whole.length() / 2));
            case "empty" -> Files.writeString(file(), "");
            case "foreign" -> Files.writeString(file(), "{\"names\":[]}\n");
            case "open" -> Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
            case "other version" -> Files.writeString(file(), whole.replace("ferry-names\t1", "ferry-names\t2"));
            default -> {
                Files.delete(file());
                Files.createDirectory(file());
            }
        }
        int calls = service.asked().size();
        try (Names names = service.names(60, file())) {
            names.start();
            names.settle();
            assertEquals(List.of("Bank of Acme", "shop"), found(names, PROJECTS));
            assertTrue(service.asked().size() > calls);
        }
        if (!how.equals("folder")) {
            assertEquals(
                    whole.lines().sorted().toList().size(),
                    Files.readString(file()).lines().toList().size());
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
        }
    }

    @Test
    void two_sessions_share_one_file_and_neither_loses_what_the_other_has_learned() throws InterruptedException {
        Names one = service.names(60, file());
        Names other = service.names(60, file());
        one.start();
        other.start();
        one.settle();
        other.settle();
        create(one, id('b', 1));
        create(other, id('b', 2));
        one.settle();
        other.settle();
        one.close();
        other.close();
        try (Names next = service.names(60, file())) {
            next.start();
            next.settle();
            assertEquals(List.of(id('b', 1), id('b', 2)), found(next, VALIDATIONS));
        }
    }

    @Test
    void a_run_without_a_prompt_remembers_the_validations_it_started() throws InterruptedException {
        try (Names run = service.names(60, file())) {
            create(run, id('b', 7));
        }
        try (Names shell = service.names(60, file())) {
            shell.start();
            shell.settle();
            assertEquals(List.of(id('b', 7)), found(shell, VALIDATIONS));
        }
    }

    private void create(Names names, String validation) {
        service.answer(request -> request.getMethod().equals("POST")
                ? WireServer.json(201, "{\"_id\":\"" + validation + "\",\"status\":\"NEW\"}")
                : service.page(request));
        new Atlas(service.client(names, ApiSide.TARGET))
                .getLiveMigrations()
                .validate(
                        Map.of("source", Map.of(), "destination", Map.of(), "migrationHosts", List.of("mig-01")), SHOP);
    }

    @Test
    void no_secret_gets_into_the_file_whatever_an_answer_calls_by_it() throws InterruptedException, IOException {
        String token = "bGlua3Rva2VuLWNhbmFyeS0wMDAx";
        String key = "0badcafe-0bad-cafe-0bad-cafe0badcafe";
        service.put(
                "/api/atlas/v2/orgs/" + ACME + "/apiKeys",
                "{\"id\":\"" + id('c', 1) + "\",\"desc\":\"" + key + "\",\"publicKey\":\"abcdefgh\",\"privateKey\":\""
                        + key + "\"}",
                "{\"id\":\"" + id('c', 2) + "\",\"desc\":\"deploy\",\"publicKey\":\"abcdefgi\"}");
        Secret known = Secret.of(key);
        try (Names names = service.names(60, file())) {
            names.start();
            names.settle();
            Atlas atlas = new Atlas(service.client(names, ApiSide.TARGET));
            atlas.getApiKeys().list(ACME);
            service.answer(request -> request.getMethod().equals("POST")
                    ? WireServer.json(200, "{\"linkToken\":\"" + token + "\"}")
                    : service.page(request));
            atlas.getLinkTokens().create(Map.of("accessListIps", List.of("203.0.113.10")), ACME);
            names.settle();
            assertEquals(
                    List.of("deploy"),
                    found(names, new Wanted(ApiSide.TARGET, Thing.API_KEY, Map.of(Thing.ORGANIZATION, ACME))));
        }
        String text = Files.readString(file());
        assertTrue(text.contains("deploy"), text);
        for (String secret :
                List.of(token, known.reveal(), WireServer.KEY.privateKey().reveal())) {
            assertFalse(text.contains(secret), text);
        }
    }

    @Test
    void names_keep_tabs_line_ends_and_backslashes() throws IOException {
        Entry odd = new Entry(ApiSide.TARGET, Thing.PROJECT, "1", "a\tb\nc\\n", ACME, "", "");
        NamesFile file = new NamesFile(file());
        assertTrue(file.write(new NamesFile.Content(
                List.of(odd),
                Map.of(
                        new Part(ApiSide.TARGET, "groups"),
                        new Reading(Thing.PROJECT, Instant.ofEpochMilli(5), false)))));
        NamesFile.Content read = file.read().orElseThrow();
        assertEquals(List.of(odd), read.entries());
        assertEquals(
                Instant.ofEpochMilli(5),
                read.readings().get(new Part(ApiSide.TARGET, "groups")).at());
        assertEquals(Optional.empty(), new NamesFile(folder.resolve("none")).read());
    }

    @Test
    void another_address_or_another_key_is_another_file() {
        Path cache = folder.resolve("cache");
        Path one = Names.file(cache, profile("https://one.example", "abcdefgh"));
        assertEquals(one, Names.file(cache, profile("https://one.example", "abcdefgh")));
        assertNotEquals(one, Names.file(cache, profile("https://two.example", "abcdefgh")));
        assertNotEquals(one, Names.file(cache, profile("https://one.example", "abcdefgi")));
    }

    private static Profile profile(String address, String key) {
        Login login = new Login(
                Login.Kind.API_KEY,
                key,
                new SecretSource.Literal(new ApiKey(key, Secret.of("unimportant")).privateKey(), null));
        return new Profile("night/shift", "TEST", false, null, new Side(URI.create(address), login, null));
    }
}
