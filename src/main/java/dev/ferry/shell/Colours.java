package dev.ferry.shell;

import dev.ferry.shell.command.Commands;
import java.util.Map;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours the line that is being typed. Only the sixteen colours of every terminal, so that the user's theme decides how they look. */
final class Colours implements Highlighter {
    private static final Map<GroovyScanner.Kind, AttributedStyle> STYLES = Map.of(
            GroovyScanner.Kind.KEYWORD, AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA),
            GroovyScanner.Kind.STRING, AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN),
            GroovyScanner.Kind.COMMENT, AttributedStyle.DEFAULT.faint(),
            GroovyScanner.Kind.NUMBER, AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN));
    private static final AttributedStyle COMMAND = AttributedStyle.DEFAULT.bold();

    @Override
    public AttributedString highlight(LineReader reader, String buffer) {
        AttributedStringBuilder line = new AttributedStringBuilder(buffer.length());
        if (Commands.isCommand(buffer)) {
            int end = Commands.endOfName(buffer);
            return line.append(buffer.substring(0, end), COMMAND)
                    .append(buffer.substring(end))
                    .toAttributedString();
        }
        for (GroovyScanner.Token token : GroovyScanner.scan(buffer)) {
            line.append(
                    buffer.substring(token.start(), token.end()),
                    STYLES.getOrDefault(token.kind(), AttributedStyle.DEFAULT));
        }
        return line.toAttributedString();
    }
}
