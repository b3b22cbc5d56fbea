package dev.ferry.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** HTTP Digest as the documents print it, and as RFC 2617 has it. */
class DigestTest {
    private static final String PATH = "/api/public/v1.0/orgs?pretty=true";

    private static Sandbox sandbox(Sandbox.Options.Challenge wording) throws Exception {
        return Sandbox.start(Sandbox.Options.standard().withSpeed(0).withChallenge(wording));
    }

    @Test
    void the_challenge_is_the_one_that_the_documents_print() throws Exception {
        try (Sandbox sandbox = sandbox(Sandbox.Options.Challenge.PRINTED)) {
            Wire.Answer answer =
                    new Wire(sandbox).send("GET", PATH, null, Map.of()).is(401);
            assertTrue(
                    answer.header("WWW-Authenticate")
                            .matches("Digest realm=\"MMS Public API\", domain=\"\", nonce=\"[0-9a-f]+\", algorithm=MD5,"
                                    + " op=\"auth\", stale=false"),
                    answer.header("WWW-Authenticate"));
            assertEquals("application/json;charset=ISO-8859-1", answer.header("Content-Type"));
            assertEquals("keep-alive", answer.header("Connection"));
            assertEquals(401.0, answer.get("error"));
            assertEquals("Unauthorized", answer.get("reason"));
            assertFalse(((Map<?, ?>) answer.json()).containsKey("errorCode"), answer.text());
        }
    }

    @Test
    void an_answer_without_qop_is_good_for_as_long_as_its_nonce() throws Exception {
        try (Sandbox sandbox = sandbox(Sandbox.Options.Challenge.PRINTED)) {
            Wire wire = new Wire(sandbox);
            SandboxCredential owner = wire.sourceOwner();
            String challenge = wire.send("GET", PATH, null, Map.of()).header("WWW-Authenticate");
            String answer = DigestAnswer.to(challenge, owner.publicKey(), owner.privateKey())
                    .plain("GET", PATH);
            wire.send("GET", PATH, null, Map.of("Authorization", answer)).is(200);
            wire.send("GET", PATH, null, Map.of("Authorization", answer)).is(200);
            sandbox.clock().advance(Duration.ofMinutes(5));
            Wire.Answer stale = wire.send("GET", PATH, null, Map.of("Authorization", answer))
                    .is(401);
            assertTrue(stale.header("WWW-Authenticate").endsWith("stale=true"), stale.header("WWW-Authenticate"));
        }
    }

    @Test
    void a_count_is_good_only_once_and_may_be_overtaken() throws Exception {
        try (Sandbox sandbox = sandbox(Sandbox.Options.Challenge.QOP)) {
            Wire wire = new Wire(sandbox);
            SandboxCredential owner = wire.sourceOwner();
            String challenge = wire.send("GET", PATH, null, Map.of()).header("WWW-Authenticate");
            assertTrue(challenge.contains(", qop=\"auth\","), challenge);
            DigestAnswer answer = DigestAnswer.to(challenge, owner.publicKey(), owner.privateKey());
            int[][] countsAndStatuses = {{1, 200}, {3, 200}, {2, 200}, {3, 401}, {2, 401}, {200, 200}, {4, 401}};
            for (int[] pair : countsAndStatuses) {
                Wire.Answer got =
                        wire.send("GET", PATH, null, Map.of("Authorization", answer.counted("GET", PATH, pair[0])));
                assertEquals(pair[1], got.status(), "nc=" + pair[0]);
                assertEquals(pair[1] == 401, got.header("WWW-Authenticate").endsWith("stale=true"));
            }
        }
    }

    @Test
    void a_wrong_key_another_uri_and_an_unknown_user_are_refused_without_stale() throws Exception {
        try (Sandbox sandbox = sandbox(Sandbox.Options.Challenge.PLAIN)) {
            Wire wire = new Wire(sandbox);
            SandboxCredential owner = wire.sourceOwner();
            String challenge = wire.send("GET", PATH, null, Map.of()).header("WWW-Authenticate");
            assertFalse(challenge.contains("op="), challenge);
            for (String header : new String[] {
                DigestAnswer.to(challenge, owner.publicKey(), "wrong").plain("GET", PATH),
                DigestAnswer.to(challenge, owner.publicKey(), owner.privateKey())
                        .plain("GET", "/api/public/v1.0/orgs"),
                DigestAnswer.to(challenge, owner.publicKey(), owner.privateKey())
                        .plain("POST", PATH),
                DigestAnswer.to(challenge, "nobodyxx", owner.privateKey()).plain("GET", PATH),
                "Digest nonsense",
                "Basic YTpi"
            }) {
                Wire.Answer answer = wire.send("GET", PATH, null, Map.of("Authorization", header))
                        .is(401);
                assertTrue(answer.header("WWW-Authenticate").endsWith("stale=false"), header);
            }
        }
    }

    @Test
    void a_body_goes_with_the_second_request() throws Exception {
        try (Sandbox sandbox = sandbox(Sandbox.Options.Challenge.PRINTED)) {
            Wire wire = new Wire(sandbox);
            SandboxCredential owner = wire.targetOwner();
            wire.digest(owner, "POST", "/api/atlas/v2/orgs/" + owner.orgId() + "/liveMigrations/linkTokens", "{}")
                    .is(200);
        }
    }
}
