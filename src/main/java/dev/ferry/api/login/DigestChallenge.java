package dev.ferry.api.login;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import okhttp3.Challenge;
import org.jspecify.annotations.Nullable;

/**
 * What a server wants to be answered, out of everything that it offers. The headers are read by OkHttp, which copes with
 * several challenges in a line, odd blanks, letter case and missing quotation marks.
 *
 * @param realm as it counts for the hash, without quotation marks and backslashes
 * @param nonce the server's part of the hash
 * @param opaque to be sent back as it came, or null
 * @param algorithm the hash
 * @param spelling how the server spelt the algorithm
 * @param counted whether the answer carries {@code qop}, a count and a part of our own; the documented challenge says
 *     {@code op="auth"}, which is no {@code qop}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7616#section-3.3">RFC 7616, section 3.3</a>
 */
public record DigestChallenge(
        String realm,
        String nonce,
        @Nullable String opaque,
        DigestAlgorithm algorithm,
        String spelling,
        boolean counted) {

    /** The first that we can answer: the server puts the one it likes best first (RFC 7616, section 3.7). */
    public static Optional<DigestChallenge> choose(List<Challenge> offered) {
        return offered.stream().flatMap(each -> read(each).stream()).findFirst();
    }

    /**
     * Whether the server says that the login was right and only its nonce too old.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc7616#section-3.3">RFC 7616, section 3.3</a>
     */
    public static boolean isStale(List<Challenge> offered) {
        return offered.stream()
                .anyMatch(each -> isDigest(each)
                        && parameter(each, "stale", "false").strip().equalsIgnoreCase("true"));
    }

    private static Optional<DigestChallenge> read(Challenge offered) {
        String realm = offered.authParams().get("realm");
        String nonce = offered.authParams().get("nonce");
        String opaque = offered.authParams().get("opaque");
        String spelling = parameter(offered, "algorithm", DigestAlgorithm.MD5.token());
        Optional<DigestAlgorithm> algorithm = DigestAlgorithm.named(spelling);
        if (!isDigest(offered) || realm == null || nonce == null || !isPlain(realm + nonce)) {
            return Optional.empty();
        }
        if (opaque != null && !isPlain(opaque)) {
            return Optional.empty();
        }
        String qualities = parameter(offered, "qop", "");
        boolean counted = !qualities.isEmpty();
        // Without a count there is no client nonce in the answer, and the server cannot know the session's key.
        return algorithm
                .filter(each -> counted ? hasAuth(qualities) : !each.isSession())
                .map(each -> new DigestChallenge(realm, nonce, opaque, each, spelling.strip(), counted));
    }

    private static boolean isDigest(Challenge offered) {
        return offered.scheme().equalsIgnoreCase("Digest");
    }

    private static boolean hasAuth(String qualities) {
        return Arrays.stream(qualities.split(",")).anyMatch(each -> each.strip().equalsIgnoreCase("auth"));
    }

    /** Whether a value can be sent back in a header: nothing but printable ASCII. */
    private static boolean isPlain(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c < 127);
    }

    private static String parameter(Challenge offered, String name, String otherwise) {
        String value = offered.authParams().get(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    /** Everything on offer by name, for people: {@code Negotiate, Digest with SHA-512, Digest with MD5 and auth-int}. */
    public static String names(List<Challenge> offered) {
        return offered.stream().map(DigestChallenge::name).distinct().collect(Collectors.joining(", "));
    }

    private static String name(Challenge offered) {
        if (!isDigest(offered)) {
            return offered.scheme();
        }
        String name = "Digest with " + parameter(offered, "algorithm", DigestAlgorithm.MD5.token());
        String qualities = parameter(offered, "qop", "");
        if (!qualities.isEmpty() && !hasAuth(qualities)) {
            return name + " and " + qualities;
        }
        String realm = offered.authParams().get("realm");
        String nonce = offered.authParams().get("nonce");
        return realm != null && nonce != null && isPlain(realm + nonce)
                ? name
                : name + " without a usable realm or nonce";
    }

    /** The same challenge with the nonce that follows. */
    public DigestChallenge withNonce(String next) {
        return new DigestChallenge(realm, next, opaque, algorithm, spelling, counted);
    }
}
