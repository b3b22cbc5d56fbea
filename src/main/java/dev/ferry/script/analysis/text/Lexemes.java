package dev.ferry.script.analysis.text;

import groovyjarjarantlr4.v4.runtime.CharStreams;
import groovyjarjarantlr4.v4.runtime.LexerNoViableAltException;
import groovyjarjarantlr4.v4.runtime.Token;
import java.util.OptionalInt;
import org.apache.groovy.parser.antlr4.GroovyLangLexer;

/**
 * Reads the words of a text before the parser does. Some texts end the lexer itself, such as {@code "$5"}: the parser
 * then writes a line of its own to standard error, which must not happen while somebody types.
 */
public final class Lexemes {

    private Lexemes() {}

    /** Where the lexer cannot go on, as an offset; empty when the parser may be asked. */
    public static OptionalInt unreadable(String text) {
        GroovyLangLexer lexer = new GroovyLangLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        try {
            int type = lexer.nextToken().getType();
            while (type != Token.EOF) {
                type = lexer.nextToken().getType();
            }
            return OptionalInt.empty();
        } catch (LexerNoViableAltException e) {
            return OptionalInt.of(Math.min(text.length(), Math.max(0, e.getStartIndex())));
        } catch (RuntimeException | AssertionError e) {
            // Complaints that the parser repeats in its own, quiet way.
            return OptionalInt.empty();
        }
    }
}
