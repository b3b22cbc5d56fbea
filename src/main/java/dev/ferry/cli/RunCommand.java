package dev.ferry.cli;

import dev.ferry.rehearsal.plan.PlanFile;
import dev.ferry.rehearsal.plan.Subject;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ferry run}: a script, a runbook, or standard input. */
final class RunCommand implements Callable<Integer> {
    private final CommandLineInterface ferry;
    private final GlobalOptions options;

    private String file = "";
    private List<String> arguments = List.of();

    RunCommand(CommandLineInterface ferry, GlobalOptions options) {
        this.ferry = ferry;
        this.options = options;
    }

    CommandSpec spec() {
        CommandSpec command = Words.command(
                "run",
                this,
                "Run a script (.groovy), a runbook (.md), or standard input (-).",
                "What follows FILE belongs to the script: 'ferry run FILE --help' shows its options.");
        options.addPlanTo(command);
        command.addOption(options.noCheck());
        command.addPositional(Words.optionalWord(
                it -> file = it, "FILE", "The script; - for standard input. With --plan that of the plan."));
        command.addPositional(Words.words(it -> arguments = it, "1..*", "ARGS", "What the script is given as args."));
        command.parser().stopAtPositional(true).caseInsensitiveEnumValuesAllowed(true);
        return command;
    }

    @Override
    public Integer call() throws Exception {
        options.check();
        if (file.isEmpty() && options.plan == null) {
            throw new UsageException("Missing: FILE. 'ferry run --help' shows what there is.");
        }
        if (file.isEmpty() && options.plan != null) {
            Subject subject = PlanFile.read(options.plan).plan().subject();
            if (!subject.isComplete()) {
                throw new UsageException(
                        "The plan does not have all that its run was given: name the script and its arguments again.");
            }
            return ferry.scripts(options)
                    .run(subject.script(), subject.arguments())
                    .number();
        }
        return ferry.scripts(options).run(file, arguments).number();
    }
}
