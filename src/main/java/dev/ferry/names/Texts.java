package dev.ferry.names;

/**
 * Many texts in one piece, made to be searched, and what can be told of each without looking at it: which letters it has, which of these
 * twice, which pairs of letters, and with which letters its words begin, a bit each. What lacks a bit of the typed text cannot contain
 * it.
 */
final class Texts {
    private static final int BITS = 64;
    private static final int SPREAD = 0x9E3779B9;

    /** A text that is looked for. */
    static final class Wanted {
        private final char[] text;
        private final long letters;
        private final long twice;
        private final long pairs;
        private final long first;

        Wanted(String text) {
            this.text = text.toCharArray();
            this.letters = letters(text);
            this.twice = twice(text);
            this.pairs = pairs(text);
            this.first = text.isEmpty() ? 0 : 1L << bit(text.charAt(0));
        }
    }

    private final char[] all;
    private final int[] begin;
    private final long[] letters;
    private final long[] twice;
    private final long[] pairs;
    private final long[] words;

    /**
     * Texts by number.
     *
     * @param texts in lower case
     * @param written as they are written, which tells where words begin
     */
    Texts(String[] texts, String[] written) {
        int size = texts.length;
        begin = new int[size + 1];
        for (int i = 0; i < size; i++) {
            begin[i + 1] = begin[i] + texts[i].length();
        }
        all = new char[begin[size]];
        letters = new long[size];
        twice = new long[size];
        pairs = new long[size];
        words = new long[size];
        for (int i = 0; i < size; i++) {
            texts[i].getChars(0, texts[i].length(), all, begin[i]);
            put(i, texts[i], written[i]);
        }
    }

    private void put(int i, String text, String asWritten) {
        letters[i] = letters(text);
        twice[i] = twice(text);
        pairs[i] = pairs(text);
        for (int at = 0; at < text.length(); at++) {
            if (at == 0 || beginsWord(text, asWritten, at)) {
                words[i] |= 1L << bit(text.charAt(at));
            }
        }
    }

    /** Whether one may contain the text; nothing is looked at. */
    boolean mayContain(int i, Wanted wanted) {
        return (wanted.pairs & ~pairs[i]) == 0 && hasLetters(i, wanted);
    }

    /** Whether a word of it may begin like the text. */
    boolean mayBeginWord(int i, Wanted wanted) {
        return (wanted.first & ~words[i]) == 0;
    }

    /** Whether it has all letters of the text. */
    boolean hasLetters(int i, Wanted wanted) {
        return (wanted.letters & ~letters[i]) == 0 && (wanted.twice & ~twice[i]) == 0;
    }

    /** Where the text begins in it, from 0; -1 when it is not there. */
    int indexOf(int i, Wanted wanted) {
        char[] text = wanted.text;
        int last = begin[i + 1] - text.length;
        for (int at = begin[i]; at <= last; at++) {
            int same = 0;
            while (same < text.length && all[at + same] == text[same]) {
                same++;
            }
            if (same == text.length) {
                return at - begin[i];
            }
        }
        return -1;
    }

    /** Whether the letters of the text are in it, in this order. */
    boolean hasInOrder(int i, Wanted wanted) {
        char[] text = wanted.text;
        int matched = 0;
        for (int at = begin[i]; at < begin[i + 1]; at++) {
            if (all[at] == text[matched] && ++matched == text.length) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word begins here: behind a sign, between letters and digits, or with a capital letter. */
    static boolean beginsWord(String text, String asWritten, int at) {
        char before = text.charAt(at - 1);
        char here = text.charAt(at);
        return !Character.isLetterOrDigit(before)
                || Character.isDigit(before) != Character.isDigit(here)
                || (asWritten.length() == text.length()
                        && Character.isUpperCase(asWritten.charAt(at))
                        && !Character.isUpperCase(asWritten.charAt(at - 1)));
    }

    private static long letters(String text) {
        long letters = 0;
        for (int i = 0; i < text.length(); i++) {
            letters |= 1L << bit(text.charAt(i));
        }
        return letters;
    }

    private static long twice(String text) {
        long once = 0;
        long twice = 0;
        for (int i = 0; i < text.length(); i++) {
            long letter = 1L << bit(text.charAt(i));
            twice |= once & letter;
            once |= letter;
        }
        return twice;
    }

    private static long pairs(String text) {
        long pairs = 0;
        for (int i = 1; i < text.length(); i++) {
            pairs |= 1L << (((text.charAt(i - 1) * 31 + text.charAt(i)) * SPREAD) >>> (Integer.SIZE - 6));
        }
        return pairs;
    }

    /** Letters and digits have a bit each, everything else shares those that are left. */
    private static int bit(char letter) {
        if (letter >= 'a' && letter <= 'z') {
            return letter - 'a';
        }
        return letter >= '0' && letter <= '9' ? 26 + letter - '0' : 36 + letter % (BITS - 36);
    }
}
