package dev.ferry.cli;

import dev.ferry.api.change.ChangeLog;
import dev.ferry.api.http.Answered;
import dev.ferry.journal.Origin;
import dev.ferry.journal.Run;
import dev.ferry.journal.RunFile;
import dev.ferry.journal.RunStart;
import dev.ferry.journal.Runs;
import dev.ferry.names.Names;
import dev.ferry.output.Streams;
import dev.ferry.profile.Environment;
import dev.ferry.profile.Folders;
import dev.ferry.profile.Profile;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The journal of one run of this process. Nothing of it is loaded before the first change. */
final class RunRecord implements AutoCloseable {
    private final boolean simulated;
    private final Streams streams;
    private final Environment environment;
    private final Supplier<Profile> profile;
    private final TargetNames names;
    private Supplier<Origin> origin = Origin::shell;
    private @Nullable Run run;

    RunRecord(
            boolean simulated,
            Streams streams,
            Environment environment,
            Supplier<Profile> profile,
            Supplier<Names> names) {
        this.simulated = simulated;
        this.streams = streams;
        this.environment = environment;
        this.profile = profile;
        this.names = new TargetNames(names);
    }

    /** Where the changes of this run are recorded. */
    ChangeLog log() {
        return change -> run().intend(change);
    }

    /** Learns the names of things. */
    void hear(Answered answered) {
        names.hear(answered);
    }

    /** The run; it leaves nothing on the disk before it records something. */
    synchronized Run run() {
        if (run == null) {
            Profile whose = profile.get();
            run = new Runs(Folders.of(environment), Clock.systemUTC())
                    .begin(new RunStart(
                            whose.name(), whose.environment(), origin.get(), simulated, names::of, streams::notice));
        }
        return run;
    }

    /** The id of the run; null as long as it has recorded nothing. */
    @Nullable
    String id() {
        Run begun = begun();
        return begun == null ? null : begun.recorded().map(RunFile::id).orElse(null);
    }

    /**
     * Does the work of the run and records how it ends.
     *
     * @param from what asks for its changes
     */
    void of(Supplier<Origin> from, Runnable work) {
        origin = from;
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            end(Failure.code(e).number(), e);
            throw e;
        }
        end(ExitCode.DONE.number());
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
