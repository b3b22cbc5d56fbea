package dev.ferry.output;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody meant who mistyped a name. */
public final class Suggestion {
    private Suggestion() {}

    /**
     * The known name nearest to a wrong one: at most one slip (a letter more, less, other, or two swapped) for every
     * three letters typed, and at most three. Case counts for nothing. Of equally near names the first one wins.
     *
     * @return empty when nothing is near enough to be worth saying
     */
    public static Optional<String> nearest(String wrong, Collection<String> known) {
        String typed = wrong.toLowerCase(Locale.ROOT);
        int best = Math.min(3, Math.max(1, typed.length() / 3)) + 1;
        String found = null;
        for (String name : known) {
            if (Math.abs(name.length() - typed.length()) >= best) {
                continue;
            }
            int distance = distance(typed, name.toLowerCase(Locale.ROOT));
            // One slip in a name of one letter is another name altogether.
            if (distance < best && distance < Math.max(1, name.length())) {
                best = distance;
                found = name;
            }
        }
        return Optional.ofNullable(found);
    }

    /**
     * The same as the end of an error sentence.
     *
     * @return {@code " Did you mean 'orgs'?"} with its leading blank, or an empty text
     */
    public static String didYouMean(String wrong, Collection<String> known) {
        return nearest(wrong, known)
                .map(name -> " Did you mean '" + name + "'?")
                .orElse("");
    }

    /**
     * The same within a sentence that goes on after a semicolon.
     *
     * @return {@code "; did you mean 'orgs'?"}, or an empty text
     */
    public static String orDidYouMean(String wrong, Collection<String> known) {
        return nearest(wrong, known)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
    }

    /** Damerau-Levenshtein distance in its restricted form: no part is edited twice. */
    private static int distance(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + change);
                boolean swapped = i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[to.length()];
    }
}
