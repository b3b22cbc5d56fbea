package dev.ferry.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ferry completion}: a script for the shell around Ferry, made from the commands themselves. */
final class CompletionCommand implements Callable<Integer> {
    private final CommandLineInterface ferry;

    private String shell = "";

    CompletionCommand(CommandLineInterface ferry) {
        this.ferry = ferry;
    }

    CommandSpec spec() {
        CommandSpec command = Words.command(
                "completion",
                this,
                "Print a completion script for bash or zsh.",
                "To use it now: source <(ferry completion bash)");
        return command.addPositional(Words.word(it -> shell = it, "SHELL", "bash or zsh."));
    }

    @Override
    public Integer call() {
        if (!shell.equals("bash") && !shell.equals("zsh")) {
            throw new UsageException("There is no completion for '" + shell + "'; there is one for bash and zsh.");
        }
        // One script serves both: it loads zsh's bashcompinit by itself.
        ferry.streams().out().print(AutoComplete.bash("ferry", ferry.commandLine()));
        ferry.streams().out().flush();
        return ExitCode.DONE.number();
    }
}
