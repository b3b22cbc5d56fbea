package dev.ferry.shell.command;

import dev.ferry.api.catalog.Catalogs;
import dev.ferry.help.Asking;
import dev.ferry.help.Entry;
import dev.ferry.help.Help;
import dev.ferry.help.Kind;
import dev.ferry.help.Rows;
import dev.ferry.help.UnknownTopicException;
import dev.ferry.output.Streams;
import dev.ferry.output.Streams.Stream;
import dev.ferry.script.analysis.complete.Completions;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jline.reader.Candidate;

/** {@code /help [topic]}. What it says about the APIs is their Javadoc. */
public final class HelpCommand implements Command {
    private static final int WIDEST = 100;
    private static final int NAME_WIDTH = 28;

    /** What Tab offers before anything is typed: few enough to be read. */
    private static final Set<Kind> FIRST = EnumSet.of(Kind.WORD, Kind.COMMAND, Kind.FUNCTION, Kind.SCRIPT);

    private static final List<String[]> TOPICS = List.of(
            new String[] {"atlas", "the target: Atlas Administration API"},
            new String[] {"cm", "the source: Cloud Manager or Ops Manager"},
            new String[] {"migrations", "the live migrations that Ferry remembers, of all runs"},
            new String[] {
                "atlas.clusters.create", "one method: arguments, role, the fields of its body, a call to paste"
            },
            new String[] {
                "atlas.api", "every operation by its name; also a chapter or one: atlas.api Clusters, getCluster"
            },
            new String[] {"Cluster", "what a call gives; also a field of it: Cluster.stateName"},
            new String[] {"GROUP_NOT_FOUND", "an error: cause and next step; also a status or an exit code: 429, exit 3"
            },
            new String[] {"link token", "a word of the domain"},
            new String[] {"ORG_OWNER", "a role, and what needs it"},
            new String[] {"await", "a function of every script; so are step, table, json, yaml, csv"},
            new String[] {"/set", "one command; also a setting, an option, a variable: mode, --read-only, NO_COLOR"},
            new String[] {"move project", "whatever has these words"});

    private final Language language;
    private final Supplier<Commands> commands;
    private final Settings settings;
    private final Supplier<List<Entry>> options;
    private final Streams streams;
    private final Help help;

    /**
     * Help on a session.
     *
     * @param catalogs the operations that can be called by name
     * @param options what can be said of the command line
     */
    public HelpCommand(
            Language language,
            Catalogs catalogs,
            Supplier<Commands> commands,
            Settings settings,
            Supplier<List<Entry>> options,
            Streams streams) {
        this.language = language;
        this.commands = commands;
        this.settings = settings;
        this.options = options;
        this.streams = streams;
        this.help = new Help(catalogs, path -> language.analysis().resolve(path), this::own, Asking.PROMPT);
    }

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
        return "Explains the shell, or a topic: a call, an error code, a word, or what has some words.";
    }

    @Override
    public void run(String topic) {
        PrintStream out = streams.out();
        if (topic.isEmpty()) {
            overview(out);
            return;
        }
        try {
            help.lines(topic, width()).forEach(out::println);
        } catch (UnknownTopicException e) {
            boolean command = topic.startsWith("/");
            throw new CommandException(
                    command ? "There is no command " + topic + ". /help lists them." : String.valueOf(e.getMessage()));
        }
    }

    private int width() {
        return Math.min(streams.width(Stream.OUT), WIDEST);
    }

    /** What the session has of its own: commands, settings, and the options it was started with. */
    private List<Entry> own() {
        List<Entry> own = new ArrayList<>();
        commands.get().all().forEach(each -> {
            String heading = (each.name() + " " + each.arguments()).strip();
            own.add(Entry.of(Kind.COMMAND, each.name(), heading, each.purpose()));
        });
        settings.all().forEach(each -> {
            String heading = "/set " + each.name() + " " + String.join("|", each.values());
            String purpose = each.purpose();
            String text = Character.toUpperCase(purpose.charAt(0)) + purpose.substring(1) + ".";
            own.add(Entry.of(Kind.SETTING, each.name(), heading, text));
        });
        own.addAll(options.get());
        return own;
    }

    @Override
    public List<Candidate> complete(String arguments) {
        if (arguments.contains(".") && !arguments.contains("/")) {
            return members(arguments);
        }
        String begun = arguments.toLowerCase(Locale.ROOT);
        boolean named = begun.length() > 1;
        List<Candidate> candidates = new ArrayList<>(named ? List.of() : members(arguments));
        help.entries().stream()
                .filter(entry -> named || FIRST.contains(entry.kind()))
                // Calls are offered step by step, like in a line of Groovy.
                .filter(entry -> entry.kind() != Kind.METHOD && entry.kind() != Kind.SERVICE)
                .map(entry -> new Offer(entry, typed(entry)))
                .filter(offer -> offer.typed().toLowerCase(Locale.ROOT).startsWith(begun))
                .forEach(offer -> candidates.add(new Candidate(
                        offer.typed(),
                        offer.typed(),
                        offer.entry().kind().heading(),
                        offer.entry().summary().get(),
                        null,
                        null,
                        true)));
        return candidates;
    }

    private record Offer(Entry entry, String typed) {}

    /** A name as one word; an operation without its API. */
    private static String typed(Entry entry) {
        String name = entry.name();
        return entry.kind() == Kind.OPERATION ? name.substring(name.lastIndexOf('.') + 1) : name.replace(' ', '-');
    }

    /** The same names as in a line of Groovy, without what a call would need. */
    private List<Candidate> members(String arguments) {
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

    private void overview(PrintStream out) {
        Rows.filled(
                        "What you type is Groovy; the value of a line is printed. atlas is the target, cm the source:",
                        width())
                .forEach(out::println);
        out.println();
        out.println("  atlas.orgs");
        out.println("  shop = atlas.projects['shop']");
        out.println("  atlas.clusters.list(shop.id).findAll { it.stateName == 'IDLE' }*.name");
        out.println();
        Rows.filled(
                        "Tab completes names, arguments and files, and never calls anything. Ctrl-C stops a line, Ctrl-R"
                                + " searches the history, an arrow up searches what starts as you typed. Lines that start"
                                + " with a blank are not kept. F1 explains the call at the cursor, F2 turns hints and"
                                + " suggestions off and on; right and End take what is grey.",
                        width())
                .forEach(out::println);
        out.println();
        commands.get().all().forEach(each -> row((each.name() + " " + each.arguments()).strip(), each.purpose(), out));
        out.println();
        out.println("Topics for /help, among others:");
        TOPICS.forEach(topic -> row(topic[0], topic[1], out));
    }

    private void row(String name, String text, PrintStream out) {
        Rows.row(name, text, NAME_WIDTH, width()).forEach(out::println);
    }
}
