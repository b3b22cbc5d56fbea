package dev.ferry.output;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text as it reads once something has been taken out of it or undone, which still knows where each character came from:
 * without the codes of a terminal, or with the escapes of JSON, URLs, XML and shells resolved.
 */
final class Unescaped {
    private static final char ESCAPE = '\033';

    /** Who escapes: a text that was escaped by one may have what looks like an escape of another. */
    enum Escape {
        NONE,
        /** JSON and shells. */
        BACKSLASH,
        /** URLs. */
        PERCENT,
        /** XML. */
        ENTITY;

        private static Escape at(String text, int index) {
            return switch (text.charAt(index)) {
                case '%' -> PERCENT;
                case '&' -> ENTITY;
                case '\\' -> BACKSLASH;
                case '\'' -> text.startsWith("'\\''", index) || text.startsWith("'\"'\"'", index) ? BACKSLASH : NONE;
                default -> NONE;
            };
        }

        /** The kinds that may be in a text. */
        static Set<Escape> in(String text) {
            Set<Escape> found = EnumSet.noneOf(Escape.class);
            for (int i = 0; i < text.length(); i++) {
                found.add(at(text, i));
            }
            found.remove(NONE);
            return found;
        }
    }

    private static final Map<String, String> ENTITIES =
            Map.of("&amp;", "&", "&lt;", "<", "&gt;", ">", "&quot;", "\"", "&apos;", "'");

    private final StringBuilder text;
    private int[] from;
    private int[] to;

    private Unescaped(int capacity) {
        this.text = new StringBuilder(capacity);
        this.from = new int[capacity];
        this.to = new int[capacity];
    }

    /** The text without the codes that steer a terminal; null when there are none. */
    static @Nullable Unescaped withoutCodes(String original) {
        if (original.indexOf(ESCAPE) < 0) {
            return null;
        }
        Unescaped plain = new Unescaped(original.length());
        int i = 0;
        while (i < original.length()) {
            if (original.charAt(i) == ESCAPE) {
                i = codeEnd(original, i);
            } else {
                plain.add(original.charAt(i), i, ++i);
            }
        }
        return plain;
    }

    /** Behind the code at {@code start}: CSI, OSC, or one letter (ECMA-48, sections 5.4 and 8.3.89). */
    private static int codeEnd(String text, int start) {
        int i = start + 1;
        if (i >= text.length()) {
            return i;
        }
        char kind = text.charAt(i++);
        if (kind == '[') {
            while (i < text.length() && text.charAt(i) >= 0x20 && text.charAt(i) < 0x40) {
                i++;
            }
            return Math.min(text.length(), i + 1);
        }
        if (kind == ']') {
            while (i < text.length()
                    && text.charAt(i) != '\007'
                    && text.charAt(i) != ESCAPE
                    && text.charAt(i) != '\n') {
                i++;
            }
            return i < text.length() && text.charAt(i) == '\007' ? i + 1 : i;
        }
        return i;
    }

    /** The text with one level of escapes of these kinds undone; null when there are none. */
    static @Nullable Unescaped of(String original, Set<Escape> kinds) {
        if (kinds.isEmpty()) {
            return null;
        }
        Unescaped plain = new Unescaped(original.length());
        boolean undone = false;
        int i = 0;
        while (i < original.length()) {
            int end = kinds.contains(Escape.at(original, i)) ? plain.undo(original, i) : i;
            undone |= end > i;
            if (end > i) {
                i = end;
            } else {
                plain.add(original.charAt(i), i, ++i);
            }
        }
        return undone ? plain : null;
    }

    /** Undoes what is escaped at {@code i}. @return where it ends, or {@code i} when nothing is */
    private int undo(String text, int i) {
        return switch (text.charAt(i)) {
            case '%' -> undoCode(text, i, i + 1, i + 3);
            case '&' -> undoEntity(text, i);
            case '\\' -> undoBackslash(text, i);
            case '\'' -> {
                for (String quote : new String[] {"'\\''", "'\"'\"'"}) {
                    if (text.startsWith(quote, i)) {
                        add('\'', i, i + quote.length());
                        yield i + quote.length();
                    }
                }
                yield i;
            }
            default -> i;
        };
    }

    private int undoCode(String text, int start, int digits, int end) {
        int code = code(text, digits, end, 16);
        if (code < 0) {
            return start;
        }
        add((char) code, start, end);
        return end;
    }

    private static int code(String text, int start, int end, int radix) {
        if (end > text.length() || start >= end) {
            return -1;
        }
        int code = 0;
        for (int i = start; i < end; i++) {
            int digit = Character.digit(text.charAt(i), radix);
            if (digit < 0) {
                return -1;
            }
            code = code * radix + digit;
        }
        return code;
    }

    private int undoEntity(String text, int start) {
        int end = text.indexOf(';', start);
        if (end < 0 || end - start > 8) {
            return start;
        }
        String known = ENTITIES.get(text.substring(start, end + 1));
        if (known != null) {
            add(known.charAt(0), start, end + 1);
            return end + 1;
        }
        if (text.charAt(start + 1) != '#') {
            return start;
        }
        boolean hexadecimal = text.startsWith("x", start + 2) || text.startsWith("X", start + 2);
        int code = code(text, start + (hexadecimal ? 3 : 2), end, hexadecimal ? 16 : 10);
        if (code < 0 || code > Character.MAX_VALUE) {
            return start;
        }
        add((char) code, start, end + 1);
        return end + 1;
    }

    private int undoBackslash(String text, int start) {
        if (start + 1 >= text.length()) {
            return start;
        }
        char next = text.charAt(start + 1);
        if (next == 'u') {
            int end = undoCode(text, start, start + 2, start + 6);
            if (end > start) {
                return end;
            }
        }
        int known = "nrtbf".indexOf(next);
        add(known < 0 ? next : "\n\r\t\b\f".charAt(known), start, start + 2);
        return start + 2;
    }

    private void add(char c, int start, int end) {
        from[text.length()] = start;
        to[text.length()] = end;
        text.append(c);
    }

    String text() {
        return text.toString();
    }

    /** Where the character at {@code index} began in the original; its end for what follows the last one. */
    int from(int index) {
        return index < text.length() ? from[index] : text.isEmpty() ? 0 : to[text.length() - 1];
    }

    /** The same view with places counted in the text that {@code outer} was made of. */
    Unescaped within(@Nullable Unescaped outer) {
        if (outer != null) {
            int length = text.length();
            int[] starts = from;
            int[] ends = to;
            from = Arrays.copyOf(starts, starts.length);
            to = Arrays.copyOf(ends, ends.length);
            for (int i = 0; i < length; i++) {
                from[i] = outer.from[starts[i]];
                to[i] = outer.to[ends[i] - 1];
            }
        }
        return this;
    }

    /** Hides in the original what is hidden here. */
    void hideIn(Spans original, Spans here) {
        for (int i = here.next(0); i >= 0; i = here.next(i + 1)) {
            original.hide(from[i], to[i]);
        }
    }
}
