package dev.ferry.api.network;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.failure.UnreachableException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.RawServer;
import dev.ferry.api.http.WireServer;
import dev.ferry.profile.Connection;
import dev.ferry.profile.Environment;
import dev.ferry.profile.Folders;
import dev.ferry.profile.Profiles;
import dev.ferry.profile.SettingsException;
import dev.ferry.profile.Side;
import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import mockwebserver3.MockResponse;
import okhttp3.Credentials;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProxiesTest {
    private static final String PASSWORD = "pass-word-1";

    private final HeldCertificate held = new HeldCertificate.Builder()
            .addSubjectAlternativeName("cloud.example.com")
            .build();
    private final WireServer proxy = WireServer.start();

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        proxy.close();
    }

    private static Proxies proxies(String variable, String value, String direct) {
        return Proxies.of(Environment.of(Map.of(variable, value, "no_proxy", direct)));
    }

    @ParameterizedTest
    @CsvSource({
        "https://cloud.mongodb.com, true",
        "https://ops.example.com:8443, false",
        "https://example.com, false",
        "https://notexample.com, true",
        "https://intern, false",
        "https://127.0.0.1:8080, false",
        "https://[::1]:8080, false",
        "https://localhost, false",
        "http://localhost, false",
        "https://ops.star.example, false",
        "https://OPS.Star.Example, false",
        "https://10.20.30.40, false",
        "https://10.21.30.40, true",
        "https://11.20.30.40, true",
        "https://192.0.2.7, false",
        "https://192.0.2.70, true",
        "https://[2001:db8:1::5], false",
        "https://[2001:db9::5], true",
        "https://[fd00::1], false",
        "https://[fd00:0:0::1], false",
        "https://[fd00::2], true",
        "https://ported.example, true",
        "https://ported.example:8443, false",
        "https://[fd00::3], true",
        "https://[fd00::3]:8443, false",
    })
    void https_goes_through_the_proxy_unless_no_proxy_names_the_host(URI target, boolean proxied) {
        Proxies proxies = proxies(
                "HTTPS_PROXY",
                "proxy:3128",
                ".example.com, intern *.star.example,10.20.0.0/16,192.0.2.7 2001:db8::/32,[fd00::1],"
                        + "ported.example:8443,[fd00::3]:8443,/8,10.0.0.0/x,:,.");
        assertEquals(proxied, proxies.select(target).get(0).type() == Proxy.Type.HTTP);
        assertEquals(proxied, proxies.way(target).proxy() != null);
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS_PROXY, proxy, proxy:80",
        "HTTPS_PROXY, proxy:3128, proxy:3128",
        "HTTPS_PROXY, http://proxy:3128, proxy:3128",
        "HTTPS_PROXY, http://proxy:3128/, proxy:3128",
        "https_proxy, proxy:3128/, proxy:3128",
        "https_proxy, ' http://me:secret-word@proxy:3128 ', proxy:3128",
    })
    void the_proxy_may_be_written_in_several_ways(String variable, String value, String found) {
        Proxies.Way way = proxies(variable, value, "").way(URI.create("https://cloud.mongodb.com"));
        assertEquals(found, way.proxy());
        assertEquals(variable + " is set", way.why());
    }

    @Test
    void the_way_says_why_there_is_no_proxy_in_it() {
        URI target = URI.create("https://cloud.mongodb.com");
        assertEquals(
                new Proxies.Way(null, "HTTPS_PROXY is not set"),
                Proxies.of(Environment.of(Map.of())).way(target));
        assertEquals(
                new Proxies.Way(null, "no_proxy has .mongodb.com"),
                proxies("HTTPS_PROXY", "p:1", "a,.mongodb.com").way(target));
        assertEquals(
                new Proxies.Way(null, "this machine is always reached directly"),
                proxies("HTTPS_PROXY", "p:1", "").way(URI.create("https://localhost")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://me:geheim@:x", "socks5://me:geheim@proxy", "https://me:geheim@proxy:3128", "::bad::"})
    void what_is_no_proxy_is_refused_without_showing_the_password(String value) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> proxies("HTTPS_PROXY", value, ""));
        assertTrue(
                String.valueOf(refused.getMessage())
                        .startsWith("HTTPS_PROXY is not the URL of a proxy, such as http://proxy:3128"),
                refused.getMessage());
        assertFalse(String.valueOf(refused.getMessage()).contains("geheim"));
    }

    @Test
    void without_the_variable_everything_goes_directly() {
        URI target = URI.create("https://cloud.mongodb.com");
        assertEquals(
                Proxy.NO_PROXY,
                Proxies.of(Environment.of(Map.of())).select(target).get(0));
        assertEquals(
                Proxy.NO_PROXY,
                proxies("https_proxy", "http://p:1", "*").select(target).get(0));
    }

    private ApiClient client(String login) throws IOException {
        return client(login, proxy);
    }

    private ApiClient client(String login, WireServer proxy) throws IOException {
        Path authority = Files.writeString(folder.resolve("ca.pem"), held.certificatePem());
        return new ApiClient(
                new Connection(URI.create("https://cloud.example.com"), WireServer.KEY, authority),
                WireServer.ONCE.withProxies(proxies(
                        "HTTPS_PROXY", login + "127.0.0.1:" + proxy.url().getPort(), "")));
    }

    private static MockResponse tunnel(int status, String... headers) {
        MockResponse.Builder answer = new MockResponse.Builder().code(status).inTunnel();
        for (int i = 0; i < headers.length; i += 2) {
            answer.addHeader(headers[i], headers[i + 1]);
        }
        return answer.build();
    }

    @Test
    void a_call_goes_through_the_tunnel_with_the_login_of_the_proxy_outside_and_the_key_inside() throws IOException {
        HandshakeCertificates certificates =
                new HandshakeCertificates.Builder().heldCertificate(held).build();
        try (WireServer proxy = WireServer.start(certificates);
                ApiClient client = client("http://me:" + PASSWORD + "@", proxy)) {
            proxy.answer(tunnel(200));
            proxy.answer(200, "{\"ok\":true}");
            assertEquals(Map.of("ok", true), client.call("GET", "/a", Map.of(), null));
            var outside = proxy.take();
            assertEquals("CONNECT cloud.example.com:443", outside.getMethod() + " " + outside.getTarget());
            assertEquals(Credentials.basic("me", PASSWORD), outside.getHeaders().get("Proxy-Authorization"));
            assertNull(outside.getHeaders().get("Authorization"));
            var inside = proxy.take();
            assertEquals("GET /a", inside.getMethod() + " " + inside.getTarget());
            assertNull(inside.getHeaders().get("Proxy-Authorization"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://          | Basic realm=x     | wants a login; write name:password@ before the host in HTTPS_PROXY (407)",
                "http://me:PASS@  | Basic realm=x     | refuses the login of me; correct name and password in HTTPS_PROXY (407)",
                "http://me:PASS@  | NTLM              | wants a login of the kind NTLM, and Ferry knows only Basic",
                "http://me:PASS@  | Digest nonce=abc  | wants a login of the kind Digest, and Ferry knows only Basic",
                "http://          | Negotiate         | wants a login of the kind Negotiate, and Ferry knows only Basic",
            })
    void a_proxy_that_wants_another_login_is_named_and_the_password_is_not(
            String login, String challenge, String sentence) throws IOException {
        proxy.answerAll(request -> tunnel(407, "Proxy-Authenticate", challenge, "Content-Type", "text/html"));
        try (ApiClient client = client(login.replace("PASS", PASSWORD))) {
            UnreachableException refused =
                    assertThrows(UnreachableException.class, () -> client.call("POST", "/a", Map.of(), null));
            String message = String.valueOf(refused.getMessage());
            assertTrue(message.contains("the proxy 127.0.0.1:" + proxy.url().getPort() + " " + sentence), message);
            assertFalse(message.contains(PASSWORD), message);
            assertTrue(proxy.count() <= 3, proxy.count() + " requests");
        }
    }

    @Test
    void a_proxy_that_opens_no_tunnel_is_blamed_for_it() throws IOException {
        proxy.answerAll(request -> tunnel(502, "Content-Type", "text/html"));
        try (ApiClient client = client("http://")) {
            UnreachableException refused =
                    assertThrows(UnreachableException.class, () -> client.call("POST", "/a", Map.of(), null));
            String message = String.valueOf(refused.getMessage());
            assertTrue(message.contains("opens no way to cloud.example.com:443 (it answers 502)"), message);
        }
    }

    @Test
    void a_captive_portal_is_called_a_page_of_its_own() throws IOException {
        try (RawServer portal = RawServer.start(RawServer.sending(
                        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><title>Log in</title></html>"));
                ApiClient client = new ApiClient(
                        new Connection(URI.create("https://cloud.example.com"), WireServer.KEY, null),
                        WireServer.ONCE.withProxies(proxies(
                                "HTTPS_PROXY", "127.0.0.1:" + portal.url().getPort(), "")))) {
            UnreachableException refused =
                    assertThrows(UnreachableException.class, () -> client.call("GET", "/a", Map.of(), null));
            String message = String.valueOf(refused.getMessage());
            assertTrue(message.contains("it answers with a page of its own, perhaps to log in at"), message);
        }
    }

    @Test
    void a_proxy_that_is_not_there_or_not_known_is_named() {
        for (String nobody : new String[] {"127.0.0.1:1", "no-such-proxy.invalid:3128"}) {
            try (ApiClient client = new ApiClient(
                    new Connection(URI.create("https://cloud.example.com"), WireServer.KEY, null),
                    WireServer.ONCE.withProxies(proxies("HTTPS_PROXY", nobody, "")))) {
                String message = String.valueOf(
                        assertThrows(UnreachableException.class, () -> client.call("POST", "/a", Map.of(), null))
                                .getMessage());
                assertTrue(message.contains("the proxy " + nobody), message);
            }
        }
    }

    private static Connection naming(String profileProxy) {
        return new Connection(URI.create("https://cloud.example.com"), WireServer.KEY, null, profileProxy);
    }

    @Test
    void the_profile_names_a_proxy_for_where_the_environment_names_none() {
        URI target = URI.create("https://cloud.example.com");
        Proxies none = Proxies.of(Environment.of(Map.of("NO_PROXY", "intern")));
        Proxies profile = requireNonNull(Proxies.of(none, naming("http://me:secret-word@proxy:3128/")));
        assertEquals(new Proxies.Way("proxy:3128", "the profile's proxy is set"), profile.way(target));
        assertNull(profile.way(URI.create("https://intern")).proxy());

        Proxies environment = proxies("HTTPS_PROXY", "other:1", "");
        assertSame(environment, Proxies.of(environment, naming("proxy:3128")));
        assertNull(Proxies.of(null, new Connection(target, WireServer.KEY, null)));

        SettingsException refused =
                assertThrows(SettingsException.class, () -> Proxies.of(none, naming("socks5://me:geheim@proxy")));
        assertEquals("The profile's proxy is not the URL of a proxy, such as http://proxy:3128.", refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // proxy and no_proxy of the profile, HTTPS_PROXY, NO_PROXY, whether the proxy is asked
                "PROXY, -, -, -, true",
                "PROXY, cloud.invalid, -, -, false",
                "PROXY, .invalid, -, -, false",
                "PROXY, other.invalid, -, -, true",
                "PROXY, -, -, .invalid, false",
                "PROXY, cloud.invalid, -, other.invalid, true",
                "-, cloud.invalid, PROXY, -, true",
                "127.0.0.1:1, cloud.invalid, PROXY, -, true",
                "PROXY, -, PROXY, cloud.invalid, false",
            })
    void what_no_proxy_names_is_asked_for_without_the_proxy(
            @Nullable String own,
            @Nullable String ownExceptions,
            @Nullable String https,
            @Nullable String no,
            boolean asked)
            throws IOException {
        proxy.answerAll(request -> tunnel(502));
        String here = "127.0.0.1:" + proxy.url().getPort();
        Map<String, String> variables = new HashMap<>();
        variables.put("HOME", folder.toString());
        variables.put("KEY", "in-a-variable-4711");
        if (https != null) {
            variables.put("HTTPS_PROXY", here);
        }
        if (no != null) {
            variables.put("NO_PROXY", no);
        }
        Folders.write(
                folder.resolve(".config/ferry/config.toml"),
                "[profiles.a.target]\nbase_url = \"https://cloud.invalid\"\npublic_key = \"abcdefgh\"\nprivate_key_env = \"KEY\"\n"
                        + (own == null ? "" : "proxy = \"" + own.replace("PROXY", here) + "\"\n")
                        + (ownExceptions == null ? "" : "no_proxy = \"" + ownExceptions + "\"\n"));
        Environment environment = Environment.of(variables);
        Side target = requireNonNull(
                Profiles.of(environment).resolve("a").orElseThrow().target());

        try (ApiClient client =
                new ApiClient(target.connect(environment), WireServer.ONCE.withProxies(Proxies.of(environment)))) {
            UnreachableException failure =
                    assertThrows(UnreachableException.class, () -> client.call("POST", "/a", Map.of(), null));
            assertEquals(asked ? 1 : 0, proxy.count(), failure.getMessage());
            if (asked) {
                assertEquals("cloud.invalid:443", proxy.take().getTarget());
            }
        }
    }
}
