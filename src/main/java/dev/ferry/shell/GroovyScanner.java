package dev.ferry.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a line of Groovy into coloured pieces. It never fails and never loads Groovy: half a line, an open string and plain nonsense all
 * come back as tokens, because colour has to be there with the first key, long before the compiler is.
 */
final class GroovyScanner {
    /** What a piece of text is to the eye. */
    enum Kind {
        KEYWORD,
        STRING,
        COMMENT,
        NUMBER,
        NAME,
        OTHER
    }

    /** A piece from {@code start} up to, not including, {@code end}. */
    record Token(Kind kind, int start, int end) {}

    private static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "as",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "continue",
            "def",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "if",
            "implements",
            "import",
            "in",
            "instanceof",
            "int",
            "interface",
            "long",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "record",
            "return",
            "short",
            "static",
            "super",
            "switch",
            "this",
            "throw",
            "throws",
            "trait",
            "true",
            "try",
            "var",
            "void",
            "while",
            "yield");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    private GroovyScanner(String text) {
        this.text = text;
    }

    /** The pieces of a text, in order and without gaps. */
    static List<Token> scan(String text) {
        GroovyScanner scanner = new GroovyScanner(text);
        while (scanner.position < text.length()) {
            scanner.next();
        }
        return List.copyOf(scanner.tokens);
    }

    private void next() {
        char c = text.charAt(position);
        if (text.startsWith("//", position)) {
            take(Kind.COMMENT, endOfLine());
        } else if (text.startsWith("/*", position)) {
            take(Kind.COMMENT, after("*/", position + 2));
        } else if (text.startsWith("'''", position) || text.startsWith("\"\"\"", position)) {
            take(Kind.STRING, closing(text.substring(position, position + 3), true));
        } else if (c == '\'' || c == '"') {
            take(Kind.STRING, closing(String.valueOf(c), false));
        } else if (c == '/' && opensPattern()) {
            take(Kind.STRING, closing("/", false));
        } else if (Character.isDigit(c)) {
            take(Kind.NUMBER, endOfNumber());
        } else if (Character.isJavaIdentifierStart(c)) {
            int end = endOfName();
            boolean keyword = KEYWORDS.contains(text.substring(position, end)) && !isMember();
            take(keyword ? Kind.KEYWORD : Kind.NAME, end);
        } else {
            take(Kind.OTHER, position + 1);
        }
    }

    private void take(Kind kind, int end) {
        tokens.add(new Token(kind, position, end));
        position = end;
    }

    private int endOfLine() {
        int end = text.indexOf('\n', position);
        return end < 0 ? text.length() : end;
    }

    private int after(String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found + mark.length();
    }

    /** The end of a string that opens here: its closing mark, or the end of the line (of the text when it may have many lines). */
    private int closing(String mark, boolean manyLines) {
        int at = position + mark.length();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (text.startsWith(mark, at)) {
                return at + mark.length();
            } else if (c == '\n' && !manyLines) {
                return at;
            }
            at++;
        }
        return text.length();
    }

    /** A slash opens a pattern where a value may stand, and divides after a value. */
    private boolean opensPattern() {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            String piece = text.substring(token.start, token.end);
            if (!piece.isBlank()) {
                return token.kind == Kind.KEYWORD || (token.kind == Kind.OTHER && !")]}".contains(piece));
            }
        }
        return false;
    }

    private int endOfNumber() {
        int end = position;
        while (end < text.length()) {
            char c = text.charAt(end);
            // A dot belongs to the number only before a digit: 1..5 is a range and 1.times a call.
            boolean decimal = c == '.' && end + 1 < text.length() && Character.isDigit(text.charAt(end + 1));
            if (!Character.isLetterOrDigit(c) && c != '_' && !decimal) {
                break;
            }
            end++;
        }
        return end;
    }

    private int endOfName() {
        int end = position;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** After a dot {@code in}, {@code default} and their like are names; before a colon they are keys. */
    private boolean isMember() {
        int end = endOfName();
        return (position > 0 && text.charAt(position - 1) == '.') || (end < text.length() && text.charAt(end) == ':');
    }
}
