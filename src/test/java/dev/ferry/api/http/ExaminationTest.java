package dev.ferry.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.http.Finding.Check;
import dev.ferry.api.http.Finding.Result;
import dev.ferry.api.network.Proxies;
import dev.ferry.profile.Connection;
import dev.ferry.profile.Environment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an examination says of services, certificates and networks of all kinds. */
@Timeout(60)
final class ExaminationTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private final List<Finding> findings = new ArrayList<>();

    private static ApiClient.Settings settings() {
        return WireServer.ONCE;
    }

    private void examine(Connection connection, ApiClient.Settings settings) {
        new Examination(connection, "/api/atlas/v2", settings, findings::add).run();
    }

    private String overview() {
        return findings.stream().map(each -> each.check() + " " + each.result()).collect(Collectors.joining(", "));
    }

    private Finding of(Check check) {
        return findings.stream()
                .filter(each -> each.check() == check)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + check + " in " + overview()));
    }

    private String last() {
        Finding last = findings.get(findings.size() - 1);
        return last.check() + " " + last.result() + ": " + last.found()
                + (last.advice() == null ? "" : " → " + last.advice());
    }

    /** A service with one organization; without a login the root answers 401. */
    private static MockResponse healthy(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        MockResponse.Builder answer = new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .setHeader("Date", "Sun, 1 Mar 2026 12:00:00 GMT")
                .setHeader("X-MongoDB-Service-Version", "gitHash=abc; versionString=v20260301")
                .setHeader("RateLimit-Limit", "300")
                .setHeader("RateLimit-Remaining", "299");
        if (request.getHeaders().get("Authorization") == null) {
            return answer.code(401)
                    .setHeader(
                            "WWW-Authenticate",
                            "Digest realm=\"MMS Public API\", domain=\"\", nonce=\"abc\", algorithm=MD5, op=\"auth\", stale=false")
                    .body("{\"error\":401,\"reason\":\"Unauthorized\"}")
                    .build();
        }
        return switch (path) {
            case "/api/atlas/v2" ->
                answer.body(
                                "{\"apiKey\":{\"publicKey\":\"zmmrboas\",\"roles\":[{\"orgId\":\"1\",\"roleName\":\"ORG_OWNER\"},"
                                        + "{\"groupId\":\"2\",\"roleName\":\"GROUP_OWNER\"}]}}")
                        .build();
            case "/api/atlas/v2/orgs" ->
                answer.body("{\"results\":[{\"id\":\"1\",\"name\":\"Acme\"}],\"totalCount\":1}")
                        .build();
            default -> answer.code(404).body("{\"error\":404}").build();
        };
    }

    private static ApiClient.Settings at(Instant time) {
        return settings().withClock(Clock.fixed(time, ZoneOffset.UTC));
    }

    @Test
    void a_healthy_side_is_all_right_from_the_proxy_to_the_roles() {
        try (WireServer server = WireServer.start()) {
            server.answerAll(ExaminationTest::healthy);
            examine(server.connection(WireServer.KEY), at(NOW));
        }
        assertEquals("PROXY OK, DNS OK, TCP OK, API OK, CLOCK OK, LOGIN OK, RIGHTS OK, LIMITS OK", overview());
        assertEquals(
                "gitHash=abc; versionString=v20260301", of(Check.API).details().get("serviceVersion"));
        assertEquals("the API key zmmrboas is known", of(Check.LOGIN).found());
        assertEquals(
                "organizations: Acme; roles: ORG_OWNER, GROUP_OWNER",
                of(Check.RIGHTS).found());
        assertEquals("calls left at once: 299 of 300", of(Check.LIMITS).found());
        assertFalse(findings.toString().contains("55c3bbb6"));
    }

    @ParameterizedTest
    @CsvSource({
        "4, OK, this machine and the service agree on the time",
        "-4, OK, this machine and the service agree on the time",
        "60, WARNING, this machine is 1m ahead of the service",
        "-60, WARNING, this machine is 1m behind the service",
    })
    void the_clock_is_held_against_that_of_the_service(int ahead, Result result, String sentence) {
        try (WireServer server = WireServer.start()) {
            server.answerAll(ExaminationTest::healthy);
            examine(server.connection(WireServer.KEY), at(NOW.plusMillis(500).plusSeconds(ahead)));
        }
        assertEquals(result, of(Check.CLOCK).result());
        assertEquals(sentence, of(Check.CLOCK).found());
        assertEquals(Result.OK, of(Check.LOGIN).result());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | {'error':401} | LOGIN | check the keys of the profile",
                "403 | {'error':403,'errorCode':'IP_ADDRESS_NOT_ON_ACCESS_LIST','detail':'IP address 1.2.3.4 is not allowed.'}"
                        + " | LOGIN | add this machine's address to the access list of the API key or service account",
                "503 | {'error':503} | API | the service has a problem of its own",
                "200 | <html><title>Welcome</title></html> | API | this is not the API",
            })
    void a_refusal_says_what_to_do(int status, String body, Check check, String advice) {
        try (WireServer server = WireServer.start()) {
            server.answerAll(
                    request -> request.getHeaders().get("Authorization") == null && status < 500 && status != 200
                            ? healthy(request)
                            : WireServer.json(status, body.replace('\'', '"')));
            examine(server.connection(WireServer.KEY), settings());
        }
        assertEquals(Result.FAILED, of(check).result(), last());
        assertTrue(String.valueOf(of(check).advice()).startsWith(advice), last());
        assertEquals(check, findings.get(findings.size() - 1).check());
    }

    private static HeldCertificate.Builder server(@Nullable HeldCertificate signer) {
        HeldCertificate.Builder builder =
                new HeldCertificate.Builder().commonName("server").addSubjectAlternativeName("127.0.0.1");
        return signer == null ? builder : builder.signedBy(signer);
    }

    private static HeldCertificate authority(String name, int below, @Nullable HeldCertificate signer) {
        HeldCertificate.Builder builder = new HeldCertificate.Builder()
                .commonName(name)
                .certificateAuthority(below)
                .duration(365, TimeUnit.DAYS);
        return signer == null ? builder.build() : builder.signedBy(signer).build();
    }

    private void examineTls(HeldCertificate held, @Nullable HeldCertificate trusted, HeldCertificate... between)
            throws IOException {
        Path file = trusted == null ? null : Files.writeString(folder.resolve("ca.pem"), trusted.certificatePem());
        java.security.cert.X509Certificate[] chain = new java.security.cert.X509Certificate[between.length];
        for (int i = 0; i < between.length; i++) {
            chain[i] = between[i].certificate();
        }
        try (WireServer server = WireServer.start(
                new HandshakeCertificates.Builder().heldCertificate(held, chain).build())) {
            server.answerAll(ExaminationTest::healthy);
            examine(server.connection(WireServer.KEY, file), settings());
        }
    }

    @SuppressWarnings("unchecked")
    private List<String> subjects() {
        return ((List<Map<String, Object>>) of(Check.TLS).details().get("certificates"))
                .stream().map(each -> String.valueOf(each.get("subject"))).toList();
    }

    @Test
    void a_chain_up_to_the_file_of_authorities_is_shown_with_who_is_trusted() throws IOException {
        HeldCertificate root = authority("root", 1, null);
        HeldCertificate middle = authority("middle", 0, root);
        examineTls(server(middle).duration(365, TimeUnit.DAYS).build(), root, middle);
        assertEquals(Result.OK, of(Check.TLS).result(), last());
        assertTrue(of(Check.TLS).found().startsWith("TLSv1.3, 2 certificates, trusted by ca_file "), last());
        assertEquals(List.of("CN=server", "CN=middle"), subjects());
        assertEquals(Result.OK, of(Check.LOGIN).result());
    }

    @Test
    void a_certificate_that_expires_soon_is_a_warning() throws IOException {
        HeldCertificate root = authority("root", 0, null);
        examineTls(server(root).duration(3, TimeUnit.DAYS).build(), root);
        assertEquals(Result.WARNING, of(Check.TLS).result(), last());
        assertTrue(of(Check.TLS).found().startsWith("the certificate of CN=server expires on 20"), last());
        assertEquals(Result.OK, of(Check.LOGIN).result());
    }

    @Test
    void an_expired_certificate_is_named_with_its_date() throws IOException {
        HeldCertificate root = authority("root", 0, null);
        examineTls(
                server(root)
                        .validityInterval(0, Duration.ofDays(365).toMillis())
                        .build(),
                root);
        assertTrue(
                last().startsWith(
                                "TLS FAILED: a certificate of it has expired → the certificate of CN=server expired on"
                                        + " 1971-01-01T00:00:00Z: have it renewed"),
                last());
        assertEquals(List.of("CN=server"), subjects());
    }

    @Test
    void a_certificate_that_signed_itself_is_called_so() throws IOException {
        examineTls(server(null).build(), null);
        assertTrue(
                last().startsWith("TLS FAILED: nobody we trust has signed its certificate → it has signed for itself"),
                last());
    }

    @Test
    void a_chain_without_its_middle_is_called_incomplete() throws IOException {
        HeldCertificate root = authority("root", 1, null);
        examineTls(server(authority("middle", 0, root)).build(), root);
        assertTrue(
                last().startsWith(
                                "TLS FAILED: nobody we trust has signed its certificate → it shows only its own certificate:"
                                        + " either its chain is incomplete and it has to send that of CN=middle too"),
                last());
    }

    @Test
    void a_chain_to_an_unknown_authority_names_it() throws IOException {
        HeldCertificate root = authority("reading along", 1, null);
        HeldCertificate middle = authority("middle", 0, root);
        examineTls(server(middle).build(), null, middle);
        assertTrue(last().contains("if CN=reading along is an authority of your own, or a proxy of yours"), last());
        assertEquals(List.of("CN=server", "CN=middle"), subjects());
    }

    @Test
    void a_certificate_of_another_host_is_shown_too() throws IOException {
        HeldCertificate root = authority("root", 0, null);
        examineTls(
                new HeldCertificate.Builder()
                        .commonName("other")
                        .addSubjectAlternativeName("other.example.com")
                        .signedBy(root)
                        .build(),
                root);
        assertTrue(
                last().startsWith("TLS FAILED: its certificate is for other hosts → it is not made for 127.0.0.1"),
                last());
        assertEquals(List.of("CN=other"), subjects());
    }

    @Test
    void a_file_of_authorities_that_holds_none_is_a_matter_of_the_settings() throws IOException {
        Path garbage = Files.writeString(folder.resolve("ca.pem"), "garbage");
        try (WireServer server = WireServer.start()) {
            examine(server.connection(WireServer.KEY, garbage), settings());
        }
        assertTrue(last().startsWith("SETTINGS FAILED: The file of certificate authorities " + garbage), last());
    }

    private Connection to(String url) {
        return new Connection(URI.create(url), WireServer.KEY, null);
    }

    @Test
    void a_host_that_nobody_knows_ends_the_examination() {
        examine(to("https://no-such-host.invalid"), settings());
        assertEquals("PROXY OK, DNS FAILED", overview());
        assertTrue(last().contains("the host no-such-host.invalid is not known"), last());
    }

    @Test
    void a_port_where_nobody_listens_ends_the_examination() {
        examine(to("https://127.0.0.1:1"), settings());
        assertEquals("PROXY OK, DNS OK, TCP FAILED", overview());
    }

    @Test
    void a_service_that_never_answers_is_given_up_after_seconds() throws IOException {
        try (RawServer silent = RawServer.start(RawServer.stallingAfter(""))) {
            examine(to(silent.url().toString()), settings());
        }
        assertEquals("PROXY OK, DNS OK, TCP OK, API FAILED", overview());
    }

    @Test
    void plain_http_to_another_machine_is_a_matter_of_the_settings() {
        examine(to("http://10.0.0.1"), settings());
        assertEquals("SETTINGS FAILED", overview());
    }

    @Test
    void a_proxy_is_examined_in_place_of_the_host_and_its_refusal_is_told_without_the_password() {
        try (WireServer proxy = WireServer.start()) {
            proxy.answerAll(request -> new MockResponse.Builder()
                    .code(407)
                    .addHeader("Proxy-Authenticate", "Basic realm=x")
                    .inTunnel()
                    .build());
            String place = "127.0.0.1:" + proxy.url().getPort();
            examine(
                    to("https://cloud.example.com"),
                    settings()
                            .withProxies(Proxies.of(
                                    Environment.of(Map.of("HTTPS_PROXY", "http://me:pass-word-1@" + place)))));
            assertEquals("PROXY OK, DNS OK, TCP OK, PROXY FAILED", overview());
            assertEquals(
                    "through " + place + ": HTTPS_PROXY is set", of(Check.PROXY).found());
            assertTrue(last().contains("the proxy " + place + " refuses the login of me"), last());
            assertFalse(findings.toString().contains("pass-word-1"));
        }
    }
}
