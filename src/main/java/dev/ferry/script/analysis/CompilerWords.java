package dev.ferry.script.analysis;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.syntax.SyntaxException;

/** What the compiler says, said for people. */
final class CompilerWords {

    private record Saying(Pattern pattern, String sentence) {}

    private static final List<Saying> SAYINGS = List.of(
            saying("Unexpected input: '<EOF>'.*|.*'<EOF>'.*", "The text ends in the middle of something."),
            saying("Unexpected input: '(.+?)'(?: @.*)?", "'%s' is not expected here."),
            saying("Unexpected character: '(.+?)'.*", "%s is not expected here."),
            saying("unable to resolve class ([\\w.$]+).*", "There is no class '%s'."),
            saying(
                    "The current scope already contains a variable of the name (\\w+).*",
                    "'%s' is declared already; leave out the type to give it another value."),
            saying("Missing '(.)'.*", "A '%s' is missing."),
            saying("expecting '?(.+?)'?, found.*", "'%s' is expected here."));

    private static final String OPEN = "The text ends in the middle: a bracket or a quote is not closed.";

    private CompilerWords() {}

    private static Saying saying(String pattern, String sentence) {
        return new Saying(Pattern.compile(pattern, Pattern.DOTALL), sentence);
    }

    /** A text that the parser cannot read. */
    static void unreadable(String text, Completeness read, Complaints complaints) {
        if (read instanceof Completeness.Invalid wrong) {
            complaints.add(wrong.line(), wrong.column(), wrong.column() + 1, said(wrong.message()), "");
            return;
        }
        // The outermost bracket or quote that nothing closes tells more than the end of the text does.
        List<Scan.Open> open = Scan.upTo(text, text.length()).open();
        int offset =
                open.isEmpty() ? text.stripTrailing().length() : open.get(0).offset();
        int line = 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
        int column = offset - text.lastIndexOf('\n', offset - 1);
        String what = open.isEmpty()
                ? "The text ends in the middle of something."
                : "'" + open.get(0).delimiter() + "' is not closed.";
        complaints.add(line, column, column + 1, what, "");
    }

    /** Something that the compiler refuses. */
    static void refused(SyntaxException error, Complaints complaints) {
        int line = error.getStartLine() - TypeCheck.LINES_BEFORE;
        int end = error.getEndLine() == error.getStartLine() ? error.getEndColumn() : Integer.MAX_VALUE;
        complaints.add(line, error.getStartColumn(), end, said(String.valueOf(error.getOriginalMessage())), "");
    }

    static String said(String message) {
        String plain =
                message.replaceAll("\\s*@ line \\d+, column \\d+\\.?", "").strip();
        for (Saying saying : SAYINGS) {
            Matcher matcher = saying.pattern().matcher(plain);
            if (matcher.matches()) {
                return matcher.groupCount() > 0 && matcher.group(1) != null
                        ? String.format(saying.sentence(), matcher.group(1))
                        : saying.sentence().replace("%s", "Something");
            }
        }
        String first = plain.lines().findFirst().orElse(OPEN).strip();
        String capital = first.isEmpty() ? OPEN : Character.toUpperCase(first.charAt(0)) + first.substring(1);
        return capital.endsWith(".") ? capital : capital + ".";
    }
}
