package dev.ferry.shell.command;

import dev.ferry.api.catalog.Catalogs;
import dev.ferry.help.MethodHelp;
import dev.ferry.help.OperationTopics;
import dev.ferry.help.TypeHelp;
import dev.ferry.help.UnknownTopicException;
import dev.ferry.output.Streams;
import dev.ferry.output.Streams.Stream;
import dev.ferry.output.Suggestion;
import dev.ferry.script.analysis.Completions;
import dev.ferry.script.analysis.Topic;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jspecify.annotations.Nullable;

/** {@code /help [topic]}. What it says about the APIs is their Javadoc. */
public record HelpCommand(Language language, Catalogs catalogs, Supplier<Commands> commands, Streams streams)
        implements Command {
    private static final int WIDEST = 100;
    private static final List<String[]> TOPICS = List.of(
            new String[] {"atlas", "the target: Atlas Administration API"},
            new String[] {"cm", "the source: Cloud Manager or Ops Manager"},
            new String[] {"atlas.clusters.create", "one method, with its arguments, role and documentation"},
            new String[] {
                "atlas.api", "every operation by its name; also a chapter or one: atlas.api Clusters, getCluster"
            },
            new String[] {"await", "a function of every script; so are step, table, json, yaml, csv"},
            new String[] {"/set", "one command"});

    @Override
    public String name() {
        return "/help";
    }

    @Override
    public String arguments() {
        return "[topic]";
    }

    @Override
    public String purpose() {
        return "Explains the shell, or a topic such as atlas.clusters.create.";
    }

    @Override
    public void run(String topic) {
        PrintStream out = streams.out();
        // A topic copied from a line may still have its parentheses.
        String path = topic.replaceAll("\\(.*", "").strip();
        if (path.isEmpty()) {
            overview(out);
        } else if (path.startsWith("/")) {
            command(path, out);
        } else {
            try {
                lines(path).forEach(out::println);
            } catch (UnknownTopicException e) {
                throw new CommandException(String.valueOf(e.getMessage()));
            }
        }
    }

    @Override
    public List<Candidate> complete(String arguments) {
        if (arguments.startsWith("/")) {
            return commands.get().all().stream()
                    .map(each -> new Candidate(each.name(), each.name(), null, each.purpose(), null, null, true))
                    .toList();
        }
        // The same names as in a line of Groovy, without what a call would need.
        Optional<Completions> found = language.complete(arguments, arguments.length());
        return found.map(names -> names.candidates().stream()
                        .map(each -> each.value().replaceAll("[^A-Za-z0-9_].*", ""))
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .map(name -> arguments.substring(0, names.start()) + name)
                        .map(name -> new Candidate(name, name, null, null, null, null, false))
                        .toList())
                .orElse(List.of());
    }

    private List<String> lines(String path) {
        int width = Math.min(streams.width(Stream.OUT), WIDEST);
        OperationTopics operations = new OperationTopics(catalogs, width);
        List<String> byName = operations.named(path);
        if (!byName.isEmpty()) {
            return byName;
        }
        Optional<Topic> found = language.analysis().resolve(path);
        return found.isPresent() ? lines(found.get(), path, width) : otherwise(operations, path);
    }

    /** A name of an operation without its API, or words to look for. */
    private static List<String> otherwise(OperationTopics operations, String topic) {
        List<String> one = operations.operation(topic);
        List<String> lines = one.isEmpty() ? operations.found(topic) : one;
        if (lines.isEmpty()) {
            throw new CommandException("There is no help on '" + topic + "'."
                    + Suggestion.didYouMean(topic, operations.names()) + " /help lists topics.");
        }
        return lines;
    }

    private static List<String> lines(Topic topic, String path, int width) {
        if (topic.methods().isEmpty()) {
            return topic.type() instanceof Class<?> type ? new TypeHelp(path, type, width).lines() : List.of(path);
        }
        Method method = topic.methods().get(0);
        String last = path.substring(path.lastIndexOf('.') + 1);
        boolean property = method.getParameterCount() == 0 && !method.getName().equals(last);
        return property
                        && topic.type() instanceof Class<?> type
                        && type.getName().startsWith("dev.ferry.")
                ? new TypeHelp(path, type, width).lines()
                : new MethodHelp(path, topic.methods(), width).lines();
    }

    private void command(String name, PrintStream out) {
        @Nullable Command command = commands.get().find(name);
        if (command == null) {
            throw new CommandException("There is no command " + name + ". /help lists them.");
        }
        out.println((command.name() + " " + command.arguments()).strip());
        out.println();
        out.println(command.purpose());
    }

    private void overview(PrintStream out) {
        out.println("What you type is Groovy; the value of a line is printed. atlas is the target, cm the source:");
        out.println();
        out.println("  atlas.orgs");
        out.println("  shop = atlas.projects['shop']");
        out.println("  atlas.clusters.list(shop.id).findAll { it.stateName == 'IDLE' }*.name");
        out.println();
        out.println(
                "Tab completes names, arguments and files, and never calls anything. Ctrl-C stops a line, Ctrl-R searches");
        out.println(
                "the history, an arrow up searches what starts as you typed. Lines that start with a blank are not kept.");
        out.println(
                "F1 explains the call at the cursor, F2 turns hints and suggestions off and on; right and End take what is grey.");
        out.println();
        commands.get()
                .all()
                .forEach(each ->
                        out.printf("  %-24s %s%n", (each.name() + " " + each.arguments()).strip(), each.purpose()));
        out.println();
        out.println("Topics for /help, among others:");
        TOPICS.forEach(topic -> out.printf("  %-24s %s%n", topic[0], topic[1]));
    }
}
