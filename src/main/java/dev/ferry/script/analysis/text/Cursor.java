package dev.ferry.script.analysis.text;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The place of the cursor: which word it is in and what kind of word fits there.
 *
 * @param kind what is asked for
 * @param start first character of the word
 * @param end first character after the word
 * @param prefix the part of the word before the cursor; for an import the whole path
 * @param dot for a member, the first character of the operator before it, else {@code start}
 */
public record Cursor(Kind kind, int start, int end, String prefix, int dot) {

    public enum Kind {
        /** After a dot: a member of what stands before it. */
        MEMBER,
        /** After {@code .&} or {@code ::}: a method of what stands before it, not called. */
        POINTER,
        /** A name in scope or a named argument. */
        NAME,
        /** A class, after {@code new}, {@code as}, {@code instanceof} and the like. */
        TYPE,
        /** A package or class in an import. */
        IMPORT,
        /** Inside of the quotes of a text that may be an argument; the word is all of the text before the cursor. */
        TEXT,
        /** Nothing can be known: a string, a comment, a new name. */
        NOTHING
    }

    private static final Pattern IMPORT_LINE = Pattern.compile("^\\s*import\\s+(?:static\\s+)?([\\w.]*)$");
    private static final Pattern MEMBER_OPERATOR =
            Pattern.compile("(\\?\\?\\.|\\*\\.|\\?\\.|(?<!\\.)\\.&|::|\\.@|(?<!\\.)\\.)\\s*$");
    private static final Pattern TEMPLATE_PATH = Pattern.compile("(?<!\\\\)\\$([A-Za-z_]\\w*(?:\\.\\w*)*)$");
    private static final Pattern WORD_BEFORE = Pattern.compile("([A-Za-z_]\\w*)[ \\t]+$");
    private static final int WORD_LENGTH = 80;
    private static final Set<String> BEFORE_TYPE = Set.of("new", "as", "instanceof", "extends", "implements", "throws");
    private static final Set<String> BEFORE_NEW_NAME = Set.of(
            "def",
            "var",
            "class",
            "interface",
            "enum",
            "trait",
            "record",
            "package",
            "void",
            "int",
            "long",
            "boolean",
            "double",
            "String",
            "List",
            "Map");

    public static Cursor at(String text, int cursor) {
        Scan scan = Scan.upTo(text, cursor);
        boolean template = scan.inTemplate()
                && TEMPLATE_PATH.matcher(text.substring(0, cursor)).find();
        int start = cursor;
        while (start > 0 && isWordPart(text.charAt(start - 1), template)) {
            start--;
        }
        int end = cursor;
        while (end < text.length() && isWordPart(text.charAt(end), template)) {
            end++;
        }
        String prefix = text.substring(start, cursor);
        String head = text.substring(0, start);
        if (!scan.inCode() && !template) {
            Cursor quoted = quoted(text, cursor, scan);
            if (quoted != null) {
                return quoted;
            }
        }
        if ((!scan.inCode() && !template) || (!prefix.isEmpty() && Character.isDigit(prefix.charAt(0)))) {
            return new Cursor(Kind.NOTHING, cursor, cursor, "", cursor);
        }
        Matcher imported = IMPORT_LINE.matcher(text.substring(head.lastIndexOf('\n') + 1, cursor));
        if (imported.matches()) {
            return new Cursor(Kind.IMPORT, start, end, imported.group(1), start);
        }
        Matcher operator = MEMBER_OPERATOR.matcher(head.substring(Math.max(0, start - 200)));
        if (operator.find()) {
            boolean pointer =
                    operator.group(1).equals(".&") || operator.group(1).equals("::");
            int dot = Math.max(0, start - 200) + operator.start();
            return new Cursor(pointer ? Kind.POINTER : Kind.MEMBER, start, end, prefix, dot);
        }
        return new Cursor(nameKind(head), start, end, prefix, start);
    }

    /** The same for a question about the call: a text, a number or a new name stands for the argument. Null in a comment. */
    public static @Nullable Cursor inCall(String text, int cursor) {
        Cursor at = at(text, cursor);
        Scan scan = Scan.upTo(text, cursor);
        if (!scan.inCode() && at.kind() != Kind.MEMBER && at.kind() != Kind.NAME) {
            Scan.Open open = scan.open().get(scan.open().size() - 1);
            boolean comment =
                    open.delimiter().startsWith("//") || open.delimiter().equals("/*");
            int end = comment ? cursor : scan.endOfLiteral(text);
            return comment ? null : new Cursor(Kind.TEXT, open.offset(), end, "", open.offset());
        }
        if (at.kind() != Kind.NOTHING) {
            return at;
        }
        int start = cursor;
        while (start > 0 && isWordPart(text.charAt(start - 1), false)) {
            start--;
        }
        int end = cursor;
        while (end < text.length() && isWordPart(text.charAt(end), false)) {
            end++;
        }
        return new Cursor(Kind.TEXT, start, end, "", start);
    }

    /** The place inside of a text in quotes that follows a bracket, a comma or a colon; null elsewhere. */
    private static @Nullable Cursor quoted(String text, int cursor, Scan scan) {
        Scan.Open open = scan.open().get(scan.open().size() - 1);
        boolean quotes = open.delimiter().equals("'") || open.delimiter().equals("\"");
        String before = text.substring(0, open.offset()).stripTrailing();
        boolean opened = !before.isEmpty() && "([,:".indexOf(before.charAt(before.length() - 1)) >= 0;
        boolean command = WORD_BEFORE
                .matcher(text.substring(Math.max(0, open.offset() - WORD_LENGTH), open.offset()))
                .find();
        if (!quotes || !(opened || command)) {
            return null;
        }
        int start = open.offset() + 1;
        int end = cursor;
        while (end < text.length()
                && text.charAt(end) != '\n'
                && text.charAt(end) != open.delimiter().charAt(0)) {
            end++;
        }
        boolean closed = end < text.length() && text.charAt(end) != '\n';
        return new Cursor(Kind.TEXT, start, closed ? end : cursor, text.substring(start, cursor), open.offset());
    }

    private static Kind nameKind(String head) {
        if (head.endsWith("@")) {
            return Kind.NOTHING;
        }
        Matcher before = WORD_BEFORE.matcher(head.substring(Math.max(0, head.length() - WORD_LENGTH)));
        @Nullable String word = before.find() ? before.group(1) : null;
        if (word == null) {
            return Kind.NAME;
        }
        if (BEFORE_TYPE.contains(word)) {
            return Kind.TYPE;
        }
        return BEFORE_NEW_NAME.contains(word) ? Kind.NOTHING : Kind.NAME;
    }

    private static boolean isWordPart(char c, boolean template) {
        return Character.isJavaIdentifierPart(c) && !(template && c == '$') && !Character.isIdentifierIgnorable(c);
    }
}
