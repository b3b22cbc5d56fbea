package dev.ferry.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Stream;

/**
 * Secrets whose value is known, found in a text wherever they stand.
 *
 * <p>A text is read once, however many secrets there are: secrets are filed under a hash of their first letters, and a
 * bit for each hash says at once that nothing is filed there.
 */
final class KnownSecrets {
    /** Shorter values would hide ordinary words all over the output. */
    static final int SHORTEST = 6;

    /** The least part of a secret that is worth holding back when a text ends in it. */
    private static final int SHORTEST_BEGINNING = 3;

    /** What a service writes where it has left a secret out. */
    private static final String STAND_IN = "<redacted>";

    private static final int BITS = 1 << 16;

    private final AtomicLongArray filed = new AtomicLongArray(BITS / Long.SIZE);
    private final Map<Integer, List<String>> byBeginning = new ConcurrentHashMap<>();

    /**
     * Learns a value, and the forms it takes inside JSON, a URL and, over several lines, line by line. A value that is itself a name of
     * secrets, such as the word password, is not learned: it would hide that word in every sentence.
     */
    void learn(String secret) {
        if (SecretNames.isName(secret)) {
            return;
        }
        Stream.concat(Stream.of(secret, escaped(secret), URLEncoder.encode(secret, UTF_8)), secret.lines())
                .filter(form -> !form.equals(STAND_IN)
                        && form.length() >= SHORTEST
                        && !form.isBlank()
                        && !form.startsWith("-----"))
                .distinct()
                .forEach(this::file);
    }

    /** Hides every known secret in {@code text}. */
    void hideIn(String text, Spans spans) {
        for (int i = 0; i + SHORTEST <= text.length(); i++) {
            int hash = hash(text, i);
            if (!isFiled(hash)) {
                continue;
            }
            for (String secret : byBeginning.getOrDefault(hash, List.of())) {
                if (text.startsWith(secret, i)) {
                    spans.hide(i, i + secret.length());
                    break;
                }
            }
        }
    }

    /** How many characters at the end of {@code text} may be the beginning of a secret that goes on later. */
    int openEnd(String text) {
        int longest = 0;
        for (List<String> secrets : byBeginning.values()) {
            for (String secret : secrets) {
                for (int n = Math.min(secret.length() - 1, text.length());
                        n > longest && n >= SHORTEST_BEGINNING;
                        n--) {
                    if (text.startsWith(secret.substring(0, n), text.length() - n)) {
                        longest = n;
                    }
                }
            }
        }
        return longest;
    }

    private void file(String secret) {
        int hash = hash(secret, 0);
        // Longest first, so that a secret which begins another one does not leave the rest of it standing.
        byBeginning.merge(hash, List.of(secret), (old, added) -> Stream.concat(old.stream(), added.stream())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
        int bit = hash & (BITS - 1);
        filed.accumulateAndGet(bit / Long.SIZE, 1L << (bit % Long.SIZE), (bits, more) -> bits | more);
    }

    private boolean isFiled(int hash) {
        int bit = hash & (BITS - 1);
        return (filed.get(bit / Long.SIZE) >>> (bit % Long.SIZE) & 1) != 0;
    }

    private static int hash(String text, int from) {
        int hash = 0;
        for (int i = from; i < from + SHORTEST; i++) {
            hash = hash * 31 + text.charAt(i);
        }
        return hash ^ (hash >>> 16);
    }

    private static String escaped(String secret) {
        return secret.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }
}
