package dev.ferry.shell.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code json atlas.orgs > orgs.json}: the output of a function that prints goes to a file. Behind such a call a comparison would mean
 * nothing, so the sign can be the shell's; within brackets and texts it stays Groovy's. The line becomes the call with {@code to:}, which
 * works in a script too.
 *
 * @param function the function that prints
 * @param arguments its arguments, as written
 * @param append whether the file is added to
 * @param overwrite whether nobody shall be asked when there is a file already
 * @param file the file as it was typed, without quotes
 */
public record Redirect(String function, String arguments, boolean append, boolean overwrite, String file) {
    private static final Pattern FUNCTION = Pattern.compile("\\s*(jsonl|json|yaml|csv|table|show)(?=[\\s(])");
    private static final Pattern SIGN = Pattern.compile("(>>|>\\||>(?![=>]))\\s*");
    private static final Pattern FILE = Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^\\s'\"(){}\\[\\],;]+)");

    /** The sign that a text has outside of brackets and quotes, last of all. */
    private record Sign(int start, int end, String text) {}

    /** The redirection of a line; empty when it is none, and then the line is Groovy as it stands. */
    public static Optional<Redirect> of(String line) {
        Matcher function = FUNCTION.matcher(line);
        @Nullable Sign sign = function.lookingAt() ? sign(line, function.end()) : null;
        if (sign == null) {
            return Optional.empty();
        }
        Matcher file = FILE.matcher(line.substring(sign.end()).strip());
        String given = line.substring(function.end(), sign.start()).strip();
        @Nullable String arguments = arguments(given);
        if (!file.matches() || arguments == null) {
            return Optional.empty();
        }
        String name = file.group(1) != null ? file.group(1) : file.group(2) != null ? file.group(2) : file.group(3);
        return Optional.of(new Redirect(
                function.group(1),
                arguments,
                sign.text().equals(">>"),
                sign.text().equals(">|"),
                Words.path(name).toString()));
    }

    /** Where the name of a file begins that is being typed at the end of a line; -1 when none is. */
    public static int fileStart(String before) {
        Matcher function = FUNCTION.matcher(before);
        @Nullable Sign sign = function.lookingAt() ? sign(before, function.end()) : null;
        if (sign == null || sign.end() == sign.start() + sign.text().length()) {
            return -1;
        }
        return before.substring(sign.end()).matches("[^\\s'\"(){}\\[\\],;]*") ? sign.end() : -1;
    }

    /** The line as Groovy. */
    public String groovy() {
        String path = file.replace("\\", "\\\\").replace("'", "\\'");
        String how = append ? ", append: true" : overwrite ? ", overwrite: true" : "";
        return function + "(" + arguments + ", to: '" + path + "'" + how + ")";
    }

    /** The same, whatever stands in the file now. */
    Redirect overwriting() {
        return new Redirect(function, arguments, append, true, file);
    }

    /** What stands between the brackets of the call; null when the brackets are not those of the whole call. */
    private static @Nullable String arguments(String given) {
        if (!given.startsWith("(")) {
            return given.isEmpty() ? null : given;
        }
        int close = closing(given);
        boolean whole = close == given.length() - 1 && close > 1;
        return whole ? given.substring(1, close).strip() : null;
    }

    private static int closing(String text) {
        int[] end = {-1};
        walk(text, 0, (at, depth) -> {
            if (end[0] < 0 && at > 0 && depth == 0 && text.charAt(at) == ')') {
                end[0] = at;
            }
        });
        return end[0];
    }

    private static @Nullable Sign sign(String line, int from) {
        Sign[] last = {null};
        walk(line, from, (at, depth) -> {
            boolean apart = depth == 0 && line.charAt(at) == '>' && Character.isWhitespace(line.charAt(at - 1));
            Matcher sign = SIGN.matcher(line).region(at, line.length());
            if (apart && sign.lookingAt()) {
                last[0] = new Sign(at, sign.end(), sign.group(1));
            }
        });
        return last[0];
    }

    @FunctionalInterface
    private interface Visitor {
        void at(int index, int depth);
    }

    /** Visits the signs of a text that are not within quotes, each with the number of brackets around it. */
    private static void walk(String text, int from, Visitor visitor) {
        Deque<Character> open = new ArrayDeque<>();
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'' || c == '"') {
                i = endOfText(text, i);
                continue;
            }
            if ("([{".indexOf(c) >= 0) {
                open.push(c);
            } else if (")]}".indexOf(c) >= 0 && !open.isEmpty()) {
                open.pop();
            }
            visitor.at(i, open.size());
        }
    }

    private static int endOfText(String text, int start) {
        String quote = text.substring(start, start + 1);
        String mark = text.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
        for (int i = start + mark.length(); i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.startsWith(mark, i)) {
                return i + mark.length() - 1;
            }
        }
        return text.length();
    }
}
