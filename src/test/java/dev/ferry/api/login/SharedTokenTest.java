package dev.ferry.api.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.Sleeper;
import dev.ferry.api.VirtualTime;
import dev.ferry.api.failure.CallInterruptedException;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.WireServer;
import dev.ferry.output.Secret;
import dev.ferry.profile.ServiceAccount;
import dev.ferry.suite.Needs;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One token for all processes of a user. A client with a folder of another spelling stands for another process here. */
final class SharedTokenTest {
    private static final ServiceAccount ACCOUNT =
            new ServiceAccount("mdb_sa_id_0123456789abcdef01234567", Secret.of("mdb_sa_sk_Qx3vJ0yW8sTnUu5bKc7ZmE1d"));
    private static final int A_MINUTE = 10;

    @TempDir
    Path folder;

    private final WireServer server = WireServer.start();
    private final AtomicInteger tokens = new AtomicInteger();
    private final AtomicReference<String> valid = new AtomicReference<>("");
    private final List<String> revoked = new CopyOnWriteArrayList<>();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final VirtualTime time = new VirtualTime();
    private final List<ApiClient> clients = new ArrayList<>();
    private int others;

    @AfterEach
    void stop() {
        clients.forEach(ApiClient::close);
        server.close();
    }

    private MockResponse answer(RecordedRequest request) {
        String target = String.valueOf(request.getTarget());
        if (target.equals("/api/oauth/token")) {
            String token = "eyJhbGciOiJub25lIn0.token-" + tokens.incrementAndGet();
            valid.set(token);
            return WireServer.json(200, "{\"access_token\":\"" + token + "\",\"expires_in\":3600}");
        }
        if (target.equals("/api/oauth/revoke")) {
            revoked.add(request.getBody().utf8());
            return new MockResponse.Builder().code(200).build();
        }
        return ("Bearer " + valid.get()).equals(request.getHeaders().get("Authorization"))
                ? WireServer.json(200, "{\"ok\":true}")
                : WireServer.json(401, "{\"error\":401,\"reason\":\"Unauthorized\"}");
    }

    private ApiClient.Settings settings(Path tokenFolder) {
        return WireServer.ONCE
                .withClock(time)
                .withSleeper(time)
                .withNotices(notices::add)
                .withTokenFolder(tokenFolder);
    }

    /** A client that shares nothing with the others but the files. */
    private ApiClient other() {
        return other(ACCOUNT, folder.resolve("tokens"));
    }

    private ApiClient other(ServiceAccount account, Path tokenFolder) {
        Path spelling = tokenFolder;
        for (int i = 0; i <= others; i++) {
            spelling = spelling.resolve("../" + tokenFolder.getFileName());
        }
        others++;
        ApiClient client = new ApiClient(server.connection(account), settings(spelling));
        clients.add(client);
        return client;
    }

    private static void call(ApiClient client) {
        assertEquals(Map.of("ok", true), client.call("GET", "/api/atlas/v2/orgs", Map.of(), null));
    }

    private Path tokenFile() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("tokens"))) {
            return files.filter(each -> each.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void two_processes_that_start_at_once_ask_for_one_token() throws Exception {
        server.answerAll(this::answer);
        Path tokens = folder.resolve("tokens");
        List<Process> processes = List.of(
                TokenAsker.start(server.url(), ACCOUNT, tokens, 3), TokenAsker.start(server.url(), ACCOUNT, tokens, 3));
        for (Process process : processes) {
            assertEquals("{ok=true}\n".repeat(3), TokenAsker.text(process));
            assertEquals(0, process.waitFor());
        }
        assertEquals(1, this.tokens.get());
        assertEquals(7, server.count());
    }

    @Test
    void twelve_processes_keep_the_limit_of_the_service_and_the_last_ones_wait() throws Exception {
        // A service whose tokens live for a moment only: every process needs its own.
        List<Long> asked = new CopyOnWriteArrayList<>();
        server.answerAll(request -> {
            if (!String.valueOf(request.getTarget()).equals("/api/oauth/token")) {
                return WireServer.json(200, "{\"ok\":true}");
            }
            asked.add(System.nanoTime());
            return WireServer.json(200, "{\"access_token\":\"token-" + asked.size() + "\",\"expires_in\":0}");
        });
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < A_MINUTE + 2; i++) {
            processes.add(TokenAsker.start(server.url(), ACCOUNT, folder.resolve("tokens"), 1));
        }
        try {
            // The service's minute is not waited for: whoever is still there after the tenth has gone is waiting.
            while (processes.stream().filter(Process::isAlive).count() > 2) {
                CompletableFuture.anyOf(processes.stream()
                                .filter(Process::isAlive)
                                .map(Process::onExit)
                                .toArray(CompletableFuture[]::new))
                        .get(60, TimeUnit.SECONDS);
            }
            assertTrue(asked.size() >= A_MINUTE, asked::toString);
            for (int i = A_MINUTE; i < asked.size(); i++) {
                assertTrue(asked.get(i) - asked.get(i - A_MINUTE) >= TimeUnit.MINUTES.toNanos(1), asked::toString);
            }
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
    }

    @Test
    void the_eleventh_token_within_a_minute_is_waited_for() {
        server.answerAll(this::answer);
        for (int i = 0; i < A_MINUTE; i++) {
            call(other());
            valid.set("revoked");
        }
        assertEquals(A_MINUTE, tokens.get());
        assertEquals(Duration.ZERO, time.slept());
        call(other());
        assertEquals(A_MINUTE + 1, tokens.get());
        assertEquals(60, time.slept().toSeconds());
        assertTrue(notices.stream().anyMatch(each -> each.contains("ten a minute")), notices::toString);
    }

    @Test
    void the_file_is_for_its_owner_alone_and_its_name_tells_nothing() throws IOException {
        server.answerAll(this::answer);
        call(other());
        Path file = tokenFile();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(
                "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("tokens"))));
        assertTrue(Files.readString(file).contains(valid.get()));
        assertFalse(Files.readString(file).contains(ACCOUNT.clientSecret().reveal()));
        assertTrue(file.getFileName().toString().matches("[0-9a-f]{24}-[0-9a-f]{24}\\.json"), file::toString);
        assertEquals(List.of(), notices);
    }

    @Test
    void a_refused_token_is_replaced_once_for_all_processes() {
        server.answerAll(this::answer);
        ApiClient one = other();
        ApiClient two = other();
        call(one);
        call(two);
        assertEquals(1, tokens.get());
        valid.set("revoked");
        call(one);
        call(two);
        assertEquals(2, tokens.get());
    }

    @Test
    void a_service_that_refuses_every_token_is_not_asked_again_by_the_next_process() {
        server.answerAll(request -> String.valueOf(request.getTarget()).equals("/api/oauth/token")
                ? WireServer.json(200, "{\"access_token\":\"t" + tokens.incrementAndGet() + "\",\"expires_in\":3600}")
                : WireServer.json(401, "{\"error\":401,\"reason\":\"Unauthorized\"}"));
        for (int i = 0; i < 5; i++) {
            ApiClient each = other();
            assertThrows(ErrorAnswerException.class, () -> call(each));
        }
        assertEquals(2, tokens.get());
    }

    @Test
    void another_secret_never_meets_the_token_of_the_old_one() {
        server.answerAll(this::answer);
        call(other());
        ServiceAccount rotated =
                new ServiceAccount(ACCOUNT.clientId(), Secret.of("mdb_sa_sk_anotherSecretAltogether1"));
        call(other(rotated, folder.resolve("tokens")));
        assertEquals(2, tokens.get());
    }

    @Test
    void a_token_of_another_process_is_renewed_before_it_expires() {
        server.answerAll(this::answer);
        call(other());
        time.advance(Duration.ofSeconds(3541));
        call(other());
        assertEquals(2, tokens.get());
    }

    @Test
    void where_our_clock_is_ahead_the_token_is_renewed_that_much_earlier() {
        Instant now = Instant.parse("2026-01-10T10:00:00Z");
        Secret value = Secret.of("a-token-for-the-clock");
        Duration hour = Duration.ofHours(1);
        assertEquals(now.plusSeconds(3540), Token.living(hour, value, now, now).renewAt());
        assertEquals(
                now.plusSeconds(3240),
                Token.living(hour, value, now, now.minusSeconds(300)).renewAt());
        assertEquals(
                now.plusSeconds(3540),
                Token.living(hour, value, now, now.plusSeconds(300)).renewAt());
        // However wrong a clock is, a token is used for a while.
        assertEquals(
                now.plusSeconds(2640),
                Token.living(hour, value, now, now.minus(hour.multipliedBy(9))).renewAt());
        assertFalse(Token.living(hour, value, now.plus(hour), now).isGoodAt(now));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"asked\":[null],\"doubtedUntil\":\"2026-01-10T10:00:00Z\"}",
                "{\"token\":{\"access_token\":\"x\"},\"asked\":[],\"doubtedUntil\":\"2026-01-10T10:00:00Z\"}",
                "{\"asked\":[\"yesterday\"],\"doubtedUntil\":\"2026-01-10T10:00:00Z\"}",
                "\u0000\u0001"
            })
    void a_broken_file_is_said_once_and_replaced(String text) throws IOException {
        server.answerAll(this::answer);
        call(other());
        Files.writeString(tokenFile(), text);
        ApiClient next = other();
        call(next);
        call(next);
        assertEquals(2, tokens.get());
        assertEquals(1, notices.size(), notices::toString);
        call(other());
        assertEquals(2, tokens.get());
    }

    @ParameterizedTest
    @CsvSource({"rw-r--r--", "rw--w----", "r--------"})
    void a_file_that_others_may_have_read_is_replaced(String permissions) throws IOException {
        server.answerAll(this::answer);
        call(other());
        Files.setPosixFilePermissions(tokenFile(), PosixFilePermissions.fromString(permissions));
        call(other());
        assertEquals(2, tokens.get());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(tokenFile())));
        assertEquals(1, notices.size(), notices::toString);
    }

    @Test
    void a_file_of_somebody_else_is_replaced() throws IOException {
        Needs.root();
        server.answerAll(this::answer);
        call(other());
        Files.setAttribute(tokenFile(), "unix:uid", 65534);
        call(other());
        assertEquals(2, tokens.get());
        assertEquals(Files.getOwner(folder), Files.getOwner(tokenFile()));
        assertTrue(notices.get(0).contains("belongs to somebody else"), notices::toString);
    }

    @Test
    void a_link_in_place_of_the_file_is_neither_read_nor_written_through() throws IOException {
        server.answerAll(this::answer);
        call(other());
        Path elsewhere = Files.move(tokenFile(), folder.resolve("elsewhere"));
        String before = Files.readString(elsewhere);
        String name = fileName();
        Files.createSymbolicLink(folder.resolve("tokens").resolve(name), elsewhere);
        call(other());
        assertEquals(2, tokens.get());
        assertEquals(before, Files.readString(elsewhere));
        assertTrue(Files.isRegularFile(tokenFile(), LinkOption.NOFOLLOW_LINKS));
    }

    private String fileName() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("tokens"))) {
            return files.map(each -> each.getFileName().toString())
                    .filter(each -> each.endsWith(".lock"))
                    .findFirst()
                    .orElseThrow()
                    .replace(".lock", ".json");
        }
    }

    @Test
    void a_folder_that_cannot_be_made_leaves_the_token_in_the_process() throws IOException {
        server.answerAll(this::answer);
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        ApiClient client = new ApiClient(server.connection(ACCOUNT), settings(file.resolve("tokens")));
        clients.add(client);
        call(client);
        call(client);
        time.advance(Duration.ofHours(1));
        call(client);
        assertEquals(2, tokens.get());
        assertEquals(1, notices.size(), notices::toString);
        assertTrue(notices.get(0).contains("this one keeps its own"), notices::toString);
    }

    @Test
    void a_lock_that_its_holder_was_killed_with_is_free_again() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch killed = new CountDownLatch(1);
        server.answerAll(request -> {
            if (String.valueOf(request.getTarget()).equals("/api/oauth/token") && asked.getCount() > 0) {
                asked.countDown();
                try {
                    killed.await(30, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return answer(request);
        });
        Process holder = TokenAsker.start(server.url(), ACCOUNT, folder.resolve("tokens"), 1);
        assertTrue(asked.await(30, TimeUnit.SECONDS), "the first process asks for a token");
        holder.destroyForcibly().waitFor();
        killed.countDown();
        Process next = TokenAsker.start(server.url(), ACCOUNT, folder.resolve("tokens"), 1);
        assertEquals("{ok=true}\n", TokenAsker.text(next));
    }

    @Test
    void who_waits_for_the_lock_of_another_process_can_be_interrupted() throws Exception {
        server.answerAll(this::answer);
        call(other());
        Path lock = folder.resolve("tokens").resolve(fileName().replace(".json", ".lock"));
        CountDownLatch waiting = new CountDownLatch(3);
        ApiClient client = new ApiClient(
                server.connection(ACCOUNT),
                settings(folder.resolve("tokens/../tokens/../tokens")).withSleeper(pause -> {
                    waiting.countDown();
                    Sleeper.REAL.sleep(pause);
                }));
        clients.add(client);
        try (FileChannel held = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            held.lock();
            Thread caller =
                    new Thread(() -> assertThrows(CallInterruptedException.class, () -> call(client)), "caller");
            caller.start();
            assertTrue(waiting.await(60, TimeUnit.SECONDS));
            caller.interrupt();
            caller.join(2000);
            assertFalse(caller.isAlive());
        }
        assertEquals(2, server.count());
    }

    @ParameterizedTest
    @CsvSource({"'20', 20", "'Sat, 10 Jan 2026 10:00:30 GMT', 30"})
    void too_many_tokens_are_waited_for_as_the_service_asks(String retryAfter, long seconds) {
        AtomicInteger refused = new AtomicInteger();
        server.answerAll(request -> {
            if (String.valueOf(request.getTarget()).equals("/api/oauth/token") && refused.getAndIncrement() == 0) {
                return WireServer.json(429, "{\"error\":\"rate_limited\",\"error_description\":\"Slow down.\"}")
                        .newBuilder()
                        .setHeader("Retry-After", retryAfter)
                        .build();
            }
            return answer(request);
        });
        call(other());
        assertEquals(seconds, time.slept().toSeconds());
        assertEquals(1, notices.size(), notices::toString);
    }

    @Test
    void a_logout_revokes_the_token_and_forgets_it_everywhere() throws IOException {
        server.answerAll(this::answer);
        call(other());
        String token = valid.get();
        ApiClient leaving = other();
        Logout logout = leaving.logout();
        assertEquals(1, logout.revoked());
        assertEquals(List.of("token=" + token + "&token_type_hint=access_token"), revoked);
        assertThrows(NoSuchElementException.class, this::tokenFile);
        assertEquals(0, other().logout().revoked());
        valid.set("revoked");
        call(other());
        assertEquals(2, tokens.get());
    }

    @Test
    void a_logout_forgets_the_token_when_the_service_is_gone_and_says_so() throws IOException {
        server.answerAll(this::answer);
        call(other());
        tokenFile();
        ApiClient leaving = other();
        server.close();
        Logout logout = leaving.logout();
        assertEquals(0, logout.revoked());
        assertEquals(1, logout.failures().size());
        String message = String.valueOf(logout.failures().get(0).getMessage());
        assertTrue(message.startsWith("POST /api/oauth/revoke (login): nothing answers"), message);
        assertThrows(NoSuchElementException.class, this::tokenFile);
    }

    @Test
    void an_api_key_has_nothing_to_revoke() {
        try (ApiClient client = server.client()) {
            assertFalse(client.logout().hasTokens());
        }
        assertEquals(0, server.count());
    }
}
