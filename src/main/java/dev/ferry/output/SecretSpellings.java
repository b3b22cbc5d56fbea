package dev.ferry.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** How one value may be spelled where it turns up. What a reader can undo character by character is {@link Unescaped}'s. */
final class SecretSpellings {
    /** A shorter middle of Base64 stands in other texts by chance. */
    private static final int SHORTEST_BASE64 = 8;

    private SecretSpellings() {}

    /** As a person or a program writes it: with its escapes in JSON and in a URL, and line by line. */
    static Set<String> plain(String secret) {
        Set<String> all = new LinkedHashSet<>();
        all.add(secret);
        all.add(secret.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t"));
        String url = URLEncoder.encode(secret, UTF_8);
        all.add(url);
        all.add(url.replace("+", "%20"));
        secret.lines().forEach(all::add);
        return all;
    }

    /** In other letters, in Base64 and in hexadecimal digits. */
    static Set<String> encoded(String secret) {
        Set<String> all = new LinkedHashSet<>();
        if (secret.length() >= SHORTEST_BASE64) {
            all.add(secret.toLowerCase(Locale.ROOT));
            all.add(secret.toUpperCase(Locale.ROOT));
        }
        byte[] bytes = secret.getBytes(UTF_8);
        for (int before = 0; before < 3; before++) {
            String middle = base64(bytes, before);
            if (middle.length() >= SHORTEST_BASE64) {
                all.add(middle);
                all.add(middle.replace('+', '-').replace('/', '_'));
            }
        }
        String digits = HexFormat.of().formatHex(bytes);
        all.add(digits);
        all.add(digits.toUpperCase(Locale.ROOT));
        Arrays.fill(bytes, (byte) 0);
        return all;
    }

    /** What of the Base64 depends on these bytes alone, when so many others stand before them (RFC 4648, section 4). */
    private static String base64(byte[] bytes, int before) {
        byte[] padded = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, padded, before, bytes.length);
        String text = Base64.getEncoder().withoutPadding().encodeToString(padded);
        int begin = before == 0 ? 0 : before + 1;
        int end = padded.length % 3 == 0 ? text.length() : text.length() - 1;
        return begin < end ? text.substring(begin, end) : "";
    }
}
