package dev.ferry.javadoc;

import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.CommentVisitor;
import com.github.therapi.runtimejavadoc.Link;
import com.github.therapi.runtimejavadoc.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Javadoc as plain text for a terminal: tags gone, paragraphs filled to a width, examples left as they are. */
public final class JavadocText {
    private static final Pattern EXAMPLE = Pattern.compile("(?s)<pre>\\s*?\\n?(.*?)</pre>");
    private static final Pattern PARAGRAPH = Pattern.compile("(?i)<p>|<ul>|</ul>|<li>|\\n\\s*\\n");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*>");

    private JavadocText() {}

    /** A comment as lines. */
    public static List<String> lines(Comment comment, int width) {
        String html = html(comment);
        List<String> lines = new ArrayList<>();
        Matcher examples = EXAMPLE.matcher(html);
        int end = 0;
        while (examples.find()) {
            addParagraphs(html.substring(end, examples.start()), width, lines);
            separate(lines);
            examples.group(1).stripIndent().strip().lines().forEach(line -> lines.add("    " + unescaped(line)));
            end = examples.end();
        }
        addParagraphs(html.substring(end), width, lines);
        return lines;
    }

    /** A comment as one line. */
    public static String line(Comment comment) {
        return plain(html(comment));
    }

    /** The first sentence of a comment. */
    public static String firstSentence(Comment comment) {
        String text = plain(PARAGRAPH.split(html(comment), 2)[0]);
        Matcher stop = Pattern.compile("\\.(?=\\s|$)").matcher(text);
        return stop.find() ? text.substring(0, stop.end()) : text;
    }

    /** Breaks a text into lines between its words. */
    public static List<String> filled(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static void addParagraphs(String html, int width, List<String> lines) {
        for (String paragraph : PARAGRAPH.split(html, -1)) {
            String text = plain(paragraph);
            if (!text.isEmpty()) {
                separate(lines);
                lines.addAll(filled(text, width));
            }
        }
    }

    private static void separate(List<String> lines) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
    }

    private static String plain(String html) {
        return unescaped(TAG.matcher(html).replaceAll(""))
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }

    /** The text of a code tag is no HTML; escaped, it survives the removal of tags. */
    private static String escaped(String code) {
        return code.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String html(Comment comment) {
        StringBuilder text = new StringBuilder();
        comment.visit(new CommentVisitor() {
            /** How many braces of a code tag are open behind its own; -1 outside of one. */
            private int depth = -1;

            /** The library ends a code tag at the first brace that closes; the rest of the code comes as text. */
            @Override
            public void commentText(String value) {
                int at = 0;
                while (at < value.length() && depth >= 0) {
                    char letter = value.charAt(at++);
                    depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
                    if (depth >= 0) {
                        text.append(escaped(String.valueOf(letter)));
                    }
                }
                text.append(value, at, value.length());
            }

            @Override
            public void inlineLink(Link link) {
                text.append(link.getLabel());
            }

            @Override
            public void inlineTag(String name, String value) {
                text.append(escaped(value));
                int open = value.replaceAll("[^{]", "").length()
                        - value.replaceAll("[^}]", "").length();
                if (open > 0) {
                    text.append('}');
                    depth = open - 1;
                }
            }

            @Override
            public void inlineValue(Value value) {
                text.append(value.getReferencedMemberName());
            }
        });
        return text.toString();
    }
}
