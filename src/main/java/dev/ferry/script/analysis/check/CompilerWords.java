package dev.ferry.script.analysis.check;

import dev.ferry.script.analysis.text.Completeness;
import dev.ferry.script.analysis.text.Scan;
import dev.ferry.script.analysis.type.TypeCheck;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.syntax.SyntaxException;

/** What the compiler says, said for people. */
final class CompilerWords {

    private record Saying(Pattern pattern, String sentence) {}

    private static final List<Saying> SAYINGS = List.of(
            saying("Unexpected input: (a \\$ in .*)", "%s."),
            saying(".*'<EOF>'.*", "The text ends in the middle of something."),
            saying("unable to resolve class ([\\w.$]+).*", "There is no class '%s'."),
            saying(
                    "The current scope already contains a variable of the name (\\w+).*",
                    "'%s' is declared already; leave out the type to give it another value."),
            saying("Missing '(.)'.*", "A '%s' is missing."));

    private static final Pattern PLACE = Pattern.compile("\\s*@ line \\d+, column \\d+\\.?");
    private static final Pattern WORD = Pattern.compile("\\w+|\\S");
    private static final String UNREADABLE = "This cannot be read as Groovy.";

    private CompilerWords() {}

    private static Saying saying(String pattern, String sentence) {
        return new Saying(Pattern.compile(pattern, Pattern.DOTALL), sentence);
    }

    /** A text that the parser cannot read. */
    static void unreadable(String text, Completeness read, Complaints complaints) {
        if (read instanceof Completeness.Invalid wrong) {
            String word = wordAt(text, wrong.line(), wrong.column());
            complaints.add(
                    wrong.line(), wrong.column(), wrong.column() + word.length(), said(wrong.message(), word), "");
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

    /** The word or sign at a place. */
    private static String wordAt(String text, int line, int column) {
        List<String> lines = text.lines().toList();
        String rest = line <= lines.size() && column <= lines.get(line - 1).length()
                ? lines.get(line - 1).substring(column - 1)
                : "";
        Matcher word = WORD.matcher(rest);
        return word.lookingAt() ? word.group() : "";
    }

    private static String said(String message, String word) {
        boolean quote = word.equals("'") || word.equals("\"");
        if (quote && message.startsWith("Unexpected character")) {
            return "The text that begins here is not closed.";
        }
        boolean known = message.contains(" in double quotes") || message.contains("<EOF>") || word.isEmpty();
        return message.startsWith("Unexpected ") && !known ? "'" + word + "' is not expected here." : said(message);
    }

    /** Something that the compiler refuses. */
    static void refused(SyntaxException error, Complaints complaints) {
        int line = error.getStartLine() - TypeCheck.LINES_BEFORE;
        int end = error.getEndLine() == error.getStartLine() ? error.getEndColumn() : Integer.MAX_VALUE;
        complaints.add(line, error.getStartColumn(), end, said(String.valueOf(error.getOriginalMessage())), "");
    }

    private static String said(String message) {
        String plain = PLACE.matcher(message).replaceAll("").strip();
        for (Saying saying : SAYINGS) {
            Matcher matcher = saying.pattern().matcher(plain);
            if (matcher.matches()) {
                return matcher.groupCount() > 0
                        ? capital(saying.sentence().replace("%s", matcher.group(1)))
                        : saying.sentence();
            }
        }
        String sentence = capital(plain.lines().findFirst().orElse(UNREADABLE).strip());
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    private static String capital(String sentence) {
        return sentence.isEmpty() ? UNREADABLE : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
