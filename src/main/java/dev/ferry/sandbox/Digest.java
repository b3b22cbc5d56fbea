package dev.ferry.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * HTTP Digest with the wording of the API's documents.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2617#section-3">RFC 2617, section 3</a>
 */
final class Digest {
    private static final String REALM = "MMS Public API";
    private static final Pattern PARAMETER =
            Pattern.compile("([a-zA-Z]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,]+))");

    private final Callers callers;
    private final Nonces nonces;
    private final Sandbox.Options.Challenge wording;

    Digest(Callers callers, Nonces nonces, Sandbox.Options.Challenge wording) {
        this.callers = callers;
        this.nonces = nonces;
        this.wording = wording;
    }

    /** What an {@code Authorization: Digest} header is worth. */
    sealed interface Verdict {
        record Good(Caller caller) implements Verdict {}

        /** The credentials are right, the nonce is too old or its count was used: try again with a new one. */
        record Stale() implements Verdict {}

        record Wrong() implements Verdict {}
    }

    Verdict verify(Request request, String authorization) {
        Map<String, String> given = parameters(authorization.substring("Digest".length()));
        Caller caller = callers.find(given.getOrDefault("username", ""), Caller.Kind.API_KEY)
                .orElse(null);
        String nonce = given.getOrDefault("nonce", "");
        if (caller == null
                || !REALM.equals(given.get("realm"))
                || !request.target().equals(given.get("uri"))
                || !expected(caller, nonce, given, request).equalsIgnoreCase(given.get("response"))) {
            return new Verdict.Wrong();
        }
        String count = given.get("nc");
        boolean fresh = given.containsKey("qop") ? nonces.accepts(nonce, number(count)) : nonces.accepts(nonce);
        return fresh ? new Verdict.Good(caller) : new Verdict.Stale();
    }

    /** The value of {@code WWW-Authenticate}. */
    String challenge(boolean stale) {
        String quality =
                switch (wording) {
                    case PRINTED -> ", op=\"auth\"";
                    case QOP -> ", qop=\"auth\"";
                    case PLAIN -> "";
                };
        return "Digest realm=\"" + REALM + "\", domain=\"\", nonce=\"" + nonces.give() + "\", algorithm=MD5" + quality
                + ", stale=" + stale;
    }

    private static String expected(Caller caller, String nonce, Map<String, String> given, Request request) {
        String ha1 = md5(caller.login() + ":" + REALM + ":" + caller.secret());
        String ha2 = md5(request.method() + ":" + request.target());
        String quality = given.get("qop");
        return quality == null
                ? md5(ha1 + ":" + nonce + ":" + ha2)
                : md5(String.join(
                        ":", ha1, nonce, given.getOrDefault("nc", ""), given.getOrDefault("cnonce", ""), quality, ha2));
    }

    private static Map<String, String> parameters(String text) {
        Map<String, String> parameters = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(text);
        while (matcher.find()) {
            String quoted = matcher.group(2);
            parameters.put(
                    matcher.group(1).toLowerCase(Locale.ROOT),
                    quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
        }
        return parameters;
    }

    private static long number(@Nullable String count) {
        try {
            return count == null ? 0 : Long.parseLong(count, 16);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String md5(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java has MD5.", e);
        }
    }
}
