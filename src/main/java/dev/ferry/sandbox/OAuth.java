package dev.ferry.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The token endpoint: client credentials in, a bearer token for an hour out.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">RFC 6749, section 4.4</a>
 * @see <a href="https://www.mongodb.com/docs/atlas/api/service-accounts/generate-oauth2-token/">Generate a token</a>
 */
final class OAuth {
    static final String PREFIX = "/api/oauth/";
    private static final Duration LIFE = Duration.ofHours(1);

    private final SecureRandom random = new SecureRandom();
    private final Callers callers;
    private final Clock life;
    private final Clock rate;
    private final int perMinute;
    private final Map<String, Token> tokens = new HashMap<>();
    private final Map<String, Deque<Instant>> asked = new HashMap<>();

    private record Token(Caller caller, Instant until) {}

    /**
     * @param life the clock that ends tokens
     * @param rate the clock of the limit on requests
     */
    OAuth(Callers callers, Clock life, Clock rate, int perMinute) {
        this.callers = callers;
        this.life = life;
        this.rate = rate;
        this.perMinute = perMinute;
    }

    Response answer(Request request) {
        String path = request.path();
        boolean token = path.equals(PREFIX + "token");
        if (!token && !path.equals(PREFIX + "revoke")) {
            return error(404, "not_found", "Cannot find resource " + path + ".");
        }
        if (!request.method().equals("POST")) {
            return error(405, "invalid_request", "Only POST is allowed.");
        }
        Caller caller = basic(request).orElse(null);
        if (caller == null) {
            return error(401, "invalid_client", "Invalid credentials provided.");
        }
        if (!request.header("content-type").orElse("").startsWith("application/x-www-form-urlencoded")) {
            return error(400, "invalid_request", "The body must be application/x-www-form-urlencoded.");
        }
        return token ? grant(caller, request) : revoke(request);
    }

    /** Who a bearer token stands for, while it lives. */
    synchronized Optional<Caller> bearer(String token) {
        Token known = tokens.get(token);
        // Asked anew: an account can lose roles, or its life, while its token lives.
        return known != null && life.instant().isBefore(known.until)
                ? callers.find(known.caller.login(), Caller.Kind.SERVICE_ACCOUNT)
                : Optional.empty();
    }

    private synchronized Response grant(Caller caller, Request request) {
        String type = only(request.form(), "grant_type");
        if (type == null) {
            return error(400, "invalid_request", "The parameter grant_type is missing.");
        }
        if (!type.equals("client_credentials")) {
            return error(400, "unsupported_grant_type", "Only client_credentials is supported.");
        }
        if (tooOften(caller)) {
            return error(
                    429,
                    "rate_limited",
                    "Resource /api/oauth/token is limited to " + perMinute + " requests every 1 minutes.");
        }
        tokens.values().removeIf(old -> !life.instant().isBefore(old.until));
        String token = "eyJhbGciOiJFUzUxMiIsInR5cCI6IkpXVCJ9." + text(60) + "." + text(96);
        tokens.put(token, new Token(caller, life.instant().plus(LIFE)));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", token);
        body.put("expires_in", LIFE.toSeconds());
        body.put("token_type", "Bearer");
        return Response.json(200, Map.of("Cache-Control", "no-store"), "application/json", Json.write(body, false));
    }

    private synchronized Response revoke(Request request) {
        String token = only(request.form(), "token");
        if (token == null) {
            return error(400, "invalid_request", "The parameter token is missing.");
        }
        tokens.remove(token);
        return Response.empty(200, Map.of());
    }

    private boolean tooOften(Caller caller) {
        Deque<Instant> recent = asked.computeIfAbsent(caller.login(), any -> new ArrayDeque<>());
        Instant now = rate.instant();
        while (!recent.isEmpty() && !now.isBefore(recent.peekFirst().plusSeconds(60))) {
            recent.removeFirst();
        }
        if (recent.size() >= perMinute) {
            return true;
        }
        recent.addLast(now);
        return false;
    }

    private Optional<Caller> basic(Request request) {
        String header = request.header("authorization").orElse("");
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        String pair;
        try {
            pair = new String(Base64.getDecoder().decode(header.substring(6).trim()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int colon = pair.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : callers.find(pair.substring(0, colon), Caller.Kind.SERVICE_ACCOUNT)
                        .filter(found -> callers.accepts(found, pair.substring(colon + 1), rate.instant()));
    }

    private static @Nullable String only(Map<String, List<String>> form, String name) {
        List<String> values = form.get(name);
        return values == null || values.size() != 1 ? null : values.get(0);
    }

    private String text(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    /** OAuth's shape: here {@code error} is a word, in the APIs it is a number. */
    private static Response error(int status, String error, String description) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error);
        body.put("error_description", description);
        return Response.json(status, Map.of(), "application/json", Json.write(body, false));
    }
}
