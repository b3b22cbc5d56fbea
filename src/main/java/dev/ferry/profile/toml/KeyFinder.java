package dev.ferry.profile.toml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Goes over a text in TOML and notes where its keys stand. It reads no values, and stops at the first mistake it sees; whether something is
 * a mistake at all is for the parser to say.
 */
final class KeyFinder {
    private static final Pattern BARE_KEY = Pattern.compile("[A-Za-z0-9_-]");

    /** What a value without quotation marks may be: true, false, a number, a date or a time. */
    private static final Pattern BARE_VALUE = Pattern.compile(
            "true|false|[+-]?(?:inf|nan)|[+-]?\\d[\\d_]*(?:\\.\\d[\\d_]*)?(?:[eE][+-]?\\d[\\d_]*)?|0x[0-9A-Fa-f_]+|0o[0-7_]+|0b[01_]+"
                    + "|(?:\\d{4}-\\d{2}-\\d{2})?[Tt ]?(?:\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?(?:[Zz]|[+-]\\d{2}:\\d{2})?)?");

    /** A mistake and the index of the character where it is. */
    record Mistake(int index, String problem) {}

    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Mistake mistake;

        Stop(Mistake mistake) {
            super(mistake.problem(), null, false, false);
            this.mistake = mistake;
        }
    }

    private final String text;
    private final Map<List<String>, Integer> keys = new HashMap<>();
    private final Map<List<String>, Integer> values = new HashMap<>();
    private final Map<List<String>, Integer> headers = new HashMap<>();
    private final Map<List<String>, Integer> entries = new HashMap<>();
    private int at;
    private @Nullable Mistake mistake;
    private @Nullable Mistake repeated;

    /** Where the same name may come again: in the elements of a list. */
    private boolean inList;

    private KeyFinder(String text) {
        this.text = text;
    }

    static KeyFinder of(String text) {
        KeyFinder finder = new KeyFinder(text);
        try {
            finder.document();
        } catch (Stop e) {
            finder.mistake = e.mistake;
        }
        if (finder.mistake == null) {
            finder.mistake = finder.repeated;
        }
        return finder;
    }

    /** The first mistake; null when none was seen. */
    @Nullable
    Mistake mistake() {
        return mistake;
    }

    Optional<Place> key(List<String> path) {
        return Optional.ofNullable(keys.get(path)).map(index -> Place.of(text, index));
    }

    Optional<Place> value(List<String> path) {
        return Optional.ofNullable(values.get(path)).map(index -> Place.of(text, index));
    }

    private void document() {
        List<String> table = List.of();
        while (true) {
            gap(true);
            if (at >= text.length()) {
                return;
            }
            if (text.charAt(at) == '[') {
                int start = at;
                boolean several = text.startsWith("[[", at);
                at += several ? 2 : 1;
                inList |= several;
                table = dotted(List.of(), start);
                once(headers, table, start, "this table was begun before, in ");
                gap(false);
                expect(several ? "]]" : "]", "a table's name ends with " + (several ? "]]" : "]"));
            } else {
                entry(table);
            }
            gap(false);
            if (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '#') {
                throw stop(at, "there is more on the line than one setting");
            }
        }
    }

    private void entry(List<String> table) {
        int start = at;
        List<String> path = dotted(table, at);
        once(entries, path, start, "this setting was given before, in ");
        gap(false);
        expect("=", "'=' has to follow the name of a setting");
        gap(false);
        values.putIfAbsent(path, at);
        skipValue(path);
    }

    private void once(Map<List<String>, Integer> before, List<String> path, int start, String problem) {
        Integer first = before.putIfAbsent(path, start);
        if (first != null && repeated == null && !inList) {
            repeated =
                    new Mistake(start, problem + "line " + Place.of(text, first).line());
        }
    }

    /** A key with its dots, noted for itself and for each table on the way. */
    private List<String> dotted(List<String> table, int start) {
        List<String> path = new ArrayList<>(table);
        do {
            if (path.size() > table.size()) {
                at++;
            }
            gap(false);
            path.add(part());
            keys.putIfAbsent(List.copyOf(path), start);
            gap(false);
        } while (at < text.length() && text.charAt(at) == '.');
        return List.copyOf(path);
    }

    private String part() {
        char first = at < text.length() ? text.charAt(at) : '\n';
        if (first == '"' || first == '\'') {
            int start = at;
            string();
            return unescaped(text.substring(start + 1, at - 1), first);
        }
        int start = at;
        while (at < text.length()
                && BARE_KEY.matcher(text.substring(at, at + 1)).matches()) {
            at++;
        }
        if (at == start) {
            throw stop(at, "the name of a setting has to stand here, of letters, digits, '-' and '_'");
        }
        return text.substring(start, at);
    }

    private static String unescaped(String text, char quote) {
        return quote == '\'' ? text : text.replace("\\\"", "\"").replace("\\\\", "\\");
    }

    private void skipValue(List<String> path) {
        char first = at < text.length() ? text.charAt(at) : '\n';
        switch (first) {
            case '"', '\'' -> string();
            case '[' -> array(path);
            case '{' -> inline(path);
            default -> bare();
        }
    }

    private void bare() {
        int start = at;
        while (at < text.length() && ",]}#\n\r".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at).strip();
        if (word.isEmpty()) {
            throw stop(start, "a value is missing");
        }
        if (!BARE_VALUE.matcher(word).matches()) {
            throw stop(start, "a text has to stand in quotation marks; only true, false, numbers and dates do without");
        }
    }

    private void array(List<String> path) {
        int start = at++;
        inList = true;
        while (true) {
            gap(true);
            if (at >= text.length()) {
                throw stop(start, "the list that begins here has no ] at its end");
            }
            if (text.charAt(at) == ']') {
                at++;
                return;
            }
            skipValue(path);
            gap(true);
            if (at < text.length() && text.charAt(at) == ',') {
                at++;
            } else if (at < text.length() && text.charAt(at) != ']') {
                throw stop(at, "a comma has to stand between two values of a list");
            }
        }
    }

    private void inline(List<String> path) {
        int start = at++;
        gap(false);
        while (at < text.length() && text.charAt(at) != '}') {
            entry(path);
            gap(false);
            if (at < text.length() && text.charAt(at) == ',') {
                at++;
                gap(false);
            }
        }
        if (at >= text.length()) {
            throw stop(start, "the table that begins here has no } at its end");
        }
        at++;
    }

    private void string() {
        int start = at;
        String quote = text.substring(at, at + 1);
        String three = quote.repeat(3);
        boolean wide = text.startsWith(three, at);
        at += wide ? 3 : 1;
        String end = wide ? three : quote;
        while (!text.startsWith(end, at)) {
            if (at >= text.length() || (!wide && text.charAt(at) == '\n')) {
                throw stop(start, "the text that begins here has no quotation mark at its end");
            }
            at += quote.equals("\"") && text.charAt(at) == '\\' ? 2 : 1;
        }
        at += end.length();
        // A text in three quotation marks may end with one or two of its own.
        while (wide && text.startsWith(quote, at)) {
            at++;
        }
    }

    /** Skips blanks, and with {@code lines} line ends and remarks too. */
    private void gap(boolean lines) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#' && lines) {
                while (at < text.length() && text.charAt(at) != '\n') {
                    at++;
                }
            } else if (c == ' ' || c == '\t' || c == '\r' || (c == '\n' && lines)) {
                at++;
            } else {
                return;
            }
        }
    }

    private void expect(String wanted, String problem) {
        if (!text.startsWith(wanted, at)) {
            throw stop(at, problem);
        }
        at += wanted.length();
    }

    private static Stop stop(int index, String problem) {
        return new Stop(new Mistake(index, problem));
    }
}
