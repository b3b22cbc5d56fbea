package dev.ferry.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.failure.UnreachableException;
import dev.ferry.api.login.DigestServer;
import dev.ferry.output.Secret;
import dev.ferry.profile.Credentials;
import dev.ferry.profile.ServiceAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WireLogTest {
    private static final String CANARY = "canary-on-the-wire-1";

    private final WireServer server = WireServer.start();
    private final List<String> blocks = new CopyOnWriteArrayList<>();
    private final List<CallRecord> calls = new CopyOnWriteArrayList<>();
    private volatile boolean wanted = true;
    private ApiClient client = client(WireServer.KEY);

    private ApiClient client(Credentials credentials) {
        return new ApiClient(
                server.connection(credentials),
                WireServer.ONCE.withCalls(calls::add).withWire(new WireListener() {
                    @Override
                    public boolean isWanted() {
                        return wanted;
                    }

                    @Override
                    public void tell(String lines) {
                        blocks.add(lines);
                    }
                }));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private String log() {
        return String.join("\n", blocks);
    }

    @Test
    void what_was_on_the_wire_is_shown_login_included_and_told_from_data() {
        server.answerAll(new DigestServer(
                "Digest realm=\"r\", nonce=\"{nonce}\", qop=\"auth\"",
                "MD5",
                WireServer.KEY.privateKey().reveal(),
                WireServer.json(200, "{\"name\":\"shop\"}")));
        client.call("POST", "/api/atlas/v2/groups", Map.of("envelope", "false"), Map.of("name", "shop"));
        String log = log();
        for (String expected : List.of(
                "#1 > POST /api/atlas/v2/groups?envelope=false\n",
                "#1 >\n#1 > {\"name\":\"shop\"}",
                "#1 < 401 ",
                "#1 < WWW-Authenticate: Digest realm=\"r\", nonce=\"nonce-0\", qop=\"auth\"",
                "#2 > Authorization: Digest ••••••••\n",
                "#2 < 200 ",
                "#2 <\n#2 < {\"name\":\"shop\"}")) {
            assertTrue(log.contains(expected), () -> expected + "\nis not in\n" + log);
        }
        assertTrue(log.lines().allMatch(line -> line.matches("#\\d+ [<>].*")), log);
    }

    @Test
    void no_secret_is_shown_on_any_line() {
        server.answerAll(request -> WireServer.json(
                        200,
                        "{\"linkToken\":\"" + CANARY + "\",\"in\":{\"clientSecret\":\"" + CANARY
                                + "\"},\"key\":\"55c3bbb6-b4bb-0be1-e66d20841f3e\"}")
                .newBuilder()
                .addHeader("Set-Cookie", "session=" + CANARY + "; HttpOnly")
                .addHeader("X-Api-Token", CANARY)
                .build());
        client.call("POST", "/a", Map.of("token", CANARY), Map.of("password", CANARY, "name", "shop"));
        client.call("POST", "/a", Map.of(), "{\"password\":\"" + CANARY + "\"}");
        assertFalse(log().contains(CANARY), log());
        assertFalse(log().contains(WireServer.KEY.privateKey().reveal()), log());
        assertFalse(calls.toString().contains(CANARY), calls.toString());
        assertTrue(log().contains("\"name\":\"shop\""), log());
    }

    @Test
    void the_bodies_of_logins_are_shown_by_their_size_alone() {
        client.close();
        ServiceAccount account = new ServiceAccount("mdb_sa_id_1", Secret.of("mdb_sa_sk_wirelogwirelog"));
        client = client(account);
        server.answer(200, "{\"access_token\":\"" + CANARY + "\",\"expires_in\":3600}");
        server.answer(200, "{}");
        server.answer(new MockResponse.Builder().code(200).build());
        client.call("GET", "/a", Map.of(), null);
        client.logout();
        assertFalse(log().contains(CANARY), log());
        assertFalse(log().contains("grant_type"), log());
        assertTrue(log().contains("#1 > POST /api/oauth/token (login)\n#1 > Authorization: Basic ••••••••"), log());
        assertTrue(log().contains("not shown because it is about logins"), log());
        assertEquals(
                List.of("/api/oauth/token (login)", "/a", "/api/oauth/revoke (login)"),
                calls.stream().map(CallRecord::path).toList());
        assertFalse(calls.toString().contains(CANARY), calls.toString());
    }

    @Test
    void a_large_body_is_cut_and_a_secret_on_the_edge_is_not_left_in_part() {
        String filler = "x".repeat(30);
        StringBuilder body = new StringBuilder("[");
        while (body.length() < 40_000) {
            body.append("{\"n\":\"")
                    .append(filler)
                    .append("\",\"linkToken\":\"")
                    .append(CANARY.repeat(40))
                    .append("\"},");
        }
        server.answer(200, body.append("1]").toString());
        client.call("GET", "/a", Map.of(), null);
        String shown = blocks.get(1);
        assertTrue(shown.contains("… (cut here; " + body.length() + " bytes in all)"), shown);
        assertTrue(shown.length() < 10_000, () -> shown.length() + " characters");
        assertFalse(shown.contains("canary"), shown);
    }

    @Test
    void a_zipped_body_is_shown_unzipped_and_the_answer_is_whole() throws Exception {
        String json = "{\"all\":[" + "\"0123456789\",".repeat(50_000) + "1]}";
        Buffer zipped = new Buffer();
        try (BufferedSink sink = Okio.buffer(new GzipSink(zipped))) {
            sink.writeUtf8(json);
        }
        server.answer(new MockResponse.Builder()
                .code(200)
                .setHeader("Content-Type", "application/json")
                .setHeader("Content-Encoding", "gzip")
                .body(zipped)
                .build());
        Map<?, ?> answer = (Map<?, ?>) client.call("GET", "/a", Map.of(), null);
        assertEquals(50_001, ((List<?>) Objects.requireNonNull(answer).get("all")).size());
        assertTrue(blocks.get(1).contains("{\"all\":[\"0123456789\""), blocks.get(1));
        assertTrue(blocks.get(1).contains("cut here"), blocks.get(1));
    }

    @Test
    void a_body_of_another_kind_is_shown_by_its_size_alone() {
        server.answer(new MockResponse.Builder()
                .code(200)
                .setHeader("Content-Type", "application/vnd.atlas.2023-01-01+gzip")
                .body("binary " + CANARY)
                .build());
        client.call("GET", "/a", Map.of(), null);
        assertFalse(log().contains(CANARY), log());
        assertTrue(log().contains("(a body of " + (7 + CANARY.length()) + " bytes)"), log());
    }

    @Test
    void what_a_server_sends_does_not_steer_the_terminal() {
        server.answer(200, "{\"name\":\"\u001b[2Jgone\"}");
        client.call("GET", "/a", Map.of(), null);
        assertFalse(log().contains("\u001b"), log());
    }

    @Test
    void a_broken_connection_is_shown_too() {
        server.close();
        assertThrows(UnreachableException.class, () -> client.call("GET", "/a", Map.of(), null));
        assertTrue(calls.get(calls.size() - 1).failure() != null);
    }

    @Test
    void nothing_is_looked_at_while_nobody_wants_to_see_it() {
        wanted = false;
        server.answer(200, "{}");
        server.answer(200, "{}");
        client.call("GET", "/a", Map.of(), null);
        assertEquals(List.of(), blocks);
        wanted = true;
        client.call("GET", "/a", Map.of(), null);
        assertEquals(2, blocks.size());
    }

    @Test
    void the_lines_of_several_threads_do_not_mix() throws Exception {
        server.answerAll(request -> WireServer.json(200, "{\"line\":\n\"" + request.getTarget() + "\"}"));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                String path = "/a" + i;
                all.add(threads.submit(() -> client.call("GET", path, Map.of(), null)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(128, blocks.size());
        for (String block : blocks) {
            assertEquals(
                    1, block.lines().map(line -> line.split(" ")[0]).distinct().count(), block);
        }
    }

    @Test
    void the_last_thousand_calls_are_remembered() {
        CallLog log = new CallLog();
        IntStream.range(0, 1500).forEach(i -> log.accept(record("/" + i)));
        assertEquals(CallLog.KEPT, log.last(5000).size());
        assertEquals("/500", log.last(5000).get(0).path());
        assertEquals(
                List.of("/1498", "/1499"),
                log.last(2).stream().map(CallRecord::path).toList());
        assertEquals(List.of(), new CallLog().last(3));
    }

    private static CallRecord record(String path) {
        return new CallRecord(Instant.EPOCH, "GET", path, 200, Duration.ZERO, null, null, 1, Duration.ZERO);
    }
}
