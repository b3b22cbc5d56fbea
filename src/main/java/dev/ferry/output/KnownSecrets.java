package dev.ferry.output;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Secrets whose value is known, found in a text wherever they stand, and parts of them that are long and random enough to
 * come from nothing else: a cell that was cut, a line that was wrapped, half a secret on another stream.
 *
 * <p>A text is read once, however many secrets there are. Of every secret some pieces are filed under their hash, so close
 * together that no part of {@value #LEAST_PART} characters lies between them; a bit for each hash says at once that nothing
 * is filed there.
 */
final class KnownSecrets {
    /** Shorter values would hide ordinary words all over the output. */
    static final int SHORTEST = 6;

    /** A part of a secret that is shorter than this is left standing, unless it is the whole. */
    static final int LEAST_PART = 12;

    private static final int BETWEEN_PIECES = LEAST_PART - SHORTEST + 1;

    /** The least part of a secret that is worth holding back when a text ends in it. */
    private static final int SHORTEST_BEGINNING = 3;

    /** What a service writes where it has left a secret out. */
    private static final String STAND_IN = "<redacted>";

    private static final int BITS = 1 << 18;

    private final Map<SecretForm, SecretForm> values = new ConcurrentHashMap<>();
    private final AtomicLongArray filed = new AtomicLongArray(BITS / Long.SIZE);
    private final Map<Integer, List<Piece>> pieces = new ConcurrentHashMap<>();
    private final Map<SecretForm, Boolean> forms = new ConcurrentHashMap<>();
    private final Set<String> beginnings = ConcurrentHashMap.newKeySet();
    private final AtomicInteger longest = new AtomicInteger();
    private volatile boolean wiped;

    /** The piece of {@value #SHORTEST} characters of a form that begins at a place. */
    private record Piece(SecretForm form, int at) {}

    /**
     * Learns a value in all its spellings. One that is itself a name of secrets, such as the word password, is not looked for: it
     * would hide that word in every sentence.
     *
     * @return the value, held once
     */
    SecretForm learn(String secret) {
        SecretForm value = new SecretForm(secret);
        SecretForm known = values.putIfAbsent(value, value);
        if (known != null) {
            return known;
        }
        if (!secret.equals(STAND_IN) && !SecretNames.isName(secret)) {
            file(secret, value, true);
            SecretSpellings.plain(secret).forEach(form -> file(form, new SecretForm(form), true));
            if (secret.length() >= SHORTEST) {
                SecretSpellings.encoded(secret).forEach(form -> file(form, new SecretForm(form), false));
            }
        }
        return value;
    }

    private void file(String text, SecretForm form, boolean plain) {
        if (text.length() < SHORTEST
                || text.isBlank()
                || text.startsWith("-----")
                || text.chars().allMatch(c -> c == Secret.MASK.charAt(0))
                || forms.putIfAbsent(form, plain) != null) {
            return;
        }
        longest.accumulateAndGet(text.length(), Math::max);
        if (plain) {
            for (int n = SHORTEST_BEGINNING; n < SHORTEST; n++) {
                beginnings.add(text.substring(0, n));
            }
        }
        Set<Integer> hashes = new HashSet<>();
        // What is encoded is looked for as a whole only.
        int last = plain ? text.length() - SHORTEST : 0;
        for (int at = 0; at <= last; at += BETWEEN_PIECES) {
            int hash = hash(text, at);
            // Of a value that repeats itself, one piece is enough to find the whole.
            if (hashes.add(hash)) {
                file(new Piece(form, at), hash);
            }
        }
    }

    private void file(Piece piece, int hash) {
        pieces.merge(hash, List.of(piece), (old, added) -> {
            List<Piece> all = new ArrayList<>(old);
            all.addAll(added);
            return List.copyOf(all);
        });
        int bit = hash & (BITS - 1);
        filed.accumulateAndGet(bit / Long.SIZE, 1L << (bit % Long.SIZE), (bits, more) -> bits | more);
    }

    /** Hides every known secret in {@code text}; all of it once they have been wiped. */
    void hideIn(String text, Spans spans) {
        if (wiped) {
            spans.hide(0, text.length());
            return;
        }
        @Nullable Map<SecretForm, Map<Integer, Integer>> seen = null;
        for (int i = 0; i + SHORTEST <= text.length(); i++) {
            int hash = hash(text, i);
            if (!isFiled(hash)) {
                continue;
            }
            for (Piece piece : pieces.getOrDefault(hash, List.of())) {
                if (piece.form().stands(piece.at(), SHORTEST, text, i)) {
                    seen = seen == null ? new IdentityHashMap<>() : seen;
                    Map<Integer, Integer> ends = seen.computeIfAbsent(piece.form(), any -> new HashMap<>());
                    // A run is followed once, from its first piece.
                    if (ends.getOrDefault(i - piece.at(), -1) < i) {
                        ends.put(i - piece.at(), hideRun(text, i, piece, spans));
                    }
                }
            }
        }
    }

    /** @return where what the text and the secret have in common around this piece ends */
    private static int hideRun(String text, int at, Piece piece, Spans spans) {
        SecretForm form = piece.form();
        int start = at;
        int from = piece.at();
        while (start > 0 && from > 0 && text.charAt(start - 1) == form.at(from - 1)) {
            start--;
            from--;
        }
        int end = at + SHORTEST;
        int to = piece.at() + SHORTEST;
        while (end < text.length() && to < form.length() && text.charAt(end) == form.at(to)) {
            end++;
            to++;
        }
        boolean whole = end - start == form.length();
        if (whole || (end - start >= LEAST_PART && isRandom(text, start, end))) {
            spans.hide(start, end);
        }
        return end;
    }

    /** Part of a password made of words may be a word that stands elsewhere, too; what has digits or mixed letters is no word. */
    private static boolean isRandom(String text, int start, int end) {
        boolean small = false;
        boolean capital = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                return true;
            }
            small |= Character.isLowerCase(c);
            capital |= Character.isUpperCase(c);
        }
        return small && capital;
    }

    /** How many characters at the end of {@code text} may be the beginning of a secret that goes on later. */
    int openEnd(String text) {
        if (wiped) {
            return 0;
        }
        int length = text.length();
        for (int i = Math.max(0, length - longest.get() + 1); i + SHORTEST <= length; i++) {
            int hash = hash(text, i);
            if (isFiled(hash)) {
                for (Piece piece : pieces.getOrDefault(hash, List.of())) {
                    int open = length - i;
                    if (piece.at() == 0
                            && open < piece.form().length()
                            && piece.form().stands(0, open, text, i)) {
                        return open;
                    }
                }
            }
        }
        for (int n = Math.min(SHORTEST - 1, length); n >= SHORTEST_BEGINNING; n--) {
            if (beginnings.contains(text.substring(length - n))) {
                return n;
            }
        }
        return 0;
    }

    /** Overwrites every value. From then on nothing can be told from a secret, and every text is hidden. */
    void wipe() {
        wiped = true;
        values.keySet().forEach(SecretForm::wipe);
        forms.keySet().forEach(SecretForm::wipe);
        beginnings.clear();
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
}
