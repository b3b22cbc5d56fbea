package dev.ferry.script.analysis.text;

import groovy.lang.GroovyClassLoader;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;
import org.jspecify.annotations.Nullable;

/** Decides whether a text is whole. The parser decides; the scanner only tells why the parser stopped at the end. */
public final class Whole {

    /** A last word or sign after which Groovy wants more. */
    private static final Pattern UNFINISHED = Pattern.compile(
            "(?sm).*(?:[-+*/%&|^=<>!~?:,.]|\\\\|\\b(?:in|as|instanceof|new|extends|implements|throws|import|def|var|return|throw|else|do|try)|^\\s*@[\\w.]+(?:\\(.*\\))?)\\s*$");

    private static final CompilerConfiguration CONFIGURATION = new CompilerConfiguration();

    private Whole() {}

    public static Completeness of(String text) {
        OptionalInt unreadable = Lexemes.unreadable(text);
        if (unreadable.isPresent()) {
            return unreadable(text, unreadable.getAsInt());
        }
        SyntaxException error = error(text);
        if (error == null) {
            return text.stripTrailing().endsWith("\\") ? new Completeness.Incomplete() : new Completeness.Complete();
        }
        Scan scan = Scan.upTo(text, text.length());
        boolean open = !scan.open().isEmpty() && scan.inCode() && !scan.mismatched();
        if (open || scan.inLongText() || (isAtEnd(text, error) && isUnfinished(text, error))) {
            return new Completeness.Incomplete();
        }
        return new Completeness.Invalid(
                String.valueOf(error.getOriginalMessage()),
                Math.max(1, error.getLine()),
                Math.max(1, error.getStartColumn()));
    }

    /** The lexer stops at a sign that begins nothing; the one that people meet is a dollar in double quotes. */
    private static Completeness unreadable(String text, int stopped) {
        int offset = stopped > 0 && text.charAt(stopped - 1) == '$' ? stopped - 1 : stopped;
        int line = 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
        int column = offset - text.lastIndexOf('\n', offset - 1);
        return new Completeness.Invalid(
                "Unexpected input: a $ in double quotes needs a name or { after it, or \\$ for the sign itself",
                line,
                column);
    }

    private static boolean isUnfinished(String text, SyntaxException error) {
        return String.valueOf(error.getMessage()).contains("'<EOF>'")
                || UNFINISHED.matcher(code(text)).matches();
    }

    /** Whether nothing but blanks and one more sign follows the place of the error. */
    private static boolean isAtEnd(String text, SyntaxException error) {
        String[] lines = text.stripTrailing().split("\n", -1);
        int line = error.getLine();
        if (line >= lines.length) {
            String last = lines[lines.length - 1];
            return line > lines.length
                    || error.getStartColumn() >= last.stripTrailing().length() - 2;
        }
        return false;
    }

    private static String code(String text) {
        int comment = text.lastIndexOf("//");
        boolean inLastLine = comment > text.lastIndexOf('\n')
                && Scan.upTo(text, text.length()).inLineComment();
        return inLastLine ? text.substring(0, comment) : text;
    }

    private static @Nullable SyntaxException error(String text) {
        ErrorCollector errors = new ErrorCollector(CONFIGURATION);
        SourceUnit unit = new SourceUnit("text.groovy", text, CONFIGURATION, new GroovyClassLoader(), errors);
        try {
            unit.parse();
            unit.completePhase();
            unit.gotoPhase(Phases.CONVERSION);
            unit.convert();
            unit.completePhase();
            return null;
        } catch (MultipleCompilationErrorsException e) {
            return e.getErrorCollector().getErrors().stream()
                    .filter(SyntaxErrorMessage.class::isInstance)
                    .map(message -> ((SyntaxErrorMessage) message).getCause())
                    .findFirst()
                    .orElseGet(() -> new SyntaxException("This cannot be read.", 1, 1));
        } catch (CompilationFailedException | StackOverflowError | AssertionError e) {
            return new SyntaxException("This cannot be read.", 1, 1);
        }
    }
}
