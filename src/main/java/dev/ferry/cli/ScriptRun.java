package dev.ferry.cli;

import dev.ferry.api.catalog.Catalogs;
import dev.ferry.guard.Confirmation;
import dev.ferry.guard.Lock;
import dev.ferry.guard.Mode;
import dev.ferry.journal.Origin;
import dev.ferry.output.Streams;
import dev.ferry.output.Streams.Stream;
import dev.ferry.profile.Environment;
import dev.ferry.profile.Folders;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Profiles;
import dev.ferry.runbook.Runbook;
import dev.ferry.script.Complaint;
import dev.ferry.script.FerryScript;
import dev.ferry.script.Interpreter;
import dev.ferry.script.ScriptCheck;
import dev.ferry.script.ScriptOptions;
import dev.ferry.script.Source;
import dev.ferry.script.analysis.Analysis;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/** Runs what is not typed at a prompt, and lets Ctrl-C end it. */
final class ScriptRun {
    private static final Set<String> HELP = Set.of("-h", "--help");

    private final MisplacedOptions misplaced;
    private final GlobalOptions options;
    private final Streams streams;
    private final Environment environment;

    /** @param ferry the outermost command, which has the options that are not the script's */
    ScriptRun(CommandSpec ferry, GlobalOptions options, Streams streams, Environment environment) {
        this.misplaced = new MisplacedOptions(ferry, options.words);
        this.options = options;
        this.streams = streams;
        this.environment = environment;
    }

    /** Whether the word names something that can be opened. */
    static boolean exists(String file) {
        try {
            return file.equals("-") || Files.exists(Path.of(file));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Whether texts may run; what is wrong with them is said, and nothing is sent. */
    private boolean passes(String name, String text, List<Source> texts) {
        if (options.noCheck) {
            return true;
        }
        List<Complaint> complaints = ScriptCheck.remembering(Folders.of(environment)).beforeRun(texts).stream()
                .map(each -> new Complaint(name, text, each))
                .toList();
        if (complaints.isEmpty()) {
            return true;
        }
        Complaint.print(complaints, streams, Stream.ERR);
        streams.err().println("Nothing was run. --no-check runs it all the same.");
        return false;
    }

    private boolean passes(Source source) {
        return passes(source.name(), source.text(), List.of(source));
    }

    /** Evaluates an expression and prints its value. */
    ExitCode evaluate(String expression, List<String> arguments) {
        Source source = Source.expression(expression);
        if (!options.words.contains("--")) {
            misplaced.refuse(arguments, name -> false);
        }
        if (!passes(source)) {
            return ExitCode.USAGE;
        }
        return runs(new ScriptIdentity("-e", expression, arguments), List.of(source), (bench, there) -> {
            Interpreter interpreter = bench.interpreter(there, confirmation(), () -> demand(bench, List.of(source)));
            recorded(bench, () -> Origin.expression(expression, arguments), () -> bench.printer()
                    .print(interpreter.run(source, arguments)));
        });
    }

    /** Runs a file; {@code -} is standard input. */
    ExitCode run(String file, List<String> arguments) throws IOException {
        return run(file, arguments, (bench, origin) -> {});
    }

    /** What is done before a run begins. */
    @FunctionalInterface
    interface Before {
        /**
         * Does it.
         *
         * @param origin what is going to run
         */
        void run(Workbench bench, Origin origin);
    }

    /** The same, with something to do before; that may stop it. */
    ExitCode run(String file, List<String> arguments, Before before) throws IOException {
        if (!exists(file)) {
            throw new UsageException("There is no file " + file + ".");
        }
        options.script = file.equals("-") ? null : Path.of(file);
        if (file.toLowerCase(Locale.ROOT).endsWith(".md")) {
            return runbook(file, arguments, before);
        }
        Source source = file.equals("-") ? Source.standardInput(streams.in()) : read(file);
        if (ScriptOptions.help(source, arguments, streams)) {
            return ExitCode.DONE;
        }
        misplaced.refuse(arguments, name -> ScriptOptions.declares(source, name));
        if (!passes(source)) {
            return ExitCode.USAGE;
        }
        return runs(new ScriptIdentity(file, source.text(), arguments), List.of(source), (bench, there) -> {
            Interpreter interpreter = bench.interpreter(there, confirmation(), () -> demand(bench, List.of(source)));
            Origin origin = Origin.file(Origin.Kind.SCRIPT, place(file), source.text(), arguments);
            before.run(bench, origin);
            recorded(bench, () -> origin, () -> interpreter.run(source, arguments));
        });
    }

    private ExitCode runbook(String file, List<String> arguments, Before before) {
        Runbook runbook;
        String text;
        try {
            text = Files.readString(Path.of(file));
            runbook = Runbook.of(file, text);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        if (!Collections.disjoint(ScriptOptions.beforeSeparator(arguments), HELP)) {
            streams.out().print(runbook.help());
            return ExitCode.DONE;
        }
        misplaced.refuse(arguments, name -> false);
        List<Source> steps = runbook.steps().stream().map(Runbook.Step::source).toList();
        if (!passes(file, text, steps)) {
            return ExitCode.USAGE;
        }
        runbook.check(new Analysis(FerryScript.class, FerryScript.class.getClassLoader())::completeness);
        return runs(new ScriptIdentity(file, text, arguments), steps, (bench, there) -> {
            Interpreter interpreter = bench.interpreter(there, confirmation(), () -> {});
            Origin origin = Origin.file(Origin.Kind.RUNBOOK, place(file), text, arguments);
            before.run(bench, origin);
            demand(bench, steps);
            recorded(bench, () -> origin, () -> runbook.run(interpreter, arguments));
        });
    }

    private ExitCode runs(ScriptIdentity script, List<Source> texts, BiConsumer<Workbench, Streams> work) {
        demandBeforeUnlocking(texts);
        try {
            return new PlannedRuns(options, streams, environment).run(script, (bench, there) -> {
                // Work is worth more than its log; what only reads has nothing to finish for a reader who is gone.
                streams.goOnWithoutOutput(
                        () -> !options.dryRun && (bench.record().id() != null || mayChange(bench, texts)));
                work.accept(bench, there);
            });
        } finally {
            streams.goOnWithoutOutput(() -> false);
        }
    }

    /**
     * Refuses a run without a plan for what it will certainly be refused for on its way.
     *
     * @throws dev.ferry.guard.RefusedException saying what is missing
     */
    private void demand(Workbench bench, List<Source> texts) {
        if (texts.stream().anyMatch(ScriptCheck::isWorthIt) && !options.dryRun && options.plan == null) {
            demand(bench.profile(), texts);
        }
    }

    private void demand(Profile profile, List<Source> texts) {
        boolean terminal = new Questions(streams).possible();
        // What an earlier process of the run has made is asked for no more; which part of it that is, no text says.
        boolean mayLack = !terminal || options.readOnly || (profile.readOnly() && !options.writable);
        if (options.noCheck || options.resumes || !mayLack) {
            return;
        }
        Needs needs = new Needs(options, profile, terminal);
        needs.ofScript(ScriptCheck.remembering(Folders.of(environment)).demands(texts));
        needs.demand(streams);
    }

    /** A profile that has to be unlocked is asked about before anything else; so is the rest of what is missing then. */
    private void demandBeforeUnlocking(List<Source> texts) {
        if (options.writable && options.sandbox == null && options.plan == null && !new Questions(streams).possible()) {
            Profiles.of(environment)
                    .profileFor(options.wishes())
                    .filter(profile -> Lock.asksFor(profile) && !options.confirm.contains(profile.name()))
                    .ifPresent(profile -> demand(profile, texts));
        }
    }

    /** The work of the run. That its output is incomplete is recorded too: the process ends with another code than the run. */
    private void recorded(Workbench bench, Supplier<Origin> origin, Runnable work) {
        bench.record().of(origin, () -> {
            work.run();
            if (bench.record().id() != null) {
                streams.lostOutput().ifPresent(bench.record().run()::note);
            }
        });
    }

    private boolean mayChange(Workbench bench, List<Source> texts) {
        // Only a text that says the name of a service may need a profile to be judged.
        return texts.stream().anyMatch(ScriptCheck::isWorthIt)
                && bench.mode().now() == Mode.WRITABLE
                && new ScriptCheck(Catalogs.of(Folders.of(environment))).mayChange(texts);
    }

    /** What can still be found from another folder. */
    private static String place(String file) {
        return file.equals("-")
                ? Origin.STANDARD_INPUT
                : Path.of(file).toAbsolutePath().normalize().toString();
    }

    private static Source read(String file) {
        try {
            return Source.file(Path.of(file));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static UsageException unreadable(String file, IOException e) {
        String why = e instanceof AccessDeniedException
                ? "access is denied"
                : Files.isDirectory(Path.of(file)) ? "it is a folder" : String.valueOf(e.getMessage());
        return new UsageException("Cannot read " + file + " (" + why + "); name a readable text file.", e);
    }

    Confirmation confirmation() {
        return options.sandbox != null || options.dryRun
                ? Confirmation.yesToAll()
                : new Questions(streams).confirmation(options);
    }
}
