package dev.ferry.cli;

import dev.ferry.help.Entry;
import dev.ferry.help.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The commands and options of the command line as topics of help, in the words that {@code --help} has for them. */
final class CommandLineTopics {
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private CommandLineTopics() {}

    /** All of them. */
    static List<Entry> entries(CommandLineInterface ferry) {
        CommandLineTopics topics = new CommandLineTopics();
        topics.add(ferry.commandLine().getCommandSpec());
        return List.copyOf(topics.entries.values());
    }

    private void add(CommandSpec command) {
        String text = String.join(" ", command.usageMessage().description()).strip();
        String name = command.qualifiedName();
        if (command.parent() != null && !text.isEmpty()) {
            entries.put(name, Entry.of(Kind.COMMAND, name, name, text + " Its options: " + name + " --help."));
        }
        for (OptionSpec option : command.options()) {
            add(option, name);
        }
        for (CommandLine below : command.subcommands().values()) {
            add(below.getCommandSpec());
        }
    }

    /** An option of several commands is described by the outermost one, which is also the first. */
    private void add(OptionSpec option, String command) {
        List<String> names = Arrays.asList(option.names());
        String label = option.arity().max() > 0 ? " " + option.paramLabel() : "";
        String heading = String.join(", ", names) + label + ", an option of " + command;
        String text = String.join(" ", option.description());
        Entry entry = Entry.of(Kind.OPTION, option.longestName(), heading, text);
        entries.putIfAbsent(
                option.longestName(),
                new Entry(entry.kind(), entry.name(), names, entry.summary(), entry.words(), entry.lines()));
    }
}
