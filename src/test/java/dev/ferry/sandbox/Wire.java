package dev.ferry.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;

/** A bare HTTP client for the tests, so that the wire is checked and not our own client. */
final class Wire {
    static final String NEWEST = "application/vnd.atlas.2025-03-12+json";

    /** A time that has every version; the oldest end in 2027. */
    static final Instant WHEN_ALL_WERE_SERVED = Instant.parse("2026-06-01T08:00:00Z");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Sandbox sandbox;
    private final Map<String, String> tokens = new HashMap<>();

    Wire(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** One answer; {@code json} is null without a body, and where that is something else. */
    record Answer(int status, java.net.http.HttpHeaders headers, String text, Object json) {
        Answer is(int expected) {
            assertEquals(expected, status, text);
            return this;
        }

        Answer refusedWith(int expected, String code) {
            assertEquals(expected, status, text);
            assertEquals(code, get("errorCode"), text);
            return this;
        }

        /** The value at a path such as {@code results.0.name}. */
        Object get(String path) {
            Object value = json;
            for (String step : path.split("\\.")) {
                value = value instanceof List<?> list
                        ? list.get(Integer.parseInt(step))
                        : ((Map<?, ?>) value).get(step);
            }
            return value;
        }

        String text(String path) {
            return (String) get(path);
        }

        List<?> list(String path) {
            return (List<?>) get(path);
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    SandboxCredential credential(String side, String role, String orgName) {
        return sandbox.credentials().stream()
                .filter(c -> c.side().equals(side)
                        && c.role().equals(role)
                        && c.orgName().equals(orgName))
                .findFirst()
                .orElseThrow();
    }

    SandboxCredential sourceOwner() {
        return sandbox.credentials().get(0);
    }

    SandboxCredential targetOwner() {
        return sandbox.credentials().get(1);
    }

    Answer token(String clientId, String secret, String form) {
        String basic = Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return send(
                "POST",
                "/api/oauth/token",
                form,
                Map.of("Authorization", "Basic " + basic, "Content-Type", "application/x-www-form-urlencoded"));
    }

    /** A bearer token for an account, asked for once. */
    String bearer(SandboxCredential who) {
        return tokens.computeIfAbsent(
                who.clientId(), id -> token(id, who.clientSecret(), "grant_type=client_credentials")
                        .is(200)
                        .text("access_token"));
    }

    /** A call as a service account, with the newest version for v2. */
    Answer call(SandboxCredential who, String method, String path, String body) {
        return call(who, method, path, body, path.startsWith("/api/atlas/v2") ? NEWEST : "application/json");
    }

    Answer call(SandboxCredential who, String method, String path, String body, String accept) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", "Bearer " + bearer(who));
        headers.put("Accept", accept);
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        Answer answer = send(method, path, body, headers);
        if (answer.status() == 401 && answer.get("errorCode") == null) {
            tokens.remove(who.clientId()); // the test has moved the clock past the life of the token
            headers.put("Authorization", "Bearer " + bearer(who));
            return send(method, path, body, headers);
        }
        return answer;
    }

    Answer get(SandboxCredential who, String path) {
        return call(who, "GET", path, null);
    }

    /** A call with an API key: one request for the challenge, one with the answer to it. */
    Answer digest(SandboxCredential who, String method, String path, String body) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", path.startsWith("/api/atlas/v2") ? NEWEST : "application/json");
        headers.put("Content-Type", "application/json");
        String challenge = send(method, path, body, headers).is(401).header("WWW-Authenticate");
        headers.put(
                "Authorization",
                DigestAnswer.to(challenge, who.publicKey(), who.privateKey()).plain(method, path));
        return send(method, path, body, headers);
    }

    Answer send(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            boolean json =
                    response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(
                    response.statusCode(), response.headers(), response.body(), json ? json(response.body()) : null);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Object json(String text) throws IOException {
        return text.isEmpty()
                ? null
                : new Moshi.Builder()
                        .build()
                        .adapter(Object.class)
                        .serializeNulls()
                        .fromJson(new Buffer().writeUtf8(text));
    }
}
