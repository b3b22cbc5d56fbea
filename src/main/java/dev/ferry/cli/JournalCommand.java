package dev.ferry.cli;

import dev.ferry.api.Timespan;
import dev.ferry.journal.Journal;
import dev.ferry.journal.JournalException;
import dev.ferry.journal.Pruning;
import dev.ferry.journal.RunFile;
import dev.ferry.journal.RunRows;
import dev.ferry.journal.Runs;
import dev.ferry.journal.Verdict;
import dev.ferry.migration.OpenMigrations;
import dev.ferry.migration.Registry;
import dev.ferry.output.Format;
import dev.ferry.profile.Folders;
import dev.ferry.profile.Key;
import dev.ferry.profile.Preferences;
import dev.ferry.profile.Profiles;
import dev.ferry.profile.Value;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ferry journal}: its subcommands. They read what runs have recorded, and call nothing. */
final class JournalCommand implements Callable<Integer> {
    private JournalCommand() {}

    static CommandSpec spec(CommandLineInterface ferry, GlobalOptions options) {
        CommandSpec journal = Words.command(
                "journal",
                new JournalCommand(),
                "What runs have changed: list, show, export, verify, prune.",
                "Every changing call is recorded before it leaves, and its outcome after, in a journal of its run.");
        List.of(
                        Words.command(
                                "list", new Listed(ferry, options), "List the runs that have recorded something."),
                        new Show(ferry, options).spec(),
                        new JournalExport(ferry, options).spec(),
                        new Verify(ferry, options).spec(),
                        new Prune(ferry, options).spec())
                .forEach(command -> Words.addTo(journal, command));
        return journal;
    }

    @Override
    public Integer call() {
        throw new UsageException("Say what to do: ferry journal list, show, export, verify or prune.");
    }

    static Runs runs(CommandLineInterface ferry) {
        return new Runs(Folders.of(ferry.environment()), Clock.systemUTC());
    }

    /** Prints rows; people are told when there are none. */
    static void print(
            List<Map<String, @Nullable Object>> rows,
            String whenNone,
            CommandLineInterface ferry,
            GlobalOptions options) {
        if (rows.isEmpty() && options.format == Format.TABLE) {
            ferry.streams().err().println(whenNone);
        } else {
            ferry.printer(options).print(options.format == Format.TABLE ? RunRows.forPeople(rows) : rows);
        }
    }

    /** {@code ferry journal list}. */
    private record Listed(CommandLineInterface ferry, GlobalOptions options) implements Callable<Integer> {
        @Override
        public Integer call() {
            options.check();
            List<RunFile> runs = runs(ferry).list();
            List<Map<String, @Nullable Object>> rows =
                    runs.stream().map(RunRows::of).toList();
            print(rows, "No run has changed anything yet.", ferry, options);
            long doubtful = runs.stream().filter(run -> !run.isTrusted()).count();
            if (doubtful > 0) {
                ferry.streams()
                        .err()
                        .println((doubtful == 1
                                        ? "1 journal is not as it was"
                                        : doubtful + " journals are not as they were")
                                + " written. See what is wrong: ferry journal verify");
            }
            return (doubtful == 0 ? ExitCode.DONE : ExitCode.FAILED).number();
        }
    }

    /** {@code ferry journal show}. */
    private static final class Show implements Callable<Integer> {
        private final CommandLineInterface ferry;
        private final GlobalOptions options;

        private String name = "";

        Show(CommandLineInterface ferry, GlobalOptions options) {
            this.ferry = ferry;
            this.options = options;
        }

        CommandSpec spec() {
            return Words.command("show", this, "Show what one run has recorded, line by line.")
                    .addPositional(Words.word(
                            it -> name = it, "RUN", "Its id, the beginning or the last letters of it, or last."));
        }

        @Override
        public Integer call() {
            options.check();
            RunFile run = runs(ferry).find(name);
            Journal journal = run.journal();
            if (options.format != Format.TABLE) {
                ferry.printer(options).print(RunRows.whole(journal));
            } else if (!journal.entries().isEmpty()) {
                print(RunRows.lines(journal), "", ferry, options);
            }
            journal.newerInWords()
                    .ifPresent(newer -> ferry.streams().err().println("Run " + run.id() + ": " + newer + "."));
            return tell(run, journal.verdict());
        }

        private int tell(RunFile run, Verdict verdict) {
            if (verdict.state() == Verdict.State.WHOLE) {
                return ExitCode.DONE.number();
            }
            ferry.streams().err().println("Run " + run.id() + ": " + verdict.sentence() + " (" + run.file() + ").");
            return (verdict.isTrusted() ? ExitCode.DONE : ExitCode.FAILED).number();
        }
    }

    /** {@code ferry journal verify}. */
    private static final class Verify implements Callable<Integer> {
        private final CommandLineInterface ferry;
        private final GlobalOptions options;

        private List<String> names = List.of();

        Verify(CommandLineInterface ferry, GlobalOptions options) {
            this.ferry = ferry;
            this.options = options;
        }

        CommandSpec spec() {
            return Words.command(
                            "verify",
                            this,
                            "Say whether journals are as they were written, and if not, in which line.",
                            "Exit code 1 when something was changed, inserted, removed or cut off, or a journal is gone.")
                    .addPositional(Words.words(it -> names = it, "0..*", "RUN", "Which runs; all when none is given."));
        }

        @Override
        public Integer call() {
            options.check();
            Runs runs = runs(ferry);
            List<RunFile> wanted = names.isEmpty()
                    ? runs.list()
                    : names.stream().map(runs::find).toList();
            boolean right = true;
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            for (RunFile run : wanted) {
                Map<String, @Nullable Object> row = row(run);
                right &= row.get("trusted") == Boolean.TRUE;
                rows.add(row);
            }
            print(rows, "There is no journal yet.", ferry, options);
            return (right ? ExitCode.DONE : ExitCode.FAILED).number();
        }

        private static Map<String, @Nullable Object> row(RunFile run) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("run", run.id());
            try {
                Journal journal = run.journal();
                Verdict verdict = journal.verdict();
                row.put("verdict", verdict.state().name());
                row.put("lines", journal.entries().size());
                row.put("line", verdict.line() == 0 ? null : verdict.line());
                row.put("reason", verdict.words());
                if (!journal.newer().isEmpty()) {
                    row.put("newer", journal.newer().size());
                }
                row.put("trusted", verdict.isTrusted());
            } catch (JournalException e) {
                row.put("verdict", "UNREADABLE");
                row.put("reason", e.getMessage());
                row.put("trusted", false);
            }
            return row;
        }
    }

    /** {@code ferry journal prune}. */
    private static final class Prune implements Callable<Integer> {
        private static final String OPTION = "--older-than";

        private final CommandLineInterface ferry;
        private final GlobalOptions options;

        private @Nullable String age;

        Prune(CommandLineInterface ferry, GlobalOptions options) {
            this.ferry = ferry;
            this.options = options;
        }

        CommandSpec spec() {
            CommandSpec command = Words.command(
                    "prune",
                    this,
                    "Forget old runs.",
                    "A run with an open migration, or with a change of which nobody knows whether it was made, stays.");
            return command.addOption(Words.option(
                            String.class,
                            it -> age = it,
                            "TIME",
                            "Those whose last line is older than this, such as 30d; usually keep_runs of the settings, 90d.",
                            OPTION)
                    .build());
        }

        @Override
        public Integer call() {
            options.check();
            Value wanted = age == null
                    ? Profiles.of(ferry.environment()).forAll().keepRuns()
                    : Preferences.USUAL.said(Key.KEEP_RUNS, age, OPTION).keepRuns();
            Folders folders = Folders.of(ferry.environment());
            Pruning pruning = runs(ferry).prune(Timespan.of(wanted.text()), OpenMigrations.of(Registry.in(folders)));
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            pruning.dropped().forEach(run -> rows.add(row(run, "forgotten", null)));
            pruning.kept().forEach(kept -> rows.add(row(kept.run(), "kept", kept.reason())));
            print(rows, "No run is older than " + wanted.text() + " (" + wanted.origin() + ").", ferry, options);
            return ExitCode.DONE.number();
        }

        private static Map<String, @Nullable Object> row(RunFile run, String what, @Nullable String reason) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("run", run.id());
            row.put("what", what);
            row.put("reason", reason);
            return row;
        }
    }
}
