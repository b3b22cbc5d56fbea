package dev.ferry.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.Sleeper;
import dev.ferry.api.VirtualTime;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.CallTimeoutException;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.failure.OutcomeUnknownException;
import dev.ferry.api.failure.UnreachableException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.WireServer;
import dev.ferry.profile.Connection;
import dev.ferry.script.WaitException.Ending;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Waits that outlive a service that is away for a while, and those that must not. */
final class AwaitOutageTest {
    private static final String PROJECT = "65a0c0ffee65a0c0ffee65a0";
    private static final String ID = "5f2a61c3d8e94b07a1f20c14";
    private static final String LOOK = "{ atlas.liveMigrations.get('" + PROJECT + "', '" + ID + "') }";
    private static final String READY = "until: { it.readyForCutover }";
    private static final String PAGE = "<html><title>Bad Gateway</title></html>";

    private final AwayServer server = new AwayServer();
    private final VirtualTime time = new VirtualTime();
    private final Instant begin = time.instant();
    private final Screen screen = new Screen();
    private final List<String> notices = new ArrayList<>();
    private Runnable weather = () -> {};
    private BooleanSupplier rehearsing = () -> false;
    private final Sleeper sleeper = pause -> {
        time.sleep(pause);
        weather.run();
    };
    private final ApiClient client = new ApiClient(
            new Connection(server.url(), WireServer.KEY, null),
            ApiClient.Settings.defaults()
                    .withClock(time)
                    .withSleeper(sleeper)
                    .withRandom(() -> -1L)
                    .withNotices(notices::add));
    private final Interpreter interpreter = new Interpreter(Session.builder()
            .streams(screen.streams())
            .atlas(() -> new Atlas(client))
            .clock(time)
            .sleeper(sleeper)
            .rehearsing(() -> rehearsing.getAsBoolean())
            .build());

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private static String migration(String status, int lag, boolean ready) {
        return AwayServer.json(
                200,
                "{\"_id\":\"" + ID + "\",\"status\":\"" + status + "\",\"lagTimeSeconds\":" + lag
                        + ",\"readyForCutover\":" + ready + "}");
    }

    private Duration gone() {
        return Duration.between(begin, time.instant());
    }

    private Object run(String script) {
        return interpreter.evaluate(Source.line(script));
    }

    private Throwable failure(String script) {
        return assertThrows(ScriptException.class, () -> run(script)).getCause();
    }

    private List<String> said(String words) {
        return screen.err().lines().filter(line -> line.contains(words)).toList();
    }

    /** The service is away from the second minute to the twelfth. */
    private void away(Runnable how) {
        server.answers(migration("WORKING", 900, false));
        weather = () -> {
            if (gone().toMinutes() >= 12) {
                server.answers(migration("WORKING", 3, true));
            } else if (gone().toMinutes() >= 2) {
                how.run();
            }
        };
    }

    @Test
    void a_service_that_is_away_for_twenty_minutes_in_every_way_does_not_end_a_wait() {
        server.answers(migration("WORKING", 900, false));
        weather = () -> {
            long minutes = gone().toMinutes();
            if (minutes >= 25) {
                server.answers(migration("WORKING", 3, true));
            } else if (minutes >= 18) {
                server.resets();
            } else if (minutes >= 11) {
                server.refuses();
            } else if (minutes >= 5) {
                server.answers(AwayServer.json(503, "{\"error\":503}"));
            }
        };
        Object ready = run("await('the copy', timeout: '5d', " + READY + ") " + LOOK);
        assertTrue(ready.toString().contains("readyForCutover=true"), ready.toString());
        assertTrue(gone().toMinutes() <= 26, gone().toString());
        assertEquals(1, said("no answer since").size(), screen.err());
        assertTrue(
                said("no answer since")
                        .get(0)
                        .matches("the copy: no answer since \\d\\d:\\d\\d \\(503\\), next try in 5 s"),
                screen.err());
        assertTrue(said("back after").get(0).matches("the copy: back after (20|21) min"), screen.err());
        // The first call of the outage tries four times more and says so; no later one does.
        assertEquals(4, notices.size(), notices.toString());
        List<Duration> pauses = time.pauses();
        int first = pauses.indexOf(Duration.ofSeconds(5));
        List<Duration> backoff = pauses.subList(first, first + 5);
        assertEquals(
                List.of(5L, 10L, 20L, 40L, 60L),
                backoff.stream().map(Duration::toSeconds).toList());
        assertTrue(pauses.stream().allMatch(pause -> pause.compareTo(Duration.ofSeconds(60)) <= 0), pauses.toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408, 429, 520, 599})
    void an_error_that_says_nothing_of_what_is_waited_for_is_outlived(int status) {
        away(() -> server.answers(AwayServer.json(status, "{\"error\":" + status + "}")));
        run("await('m', " + READY + ") " + LOOK);
        assertTrue(said("no answer since").get(0).contains("(" + status + ")"), screen.err());
        assertEquals(1, said("back after").size(), screen.err());
    }

    @ParameterizedTest
    @CsvSource({"200,Corporate Login", "502,Bad Gateway", "302,elsewhere"})
    void a_page_of_a_proxy_is_outlived_and_named(int status, String title) {
        away(() -> server.answers(AwayServer.text(
                status,
                "text/html",
                PAGE.replace("Bad Gateway", title),
                "Location: http://login.invalid/" + title.length())));
        run("await('m', " + READY + ") " + LOOK);
        assertEquals(1, said("no answer since").size(), screen.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"refused", "reset", "half", "nothing", "garbage"})
    void a_connection_that_fails_is_outlived(String how) {
        away(() -> {
            switch (how) {
                case "refused" -> server.refuses();
                case "reset" -> server.resets();
                case "half" ->
                    server.answers("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
                case "nothing" -> server.answers("");
                default -> server.answers(AwayServer.json(200, "{\"_id\": \"5f"));
            }
        });
        run("await('m', " + READY + ") " + LOOK);
        assertEquals(1, said("no answer since").size(), screen.err());
        assertEquals(1, said("back after").size(), screen.err());
    }

    @Test
    void a_name_that_is_not_known_and_an_answer_that_does_not_come_are_outages() {
        assertTrue(Outage.is(
                new UnreachableException("the host is not known", false, "GET /a", new UnknownHostException("a"))));
        assertTrue(Outage.is(new CallTimeoutException("no complete answer within 1m", "GET /a", null, null)));
        assertFalse(
                Outage.is(new UnreachableException("no trust", true, "GET /a", new CertificateException("untrusted"))));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 410, 422, 501, 505})
    void an_answer_that_will_stay_the_same_ends_it_at_once(int status) {
        away(() -> server.answers(AwayServer.json(status, "{\"error\":" + status + ",\"detail\":\"No.\"}")));
        ErrorAnswerException ended = assertInstanceOf(
                ErrorAnswerException.class, failure("await('m', timeout: '5d', " + READY + ") " + LOOK));
        assertEquals(status, ended.status());
        assertTrue(gone().toSeconds() < 180, gone().toString());
        assertEquals(List.of(), said("no answer since"));
    }

    @Test
    void an_answer_of_another_shape_ends_it_at_once() {
        away(() -> server.answers(AwayServer.json(200, "{\"_id\":[\"not a text\"]}")));
        assertInstanceOf(ApiException.class, failure("await('m', " + READY + ") " + LOOK));
        assertTrue(gone().toSeconds() < 180, gone().toString());
    }

    @Test
    void a_failure_that_a_script_has_wrapped_is_known_all_the_same() {
        away(() -> server.answers(AwayServer.json(502, "{\"error\":502}")));
        run("await('m', " + READY + ") { try " + LOOK.replace("{ ", "{ return ")
                + " catch (e) { throw new IllegalStateException('look failed', new RuntimeException(e)) } }");
        assertEquals(1, said("back after").size(), screen.err());
    }

    @Test
    void a_call_of_until_is_a_look_too() {
        away(server::refuses);
        run("await('m', until: { atlas.liveMigrations.get('" + PROJECT + "', '" + ID + "').readyForCutover }) { 1 }");
        assertEquals(1, said("back after").size(), screen.err());
    }

    @Test
    void a_fault_of_the_script_ends_it_at_once() {
        server.answers(migration("WORKING", 900, false));
        for (String fault : List.of("null.x", "1 / 0", "throw new ConnectException('not of a call')")) {
            failure("await('m', " + READY + ") { " + fault + " }");
        }
        assertEquals(Duration.ZERO, gone());
    }

    @Test
    void a_change_whose_outcome_is_unknown_ends_it_and_is_not_sent_again() {
        server.answers(AwayServer.json(503, "{\"error\":503}"));
        String create = "await('m') { atlas.post('/groups', [name: 'storm']) }";
        assertInstanceOf(OutcomeUnknownException.class, failure(create));
        assertEquals(1, posts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"503", "refused"})
    void a_look_that_has_changed_something_is_not_repeated_when_its_read_fails(String how) {
        server.answers(AwayServer.json(201, "{\"id\":\"" + PROJECT + "\"}"));
        interpreter.setVariable("fail", (Runnable) () -> {
            if (how.equals("refused")) {
                server.refuses();
            } else {
                server.answers(AwayServer.json(503, "{\"error\":503}"));
            }
        });
        failure("await('m') { atlas.post('/groups', [name: 'storm']); fail.run(); " + "atlas.get('/groups') }");
        assertEquals(1, posts());
    }

    private long posts() {
        return server.requests().stream()
                .filter(each -> each.startsWith("POST"))
                .count();
    }

    @Test
    void an_interrupt_ends_an_outage_at_once() {
        away(server::refuses);
        Runnable before = weather;
        weather = () -> {
            before.run();
            if (gone().toMinutes() == 3) {
                Thread.currentThread().interrupt();
            }
        };
        WaitException ended = assertInstanceOf(WaitException.class, failure("await('m', " + READY + ") " + LOOK));
        assertEquals(Ending.INTERRUPTED, ended.ending());
        assertEquals(
                "m: interrupted; last seen: WORKING, lag 900 s (steady). What was started goes on at the service.",
                ended.getMessage());
        assertEquals(3, gone().toMinutes());
    }

    @Test
    void the_end_of_the_time_in_an_outage_says_since_when_there_was_no_answer() {
        away(server::refuses);
        WaitException ended =
                assertInstanceOf(WaitException.class, failure("await('m', timeout: '3m', " + READY + ") " + LOOK));
        assertEquals(Ending.TIMED_OUT, ended.ending());
        assertTrue(
                ended.getMessage()
                        .matches(
                                "m: not yet after 3m; no answer since \\d\\d:\\d\\d \\(nothing answers at 127.0.0.1:\\d+\\);"
                                        + " last seen: WORKING, lag 900 s \\(steady\\)\\. It may still go on at the service\\."),
                ended.getMessage());
    }

    @Test
    void a_service_that_says_when_to_come_back_is_left_alone_until_then() {
        away(() -> server.answers(AwayServer.json(503, "{\"error\":503}", "Retry-After: 400")));
        run("await('m', " + READY + ") " + LOOK);
        assertTrue(
                time.pauses().contains(Duration.ofSeconds(400)), time.pauses().toString());
        assertTrue(said("no answer since").get(0).endsWith("next try in 6 min"), screen.err());
    }

    @Test
    void pauses_that_are_longer_by_wish_stay_so() {
        away(() -> server.answers(AwayServer.json(503, "{\"error\":503}")));
        run("await('m', every: '100s', " + READY + ") " + LOOK);
        assertTrue(
                time.pauses().stream()
                        .filter(pause -> pause.toSeconds() > 8)
                        .allMatch(pause -> pause.toSeconds() == 100),
                time.pauses().toString());
    }

    @Test
    void a_rehearsal_does_not_wait_for_a_real_service() {
        away(server::refuses);
        rehearsing = () -> true;
        assertInstanceOf(UnreachableException.class, failure("await('m', " + READY + ") " + LOOK));
    }

    /** Makes something, which the service shows only some seconds later. */
    private void make(String method, String path, String body, String answer, int seconds) {
        server.answers(AwayServer.json(201, answer));
        run("atlas." + method + "('" + path + "', " + body + ")");
        server.answers(AwayServer.json(404, "{\"error\":404,\"errorCode\":\"NOT_FOUND\"}"));
        weather = () -> {
            if (gone().toSeconds() >= seconds) {
                server.answers(AwayServer.json(200, "{\"stateName\":\"IDLE\"}"));
            }
        };
    }

    private static String get(String path) {
        return "await('m', timeout: '1h') { atlas.get('" + path + "') }";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "post | /groups | [name: 'shop'] | {\"id\":\"" + ID + "\"} | /groups/" + ID,
                "post | /groups | [name: 'shop'] | {\"id\":\"" + ID + "\"} | /groups/" + ID + "/clusters",
                "post | /groups/" + PROJECT + "/clusters | [name: 'orders'] | {\"id\":\"x\"} | /groups/" + PROJECT
                        + "/clusters/orders",
                "post | /groups/" + PROJECT + "/accessList | [[ipAddress: '203.0.113.7']] | {} | /groups/" + PROJECT
                        + "/accessList/203.0.113.7/status",
                "post | /groups/" + PROJECT + "/liveMigrations | [a: 1] | {\"_id\":\"" + ID + "\"} | /groups/" + PROJECT
                        + "/liveMigrations/" + ID,
                "put | /groups/" + PROJECT + "/teams/a | [a: 1] | {} | /groups/" + PROJECT + "/teams/a",
            })
    void what_this_run_has_made_may_not_be_shown_yet(
            String method, String path, String body, String answer, String seen) {
        make(method, path, body, answer, 40);
        run(get(seen));
        assertTrue(gone().toSeconds() >= 40 && gone().toSeconds() < 60, gone().toString());
        assertEquals(List.of(), said("no answer since"));
    }

    @ParameterizedTest
    @CsvSource({
        "/groups/" + PROJECT + "/clusters/other",
        "/groups/" + PROJECT + "/alerts/orders",
        "/groups/" + PROJECT + "/flexClusters/orders",
    })
    void something_else_that_is_not_there_ends_it_at_once(String path) {
        make(
                "post",
                "/groups/" + PROJECT + "/clusters",
                "[name: 'orders']",
                "{\"id\":\"x\",\"groupId\":\"" + PROJECT + "\"}",
                40);
        assertEquals(
                404,
                assertInstanceOf(ErrorAnswerException.class, failure(get(path))).status());
        assertEquals(Duration.ZERO, gone());
    }

    @Test
    void what_is_not_there_after_a_minute_ends_it() {
        make("post", "/groups", "[name: 'shop']", "{\"id\":\"" + ID + "\"}", 1000);
        assertEquals(
                404,
                assertInstanceOf(ErrorAnswerException.class, failure(get("/groups/" + ID)))
                        .status());
        assertTrue(gone().toSeconds() >= 60 && gone().toSeconds() < 75, gone().toString());
    }

    @Test
    void what_this_run_has_deleted_again_is_gone() {
        make("post", "/groups", "[name: 'shop']", "{\"id\":\"" + ID + "\"}", 1000);
        server.answers(AwayServer.json(204, "").replaceAll("Content-Length: 0\r\n", ""));
        run("atlas.delete('/groups/" + ID + "')");
        server.answers(AwayServer.json(404, "{\"error\":404}"));
        assertInstanceOf(ErrorAnswerException.class, failure(get("/groups/" + ID)));
        assertEquals(Duration.ZERO, gone());
    }
}
