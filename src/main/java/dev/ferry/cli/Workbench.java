package dev.ferry.cli;

import dev.ferry.access.Access;
import dev.ferry.access.Verdict;
import dev.ferry.api.ApiSide;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.change.Change;
import dev.ferry.guard.Confirmation;
import dev.ferry.guard.Lock;
import dev.ferry.guard.Mode;
import dev.ferry.guard.SessionMode;
import dev.ferry.journal.Journal;
import dev.ferry.journal.Steps;
import dev.ferry.output.Format;
import dev.ferry.output.Printer;
import dev.ferry.output.Streams;
import dev.ferry.output.Streams.Stream;
import dev.ferry.profile.Environment;
import dev.ferry.profile.Folders;
import dev.ferry.profile.Preferences;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Profiles;
import dev.ferry.profile.SettingsException;
import dev.ferry.rehearsal.Rehearsal;
import dev.ferry.rehearsal.plan.Drift;
import dev.ferry.rehearsal.plan.DriftCheck;
import dev.ferry.rehearsal.plan.KeptPlan;
import dev.ferry.rehearsal.plan.PlanFile;
import dev.ferry.rehearsal.plan.PlanMaker;
import dev.ferry.rehearsal.plan.Planned;
import dev.ferry.rehearsal.plan.PlannedRun;
import dev.ferry.rehearsal.plan.Subject;
import dev.ferry.script.Interpreter;
import dev.ferry.script.Session;
import dev.ferry.shell.command.Rehearsals;
import dev.ferry.shell.command.Watch;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one run works with. Each part is made when it is first asked for. */
final class Workbench implements AutoCloseable {
    private static final String SANDBOX = "SANDBOX";

    private final GlobalOptions options;
    private final Streams streams;
    private final Environment environment;
    private final SessionMode mode = new SessionMode(Clock.systemUTC());
    private Confirmation confirmation = Confirmation.nobody();
    private Streams asking;
    private final Course course = new Course();
    private @Nullable Profile profile;
    private @Nullable Sides sides;
    private @Nullable Watch watch;
    private @Nullable RunRecord record;

    private Workbench(GlobalOptions options, Streams streams, Environment environment) {
        this.options = options;
        this.streams = streams;
        this.asking = streams;
        this.environment = environment;
    }

    /** For a script: without anybody to work for it runs all the same, until it says {@code atlas} or {@code cm}. */
    static Workbench forScript(GlobalOptions options, Streams streams, Environment environment) {
        if (options.sandbox != null) {
            Connections.scenario(options.sandbox);
            streams.err().println("SIMULATED: this runs in a sandbox, nothing in it is real.");
        }
        Workbench bench = new Workbench(options, streams, environment);
        if (options.writable) {
            // Asked now rather than in the middle of the script.
            bench.profile();
        }
        return bench;
    }

    /** For the shell: without anybody to work for it opens on the sandbox, and says so. */
    static Workbench forShell(GlobalOptions options, Streams streams, Environment environment) {
        options.atPrompt = true;
        if (options.sandbox != null) {
            return forScript(options, streams, environment);
        }
        Workbench bench = new Workbench(options, streams, environment);
        if (bench.resolved().isEmpty()) {
            streams.err()
                    .println(
                            "No profile and no credentials in the environment: this is the sandbox, SIMULATED. 'ferry profile add NAME'"
                                    + " adds a profile.");
            options.sandbox = GlobalOptions.STANDARD_SCENARIO;
        }
        return bench;
    }

    /**
     * Whom the run works for. Without profile and environment it has no sides.
     *
     * @throws dev.ferry.profile.SettingsException when the settings cannot be used
     * @throws dev.ferry.guard.RefusedException when changes were asked for, and whoever asked for them does not confirm it
     */
    synchronized Profile profile() {
        if (profile == null) {
            Profile found = options.sandbox != null
                    ? sandboxProfile()
                    : resolved().orElseGet(() -> new Profile("none", null, false, null, null, preferences()));
            profile = found;
            if (options.writable) {
                new Lock(found, mode, () -> new Questions(streams).confirmation(options)).unlock(null);
            } else if (!options.readOnly && !found.readOnly()) {
                mode.unlock();
            }
        }
        return profile;
    }

    /** The profile of options, environment and settings; empty when none of them says anything. */
    private Optional<Profile> resolved() {
        return Profiles.of(environment).profileFor(options.wishes());
    }

    /** Whether a change of a plan would be refused for want of a role, as far as that is known now. */
    Verdict roles(Planned planned) {
        int query = planned.path().indexOf('?');
        String path = query < 0 ? planned.path() : planned.path().substring(0, query);
        return Catalogs.of(Folders.of(environment))
                .match(planned.method(), path)
                .map(match -> sides().access()
                        .verdict(new Change(
                                planned.side(),
                                URI.create(planned.host()),
                                "",
                                planned.method(),
                                planned.path(),
                                Optional.of(match.operation()),
                                match.path(),
                                planned.body(),
                                planned.risk())))
                .orElse(Verdict.UNASKED);
    }

    /** What is wanted to be seen of calls. */
    synchronized Watch watch() {
        if (watch == null) {
            watch = Watch.of(options.verbose, options.debug);
        }
        return watch;
    }

    /** What is kept of the run. */
    synchronized RunRecord record() {
        if (record == null) {
            record = new RunRecord(
                    options.sandbox != null,
                    streams,
                    environment,
                    this::profile,
                    () -> sides().names(),
                    options::forResume,
                    options::consents);
            options.wayBack = record::wayBack;
        }
        return record;
    }

    /** What the run lets leave. */
    SessionMode mode() {
        profile();
        return mode;
    }

    Printer printer() {
        return new Printer(streams, format());
    }

    /** How values are printed. */
    Format format() {
        try {
            return options.formatGiven
                    ? options.format
                    : profile().preferences().output();
        } catch (SettingsException e) {
            // Settings that cannot be used are found by what needs a side; what needs none is printed all the same.
            return options.format;
        }
    }

    /**
     * An interpreter whose scripts see both sides, on these streams.
     *
     * @param beforeScripts done before the first line of a script; may refuse to run it
     */
    Interpreter interpreter(Streams streams, Confirmation confirmation, Runnable beforeScripts) {
        return interpreter(Session.builder()
                .streams(streams)
                .format(this::format)
                .confirmation(confirmation)
                .beforeScripts(beforeScripts));
    }

    /** An interpreter whose scripts see both sides, in a session that is set up but for them. */
    Interpreter interpreter(Session.Builder session) {
        Confirmation answers = session.confirmation();
        askThrough(answers, session.streams());
        session.confirmation(answers.heardBy(
                (question, option, yes) -> rehearsal().ifPresent(maker -> maker.asked(question, option, yes))));
        return new Interpreter(session.atlas(() -> sides().atlas())
                .cloudManager(() -> sides().cloudManager())
                .migrations(() -> sides().migrations())
                .steps(() -> mode().now() == Mode.REHEARSAL ? Steps.unrecorded() : record().steps())
                .simulated(options.sandbox != null)
                .usual(() -> profile().usualIds())
                .clock(course.clock())
                .sleeper(course.sleeper())
                .rehearsing(() -> course.rehearsing().isPresent())
                .compiledScripts(Folders.of(environment).cache().resolve("scripts"))
                .build());
    }

    /** What would be run, and on whose behalf. */
    Subject subject(ScriptIdentity script) {
        Profile whose = profile();
        String environment = whose.environment();
        return new Subject(
                script.name(),
                PlanFile.sum(script.text()),
                script.shownArguments(),
                whose.name(),
                environment == null ? "" : environment,
                sides().connections().parties());
    }

    /** Begins a rehearsal: from now on nothing that changes something leaves. */
    PlanMaker rehearse(ScriptIdentity script) {
        mode().rehearse(true);
        PlanMaker maker = new PlanMaker(subject(script), Catalogs.of(Folders.of(environment)));
        Sides there = sides();
        there.registry().rehearse(true);
        Rehearsal rehearsal = new Rehearsal(
                there::way,
                profile().preferences().rehearsalCalls(),
                change -> {
                    maker.changed(change);
                    there.sighted(change);
                },
                maker::note);
        maker.begin(rehearsal.clock(), rehearsal::isMadeUp);
        Access access = sides().access();
        access.forget();
        maker.askAccess(access);
        course.rehearse(new Course.Rehearsing(
                rehearsal, maker, change -> maker.confirmedBy(change, there.optionsInRehearsal(change))));
        return maker;
    }

    /** Ends the rehearsal and drops its twin; empty when there was none. */
    Optional<PlanMaker> endRehearsal() {
        Optional<Course.Rehearsing> ended = course.rehearsing();
        ended.ifPresent(it -> {
            course.rehearse(null);
            mode().rehearse(false);
            sides().registry().rehearse(false);
            it.rehearsal().close();
        });
        return ended.map(Course.Rehearsing::maker);
    }

    /** What is written down of the rehearsal that is going on. */
    Optional<PlanMaker> rehearsal() {
        return course.rehearsing().map(Course.Rehearsing::maker);
    }

    /** The rehearsals of a shell. */
    Rehearsals rehearsals() {
        return new Rehearsals() {
            @Override
            public void begin() {
                var unused = rehearse(new ScriptIdentity("the shell", "", List.of()));
            }

            @Override
            public Optional<PlanMaker> now() {
                return rehearsal();
            }

            @Override
            public Optional<PlanMaker> end() {
                return endRehearsal();
            }
        };
    }

    /** What a plan rests on and is different now. */
    List<Drift> drifts(KeptPlan kept) {
        return new DriftCheck(sides()::reader, Catalogs.of(Folders.of(environment))).of(kept);
    }

    /** Lets nothing leave but the next change of a plan. */
    void keepTo(PlannedRun run) {
        course.keepTo(run);
    }

    /**
     * Takes changes of its plan, if there is one, as made by earlier processes of the run.
     *
     * @return what of the plan is left
     */
    List<Planned> madeBefore(List<Journal.Made> changes) {
        return course.madeBefore(changes);
    }

    /** Ends what the run has opened: connections, and the sandbox if there is one. */
    @Override
    public void close() {
        Sides opened;
        RunRecord kept;
        synchronized (this) {
            opened = sides;
            kept = record;
        }
        var unused = course.rehearsing().isPresent() ? endRehearsal() : Optional.empty();
        if (opened != null) {
            opened.close();
        }
        if (kept != null) {
            kept.close();
        }
    }

    /** The roles that are held on a side where that has been asked before; nobody is asked now. */
    synchronized List<String> heldAsFarAsKnown(ApiSide side) {
        return sides == null ? List.of() : sides.access().heldAsFarAsKnown(side);
    }

    /** Both APIs of this run; nothing of them is made yet. */
    synchronized Sides sides() {
        if (sides == null) {
            sides = new Sides(
                    options,
                    streams,
                    environment,
                    this::profile,
                    mode(),
                    new CallReport(streams, watch()),
                    record(),
                    course);
            sides.guard().askThrough(confirmation, () -> asking.width(Stream.ERR));
        }
        return sides;
    }

    /** Whom changes are confirmed by; the sides may be made already, for their names. */
    private synchronized void askThrough(Confirmation answers, Streams shown) {
        confirmation = answers;
        asking = shown;
        if (sides != null) {
            sides.guard().askThrough(answers, () -> shown.width(Stream.ERR));
        }
    }

    private Profile sandboxProfile() {
        return new Profile("sandbox", SANDBOX, false, null, null, preferences());
    }

    private Preferences preferences() {
        return Profiles.of(environment).preferences(options.wishes());
    }
}
