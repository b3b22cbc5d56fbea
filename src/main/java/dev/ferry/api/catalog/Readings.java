package dev.ferry.api.catalog;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The ways in which servers, and what stands before them, may read a path: with codes decoded once or several times, a backslash as a
 * slash, dot segments followed, matrix parameters dropped, and cut where a query, a fragment or a control character begins.
 */
final class Readings {
    /** More than any chain of proxies decodes. */
    private static final int MOST_DECODED = 4;

    /** A path in which no server can see anything but what stands there. */
    private static final Pattern PLAIN = Pattern.compile("(?:/(?!\\.)[A-Za-z0-9._~:-]+)+");

    private static final Pattern CUT = Pattern.compile("[?#\\p{Cntrl}].*", Pattern.DOTALL);
    private static final Pattern MATRIX = Pattern.compile(";[^/]*");
    private static final Pattern FROM_SEMICOLON = Pattern.compile(";.*", Pattern.DOTALL);

    private Readings() {}

    /** Whether there is one way only. */
    static boolean isPlain(String path) {
        return PLAIN.matcher(path).matches();
    }

    /** All ways but the path as it stands; none for a plain path. */
    static Set<String> of(String path) {
        Set<String> readings = new LinkedHashSet<>();
        String decoded = path;
        for (int i = 0; i <= MOST_DECODED && !isPlain(path); i++) {
            String slashes = decoded.replace('\\', '/');
            String cut = CUT.matcher(slashes).replaceFirst("");
            for (String each : List.of(slashes, cut)) {
                readings.add(followed(each));
                readings.add(followed(MATRIX.matcher(each).replaceAll("")));
                readings.add(followed(FROM_SEMICOLON.matcher(each).replaceFirst("")));
            }
            decoded = decoded(decoded);
        }
        readings.remove(path);
        return readings;
    }

    /** The path with its dot segments followed and without empty ones. */
    private static String followed(String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return "/" + String.join("/", segments);
    }

    /** Decoded once; what is no code stays as it is. */
    private static String decoded(String path) {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            decoded.write(low < 0 ? bytes[i] : high * 16 + low);
            i += low < 0 ? 0 : 2;
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }
}
