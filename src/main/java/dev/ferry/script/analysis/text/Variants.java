package dev.ferry.script.analysis.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts that parse, made from one that may not: the marker stands where the cursor is, and what is open is closed. The
 * first variants keep the most, the last ones only the statement at the cursor.
 */
public final class Variants {

    /** The name that stands where the cursor is. */
    public static final String MARKER = "ferry__here__";

    private static final Pattern BEFORE_PARENTHESIS = Pattern.compile("\\b(if|while|for|switch|catch)\\s*$");
    private static final Pattern BEFORE_BRACE = Pattern.compile("(?:\\b(try|do)|\\b(switch)\\s*\\(.*\\))\\s*$");
    /** What may be missing after an expression: nothing, the other branch, a case's colon. */
    private static final List<String> SUFFIXES = List.of("", " : null", " {}", ":;");

    private Variants() {}

    /** The variants, most faithful first. */
    public static List<String> of(String text, Cursor cursor) {
        return of(text.substring(0, cursor.start()), MARKER, text.substring(cursor.end()));
    }

    /** The same with the marker as a member of the call that ends before the cursor. */
    public static List<String> behind(String text, int cursor) {
        return of(text.substring(0, cursor), "." + MARKER, text.substring(cursor));
    }

    /** One in which the marker stands for the whole argument at the cursor. */
    public static List<String> argument(String text, int cursor) {
        return of(text.substring(0, Scan.upTo(text, cursor).argumentStart()), " " + MARKER, "");
    }

    private static List<String> of(String before, String middle, String tail) {
        String head = before;
        String marker = middle;
        int dollar = head.lastIndexOf('$');
        Scan scan = Scan.upTo(head, head.length());
        if (dollar >= 0 && scan.inTemplate()) {
            // A path in a string without braces gets them, so that the marker is part of an expression.
            head = head.substring(0, dollar) + "${" + head.substring(dollar + 1);
            marker = marker + "}";
            scan = Scan.upTo(head, head.length());
        }
        Set<String> variants = new LinkedHashSet<>();
        variants.add(closed(head + marker + tail));
        variants.add(closed(head + marker + tail.substring(0, scan.endOfBrackets(tail))));
        List<String> heads = List.of(
                head,
                enclosing(head, scan),
                head.substring(scan.statementStart(scan.open().size())),
                head.substring(head.lastIndexOf('\n') + 1));
        for (String shorter : heads) {
            for (String suffix : SUFFIXES) {
                variants.add(closed(shorter + marker + suffix));
            }
        }
        return new ArrayList<>(variants);
    }

    /** Only what encloses the cursor: of every open block the statement that opens it, without those before. */
    private static String enclosing(String head, Scan scan) {
        StringBuilder kept = new StringBuilder();
        List<Scan.Open> open = scan.open();
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).delimiter().equals("{")) {
                kept.append(head, scan.statementStart(i), open.get(i).offset() + 1)
                        .append('\n');
            }
        }
        return kept.append(head.substring(scan.statementStart(open.size()))).toString();
    }

    /** The text with everything closed that is open at its end. */
    public static String closed(String text) {
        StringBuilder whole = new StringBuilder(text);
        List<Scan.Open> open = Scan.upTo(text, text.length()).open();
        for (int i = open.size() - 1; i >= 0; i--) {
            String before = text.substring(0, open.get(i).offset());
            String delimiter = open.get(i).delimiter();
            if (delimiter.equals("(")) {
                whole.append(parenthesis(before, text.substring(open.get(i).offset())));
            } else if (delimiter.equals("{")) {
                whole.append(brace(before));
            } else {
                whole.append(Scan.closing(delimiter));
            }
        }
        return whole.toString();
    }

    private static String parenthesis(String before, String inside) {
        Matcher keyword = BEFORE_PARENTHESIS.matcher(before);
        if (!keyword.find()) {
            return ")";
        }
        boolean classic = keyword.group(1).equals("for") && inside.contains(";");
        int semicolons = (int) inside.chars().filter(c -> c == ';').count();
        return (classic && semicolons < 2 ? ";" : "") + ") {}";
    }

    private static String brace(String before) {
        Matcher keyword = BEFORE_BRACE.matcher(before.substring(before.lastIndexOf('\n') + 1));
        if (!keyword.find()) {
            return "}";
        }
        return "try".equals(keyword.group(1))
                ? "} finally {}"
                : "do".equals(keyword.group(1)) ? "} while (false)" : "}";
    }
}
