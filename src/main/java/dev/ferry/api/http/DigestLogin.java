package dev.ferry.api.http;

import dev.ferry.api.failure.ErrorDocument;
import dev.ferry.api.login.DigestAlgorithm;
import dev.ferry.api.login.DigestChallenge;
import dev.ferry.api.login.DigestSession;
import dev.ferry.profile.ApiKey;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Challenge;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Logs in with an API key by HTTP Digest (RFC 7616, RFC 2617). The nonce of the last challenge serves all further calls
 * of all threads, so only the first call pays a second round trip; a call that meets a stale nonce is sent again with the
 * new one. A wrong key costs two requests and ends.
 */
final class DigestLogin implements Interceptor {
    /** Enough for every nonce that threads may still hold while a server hands out new ones. */
    private static final int REMEMBERED = 64;

    /** How many challenges of one call are answered: a server that calls every nonce stale is not asked without end. */
    private static final int MOST_LOGINS = 3;

    private final ApiKey key;
    private final Map<DigestChallenge, DigestSession> sessions = new LinkedHashMap<>();
    private volatile @Nullable DigestSession current;

    DigestLogin(ApiKey key) {
        this.key = key;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request bare = chain.request();
        DigestSession used = current;
        Response answer = chain.proceed(used == null ? bare : used.answer(bare));
        int logins = 0;
        while (answer.code() == 401 && isWorthALogin(answer, used, logins)) {
            Optional<DigestChallenge> challenge = DigestChallenge.choose(answer.challenges());
            if (challenge.isEmpty()) {
                return unanswerable(answer);
            }
            used = session(challenge.get());
            answer.close();
            answer = chain.proceed(used.answer(bare));
            logins++;
        }
        if (used == null || (answer.code() == 401 && !isAccepted(answer))) {
            return answer;
        }
        if (logins > 0) {
            current = used;
        }
        return renewed(used, answer);
    }

    /**
     * Whether to answer the challenge of a 401: of the first one always, unless it says that only a role is missing; of a
     * later one when it says that the nonce is stale, whatever its body says, and offers another.
     *
     * @param used what the refused request was answered with; null for nothing
     */
    private static boolean isWorthALogin(Response refused, @Nullable DigestSession used, int logins)
            throws IOException {
        if (used == null) {
            return true;
        }
        if (!DigestChallenge.isStale(refused.challenges())) {
            return logins == 0 && !isAboutRights(refused);
        }
        return logins < MOST_LOGINS
                && (logins == 0
                        || DigestChallenge.choose(refused.challenges())
                                .filter(each -> !each.equals(used.challenge()))
                                .isPresent());
    }

    /** Whether the login of a 401 was right all the same. */
    private static boolean isAccepted(Response refused) throws IOException {
        return isAboutRights(refused) && !DigestChallenge.isStale(refused.challenges());
    }

    /**
     * Whether a login that the server accepted lacks a role: such answers are 401 too, but carry an error code. Sending
     * the login again would not help.
     */
    private static boolean isAboutRights(Response response) throws IOException {
        return ErrorCodes.in(response) != null;
    }

    /** Two threads may be given the same nonce; they have to share its count. */
    private DigestSession session(DigestChallenge challenge) {
        synchronized (sessions) {
            DigestSession known = sessions.remove(challenge);
            DigestSession session = known == null ? new DigestSession(key, challenge) : known;
            sessions.put(challenge, session);
            if (sessions.size() > REMEMBERED) {
                sessions.remove(sessions.keySet().iterator().next());
            }
            return session;
        }
    }

    /** The answer; when it names a nonce for the next request, that one is used (RFC 7616, section 3.5). */
    private Response renewed(DigestSession used, Response answer) {
        String info = answer.header("Authentication-Info");
        if (info != null) {
            challenges(answer, "Digest " + info).stream()
                    .map(each -> each.authParams().getOrDefault("nextnonce", ""))
                    .filter(next -> !next.isEmpty())
                    .findFirst()
                    .ifPresent(next -> current = session(used.challenge().withNonce(next)));
        }
        return answer;
    }

    private static List<Challenge> challenges(Response answer, String header) {
        return answer.newBuilder()
                .code(401)
                .header("WWW-Authenticate", header)
                .build()
                .challenges();
    }

    private static Response unanswerable(Response refused) throws IOException {
        List<Challenge> offered = refused.challenges();
        if (offered.isEmpty() || isAboutRights(refused)) {
            return refused;
        }
        try (refused) {
            String problem = "the service offers only logins that Ferry cannot do with an API key ("
                    + DigestChallenge.names(offered) + "); Ferry can do Digest with " + DigestAlgorithm.names()
                    + ", and qop auth";
            ErrorDocument document = new ErrorDocument(null, problem, refused.message(), List.of(), Map.of());
            throw new FailedOnTheWay(Exchange.read(refused.request(), refused).error(document));
        }
    }
}
