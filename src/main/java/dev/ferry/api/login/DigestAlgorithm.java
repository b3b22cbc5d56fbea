package dev.ferry.api.login;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The algorithms of RFC 7616, section 3.3, that we can answer.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7616#section-6.1">Hash algorithms for HTTP Digest</a>
 */
public enum DigestAlgorithm {
    MD5("MD5", "MD5", false),
    MD5_SESS("MD5-sess", "MD5", true),
    SHA_256("SHA-256", "SHA-256", false),
    SHA_256_SESS("SHA-256-sess", "SHA-256", true),
    SHA_512_256("SHA-512-256", "SHA-512/256", false),
    SHA_512_256_SESS("SHA-512-256-sess", "SHA-512/256", true);

    private final String token;
    private final String hash;
    private final boolean session;

    /**
     * @param token how a challenge names it
     * @param hash how Java names its hash
     * @param session whether nonce and client nonce go into the key
     */
    DigestAlgorithm(String token, String hash, boolean session) {
        this.token = token;
        this.hash = hash;
        this.session = session;
    }

    static Optional<DigestAlgorithm> named(String token) {
        return Arrays.stream(values())
                .filter(each -> each.token.equalsIgnoreCase(token.strip()))
                .findFirst();
    }

    /** All of them, for people. */
    public static String names() {
        return Arrays.stream(values()).map(DigestAlgorithm::token).collect(Collectors.joining(", "));
    }

    String token() {
        return token;
    }

    String hash() {
        return hash;
    }

    boolean isSession() {
        return session;
    }
}
