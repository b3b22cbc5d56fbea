package dev.ferry.shell.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** {@code /history [text]}. */
public record HistoryCommand(Supplier<List<String>> lines, PrintStream out) implements Command {
    private static final int SHOWN = 50;

    @Override
    public String name() {
        return "/history";
    }

    @Override
    public String arguments() {
        return "[text]";
    }

    @Override
    public String purpose() {
        return "Shows the last lines, or all those that contain a text.";
    }

    @Override
    public void run(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        List<String> found = lines.get().stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
        int skipped = text.isEmpty() ? Math.max(0, found.size() - SHOWN) : 0;
        found.stream().skip(skipped).forEach(line -> out.println(line.indent(2).stripTrailing()));
    }
}
