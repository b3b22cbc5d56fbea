package dev.ferry.api.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/**
 * The server's half of HTTP Digest, written from RFC 2617 and RFC 7616 without looking at the client's: it checks every
 * response value, and with {@code qop} that no nonce count comes twice.
 */
public class DigestServer implements Function<RecordedRequest, MockResponse> {
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^,\\s]+))");
    private static final String SESSION = "-sess";

    private final List<String> challenges;
    private final String realm;
    private final String algorithm;
    private final String password;
    private final MockResponse success;
    private final AtomicInteger nonces = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final Set<String> counts = ConcurrentHashMap.newKeySet();
    private volatile String nonce = "nonce-0";

    /**
     * One that expects this password.
     *
     * @param challenge the header, with {@code {nonce}} where the nonce belongs
     */
    public DigestServer(String challenge, String algorithm, String password, MockResponse success) {
        this(List.of(challenge), String.valueOf(parameters(challenge).get("realm")), algorithm, password, success);
    }

    /**
     * @param challenges the header lines, with {@code {nonce}} where the nonce belongs
     * @param realm what is hashed
     * @param algorithm Java's name of the hash that is expected, with {@code -sess} for the session variant
     */
    DigestServer(List<String> challenges, String realm, String algorithm, String password, MockResponse success) {
        this.challenges = challenges;
        this.realm = realm;
        this.algorithm = algorithm;
        this.password = password;
        this.success = success;
    }

    /** From now on the nonce given out before is too old. */
    void growOld() {
        nonce = "nonce-" + nonces.incrementAndGet();
    }

    /** From now on this is the nonce. */
    void pin(String fixed) {
        nonce = fixed;
    }

    String nonce() {
        return nonce;
    }

    int accepted() {
        return accepted.get();
    }

    MockResponse success() {
        return success;
    }

    @Override
    public MockResponse apply(RecordedRequest request) {
        String header = request.getHeaders().get("Authorization");
        if (header == null) {
            return refuse(false);
        }
        Map<String, String> given = parameters(header);
        if (!header.startsWith("Digest ") || !given.getOrDefault("nonce", "").contains(nonce)) {
            return refuse(true);
        }
        if (!"zmmrboas".equals(given.get("username"))
                || !realm.equals(given.get("realm"))
                || !request.getTarget().equals(given.get("uri"))
                || !opaque().equals(given.getOrDefault("opaque", ""))
                || !expected(request, given).equals(given.get("response"))) {
            return refuse(false);
        }
        String count = given.get("nc");
        if (count != null && !counts.add(given.get("nonce") + count)) {
            return refuse(false);
        }
        accepted.incrementAndGet();
        return success();
    }

    private static Map<String, String> parameters(String header) {
        Matcher matcher = PARAMETER.matcher(header);
        return matcher.results()
                .collect(Collectors.toMap(
                        found -> found.group(1),
                        found -> found.group(2) == null
                                ? found.group(3)
                                : found.group(2).replaceAll("\\\\(.)", "$1"),
                        (earlier, later) -> later));
    }

    private String opaque() {
        return challenges.stream()
                .map(each -> parameters(each).getOrDefault("opaque", ""))
                .collect(Collectors.joining());
    }

    private String expected(RecordedRequest request, Map<String, String> given) {
        String login = hash(given.get("username") + ":" + realm + ":" + password);
        String ha1 = algorithm.endsWith(SESSION)
                ? hash(login + ":" + given.get("nonce") + ":" + given.get("cnonce"))
                : login;
        String ha2 = hash(request.getMethod() + ":" + request.getTarget());
        String asked = String.join(" ", challenges).toLowerCase(Locale.ROOT);
        boolean qop = asked.matches(".*\\bqop ?= ?\"?auth.*");
        return qop
                ? hash(ha1 + ":" + given.get("nonce") + ":" + given.get("nc") + ":" + given.get("cnonce") + ":auth:"
                        + ha2)
                : hash(ha1 + ":" + given.get("nonce") + ":" + ha2);
    }

    private String hash(String text) {
        return hash(algorithm.replace(SESSION, ""), text);
    }

    static String hash(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    MockResponse refuse(boolean stale) {
        MockResponse.Builder refusal = new MockResponse.Builder()
                .code(401)
                .setHeader("Content-Type", "application/json;charset=ISO-8859-1")
                .body(
                        "{\"reason\":\"Unauthorized\",\"error\":401,\"detail\":\"You are not authorized for this resource.\"}");
        for (String challenge : challenges) {
            String header = challenge.replace("{nonce}", nonce);
            refusal.addHeaderLenient("WWW-Authenticate", stale ? header.replace("stale=false", "stale=true") : header);
        }
        return refusal.build();
    }
}
