package dev.ferry.api.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ferry.profile.ApiKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Answers {@code SHA-256-sess} and {@code SHA-512-256-sess}. The library cannot: it asks Java for a hash of that name, and
 * no other way of putting the challenge makes it hash nonce and client nonce into the key.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7616#section-3.4">RFC 7616, section 3.4</a>
 */
public final class ShaSession {
    private final ApiKey key;
    private final DigestChallenge challenge;
    private final String ours = random();
    private final AtomicInteger count = new AtomicInteger();

    ShaSession(ApiKey key, DigestChallenge challenge) {
        this.key = key;
        this.challenge = challenge;
    }

    Request answer(Request bare) {
        String uri = uri(bare.url());
        String nc = String.format(Locale.ROOT, "%08x", count.incrementAndGet());
        String login = hash(key.publicKey(), challenge.realm(), key.privateKey().reveal());
        String response = hash(
                hash(login, challenge.nonce(), ours), challenge.nonce(), nc, ours, "auth", hash(bare.method(), uri));
        String header = "Digest username=" + quoted(key.publicKey()) + ", realm=" + quoted(challenge.realm())
                + ", nonce=" + quoted(challenge.nonce()) + ", uri=" + quoted(uri) + ", response=" + quoted(response)
                + ", qop=auth, nc=" + nc + ", cnonce=" + quoted(ours) + ", algorithm=" + challenge.spelling()
                + (challenge.opaque() == null ? "" : ", opaque=" + quoted(challenge.opaque()));
        return bare.newBuilder().header("Authorization", header).build();
    }

    private static String random() {
        byte[] bytes = new byte[8];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String uri(HttpUrl url) {
        String query = url.encodedQuery();
        return url.encodedPath() + (query == null ? "" : "?" + query);
    }

    private String hash(String... parts) {
        try {
            MessageDigest digest =
                    MessageDigest.getInstance(challenge.algorithm().hash());
            return HexFormat.of()
                    .formatHex(digest.digest(String.join(":", parts).getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(
                    "This Java has no " + challenge.algorithm().hash() + ".", e);
        }
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
