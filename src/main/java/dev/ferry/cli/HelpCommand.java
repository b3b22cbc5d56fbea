package dev.ferry.cli;

import dev.ferry.api.catalog.Catalogs;
import dev.ferry.help.Asking;
import dev.ferry.help.Entry;
import dev.ferry.help.Help;
import dev.ferry.help.Kind;
import dev.ferry.help.UnknownTopicException;
import dev.ferry.output.Streams.Stream;
import dev.ferry.profile.Folders;
import dev.ferry.script.FerryScript;
import dev.ferry.script.analysis.Analysis;
import dev.ferry.script.analysis.type.Topic;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code ferry help}: explains what {@code /help} explains at the prompt, and the commands. Asks no service and needs no profile. */
final class HelpCommand implements Callable<Integer> {
    private static final int WIDEST = 100;

    private final CommandLineInterface ferry;
    private final CommandSpec spec;

    private List<String> words = List.of();

    HelpCommand(CommandLineInterface ferry) {
        this.ferry = ferry;
        this.spec = Words.command(
                "help",
                this,
                "Explain a topic, as /help does at the prompt: a command, a call, an error code, a role, a word.",
                "What is not the name of a topic is searched for.");
    }

    CommandSpec spec() {
        spec.usageMessage()
                .footer(
                        "",
                        "Examples:",
                        "  ferry help IP_ADDRESS_NOT_ON_ACCESS_LIST    an error: cause and next step; also 429, exit 3",
                        "  ferry help profile add                      a command",
                        "  ferry help atlas.clusters.create            a call: arguments, role, body, a call to paste",
                        "  ferry help atlas.api Clusters               operations by name; also one: getCluster",
                        "  ferry help Cluster.stateName                a field of what calls give; also all: Cluster",
                        "  ferry help link token                       a word of the domain",
                        "  ferry help ORG_OWNER                        a role, and what needs it",
                        "  ferry help -- --read-only                   an option; also a variable: NO_COLOR",
                        "  ferry help move project                     whatever has these words");
        return spec.addPositional(Words.words(it -> words = it, "0..*", "TOPIC", "What to explain."));
    }

    @Override
    public Integer call() {
        PrintStream out = ferry.streams().out();
        String topic = topic();
        Optional<CommandLine> command = command(topic);
        Help help = new Help(Catalogs.of(Folders.of(ferry.environment())), this::path, this::own, Asking.COMMAND_LINE);
        // Some commands have the name of what they are about: sandbox, profile.
        boolean named = help.entries().stream()
                .anyMatch(each -> each.kind() != Kind.COMMAND && each.name().equals(topic));
        if (command.isEmpty() || named) {
            lines(help, topic).forEach(out::println);
        }
        command.ifPresent(found -> {
            if (named) {
                out.println();
            }
            found.usage(out);
        });
        out.flush();
        return ExitCode.DONE.number();
    }

    /** The words; without any, an option that was given is meant itself, since it has nothing else to act on. */
    private String topic() {
        String topic = String.join(" ", words).strip();
        List<OptionSpec> given = spec.commandLine().getParseResult().matchedOptions();
        return topic.isEmpty() && !given.isEmpty() ? given.get(0).longestName() : topic;
    }

    /** The command of this name, with or without {@code ferry} before it; without a name, all of Ferry. */
    private Optional<CommandLine> command(String name) {
        CommandLine found = ferry.commandLine();
        for (String word : name.replaceFirst("^ferry\\b", "").strip().split("\\s+", -1)) {
            if (word.isEmpty()) {
                continue;
            }
            CommandLine below = found.getSubcommands().get(word);
            if (below == null) {
                return Optional.empty();
            }
            found = below;
        }
        return Optional.of(found);
    }

    private List<String> lines(Help help, String topic) {
        if (topic.matches("/[a-z]+")) {
            throw new UsageException(
                    "Commands of the shell are explained at its prompt: ferry, then /help " + topic + ".");
        }
        try {
            return help.lines(topic, Math.min(ferry.streams().width(Stream.OUT), WIDEST));
        } catch (UnknownTopicException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    private Optional<Topic> path(String path) {
        return new Analysis(FerryScript.class, FerryScript.class.getClassLoader()).resolve(path);
    }

    private List<Entry> own() {
        return CommandLineTopics.entries(ferry);
    }
}
