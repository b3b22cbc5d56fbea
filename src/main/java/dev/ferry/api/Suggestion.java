package dev.ferry.api;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The nearest of several names to a misspelt one, for "did you mean". */
public final class Suggestion {
    private final String wanted;
    private final int limit;
    private int bestDistance = Integer.MAX_VALUE;
    private @Nullable String best;

    /** A search for names near this one. */
    public Suggestion(String wanted) {
        this.wanted = wanted.toLowerCase(Locale.ROOT);
        this.limit = Math.max(1, wanted.length() / 3);
    }

    /** The nearest of these names. */
    public static Suggestion of(String wanted, Iterable<String> names) {
        Suggestion suggestion = new Suggestion(wanted);
        names.forEach(suggestion::consider);
        return suggestion;
    }

    /** Looks at one more name. */
    public void consider(@Nullable String name) {
        if (name == null) {
            return;
        }
        String candidate = name.toLowerCase(Locale.ROOT);
        int distance = candidate.startsWith(wanted) && wanted.length() > 1 ? 1 : distance(wanted, candidate);
        if (distance <= limit && distance < bestDistance) {
            bestDistance = distance;
            best = name;
        }
    }

    /** The nearest name, or null when none is near. */
    public @Nullable String nearest() {
        return best;
    }

    /** {@code ; did you mean 'x'?}, or nothing when no name is near. */
    public String asQuestion() {
        return best == null ? "" : "; did you mean '" + best + "'?";
    }

    /** Edits between two texts, an exchange of neighbours counting as one (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
