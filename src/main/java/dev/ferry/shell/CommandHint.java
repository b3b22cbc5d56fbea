package dev.ferry.shell;

import dev.ferry.shell.command.Command;
import java.util.List;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** What follows the name of a command, and what it does. */
record CommandHint(String form, String purpose) implements Hint {
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT.faint();

    static CommandHint of(Command command) {
        return new CommandHint((command.name() + " " + command.arguments()).strip(), command.purpose());
    }

    @Override
    public String topic() {
        return form.replaceAll(" .*", "");
    }

    @Override
    public List<AttributedString> lines(int width, int most, boolean coloured) {
        Stream<String> lines = most > 1 ? Stream.of(form, purpose) : Stream.of(form + "  " + purpose);
        return lines.map(line -> Hint.cut(new AttributedString(line, PLAIN), width))
                .toList();
    }
}
