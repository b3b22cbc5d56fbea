package dev.ferry.api.login;

import com.burgstaller.okhttp.digest.Credentials;
import com.burgstaller.okhttp.digest.DigestAuthenticator;
import dev.ferry.profile.ApiKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The answers to one challenge: one nonce, and a count that goes up with each request, whichever thread sends it. The
 * library does the arithmetic, on the challenge as we have read it; what it does not know is in {@link ShaSession}.
 */
public final class DigestSession {
    private final DigestChallenge challenge;
    private final Arithmetic arithmetic;

    /** Puts the next answer into a request. */
    @FunctionalInterface
    private interface Arithmetic {
        Request answer(Request bare) throws IOException;
    }

    /** Answers this challenge with this key, counting from one. */
    public DigestSession(ApiKey key, DigestChallenge challenge) {
        this.challenge = challenge;
        // The library takes the names of hashes from Java and knows the session variant of MD5 alone.
        boolean unknown = challenge.algorithm().isSession() && challenge.algorithm() != DigestAlgorithm.MD5_SESS;
        this.arithmetic = unknown ? new ShaSession(key, challenge)::answer : new Library(key, challenge)::answer;
    }

    /** What is answered. */
    public DigestChallenge challenge() {
        return challenge;
    }

    /** The request with a login that is valid once. */
    public Request answer(Request bare) throws IOException {
        return arithmetic.answer(bare);
    }

    /** The library, told the parameters instead of the header: its own reading keeps the backslashes of a quoted realm. */
    private static final class Library extends DigestAuthenticator {
        private final DigestChallenge challenge;
        private final String hash;
        private boolean begun;

        Library(ApiKey key, DigestChallenge challenge) {
            super(new Credentials(key.publicKey(), key.privateKey().reveal()), StandardCharsets.UTF_8);
            this.challenge = challenge;
            this.hash = challenge.algorithm().isSession()
                    ? challenge.algorithm().token()
                    : challenge.algorithm().hash();
        }

        @Override
        protected void parseChallenge(String header, int position, int length, Map<String, String> parameters) {
            parameters.put("realm", challenge.realm());
            parameters.put("nonce", challenge.nonce());
            parameters.put("algorithm", hash);
            if (challenge.opaque() != null) {
                parameters.put("opaque", challenge.opaque());
            }
            if (challenge.counted()) {
                parameters.put("qop", "auth");
            }
        }

        synchronized Request answer(Request bare) throws IOException {
            Request answered = begun ? authenticateWithState(null, bare) : authenticate(null, asked(bare));
            begun = true;
            return answered.newBuilder()
                    .header("Authorization", spelt(String.valueOf(answered.header("Authorization"))))
                    .build();
        }

        /** The library looks for a challenge in an answer; which one it is, it is told above. */
        private static Response asked(Request bare) {
            return new Response.Builder()
                    .request(bare)
                    .protocol(Protocol.HTTP_1_1)
                    .code(401)
                    .message("")
                    .headers(Headers.of("WWW-Authenticate", "Digest"))
                    .build();
        }

        /** With the algorithm by the name that the server gave it. */
        private String spelt(String header) {
            return header.replaceFirst(
                    ", algorithm=\"?" + Pattern.quote(hash) + "\"?",
                    Matcher.quoteReplacement(", algorithm=" + challenge.spelling()));
        }
    }
}
