package dev.ferry.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ferry.output.Printer;
import dev.ferry.output.Streams;
import dev.ferry.output.Suggestion;
import dev.ferry.profile.Environment;
import dev.ferry.profile.Preferences;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
    private final Streams streams;
    private final Environment environment;
    private final RootCommand root = new RootCommand(this);
    private final CommandLine commandLine;

    CommandLineInterface(Streams streams, Environment environment) {
        this.streams = streams;
        this.environment = environment;
        this.commandLine = commands();
    }

    /**
     * Runs one command to its end.
     *
     * @return the number of an {@link ExitCode}
     */
    public static int run(List<String> args, Streams streams, Environment environment) {
        try (Interruption interruption = Interruption.ofThisThread(streams)) {
            return args.isEmpty()
                    ? prompt(streams, environment)
                    : new CommandLineInterface(streams, environment).execute(args);
        }
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
        return commandLine.execute(args.toArray(String[]::new));
    }

    private CommandLine commands() {
        CommandSpec spec = root.spec();
        List.of(
                        new RunCommand(this, root.options).spec(),
                        new ResumeCommand(this, root.options).spec(),
                        new CheckCommand(this, root.options).spec(),
                        new IdeCommand(this).spec(),
                        new SandboxCommand(this, root.options).spec(),
                        ProfileCommand.spec(this, root.options),
                        new DoctorCommand(this, root.options).spec(),
                        MigrationsCommand.spec(this, root.options),
                        CatalogCommand.spec(this, root.options),
                        JournalCommand.spec(this, root.options),
                        new CompletionCommand(this).spec(),
                        new HelpCommand(this).spec())
                .forEach(command -> Words.addTo(spec, command));
        CommandLine ferry = new CommandLine(spec, Words.FACTORY);
        ferry.setOut(new PrintWriter(streams.out(), true, UTF_8)).setErr(new PrintWriter(streams.err(), true, UTF_8));
        ferry.setParameterExceptionHandler((e, args) -> misunderstood(e).number());
        ferry.setExecutionExceptionHandler((e, command, parsed) ->
                Failure.report(e, streams(), environment, root.options.debug).number());
        ferry.setExecutionStrategy(this::runOrHelp);
        return ferry;
    }

    /** Picocli prints help outside of what it guards: without this a full disk would show as frames of Java. */
    private int runOrHelp(ParseResult parsed) {
        try {
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
        return commandLine.getSubcommands().keySet();
    }

    Printer printer(GlobalOptions options) {
        return new Printer(streams(), options.format);
    }

    ScriptRun scripts(GlobalOptions options) {
        return new ScriptRun(options, streams(), environment);
    }

    int shell(GlobalOptions options) {
        return new ShellStart(options, streams(), environment).run();
    }

    private ExitCode misunderstood(ParameterException e) {
        CommandLine command = e.getCommandLine();
        String help = " '" + command.getCommandSpec().qualifiedName() + " --help' shows what there is.";
        streams.err().println(sentence(e, command) + help);
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
