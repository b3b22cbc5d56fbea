package dev.ferry.shell.command;

import dev.ferry.journal.Journal;
import dev.ferry.journal.RunFile;
import dev.ferry.journal.RunRows;
import dev.ferry.journal.Runs;
import dev.ferry.journal.UnknownRunException;
import dev.ferry.journal.Verdict;
import dev.ferry.output.Format;
import dev.ferry.output.Printer;
import dev.ferry.output.Streams;
import dev.ferry.profile.Folders;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jspecify.annotations.Nullable;

/** {@code /runs [RUN]}. */
public record RunsCommand(Folders folders, Streams streams, Supplier<Format> format) implements Command {
    private static final int OFFERED = 30;

    @Override
    public String name() {
        return "/runs";
    }

    @Override
    public String arguments() {
        return "[RUN]";
    }

    @Override
    public String purpose() {
        return "Lists the runs that have changed something, or shows what one has recorded.";
    }

    private Runs runs() {
        return new Runs(folders, Clock.systemUTC());
    }

    @Override
    public void run(String arguments) {
        if (arguments.isEmpty()) {
            print(runs().list().stream().map(RunRows::of).toList(), "No run has changed anything yet.");
            return;
        }
        RunFile run;
        try {
            run = runs().find(arguments);
        } catch (UnknownRunException e) {
            CommandException unknown = new CommandException(String.valueOf(e.getMessage()));
            unknown.initCause(e);
            throw unknown;
        }
        Journal journal = run.journal();
        if (format.get() == Format.TABLE) {
            if (!journal.entries().isEmpty()) {
                print(RunRows.lines(journal), "");
            }
        } else {
            new Printer(streams, format.get()).print(RunRows.whole(journal));
        }
        journal.newerInWords().ifPresent(newer -> streams.err().println("Of this run, " + newer + "."));
        if (journal.verdict().state() != Verdict.State.WHOLE) {
            streams.err().println("Run " + run.id() + ": " + journal.verdict().sentence() + " (" + run.file() + ").");
        }
    }

    private void print(List<Map<String, @Nullable Object>> rows, String whenNone) {
        if (rows.isEmpty() && format.get() == Format.TABLE) {
            streams.err().println(whenNone);
        } else {
            new Printer(streams, format.get()).print(format.get() == Format.TABLE ? RunRows.forPeople(rows) : rows);
        }
    }

    @Override
    public List<Candidate> complete(String arguments) {
        return runs().list().stream()
                .limit(OFFERED)
                .map(run -> new Candidate(run.id(), run.id(), null, RunRows.inWords(run), null, null, true))
                .toList();
    }
}
