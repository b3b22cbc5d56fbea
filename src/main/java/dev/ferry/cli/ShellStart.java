package dev.ferry.cli;

import dev.ferry.guard.Confirmation;
import dev.ferry.output.Streams;
import dev.ferry.profile.Environment;
import dev.ferry.profile.Folders;
import dev.ferry.rehearsal.plan.PlanMaker;
import dev.ferry.shell.Setup;
import dev.ferry.shell.Shell;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** {@code ferry} by itself: the shell, on the sandbox when there is nobody to work for. */
final class ShellStart {
    private final GlobalOptions options;
    private final Streams streams;
    private final Environment environment;

    ShellStart(GlobalOptions options, Streams streams, Environment environment) {
        this.options = options;
        this.streams = streams;
        this.environment = environment;
    }

    /** Runs until it is left. */
    int run() {
        return run(Shell::new);
    }

    /** The same, on another terminal than that of the process. */
    int run(Function<Setup, Shell> open) {
        try (Workbench bench = Workbench.forShell(options, streams, environment)) {
            Setup setup = new Setup(
                    bench.profile(),
                    bench.mode(),
                    Folders.of(environment),
                    streams,
                    bench::interpreter,
                    failure -> Failure.code(failure).number(),
                    bench.format(),
                    prompt -> Confirmation.of(prompt, options.yes, options.confirm),
                    bench.watch(),
                    new AtomicBoolean(bench.profile().preferences().hints()),
                    () -> bench.sides().names(),
                    () -> CommandLineTopics.entries(new CommandLineInterface(streams, environment)),
                    bench.rehearsals(),
                    bench::heldAsFarAsKnown);
            int code = open.apply(setup).run();
            bench.endRehearsal().ifPresent(this::sayWhatIsLost);
            bench.record().end(code, "");
            return code;
        }
    }

    private void sayWhatIsLost(PlanMaker rehearsed) {
        int changes = rehearsed.plan("").changes().size();
        streams.err()
                .println("SIMULATED: the rehearsal has ended with the shell. "
                        + (changes == 0
                                ? "It had changed nothing."
                                : changes == 1
                                        ? "Its change was not made, and its plan is gone."
                                        : "None of its " + changes + " changes was made, and its plan is gone."));
    }
}
