package dev.ferry.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fault as a plain client meets it on the wire. */
class FaultTest {
    private static final String V2 = "/api/atlas/v2";

    private static Sandbox sandbox;
    private static Wire wire;
    private static SandboxCredential owner;
    private static String whole;

    @BeforeAll
    static void start() throws Exception {
        sandbox = Sandbox.start(Sandbox.Options.standard().withSpeed(0));
        wire = new Wire(sandbox);
        owner = wire.targetOwner();
        whole = read().body();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @AfterEach
    void calm() {
        sandbox.faults().clear();
    }

    private static RawAnswer read() throws IOException {
        return RawAnswer.to(sandbox, wire.bearer(owner), "GET", V2 + "/orgs/" + owner.orgId(), "");
    }

    private static RawAnswer create(String name) throws IOException {
        String body = "{\"name\":\"" + name + "\",\"orgId\":\"" + owner.orgId() + "\"}";
        return RawAnswer.to(sandbox, wire.bearer(owner), "POST", V2 + "/groups", body);
    }

    private static boolean exists(String name) {
        sandbox.faults().clear();
        return wire.get(owner, V2 + "/groups/byName/" + name).status() == 200;
    }

    @Test
    void a_status_is_answered_in_place_of_the_call() throws Exception {
        sandbox.faults().add("503 first=1 match=/groups");
        RawAnswer refused = create("never");
        assertEquals("HTTP/1.1 503 Service Unavailable", refused.status());
        assertEquals("", refused.header("Retry-After"));
        assertTrue(refused.body().contains("\"errorCode\":\"SERVICE_UNAVAILABLE\""), refused.body());
        assertEquals(1, sandbox.faults().applied("503 first=1 match=/groups"));
        assertFalse(exists("never"));
    }

    @Test
    void retry_after_comes_in_both_forms() throws Exception {
        sandbox.faults().add("429 retry-after=7 first=1");
        sandbox.faults().add("503 retry-after=date first=1");
        assertEquals("7", read().header("Retry-After"));
        Instant before = Instant.now();
        String date = read().header("Retry-After");
        Duration ahead = Duration.between(
                before,
                ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        assertTrue(ahead.toMillis() > 3900 && ahead.toMillis() < 15_000, date);
    }

    @Test
    void latency_delays_what_is_otherwise_right() throws Exception {
        sandbox.faults().add("latency=300ms first=1");
        long start = System.nanoTime();
        assertEquals(whole, read().body());
        assertTrue(System.nanoTime() - start > 290_000_000);
        sandbox.faults().add("504 latency=200ms first=1");
        start = System.nanoTime();
        assertEquals("HTTP/1.1 504 Gateway Timeout", read().status());
        assertTrue(System.nanoTime() - start > 190_000_000);
    }

    @Test
    void reset_comes_before_any_byte_and_nothing_is_done() throws Exception {
        sandbox.faults().add("reset");
        RawAnswer answer = create("reset");
        assertTrue(answer.reset());
        assertEquals("", answer.text());
        assertFalse(exists("reset"));
    }

    @Test
    void drop_answer_does_what_is_asked_once_and_says_nothing() throws Exception {
        sandbox.faults().add("drop-answer method=POST");
        RawAnswer answer = create("dropped");
        assertFalse(answer.reset());
        assertEquals("", answer.text());
        assertEquals(1, sandbox.faults().applied("drop-answer method=POST"));
        sandbox.faults().clear();
        List<?> named = wire.get(owner, V2 + "/groups?itemsPerPage=500").list("results").stream()
                .filter(group -> ((Map<?, ?>) group).get("name").equals("dropped"))
                .toList();
        assertEquals(1, named.size());
    }

    @Test
    void a_digest_handshake_does_not_use_up_a_dropped_answer() {
        sandbox.faults().add("drop-answer first=1 method=POST");
        String body = "{\"name\":\"handshake\",\"orgId\":\"" + owner.orgId() + "\"}";
        assertThrows(UncheckedIOException.class, () -> wire.digest(owner, "POST", V2 + "/groups", body));
        assertEquals(1, sandbox.faults().applied("drop-answer first=1 method=POST"));
        assertTrue(exists("handshake"));
    }

    @Test
    void reset_mid_breaks_off_in_the_body() throws Exception {
        sandbox.faults().add("reset-mid");
        RawAnswer answer = read();
        assertTrue(answer.reset());
        assertEquals("HTTP/1.1 200 OK", answer.status());
        assertEquals(whole.substring(0, whole.length() / 2), answer.body());
    }

    @Test
    void truncate_promises_more_than_comes() throws Exception {
        sandbox.faults().add("truncate");
        RawAnswer answer = read();
        assertFalse(answer.reset());
        assertEquals(String.valueOf(whole.length()), answer.header("Content-Length"));
        assertEquals(whole.substring(0, whole.length() / 2), answer.body());
    }

    @Test
    void truncate_in_chunks_leaves_the_last_one_out() throws Exception {
        sandbox.faults().add("truncate=chunked");
        RawAnswer answer = read();
        assertFalse(answer.reset());
        assertEquals("chunked", answer.header("Transfer-Encoding"));
        assertEquals("", answer.header("Content-Length"));
        String half = whole.substring(0, whole.length() / 2);
        assertEquals(Integer.toHexString(half.length()) + "\r\n" + half + "\r\n", answer.body());
    }

    @Test
    void truncated_json_is_a_complete_answer() throws Exception {
        sandbox.faults().add("truncate=json");
        RawAnswer answer = read();
        assertEquals(String.valueOf(whole.length() / 2), answer.header("Content-Length"));
        assertEquals(whole.substring(0, whole.length() / 2), answer.body());
    }

    @ParameterizedTest
    @CsvSource({"reset-mid, true", "truncate, false", "truncate=chunked, false"})
    void an_answer_without_a_body_breaks_off_in_its_head(String rule, boolean reset) throws Exception {
        String path = V2 + "/groups/" + empty();
        sandbox.faults().add(rule);
        RawAnswer answer = RawAnswer.to(sandbox, wire.bearer(owner), "DELETE", path, "");
        assertEquals(reset, answer.reset());
        assertEquals("HTTP/1.1 204", answer.text());
    }

    private static String empty() {
        String body = "{\"name\":\"empty" + System.nanoTime() + "\",\"orgId\":\"" + owner.orgId() + "\"}";
        return wire.call(owner, "POST", V2 + "/groups", body).text("id");
    }

    @ParameterizedTest
    @CsvSource({"html, 502 Bad Gateway", "html=502, 502 Bad Gateway", "html=200, 200 OK"})
    void a_proxy_answers_with_a_page(String rule, String status) throws Exception {
        sandbox.faults().add(rule);
        RawAnswer answer = create("page");
        assertEquals("HTTP/1.1 " + status, answer.status());
        assertEquals("text/html; charset=utf-8", answer.header("Content-Type"));
        assertTrue(answer.body().startsWith("<!DOCTYPE html>"));
        assertFalse(exists("page"));
    }

    @ParameterizedTest
    @CsvSource({"wrong-type, text/plain", "wrong-type=text/html, text/html"})
    void the_type_of_an_answer_can_be_wrong(String rule, String type) throws Exception {
        sandbox.faults().add(rule);
        RawAnswer answer = read();
        assertEquals(type, answer.header("Content-Type"));
        assertEquals(whole, answer.body());
    }

    @Test
    void a_slow_drip_brings_everything_in_small_pieces() throws Exception {
        sandbox.faults().add("slow-drip=5ms");
        long start = System.nanoTime();
        RawAnswer answer = read();
        assertEquals(whole, answer.body());
        int drops = (whole.length() + 15) / 16;
        assertTrue(answer.reads() > drops / 2, answer.reads() + " of " + drops);
        assertTrue(System.nanoTime() - start > drops * 4_900_000L);
    }

    @Test
    void an_empty_answer_has_its_status_only() throws Exception {
        sandbox.faults().add("empty");
        RawAnswer answer = read();
        assertEquals("HTTP/1.1 200 OK", answer.status());
        assertEquals("0", answer.header("Content-Length"));
        assertEquals("", answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE"})
    void garbage_is_not_http(String method) throws Exception {
        String path = method.equals("GET") ? "/orgs" : "/groups/" + empty();
        sandbox.faults().add("garbage");
        RawAnswer answer = RawAnswer.to(sandbox, wire.bearer(owner), method, V2 + path, "");
        assertTrue(answer.text().startsWith("SSH-2.0"), answer.text());
    }

    @Test
    void the_token_endpoint_has_weather_too_and_errors_of_its_own_shape() {
        sandbox.faults().add("503 side=oauth first=1 retry-after=3");
        sandbox.faults().add("429 match=/oauth/token first=1");
        String form = "grant_type=client_credentials";
        Wire.Answer first =
                wire.token(owner.clientId(), owner.clientSecret(), form).is(503);
        assertEquals("server_error", first.get("error"));
        assertEquals("3", first.header("Retry-After"));
        assertEquals(
                "rate_limited",
                wire.token(owner.clientId(), owner.clientSecret(), form).is(429).get("error"));
        wire.token(owner.clientId(), owner.clientSecret(), form).is(200);
        wire.get(owner, V2 + "/orgs").is(200);
    }

    @Test
    void errors_break_as_well_as_answers() throws Exception {
        sandbox.faults().add("reset-mid");
        RawAnswer answer = RawAnswer.to(sandbox, wire.bearer(owner), "GET", V2 + "/groups/byName/nowhere", "");
        assertEquals("HTTP/1.1 404 Not Found", answer.status());
        assertTrue(answer.reset());
    }

    @Test
    void over_tls_a_reset_is_a_reset_and_a_drop_is_an_end() throws Exception {
        try (Sandbox secure = Sandbox.start(Sandbox.Options.standard()
                .withSpeed(0)
                .withTls(true)
                .withFaults(List.of(Fault.parse("reset first=1 side=oauth"), Fault.parse("drop-answer side=oauth"))))) {
            SSLSocketFactory sockets = TlsTest.trusting(secure.caFile()).sslSocketFactory();
            for (boolean reset : new boolean[] {true, false}) {
                try (Socket socket =
                        sockets.createSocket("127.0.0.1", secure.baseUrl().getPort())) {
                    socket.getOutputStream()
                            .write("POST /api/oauth/token HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
                    if (reset) {
                        assertThrows(SocketException.class, () -> socket.getInputStream()
                                .read());
                    } else {
                        assertEquals(-1, socket.getInputStream().read());
                    }
                }
            }
        }
    }
}
