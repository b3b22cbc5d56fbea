package dev.ferry.cli;

import dev.ferry.api.ApiSide;
import dev.ferry.api.catalog.Risks;
import dev.ferry.api.catalog.Traces;
import dev.ferry.api.change.ChangeGuard;
import dev.ferry.api.change.ChangeLog;
import dev.ferry.api.http.Answered;
import dev.ferry.api.http.CallRecord;
import dev.ferry.journal.Journal;
import dev.ferry.journal.Judge;
import dev.ferry.journal.Origin;
import dev.ferry.journal.Reconciliation;
import dev.ferry.journal.Resumption;
import dev.ferry.journal.Run;
import dev.ferry.journal.RunFile;
import dev.ferry.journal.RunStart;
import dev.ferry.journal.Runs;
import dev.ferry.journal.Service;
import dev.ferry.journal.Steps;
import dev.ferry.names.Names;
import dev.ferry.output.ShellWord;
import dev.ferry.output.Streams;
import dev.ferry.profile.Environment;
import dev.ferry.profile.Folders;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Side;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The journal of one run of this process. Nothing of it is loaded before the first change. */
final class RunRecord implements AutoCloseable {
    private static final int TOLD = 5;

    private final boolean simulated;
    private final Streams streams;
    private final Environment environment;
    private final Supplier<Profile> profile;
    private final TargetNames names;
    private final Supplier<Map<String, String>> options;
    private final Supplier<List<String>> consents;
    private Thread script = Thread.currentThread();
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
            Supplier<Map<String, String>> options,
            Supplier<List<String>> consents) {
        this.options = options;
        this.consents = consents;
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
            return before == null ? steps().intend(change, run()) : before.intend(change);
        };
    }

    /** Decides about the changes that leave: about one that is answered from the journal there is nothing to decide. */
    ChangeGuard guard(ChangeGuard decides) {
        return decides.checkingBy(change -> {
            @Nullable Resumption before = resumption();
            if (before == null || !change.risk().changes() || !before.answers(change)) {
                decides.check(change);
            }
        });
    }

    /** A call of a script has ended. */
    void called(CallRecord call) {
        steps().called(Risks.reads(call.method()));
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
                whose.name(),
                whose.environment(),
                origin.get(),
                simulated,
                services(whose),
                names::of,
                streams::notice,
                options.get());
    }

    /** Where a profile leads to. No secret is read for that. */
    static List<Service> services(Profile profile) {
        List<Service> services = new ArrayList<>();
        for (ApiSide side : ApiSide.values()) {
            Side way = side == ApiSide.TARGET ? profile.target() : profile.source();
            if (way != null) {
                services.add(new Service(side, way.baseUrl(), way.home().organization()));
            }
        }
        return services;
    }

    private synchronized @Nullable Resumption resumption() {
        return resumption;
    }

    /** Who records the steps of a script; those of a prompt, and of a sandbox that ends with the run, are nobody's business. */
    synchronized Steps steps() {
        if (steps == null) {
            steps = resumable && !simulated ? Steps.of(run(), streams::notice, script) : Steps.unrecorded(script);
        }
        return steps;
    }

    /**
     * Goes on with a run that has stopped; what it left open is settled first.
     *
     * @return the changes that it has made, in their order
     * @throws dev.ferry.guard.RefusedException when another process has it, or when nobody says what to do about something that
     *     cannot be known
     */
    synchronized List<Journal.Made> goOnWith(
            RunFile file, Origin from, Reconciliation reconciliation, Traces traces, Judge judge) {
        origin = () -> from;
        Run reopened = runs().reopen(file, start());
        run = reopened;
        reconciliation.settle(file.journal(), reopened);
        Journal journal = file.journal();
        resumption = new Resumption(journal, reopened, traces, judge, streams::notice);
        steps = resumption.steps();
        return journal.changes().filter(Journal.Made::isDone).toList();
    }

    /**
     * Does the work of the run and records how it ends.
     *
     * @param from what asks for its changes
     */
    void of(Supplier<Origin> from, Runnable work) {
        origin = from;
        resumable = true;
        script = Thread.currentThread();
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            end(e);
            wayBack().map(Interrupted::new).ifPresent(e::addSuppressed);
            throw e;
        }
        sayWhatWasMissed();
        end(ExitCode.DONE.number(), "");
    }

    /** A script that computes other changes than before may have made some in the place of those that were there. */
    private void sayWhatWasMissed() {
        @Nullable Resumption before = resumption();
        List<Journal.Made> missed = before == null ? List.of() : before.steps().missed();
        if (!missed.isEmpty()) {
            streams.notice("The resumed script did not come again to " + missed.size()
                    + (missed.size() == 1 ? " change" : " changes")
                    + " that this run made before. Look whether it made others in their place: "
                    + missed.stream()
                            .limit(TOLD)
                            .map(made -> made.intent().name() + " (line "
                                    + made.intent().line() + ")")
                            .collect(Collectors.joining(", "))
                    + (missed.size() > TOLD ? ", …" : "") + ". Show them with: ferry journal show " + id());
        }
    }

    /** How the run is resumed; empty when there is nothing to resume. */
    Optional<String> wayBack() {
        Run begun = begun();
        if (begun == null
                || simulated
                || !origin.get().isFile()
                || begun.recorded().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of((begun.hasLost()
                        ? "The outcome of a change is not in the journal. Find it out and continue with: "
                        : "Progress is saved. Continue with: ")
                + Stream.of(List.of("ferry"), consents.get(), List.of("resume", begun.id()))
                        .flatMap(List::stream)
                        .map(ShellWord::of)
                        .collect(Collectors.joining(" ")));
    }

    /** Says how a run that has failed is resumed; travels with the failure, so that it is said last. */
    static final class Interrupted extends Exception {
        private static final long serialVersionUID = 1L;

        private Interrupted(String advice) {
            super(advice, null, false, false);
        }
    }

    private void end(Throwable failure) {
        try {
            Failure what = Failure.of(failure);
            end(what.code().number(), what.firstLine());
        } catch (RuntimeException unrecorded) {
            failure.addSuppressed(unrecorded);
        }
    }

    /**
     * Records how the run ends.
     *
     * @param reason why it did not end well, in one sentence; empty when it did
     * @throws dev.ferry.journal.JournalException when it has done something that is not recorded
     */
    void end(int exitCode, String reason) {
        Run begun = begun();
        if (begun != null) {
            begun.end(exitCode, reason);
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
