package dev.ferry.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ferry.output.Ink;
import dev.ferry.output.Printer;
import dev.ferry.output.Streams;
import dev.ferry.output.Suggestion;
import dev.ferry.output.TerminalText;
import dev.ferry.profile.Environment;
import dev.ferry.profile.Preferences;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.PicocliException;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The commands, how their words are read, and what becomes of their failures.
 *
 * <pre>{@code
 * int code = CommandLineInterface.run(List.of("-e", "1+1"), Streams.system(variables), Environment.system());
 * }</pre>
 */
public final class CommandLineInterface {
    /** Words of a line that tells of all commands; the -h among several letters behind one hyphen too. */
    private static final Pattern TELLS_OF_COMMANDS = Pattern.compile("-[^-]*h.*|--help|help|completion");

    private final Streams streams;
    private final Environment environment;
    private final RootCommand root = new RootCommand(this);
    private final Map<String, Supplier<CommandSpec>> table = table();
    private final CommandLine commandLine;

    CommandLineInterface(Streams streams, Environment environment) {
        this(streams, environment, name -> true);
    }

    private CommandLineInterface(Streams streams, Environment environment, Predicate<String> wanted) {
        this.streams = streams;
        this.environment = environment;
        this.commandLine = commands(wanted);
    }

    /**
     * Runs one command to its end.
     *
     * @return the number of an {@link ExitCode}
     */
    public static int run(List<String> args, Streams streams, Environment environment) {
        try (Interruption interruption = Interruption.ofThisThread(streams)) {
            if (args.isEmpty()) {
                return written(prompt(streams, environment), streams, environment);
            }
            CommandLineInterface ferry = new CommandLineInterface(streams, environment, neededFor(args));
            interruption.lastWords(() -> ferry.root.options.wayBack.get());
            return written(ferry.execute(args), streams, environment);
        }
    }

    /** A command whose output is not all there has not done all of its work; a reader that has enough of it is none. */
    private static int written(int code, Streams streams, Environment environment) {
        try {
            streams.out().flush();
        } catch (RuntimeException e) {
            return code == ExitCode.DONE.number()
                    ? Failure.report(e, streams, environment, false).number()
                    : code;
        }
        if (streams.lostOutput().isEmpty()) {
            return code;
        }
        streams.err().println(streams.lostOutput().get());
        return code == ExitCode.DONE.number() ? ExitCode.FAILED.number() : code;
    }

    /** A line that names one command does not wait for the options of all others; only what tells of commands needs them all. */
    private static Predicate<String> neededFor(List<String> args) {
        return args.stream().anyMatch(TELLS_OF_COMMANDS.asMatchPredicate()) ? name -> true : args::contains;
    }

    /** Without picocli: there is nothing to parse, and its classes, too old for a class archive, would keep the prompt waiting. */
    private static int prompt(Streams streams, Environment environment) {
        GlobalOptions options = new GlobalOptions();
        try {
            return new ShellStart(options, streams, environment).run();
        } catch (RuntimeException e) {
            return Failure.report(e, streams, environment, options.debug).number();
        }
    }

    private int execute(List<String> args) {
        root.options.words = List.copyOf(args);
        return commandLine.execute(args.toArray(String[]::new));
    }

    /** Every command by its name, in the order of the help. */
    private Map<String, Supplier<CommandSpec>> table() {
        Map<String, Supplier<CommandSpec>> commands = new LinkedHashMap<>();
        commands.put("run", () -> new RunCommand(this, root.options).spec());
        commands.put("resume", () -> new ResumeCommand(this, root.options).spec());
        commands.put("check", () -> new CheckCommand(this, root.options).spec());
        commands.put("ide", () -> new IdeCommand(this).spec());
        commands.put("sandbox", () -> new SandboxCommand(this, root.options).spec());
        commands.put("profile", () -> ProfileCommand.spec(this, root.options));
        commands.put("doctor", () -> new DoctorCommand(this, root.options).spec());
        commands.put("migrations", () -> MigrationsCommand.spec(this, root.options));
        commands.put("catalog", () -> CatalogCommand.spec(this, root.options));
        commands.put("journal", () -> JournalCommand.spec(this, root.options));
        commands.put("completion", () -> new CompletionCommand(this).spec());
        commands.put("help", () -> new HelpCommand(this).spec());
        return commands;
    }

    /** With those commands alone whose names are wanted. */
    private CommandLine commands(Predicate<String> wanted) {
        CommandSpec spec = root.spec();
        table.forEach((name, command) -> {
            if (wanted.test(name)) {
                Words.addTo(spec, command.get());
            }
        });
        CommandLine ferry = new CommandLine(spec, Words.FACTORY).setExpandAtFiles(false);
        ferry.setOut(inked(streams.out())).setErr(inked(streams.err()));
        ferry.setParameterExceptionHandler((e, args) -> misunderstood(e).number());
        ferry.setExecutionExceptionHandler((e, command, parsed) ->
                Failure.report(e, streams(), environment, root.options.debug).number());
        ferry.setExecutionStrategy(this::runOrHelp);
        return ferry;
    }

    /** Picocli writes escape sequences of its own into its help. */
    private static PrintWriter inked(OutputStream stream) {
        return new PrintWriter(stream, true, UTF_8) {
            @Override
            public void write(String text, int from, int length) {
                String inked = Ink.of(text.substring(from, from + length));
                super.write(inked, 0, inked.length());
            }
        };
    }

    /** Picocli prints help outside of what it guards: without this a full disk would show as frames of Java. */
    private int runOrHelp(ParseResult parsed) {
        try {
            root.options.checkAnswers();
            if (!root.options.formatGiven) {
                root.options.format = Preferences.of(environment).output();
            }
            return new RunLast().execute(parsed);
        } catch (PicocliException e) {
            throw e;
        } catch (RuntimeException e) {
            return Failure.report(e, streams(), environment, root.options.debug).number();
        }
    }

    /** The streams of this run, coloured or not as the options say. */
    Streams streams() {
        return root.options.noColor ? streams.withoutColour() : streams;
    }

    Environment environment() {
        return environment;
    }

    CommandLine commandLine() {
        return commandLine;
    }

    Set<String> commandNames() {
        return table.keySet();
    }

    Printer printer(GlobalOptions options) {
        return new Printer(streams(), options.format);
    }

    ScriptRun scripts(GlobalOptions options) {
        return new ScriptRun(commandLine.getCommandSpec(), options, streams(), environment);
    }

    int shell(GlobalOptions options) {
        return new ShellStart(options, streams(), environment).run();
    }

    private ExitCode misunderstood(ParameterException e) {
        CommandLine command = e.getCommandLine();
        String help = " '" + command.getCommandSpec().qualifiedName() + " --help' shows what there is.";
        streams.err().println(TerminalText.line(sentence(e, command)) + help);
        return ExitCode.USAGE;
    }

    private static String sentence(ParameterException e, CommandLine command) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().get(0);
            boolean option = word.startsWith("-");
            List<String> known = new ArrayList<>(
                    option
                            ? command.getCommandSpec().optionsMap().keySet()
                            : command.getSubcommands().keySet());
            String name = option ? word.replaceAll("=.*", "") : word;
            return "There is no " + (option ? "option '" : known.isEmpty() ? "parameter '" : "command '") + name + "'."
                    + Suggestion.didYouMean(name, known);
        }
        String message = String.valueOf(e.getMessage());
        if (e instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            message = "Missing: " + missing.getMissing().get(0).paramLabel();
        }
        // Picocli speaks of the types of Java.
        message = message.replaceFirst("is not an int$", "is not a whole number")
                .replaceFirst("is not a double$", "is not a number");
        return message.endsWith(".") ? message : message + ".";
    }
}
