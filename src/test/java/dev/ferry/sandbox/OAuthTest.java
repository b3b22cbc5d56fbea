package dev.ferry.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens for service accounts. */
class OAuthTest {
    private static final String GRANT = "grant_type=client_credentials";

    private Sandbox sandbox;
    private Wire wire;
    private SandboxCredential owner;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(Sandbox.Options.standard().withSpeed(0));
        wire = new Wire(sandbox);
        owner = wire.targetOwner();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void a_token_serves_both_apis_for_3600_seconds() {
        Wire.Answer answer =
                wire.token(owner.clientId(), owner.clientSecret(), GRANT).is(200);
        assertEquals(3600.0, answer.get("expires_in"));
        assertEquals("Bearer", answer.get("token_type"));
        Map<String, String> headers =
                Map.of("Authorization", "Bearer " + answer.text("access_token"), "Accept", Wire.NEWEST);
        wire.send("GET", "/api/atlas/v2/orgs", null, headers).is(200);
        wire.send("GET", "/api/public/v1.0/orgs", null, headers).is(200);
        sandbox.clock().advance(Duration.ofSeconds(3599));
        wire.send("GET", "/api/atlas/v2/orgs", null, headers).is(200);
        sandbox.clock().advance(Duration.ofSeconds(1));
        wire.send("GET", "/api/atlas/v2/orgs", null, headers).is(401);
    }

    @Test
    void errors_have_the_words_of_oauth() {
        error(401, "invalid_client", wire.token(owner.clientId(), "mdb_sa_sk_wrong", GRANT));
        error(401, "invalid_client", wire.token(owner.publicKey(), owner.privateKey(), GRANT));
        error(401, "invalid_client", wire.send("POST", "/api/oauth/token", GRANT, Map.of()));
        error(400, "invalid_request", wire.token(owner.clientId(), owner.clientSecret(), ""));
        error(400, "unsupported_grant_type", wire.token(owner.clientId(), owner.clientSecret(), "grant_type=password"));
    }

    @Test
    void ten_tokens_a_minute_and_no_more() {
        for (int i = 0; i < 10; i++) {
            wire.token(owner.clientId(), owner.clientSecret(), GRANT).is(200);
        }
        error(429, "rate_limited", wire.token(owner.clientId(), owner.clientSecret(), GRANT));
        wire.token(wire.sourceOwner().clientId(), wire.sourceOwner().clientSecret(), GRANT)
                .is(200);
        sandbox.clock().advance(Duration.ofMinutes(1));
        wire.token(owner.clientId(), owner.clientSecret(), GRANT).is(200);
    }

    @Test
    void a_revoked_token_opens_nothing() {
        String token = wire.token(owner.clientId(), owner.clientSecret(), GRANT).text("access_token");
        String basic = Base64.getEncoder()
                .encodeToString((owner.clientId() + ":" + owner.clientSecret()).getBytes(StandardCharsets.UTF_8));
        Map<String, String> headers =
                Map.of("Authorization", "Basic " + basic, "Content-Type", "application/x-www-form-urlencoded");
        String form = "token=" + token + "&token_type_hint=access_token";
        assertEquals(
                "",
                wire.send("POST", "/api/oauth/revoke", form, headers).is(200).text());
        wire.send("GET", "/api/public/v1.0/orgs", null, Map.of("Authorization", "Bearer " + token))
                .is(401);
    }

    private static void error(int status, String word, Wire.Answer answer) {
        answer.is(status);
        assertEquals(word, answer.get("error"));
        assertTrue(answer.text("error_description").length() > 5);
    }
}
