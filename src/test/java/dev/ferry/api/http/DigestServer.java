package dev.ferry.api.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
final class DigestServer implements Function<RecordedRequest, MockResponse> {
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^,\\s]+))");

    private final String challenge;
    private final String algorithm;
    private final String password;
    private final MockResponse success;
    private final AtomicInteger nonces = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final Set<String> counts = ConcurrentHashMap.newKeySet();
    private volatile String nonce = "nonce-0";

    /**
     * @param challenge the header, with {@code {nonce}} where the nonce belongs
     */
    DigestServer(String challenge, String algorithm, String password, MockResponse success) {
        this.challenge = challenge;
        this.algorithm = algorithm;
        this.password = password;
        this.success = success;
    }

    /** From now on the nonce given out before is too old. */
    void growOld() {
        nonce = "nonce-" + nonces.incrementAndGet();
    }

    int accepted() {
        return accepted.get();
    }

    @Override
    public MockResponse apply(RecordedRequest request) {
        String header = request.getHeaders().get("Authorization");
        if (header == null) {
            return refuse(false);
        }
        Map<String, String> given = parameters(header);
        if (!nonce.equals(given.get("nonce"))) {
            return refuse(true);
        }
        if (!expected(request, given).equals(given.get("response"))) {
            return refuse(false);
        }
        String count = given.get("nc");
        if (count != null && !counts.add(given.get("nonce") + count)) {
            return refuse(false);
        }
        accepted.incrementAndGet();
        return success;
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

    private String expected(RecordedRequest request, Map<String, String> given) {
        String realm = parameters(challenge).get("realm");
        String ha1 = hash(given.get("username") + ":" + realm + ":" + password);
        String ha2 = hash(request.getMethod() + ":" + request.getTarget());
        boolean qop = challenge.contains("qop=");
        return qop
                ? hash(ha1 + ":" + nonce + ":" + given.get("nc") + ":" + given.get("cnonce") + ":auth:" + ha2)
                : hash(ha1 + ":" + nonce + ":" + ha2);
    }

    private String hash(String text) {
        return hash(algorithm, text);
    }

    static String hash(String algorithm, String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private MockResponse refuse(boolean stale) {
        String header = challenge.replace("{nonce}", nonce);
        return new MockResponse.Builder()
                .code(401)
                .setHeader("Content-Type", "application/json;charset=ISO-8859-1")
                .setHeader("WWW-Authenticate", stale ? header.replace("stale=false", "stale=true") : header)
                .body("{\"reason\":\"Unauthorized\",\"error\":401,"
                        + "\"detail\":\"You are not authorized for this resource.\"}")
                .build();
    }
}
