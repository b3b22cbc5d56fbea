package dev.ferry.output;

import java.util.regex.Pattern;

/**
 * Values under secret names: {@code "linkToken": "…"}, {@code PASSWORD=…}, {@code ?client_secret=…&},
 * {@code Authorization: Digest …}, JSON inside JSON.
 *
 * <p>Found by looking to the left and the right of every {@code :} and {@code =}. Code stays readable: a value that is a
 * variable, a property or a call ({@code linkToken: made.linkToken}) is no secret and is left alone.
 */
final class NamedSecrets {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_CODE = 200;

    private static final Pattern CONSTANT = Pattern.compile("true|false|null|none|\\$\\{?[\\w.]++\\}?");

    /** Letters and dots only, or a call: more likely code or prose than a secret. */
    private static final Pattern CODE = Pattern.compile("[\\p{L}_.]++|[\\p{L}_][\\w.]*+\\(.*+");

    private final String text;
    private final Spans spans;

    private NamedSecrets(String text, Spans spans) {
        this.text = text;
        this.spans = spans;
    }

    static void hideIn(String text, Spans spans) {
        new NamedSecrets(text, spans).hide();
    }

    private void hide() {
        int i = 1;
        while (i < text.length()) {
            char c = text.charAt(i);
            i = (c == ':' || c == '=') && !isOperator(i) ? look(i) : i + 1;
        }
    }

    /** Comparisons, and the colon of {@code ://}. */
    private boolean isOperator(int at) {
        char before = text.charAt(at - 1);
        char after = charAt(at + 1);
        return text.charAt(at) == ':'
                ? after == '/' || after == ':'
                : after == '=' || after == '~' || "=!<>".indexOf(before) >= 0;
    }

    /** @return where to go on: behind what is hidden, so that no part of the text is read again and again */
    private int look(int sign) {
        int nameEnd = sign;
        while (nameEnd > 0 && sign - nameEnd < 8 && " \t\"'\\]?:".indexOf(text.charAt(nameEnd - 1)) >= 0) {
            nameEnd--;
        }
        int nameStart = nameEnd;
        while (nameStart > 0 && nameEnd - nameStart < LONGEST_NAME && isNamePart(text.charAt(nameStart - 1))) {
            nameStart--;
        }
        String name = text.substring(nameStart, nameEnd);
        if (!SecretNames.isSecret(name)) {
            return sign + 1;
        }
        int value = sign + 1;
        while (charAt(value) == '>' || charAt(value) == '=' || charAt(value) == ' ' || charAt(value) == '\t') {
            value++;
        }
        int quote = value;
        while (charAt(quote) == '\\') {
            quote++;
        }
        if (charAt(quote) == '"' || charAt(quote) == '\'') {
            return hideQuoted(value, quote);
        } else if (SecretNames.isHeader(name)) {
            return hideHeader(nameStart, value, SecretNames.isCookie(name));
        }
        return hideBare(value, text.charAt(sign) == '=' && value == sign + 1);
    }

    /** @param open where the quote begins, with the backslashes before it; {@code quote} is the quotation mark itself */
    private int hideQuoted(int open, int quote) {
        String mark = text.substring(open, quote + 1);
        String triple = mark.repeat(3);
        if (text.startsWith(triple, open)) {
            mark = triple;
        }
        int start = open + mark.length();
        int end = start;
        while (end < text.length() && !text.startsWith(mark, end)) {
            // An escaped character never ends the text; it is hidden with the character it escapes.
            end += mark.charAt(0) != '\\' && text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.length()) {
            int line = text.indexOf('\n', start);
            end = line < 0 ? text.length() : line;
        }
        if (end > start && !CONSTANT.matcher(text.substring(start, end)).matches()) {
            spans.hide(start, end);
        }
        return end;
    }

    /** A header goes to the end of its line, or to the quotation mark that opened before its name. */
    private int hideHeader(int nameStart, int value, boolean cookie) {
        char before = nameStart > 0 ? text.charAt(nameStart - 1) : '\n';
        int end = value;
        while (end < text.length() && "\r\n".indexOf(text.charAt(end)) < 0) {
            if ((before == '"' || before == '\'') && text.charAt(end) == before) {
                break;
            }
            end++;
        }
        // The scheme says what kind of authentication it was and is no secret; a cookie has none.
        int scheme = cookie ? -1 : text.indexOf(' ', value);
        spans.hide(scheme > 0 && scheme < end ? scheme + 1 : value, end);
        return end;
    }

    /** @param adjacent whether it follows its name as in a shell or a URL, where a plain word is a value */
    private int hideBare(int value, boolean adjacent) {
        if ("[{(".indexOf(charAt(value)) >= 0) {
            return value;
        }
        int end = value;
        while (end < text.length() && " \t\r\n,;&\"'".indexOf(text.charAt(end)) < 0 && !isEscape(end)) {
            end++;
        }
        while (end > value && ")]}".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        String bare = text.substring(value, end);
        boolean couldBeCode = bare.length() <= LONGEST_CODE;
        if (bare.isEmpty()
                || (couldBeCode && CONSTANT.matcher(bare).matches())
                || (couldBeCode && !adjacent && CODE.matcher(bare).matches())) {
            return value;
        }
        spans.hide(value, end);
        return end;
    }

    /** An escaped line end or quotation mark: the text stands in quotes itself and must keep them. */
    private boolean isEscape(int at) {
        return text.charAt(at) == '\\' && "\"'nrt".indexOf(charAt(at + 1)) >= 0;
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }

    private static boolean isNamePart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "_-.".indexOf(c) >= 0;
    }
}
