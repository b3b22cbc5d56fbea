package dev.ferry.api.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.api.failure.UnreachableException;
import dev.ferry.api.failure.UnreadableAnswerException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.WireServer;
import dev.ferry.profile.Connection;
import dev.ferry.profile.SettingsException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import mockwebserver3.MockResponse;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where credentials go, and where they do not. */
final class HostRulesTest {
    private static ApiClient client(String url) {
        return new ApiClient(new Connection(URI.create(url), WireServer.KEY, null), WireServer.ONCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://cloud.mongodb.com", "http://10.0.0.1:8080", "http://127.0.0.1.evil.example"})
    void plain_http_is_refused(String url) {
        try (ApiClient client = client(url)) {
            CallRefusedException refused =
                    assertThrows(CallRefusedException.class, () -> client.call("GET", "/a", Map.of(), null));
            assertEquals(CallRefusedException.Why.INSECURE, refused.why());
            assertTrue(String.valueOf(refused.getMessage()).contains("plain http"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080", "http://127.1.2.3", "http://localhost", "http://[::1]:9"})
    void plain_http_is_allowed_on_this_machine(String url) {
        assertEquals(
                "/",
                HostRules.base(new Connection(URI.create(url), WireServer.KEY, null))
                        .encodedPath());
    }

    @Test
    void a_redirect_to_another_host_is_not_followed_and_shows_no_credentials() {
        try (WireServer here = WireServer.start();
                WireServer there = WireServer.start();
                ApiClient client = here.client()) {
            here.answer(new MockResponse.Builder()
                    .code(302)
                    .setHeader("Location", there.url() + "/elsewhere")
                    .build());
            UnreadableAnswerException refused =
                    assertThrows(UnreadableAnswerException.class, () -> client.call("GET", "/a", Map.of(), null));
            assertTrue(String.valueOf(refused.getMessage()).contains("another host"));
            assertEquals(0, there.count());
        }
    }

    @ParameterizedTest
    @CsvSource({"GET,301", "GET,302", "GET,307", "PUT,307", "POST,308"})
    void a_redirect_within_the_host_is_followed(String method, int status) {
        try (WireServer server = WireServer.start();
                ApiClient client = server.client()) {
            server.answer(new MockResponse.Builder()
                    .code(status)
                    .setHeader("Location", "/b")
                    .build());
            server.answer(200, "{\"ok\":true}");
            Object body = method.equals("GET") ? null : Map.of("x", 1);
            assertEquals(Map.of("ok", true), client.call(method, "/a", Map.of(), body));
            server.take();
            assertEquals(method + " /b", server.next());
        }
    }

    @Test
    void a_change_is_not_turned_into_something_else_by_a_redirect() {
        try (WireServer server = WireServer.start();
                ApiClient client = server.client()) {
            server.answer(new MockResponse.Builder()
                    .code(302)
                    .setHeader("Location", "/b")
                    .build());
            assertThrows(UnreadableAnswerException.class, () -> client.call("POST", "/a", Map.of(), Map.of()));
            assertEquals(1, server.count());
        }
    }

    @Test
    void a_circle_of_redirects_ends() {
        try (WireServer server = WireServer.start();
                ApiClient client = server.client()) {
            server.answerAll(request -> new MockResponse.Builder()
                    .code(302)
                    .setHeader("Location", "/a")
                    .build());
            assertTrue(String.valueOf(assertThrows(
                                    UnreadableAnswerException.class, () -> client.call("GET", "/a", Map.of(), null))
                            .getMessage())
                    .contains("more than 5 redirects"));
        }
    }

    @Test
    void a_certificate_authority_of_ones_own_is_trusted_by_its_file(@TempDir Path folder) throws IOException {
        HeldCertificate authority =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        HeldCertificate held = new HeldCertificate.Builder()
                .addSubjectAlternativeName("127.0.0.1")
                .signedBy(authority)
                .build();
        Path file = Files.writeString(folder.resolve("ca.pem"), authority.certificatePem());
        HandshakeCertificates certificates =
                new HandshakeCertificates.Builder().heldCertificate(held).build();
        try (WireServer server = WireServer.start(certificates);
                ApiClient trusting = new ApiClient(server.connection(WireServer.KEY, file), WireServer.ONCE);
                ApiClient doubting = server.client()) {
            server.answerAll(request -> WireServer.json(200, "{\"ok\":true}"));
            assertEquals(Map.of("ok", true), trusting.call("GET", "/a", Map.of(), null));
            UnreachableException doubt =
                    assertThrows(UnreachableException.class, () -> doubting.call("GET", "/a", Map.of(), null));
            assertTrue(
                    String.valueOf(doubt.getMessage())
                            .contains(
                                    "nobody we trust has signed its certificate); for a certificate authority of your own, name its file as ca_file in the profile"));
            assertNull(doubt.requestId());
        }
    }

    @Test
    void a_file_that_is_no_authority_is_a_fault_of_the_settings(@TempDir Path folder) throws IOException {
        Path garbage = Files.writeString(folder.resolve("garbage.pem"), "not a certificate");
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path expired = Files.writeString(
                folder.resolve("expired.pem"),
                new HeldCertificate.Builder()
                        .certificateAuthority(0)
                        .validityInterval(0, 86_400_000)
                        .build()
                        .certificatePem());
        for (Path bad : new Path[] {garbage, empty, expired, folder.resolve("missing.pem"), folder}) {
            try (ApiClient client = new ApiClient(
                    new Connection(URI.create("https://127.0.0.1:1"), WireServer.KEY, bad), WireServer.ONCE)) {
                String message = assertThrows(SettingsException.class, () -> client.call("GET", "/a", Map.of(), null))
                        .getMessage();
                assertTrue(String.valueOf(message).startsWith("The file of certificate authorities " + bad), message);
            }
        }
    }
}
