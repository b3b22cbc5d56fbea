package dev.ferry.script.analysis.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is open at a place in a text: brackets, strings, comments. A small scanner, because the parser only answers for
 * texts that are whole.
 */
public final class Scan {

    /** Something open: a bracket, a string's delimiter, <code>${</code>, or a comment. */
    public record Open(String delimiter, int offset) {}

    /** After these words a value is expected, so a slash begins a string. */
    private static final Set<String> BEFORE_VALUE =
            Set.of("return", "in", "case", "assert", "throw", "instanceof", "as", "else", "do", "new");

    /** A path and a blank, as a call without brackets begins; a value may be assigned or returned from it. */
    private static final Pattern COMMAND = Pattern.compile("\\s*(?:(?:[\\w.<>\\[\\]]+\\s+)?\\w+\\s*=\\s*|return\\s+)?"
            + "[A-Za-z_$][\\w.?]*[ \\t]+(?![-+*/%=<>&|?:.,;)}]|(?:in|as|instanceof)\\b)");

    private final String text;
    private final int end;
    private final Deque<Open> open = new ArrayDeque<>();
    /** Where the latest statement begins, by the number of things open around it. */
    private final Map<Integer, Integer> statements = new HashMap<>(Map.of(0, 0));

    /** Where the latest argument or element begins, likewise. */
    private final Map<Integer, Integer> arguments = new HashMap<>();

    private int at;
    private boolean valueBefore;
    private boolean mismatched;

    private Scan(String text, int end) {
        this.text = text;
        this.end = end;
    }

    /** Reads the text up to a place. */
    public static Scan upTo(String text, int end) {
        Scan scan = new Scan(text, end);
        scan.run();
        return scan;
    }

    /** What is open, outermost first. */
    public List<Open> open() {
        List<Open> list = new ArrayList<>(open);
        Collections.reverse(list);
        return list;
    }

    /** Whether the place is code, not the inside of a string or comment. */
    public boolean inCode() {
        return open.isEmpty() || isBracket(open.element().delimiter());
    }

    public boolean inLineComment() {
        return !open.isEmpty() && open.element().delimiter().equals("//");
    }

    /** Whether a string or comment that may span lines is open. */
    public boolean inLongText() {
        return open.stream().anyMatch(o -> Set.of("'''", "\"\"\"", "/*", "$/").contains(o.delimiter()));
    }

    /** Whether the place is inside a string in which {@code $} stands for a value. */
    public boolean inTemplate() {
        return !open.isEmpty()
                && Set.of("\"", "\"\"\"", "/", "$/").contains(open.element().delimiter());
    }

    /** Where the statement begins that is the innermost one around the outer {@code depth} open things. */
    public int statementStart(int depth) {
        List<Open> outer = open();
        int level = depth;
        while (level > 0 && !outer.get(level - 1).delimiter().endsWith("{")) {
            level--;
        }
        return statements.getOrDefault(level, 0);
    }

    /** Whether the place is between round or square brackets, not in a block within them. */
    public boolean inArguments() {
        return !open.isEmpty() && "([".contains(open.element().delimiter());
    }

    /** Where the argument or element begins that the place is in; the statement, where it is in none. */
    public int argumentStart() {
        List<Open> outer = open();
        int level = outer.size();
        while (level > 0 && !isBracket(outer.get(level - 1).delimiter())) {
            level--;
        }
        boolean argument = level > 0 && !outer.get(level - 1).delimiter().endsWith("{");
        return argument ? arguments.getOrDefault(level, 0) : statementStart(level);
    }

    /** How much of what follows belongs to the brackets that are open since the latest brace; to the line, where none is. */
    public int endOfBrackets(String tail) {
        int depth = open.size();
        for (Open each : open) {
            if (each.delimiter().endsWith("{")) {
                break;
            }
            depth--;
        }
        boolean none = depth == open.size();
        int line = tail.indexOf('\n');
        if (none || !inCode()) {
            return line < 0 ? tail.length() : line;
        }
        Scan rest = new Scan(text.substring(0, end) + tail, end + tail.length());
        rest.open.addAll(open);
        rest.at = end;
        while (rest.at < rest.end && rest.open.size() > depth) {
            rest.step();
        }
        return rest.at - end;
    }

    /** Where the string ends that the place is in, in the same text; a string that is never closed ends here. */
    public int endOfLiteral(String whole) {
        Scan rest = new Scan(whole, whole.length());
        rest.open.addAll(open);
        rest.at = end;
        int depth = open.size();
        while (rest.at < rest.end && rest.open.size() >= depth) {
            rest.step();
        }
        boolean closed = rest.open.size() < depth && whole.charAt(rest.at - 1) != '\n';
        return closed ? rest.at : end;
    }

    /** Whether a call's bracket is open here, or a statement stands here that could be a call without one. */
    public boolean mayBeInCall() {
        for (Open each : open) {
            if (each.delimiter().equals("(")) {
                return true;
            }
            if (each.delimiter().equals("{")) {
                break;
            }
        }
        return COMMAND.matcher(text.substring(statementStart(open.size()), end)).lookingAt();
    }

    /** Whether a closing bracket met another opening one than its own. */
    public boolean mismatched() {
        return mismatched;
    }

    public static boolean isBracket(String delimiter) {
        return delimiter.length() <= 2 && "([{${".contains(delimiter) && !delimiter.equals("$");
    }

    /** What closes an open thing. */
    public static String closing(String delimiter) {
        return switch (delimiter) {
            case "(" -> ")";
            case "[" -> "]";
            case "{", "${" -> "}";
            case "//" -> "\n";
            case "/*" -> "*/";
            case "$/" -> "/$";
            default -> delimiter;
        };
    }

    private void run() {
        while (at < end) {
            step();
        }
    }

    private void step() {
        if (inCode()) {
            code();
        } else {
            literal(open.element().delimiter());
        }
    }

    private void code() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            if (c == '\n') {
                valueBefore = false;
                newStatement(!continued());
            }
            at++;
        } else if (Character.isJavaIdentifierStart(c) && !looking("$/")) {
            word();
        } else if (Character.isDigit(c)) {
            at++;
            valueBefore = true;
        } else if (looking("//") || (at == 0 && looking("#!"))) {
            push("//", 2);
        } else if (looking("/*")) {
            push("/*", 2);
        } else if (looking("'''")) {
            push("'''", 3);
        } else if (looking("\"\"\"")) {
            push("\"\"\"", 3);
        } else if (c == '\'' || c == '"') {
            push(String.valueOf(c), 1);
        } else if (c == '/' && !valueBefore) {
            push("/", 1);
        } else if (looking("$/") && !valueBefore) {
            push("$/", 2);
        } else if ("([{".indexOf(c) >= 0) {
            push(String.valueOf(c), 1);
            valueBefore = false;
        } else if (")]}".indexOf(c) >= 0) {
            close(c);
        } else {
            newStatement(c == ';');
            if (c == ','
                    || (c == ':'
                            && !open.isEmpty()
                            && !open.element().delimiter().endsWith("{"))) {
                arguments.put(open.size(), at + 1);
            }
            at++;
            valueBefore = false;
        }
    }

    private void newStatement(boolean begins) {
        if (begins && (open.isEmpty() || open.element().delimiter().endsWith("{"))) {
            statements.put(open.size(), at + 1);
        }
    }

    /** Whether the line after the line end at this place goes on with the statement. */
    private boolean continued() {
        int next = at + 1;
        while (next < end && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return text.startsWith(".", next) || text.startsWith("?.", next) || text.startsWith("*.", next);
    }

    private void word() {
        int start = at;
        while (at < end && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        valueBefore = !BEFORE_VALUE.contains(text.substring(start, at));
    }

    private void close(char c) {
        at++;
        valueBefore = true;
        if (!open.isEmpty() && closing(open.element().delimiter()).charAt(0) == c) {
            open.pop();
        } else {
            mismatched = true;
        }
    }

    private void literal(String delimiter) {
        char c = text.charAt(at);
        String closing = closing(delimiter);
        boolean comment = delimiter.startsWith("//") || delimiter.equals("/*");
        if (c == '\\' && !comment && !delimiter.equals("$/")) {
            at = Math.min(end, at + 2);
        } else if (delimiter.equals("$/") && (looking("$$") || looking("$/"))) {
            at = Math.min(end, at + 2);
        } else if (looking(closing) && at + closing.length() <= end) {
            at += closing.length();
            open.pop();
            valueBefore = !comment;
        } else if (looking("${") && inTemplate()) {
            push("${", 2);
            valueBefore = false;
        } else if (c == '\n' && (delimiter.equals("'") || delimiter.equals("\""))) {
            // Such a string ends with its line, broken or not.
            open.pop();
        } else {
            at++;
        }
    }

    private boolean looking(String what) {
        return text.startsWith(what, at);
    }

    private void push(String delimiter, int length) {
        open.push(new Open(delimiter, at));
        at = Math.min(end, at + length);
        statements.put(open.size(), at);
        arguments.put(open.size(), at);
    }
}
