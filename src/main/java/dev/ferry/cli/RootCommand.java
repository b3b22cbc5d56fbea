package dev.ferry.cli;

import dev.ferry.output.Suggestion;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ferry}: the shell, {@code ferry FILE}, and {@code ferry -e}. */
@Command(
        name = "ferry",
        synopsisHeading = "Usage: ",
        customSynopsis = {
            "ferry [OPTIONS]                  the shell",
            "       ferry [OPTIONS] FILE [ARGS]      a script or a runbook",
            "       ferry [OPTIONS] -e EXPRESSION    one expression",
            "       ferry [OPTIONS] COMMAND"
        },
        description = {
            "",
            "Moves MongoDB deployments from Cloud Manager or Ops Manager to Atlas, by hand and by script.",
            ""
        },
        versionProvider = Version.class,
        sortOptions = false)
final class RootCommand implements Callable<Integer> {
    private final CommandLineInterface ferry;

    @Mixin
    final GlobalOptions options = new GlobalOptions();

    @Option(
            names = {"-e", "--eval"},
            paramLabel = "EXPRESSION",
            description = "Evaluate an expression and print its value.")
    @Nullable
    String expression;

    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    boolean version;

    @Parameters(paramLabel = "FILE", hidden = true, arity = "0..*")
    List<String> words = List.of();

    RootCommand(CommandLineInterface ferry) {
        this.ferry = ferry;
    }

    @Override
    public Integer call() throws Exception {
        options.check();
        if (expression != null) {
            return ferry.scripts(options).evaluate(expression, words).number();
        }
        if (words.isEmpty()) {
            return ferry.shell(options);
        }
        String file = words.get(0);
        if (!ScriptRun.exists(file) && !file.contains("/") && !file.contains(".")) {
            throw new UsageException("There is no command and no file '" + file + "'."
                    + Suggestion.didYouMean(file, ferry.commandNames()) + " 'ferry --help' lists the commands.");
        }
        return ferry.scripts(options).run(file, words.subList(1, words.size())).number();
    }
}
