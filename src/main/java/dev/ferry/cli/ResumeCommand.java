package dev.ferry.cli;

import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Traces;
import dev.ferry.guard.RefusedException;
import dev.ferry.journal.Entry;
import dev.ferry.journal.Journal;
import dev.ferry.journal.JournalException;
import dev.ferry.journal.Judge;
import dev.ferry.journal.Origin;
import dev.ferry.journal.Reconciliation;
import dev.ferry.journal.RunFile;
import dev.ferry.journal.Runs;
import dev.ferry.journal.Service;
import dev.ferry.journal.UnknownRunException;
import dev.ferry.migration.Registry;
import dev.ferry.output.Secret;
import dev.ferry.output.ShellWord;
import dev.ferry.output.Streams;
import dev.ferry.profile.Folders;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ferry resume}: goes on with a run that has stopped. */
final class ResumeCommand implements Callable<Integer> {
    private static final String CREATE_MIGRATION = "createGroupLiveMigration";

    private final CommandLineInterface ferry;
    private final GlobalOptions options;

    private @Nullable String name;
    private List<String> arguments = List.of();

    ResumeCommand(CommandLineInterface ferry, GlobalOptions options) {
        this.ferry = ferry;
        this.options = options;
    }

    CommandSpec spec() {
        CommandSpec command = Words.command(
                "resume",
                this,
                "Go on with a run that was interrupted or has failed: what is done is not done again, and what was under way is looked"
                        + " for.",
                "Without RUN the only one that stopped; 'ferry journal list' shows all. ARGS take the place of all arguments of the run,"
                        + " which is needed where one of them held a secret.");
        command.addOption(options.noCheck());
        command.addPositional(Words.optionalWord(
                it -> name = it, "RUN", "The run: its id, the beginning or the last five letters of it, or last."));
        command.addPositional(Words.words(it -> arguments = it, "1..*", "ARGS", "What the script is given as args."));
        command.parser().stopAtPositional(true).caseInsensitiveEnumValuesAllowed(true);
        return command;
    }

    @Override
    public Integer call() throws Exception {
        options.check();
        if (options.sandbox != null) {
            throw new UsageException(
                    "A sandbox of a run ends with it, and nothing is left to go on with; leave out --sandbox.");
        }
        Runs runs = new Runs(Folders.of(ferry.environment()), Clock.systemUTC());
        RunFile file = name == null ? stopped(runs) : runs.find(name);
        Journal journal = file.trusted();
        Entry.Begun begun = journal.begun()
                .orElseThrow(() ->
                        new UnknownRunException("Run " + file.id() + " cannot be resumed: its journal " + file.file()
                                + " has no beginning. Either nothing was written, and then nothing was sent, or it was emptied:"
                                + " look at the services before you run it again."));
        if (begun.simulated()) {
            throw new UnknownRunException(
                    "Run " + file.id()
                            + " worked in a sandbox that ended with it: nothing is left to go on with. Run it again from the start.");
        }
        if (journal.finished().filter(end -> end.exitCode() == 0).isPresent()) {
            ferry.streams().err().println("Run " + file.id() + " finished; nothing to resume.");
            return ExitCode.DONE.number();
        }
        options.resumeWith(begun.options());
        if (options.profile == null && !begun.profile().equals(Profiles.FROM_ENVIRONMENT)) {
            options.profile = begun.profile();
        }
        demandSameServices(file, begun, journal);
        return goOn(file, begun.origin()).number();
    }

    /** What is done counts as done only at the services where it was done. Nothing is sent to find out. */
    private void demandSameServices(RunFile file, Entry.Begun begun, Journal journal) {
        Profile profile = Profiles.of(ferry.environment())
                .profileFor(options.wishes())
                .orElseThrow(() -> new NoCredentialsException("Run " + file.id() + " worked with profile "
                        + begun.profile() + ", and now there is neither a profile nor credentials."));
        if (!profile.name().equals(begun.profile())) {
            throw other(file, "with profile '" + begun.profile() + "'", "profile '" + profile.name() + "'");
        }
        List<Service> now = RunRecord.services(profile);
        for (Service then : services(begun, journal)) {
            Service there = now.stream()
                    .filter(each -> each.side() == then.side())
                    .findFirst()
                    .orElseThrow(() -> other(
                            file,
                            "with " + then.host() + " as " + then.side().binding(),
                            "a profile without that side"));
            if (!there.host().equals(then.host())) {
                throw other(
                        file,
                        "with " + then.host() + " as " + then.side().binding(),
                        there.host().toString());
            }
            if (!Objects.equals(there.organization(), then.organization())) {
                throw other(file, "in " + organization(then) + " of " + then.host(), organization(there));
            }
        }
    }

    private static String organization(Service service) {
        return service.organization() == null ? "no particular organization" : "organization " + service.organization();
    }

    private static UsageException other(RunFile file, String then, String now) {
        return new UsageException("Run " + file.id() + " worked " + then + ", but this is " + now
                + ". Nothing was sent. Give the profile, variables and settings that the run was started with.");
    }

    /** Where the run worked; older journals say so only of their changes. */
    private static List<Service> services(Entry.Begun begun, Journal journal) {
        return begun.services().isEmpty()
                ? journal.changes()
                        .map(Journal.Made::intent)
                        .map(intent -> new Service(intent.side(), intent.host(), null))
                        .distinct()
                        .toList()
                : begun.services();
    }

    /** Other credentials may belong to another organization, which nobody can tell without asking the service. */
    private void demandSameCredentials(Workbench bench, ScriptRun scripts, RunFile file) {
        file.journal()
                .changes()
                .map(Journal.Made::intent)
                .filter(intent -> !intent.who()
                        .equals(bench.sides()
                                .connections()
                                .to(intent.side())
                                .credentials()
                                .id()))
                .findFirst()
                .ifPresent(intent -> {
                    String now = bench.sides()
                            .connections()
                            .to(intent.side())
                            .credentials()
                            .id();
                    if (!scripts.confirmation()
                            .askForName(
                                    "Run " + file.id() + " called " + intent.host() + " as " + intent.who()
                                            + ", now it is " + now
                                            + ". If both belong to the same organization, the run can continue.",
                                    now)) {
                        throw new RefusedException("Not resumed: the credentials have changed.");
                    }
                });
    }

    private ExitCode goOn(RunFile file, Origin origin) throws IOException {
        Streams streams = ferry.streams();
        @Nullable String script = origin.file();
        ScriptRun scripts = ferry.scripts(options);
        if (!origin.isFile() || script == null) {
            if (!arguments.isEmpty()) {
                throw new UsageException("Run " + file.id() + " (" + origin.shown()
                        + ") takes no arguments. Nothing was sent. Options of Ferry go in front: ferry --read-only resume "
                        + file.id());
            }
            return settleOnly(file, origin, streams);
        }
        if (!Files.exists(Path.of(script))) {
            throw new UsageException(
                    "Run " + file.id() + " ran " + script + ", which no longer exists. Put it back, or run"
                            + " another script: ferry journal show " + file.id());
        }
        List<String> given = arguments.isEmpty() ? kept(file, origin) : arguments;
        return scripts.run(script, given, (bench, now) -> {
            demandSameCredentials(bench, scripts, file);
            boolean same = Objects.equals(now.sha256(), origin.sha256());
            if (!same
                    && !scripts.confirmation()
                            .ask(script + " has changed since run " + file.id()
                                    + " was started. Go on with it as it is now?")) {
                throw new RefusedException("Not resumed: " + script + " has changed since.");
            }
            settle(bench, file, now, streams);
            streams.notice("Resuming run " + file.id());
        });
    }

    private List<String> kept(RunFile file, Origin origin) {
        List<String> hidden = origin.arguments().stream()
                .filter(each -> each.contains(Secret.MASK))
                .toList();
        if (!hidden.isEmpty()) {
            throw new UsageException("The arguments of run " + file.id()
                    + " held a secret, which is not kept: give all of them again behind the run, as in 'ferry resume "
                    + file.id() + " "
                    + origin.arguments().stream().map(ShellWord::of).collect(Collectors.joining(" ")) + "'.");
        }
        return origin.arguments();
    }

    /** There is nothing that could be run again, but what was open can be found out. */
    private ExitCode settleOnly(RunFile file, Origin origin, Streams streams) {
        int open = Reconciliation.open(file.journal()).size();
        streams.err()
                .println(
                        "Run " + file.id() + " (" + origin.shown() + ") is in no file that could go on. Of its changes "
                                + (open == 0 ? "none is open." : open + (open == 1 ? " is open." : " are open.")));
        if (open > 0) {
            try (Workbench bench = Workbench.forScript(options, streams, ferry.environment())) {
                settle(bench, file, origin, streams);
            }
        }
        return ExitCode.DONE;
    }

    /** Makes the journal that of this process, once what was open in it is found out. */
    private void settle(Workbench bench, RunFile file, Origin origin, Streams streams) {
        Judge judge = judge(streams, file);
        Traces traces = new Traces(Catalogs.of(Folders.of(ferry.environment())));
        List<Journal.Made> made =
                bench.record().goOnWith(file, origin, reconciliation(bench, file, judge, streams), traces, judge);
        // What the rest of a plan lacks is said now, and not after hours.
        Needs needs = new Needs(options, bench.profile(), new Questions(streams).possible());
        needs.ofPlan(bench.madeBefore(made), List.of(), bench::roles);
        needs.demand(streams);
    }

    private Reconciliation reconciliation(Workbench bench, RunFile file, Judge judge, Streams streams) {
        return new Reconciliation(
                (intent, change) -> bench.sides().find(intent, change),
                intent -> remembered(bench, file, intent),
                judge,
                streams::notice);
    }

    /** A migration whose id came back before the run stopped, or was lost, and which somebody has found and taken over. */
    private static Optional<Reconciliation.Known> remembered(Workbench bench, RunFile file, Entry.Intended intent) {
        @Nullable String project = intent.values().get("groupId");
        if (project == null || !CREATE_MIGRATION.equals(intent.operation())) {
            return Optional.empty();
        }
        Registry registry = bench.sides().registry();
        return registry.startedBy(file.id(), intent.host(), project, intent.time())
                .map(id -> new Reconciliation.Known(
                        Map.of("_id", id), "the service has answered with the id " + id + ", which is remembered"))
                .or(() -> registry.takenOver(intent.host(), project, intent.time())
                        .map(id ->
                                new Reconciliation.Known(Map.of("_id", id), "what it made has been taken over since")));
    }

    private static Judge judge(Streams streams, RunFile file) {
        Questions questions = new Questions(streams);
        return new Judge() {
            @Override
            public Answer decide(String what) {
                if (!questions.possible()) {
                    throw new RefusedException(
                            what + " There is no terminal to ask on: once you know, 'ferry resume " + file.id()
                                    + "' at a terminal asks whether to send it or to take it as done. Nothing was sent.");
                }
                return answer(questions.ask(
                        what
                                + " Send it (send), take it as done (done, or done ID with the id of what it made, if the script needs"
                                + " it), or stop (stop)?",
                        "stop"));
            }

            @Override
            public boolean isThere() {
                return questions.possible();
            }
        };
    }

    private static Judge.Answer answer(String typed) {
        String[] words = typed.strip().split("\\s+", 2);
        return switch (words[0]) {
            case "send" -> new Judge.Answer(Judge.Decision.SEND, null);
            case "done" -> new Judge.Answer(Judge.Decision.TAKE_AS_DONE, words.length == 1 ? null : words[1]);
            default -> new Judge.Answer(Judge.Decision.STOP, null);
        };
    }

    /** The only run that changed something and stopped before its end. */
    private static RunFile stopped(Runs runs) {
        List<RunFile> stopped = runs.list().stream()
                .filter(run -> !run.isGoingOn())
                .filter(ResumeCommand::hasStopped)
                .toList();
        if (stopped.isEmpty()) {
            throw new UnknownRunException("No run was interrupted; nothing to resume."
                    + (runs.list().stream().allMatch(RunFile::isTrusted)
                            ? ""
                            : " Some journals are not as they were written: ferry journal verify"));
        } else if (stopped.size() > 1) {
            throw new UnknownRunException("Several runs were interrupted: "
                    + String.join(
                            ", ", stopped.stream().map(RunFile::id).limit(5).toList())
                    + ". Continue the newest with: ferry resume "
                    + stopped.get(0).id());
        }
        return stopped.get(0);
    }

    private static boolean hasStopped(RunFile run) {
        Journal journal;
        try {
            journal = run.journal();
        } catch (JournalException e) {
            // Nothing says that it stopped; `ferry journal verify` says what is wrong with it.
            return false;
        }
        boolean failed = journal.finished().map(end -> end.exitCode() != 0).orElse(true);
        return failed
                && journal.changes().findAny().isPresent()
                && journal.begun()
                        .map(begun -> !begun.simulated()
                                && (begun.origin().isFile()
                                        || !Reconciliation.open(journal).isEmpty()))
                        .orElse(false);
    }
}
