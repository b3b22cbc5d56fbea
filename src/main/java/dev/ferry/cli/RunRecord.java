package dev.ferry.cli;

import dev.ferry.api.catalog.Traces;
import dev.ferry.api.change.ChangeLog;
import dev.ferry.api.http.Answered;
import dev.ferry.journal.Journal;
import dev.ferry.journal.Judge;
import dev.ferry.journal.Origin;
import dev.ferry.journal.Reconciliation;
import dev.ferry.journal.Resumption;
import dev.ferry.journal.Run;
import dev.ferry.journal.RunFile;
import dev.ferry.journal.RunStart;
import dev.ferry.journal.Runs;
import dev.ferry.journal.Steps;
import dev.ferry.names.Names;
import dev.ferry.output.Streams;
import dev.ferry.profile.Environment;
import dev.ferry.profile.Folders;
import dev.ferry.profile.Profile;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The journal of one run of this process. Nothing of it is loaded before the first change. */
final class RunRecord implements AutoCloseable {
    private final boolean simulated;
    private final Streams streams;
    private final Environment environment;
    private final Supplier<Profile> profile;
    private final TargetNames names;
    private final Supplier<Map<String, String>> options;
    private boolean resumable;
    private Supplier<Origin> origin = Origin::shell;
    private @Nullable Run run;
    private @Nullable Resumption resumption;
    private @Nullable Steps steps;

    RunRecord(
            boolean simulated,
            Streams streams,
            Environment environment,
            Supplier<Profile> profile,
            Supplier<Names> names,
            Supplier<Map<String, String>> options) {
        this.options = options;
        this.simulated = simulated;
        this.streams = streams;
        this.environment = environment;
        this.profile = profile;
        this.names = new TargetNames(names);
    }

    /** Where the changes of this run are recorded. */
    ChangeLog log() {
        return change -> {
            @Nullable Resumption before = resumption();
            return before == null ? run().intend(change) : before.intend(change);
        };
    }

    /** Learns the names of things. */
    void hear(Answered answered) {
        names.hear(answered);
    }

    /** The run; it leaves nothing on the disk before it records something. */
    synchronized Run run() {
        if (run == null) {
            run = runs().begin(start());
        }
        return run;
    }

    /** The id of the run; null as long as it has recorded nothing. */
    @Nullable
    String id() {
        Run begun = begun();
        return begun == null ? null : begun.recorded().map(RunFile::id).orElse(null);
    }

    private Runs runs() {
        return new Runs(Folders.of(environment), Clock.systemUTC());
    }

    private RunStart start() {
        Profile whose = profile.get();
        return new RunStart(
                whose.name(), whose.environment(), origin.get(), simulated, names::of, streams::notice, options.get());
    }

    private synchronized @Nullable Resumption resumption() {
        return resumption;
    }

    /** Who records the steps of a script; those of a prompt, and of a sandbox that ends with the run, are nobody's business. */
    synchronized Steps steps() {
        if (steps == null) {
            steps = resumable && !simulated ? Steps.of(run(), streams::notice) : Steps.unrecorded();
        }
        return steps;
    }

    /**
     * Goes on with a run that has stopped; what it left open is settled first.
     *
     * @param leftOut told each change that it has made in a step which is not run again
     * @throws dev.ferry.guard.RefusedException when another process has it, or when nobody says what to do about something that
     *     cannot be known
     */
    synchronized void goOnWith(
            RunFile file,
            Origin from,
            Reconciliation reconciliation,
            Traces traces,
            Judge judge,
            Consumer<Journal.Made> leftOut) {
        origin = () -> from;
        Run reopened = runs().reopen(file, start());
        run = reopened;
        reconciliation.settle(file.journal(), reopened);
        resumption = new Resumption(file.journal(), reopened, traces, judge, streams::notice, leftOut);
        steps = resumption.steps();
    }

    /**
     * Does the work of the run and records how it ends.
     *
     * @param from what asks for its changes
     */
    void of(Supplier<Origin> from, Runnable work) {
        origin = from;
        resumable = true;
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            end(Failure.code(e).number(), e);
            sayHowToGoOn();
            throw e;
        }
        end(ExitCode.DONE.number());
    }

    private void sayHowToGoOn() {
        Run begun = begun();
        if (begun != null
                && origin.get().isFile()
                && !simulated
                && begun.recorded().isPresent()) {
            streams.err()
                    .println(
                            begun.hasLost()
                                    ? "Not all that this run has done is recorded: 'ferry resume " + begun.id()
                                            + "' looks what came of it, and goes on with it."
                                    : "What this run has done is recorded: 'ferry resume " + begun.id()
                                            + "' goes on with it.");
        }
    }

    private void end(int exitCode, Throwable failure) {
        try {
            end(exitCode);
        } catch (RuntimeException unrecorded) {
            failure.addSuppressed(unrecorded);
        }
    }

    /**
     * Records how the run ends.
     *
     * @throws dev.ferry.journal.JournalException when it has done something that is not recorded
     */
    void end(int exitCode) {
        Run begun = begun();
        if (begun != null) {
            begun.end(exitCode);
        }
    }

    private synchronized @Nullable Run begun() {
        return run;
    }

    @Override
    public void close() {
        Run begun = begun();
        if (begun != null) {
            begun.close();
        }
    }
}
