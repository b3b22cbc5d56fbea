package dev.ferry.api.http;

import com.burgstaller.okhttp.digest.Credentials;
import com.burgstaller.okhttp.digest.DigestAuthenticator;
import dev.ferry.profile.ApiKey;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import okhttp3.Challenge;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Logs in with an API key by HTTP Digest (RFC 7616, RFC 2617). The nonce of the last challenge serves all further calls
 * of all threads, so only the first call pays a second round trip; a call that meets a stale nonce is answered once with
 * the new one. A wrong key costs two requests and ends.
 *
 * <p>The library computes the answers. Which challenge it answers is decided here, from the headers as OkHttp parses
 * them: the documented challenge says {@code op="auth"}, which is no {@code qop}, and proxies offer schemes and
 * algorithms that the library stumbles over.
 */
final class DigestLogin implements Interceptor {
    private static final Set<String> ALGORITHMS = Set.of("MD5", "MD5-SESS", "SHA-256");

    private final DigestAuthenticator digest;

    DigestLogin(ApiKey key) {
        this.digest = new DigestAuthenticator(
                new Credentials(key.publicKey(), key.privateKey().reveal()));
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request bare = chain.request();
        Request prepared = digest.authenticateWithState(null, bare);
        Response first = chain.proceed(prepared == null ? bare : prepared);
        if (first.code() != 401) {
            return first;
        }
        Challenge challenge = choose(first.challenges());
        if (challenge == null || (prepared != null && isAboutRights(first))) {
            return first;
        }
        Request answered = digest.authenticate(null, asIfAlone(challenge, first, bare));
        if (answered == null) {
            return first;
        }
        first.close();
        return chain.proceed(answered);
    }

    /** The first challenge we can answer; the server puts the one it likes best first. */
    private static @Nullable Challenge choose(List<Challenge> challenges) {
        return challenges.stream()
                .filter(challenge -> challenge.scheme().equalsIgnoreCase("Digest"))
                .filter(challenge -> challenge.authParams().get("nonce") != null && challenge.realm() != null)
                .filter(challenge -> ALGORITHMS.contains(
                        parameter(challenge, "algorithm", "MD5").toUpperCase(Locale.ROOT)))
                .filter(challenge -> List.of(parameter(challenge, "qop", "auth").split("\\s*,\\s*"))
                        .contains("auth"))
                .findFirst()
                .orElse(null);
    }

    private static String parameter(Challenge challenge, String name, String otherwise) {
        String value = challenge.authParams().get(name);
        return value == null ? otherwise : value;
    }

    /**
     * Whether a login that the server accepted lacks a role: such answers are 401 too, but carry an error code. Sending
     * the login again would not help.
     */
    private static boolean isAboutRights(Response response) throws IOException {
        return ErrorCodes.in(response) != null;
    }

    /** The answer as if it had been given to a request without login, with only this challenge in plain form. */
    private static Response asIfAlone(Challenge challenge, Response response, Request bare) {
        StringBuilder header = new StringBuilder("Digest realm=").append(quoted(challenge.realm()));
        for (Map.Entry<String, String> parameter : Map.of(
                        "nonce", parameter(challenge, "nonce", ""), "opaque", parameter(challenge, "opaque", ""))
                .entrySet()) {
            if (!parameter.getValue().isEmpty()) {
                header.append(", ").append(parameter.getKey()).append('=').append(quoted(parameter.getValue()));
            }
        }
        header.append(", algorithm=").append(parameter(challenge, "algorithm", "MD5"));
        if (challenge.authParams().get("qop") != null) {
            header.append(", qop=\"auth\"");
        }
        return response.newBuilder()
                .request(bare)
                .headers(Headers.of("WWW-Authenticate", header.toString()))
                .build();
    }

    private static String quoted(@Nullable String value) {
        return '"' + String.valueOf(value).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
