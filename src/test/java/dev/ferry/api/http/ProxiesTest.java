package dev.ferry.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.profile.Connection;
import dev.ferry.profile.Environment;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import mockwebserver3.MockResponse;
import okhttp3.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProxiesTest {
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
    })
    void https_goes_through_the_proxy_unless_no_proxy_names_the_host(URI target, boolean proxied) {
        Proxies proxies =
                Proxies.of(Environment.of(Map.of("HTTPS_PROXY", "proxy:3128", "no_proxy", ".example.com, intern")));
        assertEquals(proxied, proxies.select(target).get(0).type() == Proxy.Type.HTTP);
    }

    @Test
    void without_the_variable_everything_goes_directly_and_nonsense_is_refused() {
        URI target = URI.create("https://cloud.mongodb.com");
        assertEquals(
                Proxy.NO_PROXY,
                Proxies.of(Environment.of(Map.of())).select(target).get(0));
        assertEquals(
                Proxy.NO_PROXY,
                Proxies.of(Environment.of(Map.of("https_proxy", "http://p:1", "NO_PROXY", "*")))
                        .select(target)
                        .get(0));
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> Proxies.of(Environment.of(Map.of("HTTPS_PROXY", "http://me:geheim@:x"))));
        assertFalse(String.valueOf(refused.getMessage()).contains("geheim"));
    }

    @Test
    void a_call_through_a_proxy_that_refuses_says_so_and_shows_it_no_key() {
        try (WireServer proxy = WireServer.start();
                ApiClient client = new ApiClient(
                        new Connection(URI.create("https://cloud.example.com"), WireServer.KEY, null),
                        ApiClient.Settings.defaults()
                                .withProxies(Proxies.of(Environment.of(Map.of(
                                        "HTTPS_PROXY",
                                        "http://me:pass-word-1@127.0.0.1:"
                                                + proxy.url().getPort())))))) {
            proxy.answerAll(
                    request -> new MockResponse.Builder().code(407).inTunnel().build());
            UnreachableException refused =
                    assertThrows(UnreachableException.class, () -> client.call("GET", "/a", Map.of(), null));
            assertTrue(String.valueOf(refused.getMessage()).contains("cloud.example.com:443"), refused.getMessage());
            var asked = proxy.take();
            assertEquals("CONNECT", asked.getMethod());
            assertEquals(
                    Credentials.basic("me", "pass-word-1"), asked.getHeaders().get("Proxy-Authorization"));
            assertNull(asked.getHeaders().get("Authorization"));
        }
    }
}
