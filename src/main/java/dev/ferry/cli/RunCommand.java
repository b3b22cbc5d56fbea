package dev.ferry.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ferry run}: a script, a runbook, or standard input. */
@Command(
        name = "run",
        description = {
            "Run a script (.groovy), a runbook (.md), or standard input (-).",
            "What follows FILE belongs to the script: 'ferry run FILE --help' shows its options."
        },
        sortOptions = false)
final class RunCommand implements Callable<Integer> {
    private final CommandLineInterface ferry;
    private final GlobalOptions options;

    @Parameters(index = "0", paramLabel = "FILE", description = "The script; - for standard input.")
    String file = "";

    @Parameters(index = "1..*", paramLabel = "ARGS", arity = "0..*", description = "What the script is given as args.")
    List<String> arguments = List.of();

    RunCommand(CommandLineInterface ferry, GlobalOptions options) {
        this.ferry = ferry;
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        options.check();
        return ferry.scripts(options).run(file, arguments).number();
    }
}
