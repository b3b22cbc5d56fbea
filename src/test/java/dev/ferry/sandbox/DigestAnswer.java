package dev.ferry.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The answer to a Digest challenge, written here a second time so that it does not share the server's mistakes. */
record DigestAnswer(String realm, String nonce, String user, String password) {
    static DigestAnswer to(String challenge, String user, String password) {
        return new DigestAnswer(value(challenge, "realm"), value(challenge, "nonce"), user, password);
    }

    /** Without {@code qop}. */
    String plain(String method, String uri) {
        String response = md5(ha1() + ":" + nonce + ":" + md5(method + ":" + uri));
        return head(uri) + ", response=\"" + response + "\"";
    }

    /** With {@code qop=auth} and this count. */
    String counted(String method, String uri, int count) {
        String nc = String.format("%08x", count);
        String response = md5(ha1() + ":" + nonce + ":" + nc + ":abcdef:auth:" + md5(method + ":" + uri));
        return head(uri) + ", qop=auth, nc=" + nc + ", cnonce=\"abcdef\", response=\"" + response + "\"";
    }

    private String head(String uri) {
        return "Digest username=\"" + user + "\", realm=\"" + realm + "\", nonce=\"" + nonce + "\", uri=\"" + uri
                + "\", algorithm=MD5";
    }

    private String ha1() {
        return md5(user + ":" + realm + ":" + password);
    }

    private static String value(String challenge, String name) {
        Matcher matcher = Pattern.compile(name + "=\"([^\"]*)\"").matcher(challenge);
        if (!matcher.find()) {
            throw new AssertionError("There is no " + name + " in " + challenge);
        }
        return matcher.group(1);
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
