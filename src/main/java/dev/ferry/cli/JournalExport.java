package dev.ferry.cli;

import dev.ferry.journal.Audit;
import dev.ferry.journal.Journal;
import dev.ferry.journal.JournalException;
import dev.ferry.journal.Period;
import dev.ferry.journal.RunFile;
import dev.ferry.output.Arrangement;
import dev.ferry.output.Format;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ferry journal export}: who changed what, when, from where, with which result. */
final class JournalExport implements Callable<Integer> {
    private final CommandLineInterface ferry;
    private final GlobalOptions options;

    private @Nullable String since;
    private @Nullable String until;
    private @Nullable String operation;
    private boolean simulated;

    JournalExport(CommandLineInterface ferry, GlobalOptions options) {
        this.ferry = ferry;
        this.options = options;
    }

    CommandSpec spec() {
        CommandSpec command = Words.command(
                "export",
                this,
                "Print who changed what, when, from where, with which result: a row for each change of all runs.",
                "-o chooses the format, --profile the changes of one profile.");
        command.addOption(Words.option(
                        String.class,
                        it -> since = it,
                        "TIME",
                        "Changes from then on: so long ago (2h, 7d), a day (2026-11-22), a time (20:00), or both ('2026-11-22 20:00').",
                        "--since")
                .build());
        command.addOption(Words.option(
                        String.class, it -> until = it, "TIME", "Changes before then, written the same.", "--until")
                .build());
        command.addOption(Words.flag(
                        it -> simulated = it,
                        "Also changes of runs in a sandbox, which are SIMULATED; left out otherwise.",
                        "--simulated")
                .build());
        return command.addOption(Words.option(
                        String.class,
                        it -> operation = it,
                        "NAME",
                        "Changes by this operation, such as createCluster, or with this in their path.",
                        "--operation")
                .build());
    }

    @Override
    public Integer call() {
        options.check();
        Audit audit = new Audit(
                simulated,
                new Period(moment("--since", since, Instant.MIN), moment("--until", until, Instant.MAX)),
                Optional.ofNullable(options.profile),
                Optional.ofNullable(operation));
        boolean right = true;
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        List<RunFile> runs = new ArrayList<>(JournalCommand.runs(ferry).list());
        for (int i = runs.size() - 1; i >= 0; i--) {
            right &= add(rows, audit, runs.get(i));
        }
        // Runs that went on side by side are one story.
        rows.sort(Audit.BY_TIME);
        if (rows.isEmpty() && options.format == Format.TABLE) {
            ferry.streams()
                    .err()
                    .println("No recorded change fits."
                            + (simulated ? "" : " Changes in a sandbox are left out: --simulated shows them."));
        } else {
            print(rows);
        }
        return (right ? ExitCode.DONE : ExitCode.FAILED).number();
    }

    private void print(List<Map<String, @Nullable Object>> rows) {
        if (options.format == Format.TABLE) {
            ferry.printer(options)
                    .arranged(new Arrangement(Audit.FOR_PEOPLE, List.of(), false, null, false, null))
                    .print(Audit.forPeople(rows));
        } else {
            ferry.printer(options).print(options.format == Format.CSV ? Audit.forSpreadsheets(rows) : rows);
        }
    }

    /** @return whether the journal is as it was written, and all of it is understood; if not, people are told */
    private boolean add(List<Map<String, @Nullable Object>> rows, Audit audit, RunFile run) {
        try {
            Journal journal = run.journal();
            rows.addAll(audit.rows(run, journal));
            if (!journal.verdict().isTrusted()) {
                ferry.streams()
                        .err()
                        .println("Run " + run.id()
                                + (journal.entries().isEmpty()
                                        ? " is not exported: "
                                        : " is exported up to line "
                                                + journal.entries().size() + ": ")
                                + journal.verdict().sentence() + " (" + run.file() + ").");
            }
            journal.newerInWords().ifPresent(newer -> ferry.streams()
                    .err()
                    .println("Run " + run.id() + " is not exported whole: " + newer + "; 'ferry journal show "
                            + run.id() + " -o json' prints what it holds."));
            return journal.verdict().isTrusted() && journal.newer().isEmpty();
        } catch (JournalException e) {
            ferry.streams().err().println(e.getMessage());
            return false;
        }
    }

    private static Instant moment(String option, @Nullable String text, Instant whenNone) {
        try {
            return text == null ? whenNone : Period.moment(text, Clock.system(ZoneId.systemDefault()));
        } catch (IllegalArgumentException e) {
            throw new UsageException(option + ": " + e.getMessage(), e);
        }
    }
}
