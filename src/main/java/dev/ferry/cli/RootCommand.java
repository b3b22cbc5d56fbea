package dev.ferry.cli;

import dev.ferry.output.Suggestion;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code ferry}: the shell, {@code ferry FILE}, and {@code ferry -e}. */
final class RootCommand implements Callable<Integer> {
    private final CommandLineInterface ferry;

    final GlobalOptions options = new GlobalOptions();
    private @Nullable String expression;
    private List<String> words = List.of();

    RootCommand(CommandLineInterface ferry) {
        this.ferry = ferry;
    }

    CommandSpec spec() {
        CommandSpec command = Words.command(
                "ferry",
                this,
                "",
                "Moves MongoDB deployments from Cloud Manager or Ops Manager to Atlas, by hand and by script.",
                "");
        command.usageMessage()
                .synopsisHeading("Usage: ")
                .customSynopsis(
                        "ferry [OPTIONS]                  the shell",
                        "       ferry [OPTIONS] FILE [ARGS]      a script or a runbook",
                        "       ferry [OPTIONS] -e EXPRESSION    one expression",
                        "       ferry [OPTIONS] COMMAND");
        command.usageMessage().commandListHeading("%nCommands:%n");
        command.usageMessage()
                .footer(
                        "",
                        "Examples:",
                        "  ferry --sandbox run scripts/migrate-cluster.groovy",
                        "  ferry profile add acme",
                        "  ferry -P acme -o csv -e 'atlas.projects' > projects.csv");
        command.versionProvider(new Version());
        command.addOption(Words.option(
                        String.class,
                        it -> expression = it,
                        "EXPRESSION",
                        "Evaluate an expression and print its value.",
                        "-e",
                        "--eval")
                .build());
        options.addTo(command);
        options.addPlanTo(command);
        command.addOption(options.noCheck());
        command.addOption(Words.flag(it -> {}, "Show the version.", "--version")
                .versionHelp(true)
                .build());
        command.addPositional(PositionalParamSpec.builder(
                        Words.words(it -> words = it, "0..*", "FILE", "A script or a runbook, and what it is given."))
                .hidden(true)
                .build());
        // What follows a script's name is the script's own.
        command.parser()
                .stopAtPositional(true)
                .caseInsensitiveEnumValuesAllowed(true)
                // An expression may be the name of a command: ferry -e migrations.
                .allowSubcommandsAsOptionParameters(true);
        return command;
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
