package dev.ferry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExitCodeTest {
    @TempDir
    Path folder;

    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    /** A service that answers with the status its path ends in. */
    @BeforeEach
    void start_a_service() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            String last = path.substring(path.lastIndexOf('/') + 1);
            if (last.equals("never")) {
                awaitTheEnd();
            }
            byte[] body = (last.equals("html") ? "<html>Proxy</html>" : "{\"detail\":\"As asked.\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", last.equals("html") ? "text/html" : "application/json");
            exchange.getResponseHeaders().set("X-Request-Id", "request-4711");
            exchange.sendResponseHeaders(last.equals("html") ? 200 : Integer.parseInt(last), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop_the_service() {
        over.countDown();
        server.stop(0);
    }

    private void awaitTheEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 1                                                   | 0",
                "fail 'enough'                                           | 1",
                "throw new IllegalStateException('broken')               | 1",
                "[].get(3)                                               | 1",
                "cm.get('/404')                                          | 1",
                "cm.get('/409')                                          | 1",
                "x = = 1                                                 | 2",
                "confirm 'Really?'                                       | 3",
                "cm.get('/401')                                          | 4",
                "cm.get('/403')                                          | 4",
                "atlas.orgs.list().size()                                | 4",
                "await('it', timeout: 0) { false }                       | 7",
                "cm.get('/429')                                          | 9",
                "cm.get('/500')                                          | 9",
                "cm.get('/html')                                         | 9",
                "try { cm.get('/500') } catch (IllegalStateException e) {} | 9",
                "step('one') { cm.get('/403') }                          | 4",
            })
    void the_code_is_the_same_for_a_file_standard_input_and_an_expression(String script, int code) throws IOException {
        Path file = folder.resolve("script.groovy");
        Files.writeString(file, script);

        assertEquals(code, run("", "run", file.toString()), "run FILE");
        assertEquals(code, run("", file.toString()), "FILE");
        assertEquals(code, run(script, "run", "-"), "standard input");
        assertEquals(code, run("", "-e", script), "-e");
    }

    @Test
    void a_change_in_a_read_only_session_is_refused() {
        assertEquals(3, run("", "--read-only", "-e", "cm.post('/200', [:])"));
        assertEquals(0, run("", "-e", "cm.post('/200', [:])"));
    }

    @Test
    void a_proxy_that_cannot_be_understood_is_a_usage_error() {
        Outcome outcome = Outcome.of(
                Map.of(
                        "HOME", folder.toString(),
                        "MCLI_PUBLIC_API_KEY", "abcdefgh",
                        "MCLI_PRIVATE_API_KEY", "k1-canary-of-mcli",
                        "HTTPS_PROXY", "::bad::"),
                "",
                "-e",
                "cm.get('/200')");

        assertEquals(2, outcome.code());
        assertTrue(
                outcome.err().startsWith("-e:1: HTTPS_PROXY is not the URL of a proxy, such as http://proxy:3128."),
                outcome.err());
    }

    @Test
    void a_file_of_authorities_that_cannot_be_read_is_a_usage_error() {
        Outcome outcome = Outcome.of(
                Map.of(
                        "HOME",
                        folder.toString(),
                        "MCLI_PUBLIC_API_KEY",
                        "abcdefgh",
                        "MCLI_PRIVATE_API_KEY",
                        "k1-canary-of-mcli",
                        "FERRY_CA_FILE",
                        folder.resolve("none.pem").toString()),
                "",
                "-e",
                "cm.get('/200')");

        assertEquals(2, outcome.code());
        assertTrue(outcome.err().contains("none.pem cannot be read; correct ca_file"), outcome.err());
    }

    @Test
    void a_service_that_is_not_there_cannot_be_reached() {
        server.stop(0);

        assertEquals(9, run("", "-e", "cm.get('/200')"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cm.get('/never')", "step('one') { cm.get('/never') }", "cm.post('/never', [a: 1])"})
    void a_service_that_does_not_answer_in_time_is_no_interrupt(String script) {
        Outcome outcome = outcome("", "-e", script);
        assertEquals(9, outcome.code(), outcome.err());
        assertTrue(outcome.err().contains("no complete answer within 400ms"), outcome.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "soon", "-5s", ""})
    void a_timeout_that_is_no_time_is_a_usage_error(String timeout) {
        Outcome outcome = outcome("", "--timeout", timeout, "-e", "cm.get('/200')");
        assertEquals(2, outcome.code(), outcome.err());
        assertTrue(outcome.err().contains("--timeout"), outcome.err());
    }

    @Test
    void settings_that_cannot_be_read_are_found_when_a_side_is_used_and_not_before() throws IOException {
        Files.createDirectories(folder.resolve(".config/ferry"));
        Files.writeString(folder.resolve(".config/ferry/config.toml"), "broken");

        assertEquals(0, run("", "-e", "1 + 1"));
        Outcome outcome = outcome("", "-e", "cm.get('/200')");
        assertEquals(2, outcome.code());
        assertTrue(outcome.err().contains("config.toml, line 1, column 7, is not valid TOML"), outcome.err());
    }

    @Test
    void a_failure_names_line_request_and_request_id_and_shows_no_frame_of_java() {
        Outcome outcome = outcome("\n\ncm.get('/500')\n", "run", "-");

        assertTrue(outcome.err().startsWith("standard input:3: "), outcome.err());
        assertTrue(outcome.err().contains("GET /api/public/v1.0/500"), outcome.err());
        assertTrue(outcome.err().contains("request-4711"), outcome.err());
        assertFalse(outcome.err().contains("\tat "), outcome.err());
        assertEquals("", outcome.out());
    }

    @Test
    void the_stack_is_shown_when_it_is_asked_for() {
        Outcome outcome = outcome("", "--debug", "-e", "fail 'enough'");

        assertTrue(outcome.err().contains("\tat "), outcome.err());
    }

    @Test
    void no_channel_shows_a_secret_of_the_environment() {
        String script =
                "println System.getenv('HOME') + 'k1-canary-of-mcli'; note 'k1-canary-of-mcli'; cm.get('/500');";
        Outcome outcome = outcome(script + "fail 'k1-canary-of-mcli'", "--debug", "-v", "run", "-");
        Outcome after = outcome("", "-e", "cm.get('/200'); throw new RuntimeException('k1-canary-of-mcli')");

        assertEquals(9, outcome.code());
        assertFalse((after.err() + after.out()).contains("k1-canary-of-mcli"), after.err());
    }

    private int run(String input, String... args) {
        return outcome(input, args).code();
    }

    private Outcome outcome(String input, String... args) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Outcome.of(
                Map.of(
                        "HOME",
                        folder.toString(),
                        "MCLI_PUBLIC_API_KEY",
                        "abcdefgh",
                        "MCLI_PRIVATE_API_KEY",
                        "k1-canary-of-mcli",
                        "MCLI_OPS_MANAGER_URL",
                        url),
                input,
                Stream.concat(Stream.of("--timeout", "400ms"), Stream.of(args)).toArray(String[]::new));
    }
}
