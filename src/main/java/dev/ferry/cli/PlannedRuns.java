package dev.ferry.cli;

import dev.ferry.access.Verdict;
import dev.ferry.guard.Confirmation;
import dev.ferry.guard.Lock;
import dev.ferry.guard.RefusedException;
import dev.ferry.output.ExceptionText;
import dev.ferry.output.Redactor;
import dev.ferry.output.ShellWord;
import dev.ferry.output.Streams;
import dev.ferry.output.Streams.Stream;
import dev.ferry.output.TextWidth;
import dev.ferry.profile.Environment;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Profiles;
import dev.ferry.rehearsal.plan.Drift;
import dev.ferry.rehearsal.plan.KeptPlan;
import dev.ferry.rehearsal.plan.Plan;
import dev.ferry.rehearsal.plan.PlanFile;
import dev.ferry.rehearsal.plan.PlanMaker;
import dev.ferry.rehearsal.plan.PlanPrinter;
import dev.ferry.rehearsal.plan.Planned;
import dev.ferry.rehearsal.plan.PlannedRun;
import dev.ferry.rehearsal.plan.Subject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Runs a script as it is asked for: for real, against a twin, or for real and as its plan says. */
final class PlannedRuns {
    private static final int TOLD = 10;

    private final GlobalOptions options;
    private final Streams streams;
    private final Environment environment;

    PlannedRuns(GlobalOptions options, Streams streams, Environment environment) {
        this.options = options;
        this.streams = streams;
        this.environment = environment;
    }

    /**
     * Runs it.
     *
     * @param work does it, given what it works with and where it prints
     */
    ExitCode run(ScriptIdentity script, BiConsumer<Workbench, Streams> work) {
        if (options.dryRun) {
            rehearse(script, work);
        } else if (options.plan != null) {
            keepTo(options.plan, script, work);
        } else {
            try (Workbench bench = Workbench.forScript(options, streams, environment)) {
                work.accept(bench, streams);
            }
        }
        return ExitCode.DONE;
    }

    private void rehearse(ScriptIdentity script, BiConsumer<Workbench, Streams> work) {
        Path file = options.planOut;
        if (file != null) {
            PlanFile.demandPlace(file);
        }
        if (file != null && PlanFile.exists(file) && !confirmation().ask(file + " is there already. Replace it?")) {
            throw new RefusedException(file + " stays as it is; nothing was rehearsed.");
        }
        TextWidth.wrap(
                        "SIMULATED: a rehearsal. Reads go to the services, changes to a twin of them; nothing is changed.",
                        streams.width(Stream.ERR))
                .forEach(streams.err()::println);
        // What the script prints is not the plan, and nothing of it is real.
        Streams aside = streams.aside("SIMULATED");
        try (Workbench bench = Workbench.forScript(options, aside, environment)) {
            PlanMaker maker = bench.rehearse(script);
            RuntimeException failure = null;
            try {
                work.accept(bench, aside);
            } catch (RuntimeException e) {
                failure = e;
            }
            aside.out().flush();
            String why = failure == null ? "" : Redactor.redact(ExceptionText.of(failure));
            if (failure == null && file != null) {
                // Before it is printed: whoever reads only its beginning gets all of the file.
                PlanFile.write(file, maker.kept(""));
            }
            PlanPrinter.print(maker.plan(why), streams, bench.format());
            if (failure != null) {
                if (file != null) {
                    streams.err().println("Nothing is written to " + file + ": a plan that stops half-way is none.");
                }
                throw failure;
            }
            if (file != null) {
                sayHowToRun(file, bench.profile(), maker.plan(""));
            }
        }
    }

    private void sayHowToRun(Path file, Profile profile, Plan plan) {
        if (options.sandbox != null) {
            streams.err()
                    .println("The plan is in " + file
                            + ". You can read it but not run it: its sandbox ends with this rehearsal.");
            return;
        }
        boolean writable = options.readOnly || profile.readOnly();
        streams.err()
                .println("The plan is in " + file + ": '" + command(file, writable, List.of(), plan.subject())
                        + "' runs it as long as it holds.");
        List<String> answers = new ArrayList<>(plan.options());
        if (writable && Lock.asksFor(profile)) {
            answers.add(0, Confirmation.option(profile.name()));
        }
        if (!answers.isEmpty()) {
            streams.err()
                    .println(Redactor.redact("Without a terminal: "
                            + command(
                                    file, writable, answers.stream().distinct().toList(), plan.subject())));
        }
    }

    /** What runs the plan: a script is named in it, with its arguments; anything else has to be given again. */
    private String command(Path file, boolean writable, List<String> answers, Subject subject) {
        String ferry = "ferry" + (options.profile == null ? "" : " -P " + ShellWord.of(options.profile))
                + (writable ? " --writable" : "")
                + answers.stream().map(option -> " " + ShellWord.of(option)).collect(Collectors.joining());
        String plan = " --plan " + ShellWord.of(file.toString());
        return subject.isComplete()
                ? ferry + " run" + plan
                : subject.script().equals("-e")
                        ? ferry + plan + " -e …"
                        : ferry + " run" + plan + " " + subject.script()
                                + (subject.arguments().isEmpty() ? "" : " …");
    }

    private void keepTo(Path file, ScriptIdentity script, BiConsumer<Workbench, Streams> work) {
        KeptPlan kept = PlanFile.read(file);
        Plan plan = kept.plan();
        demandSameScript(plan.subject(), script, file);
        if (!options.resumes) {
            demandWhatIsKnown(plan);
        }
        try (Workbench bench = Workbench.forScript(options, streams, environment)) {
            demandSame(plan.subject(), bench.subject(script), file);
            if (!options.resumes) {
                if (!plan.forbidden().isEmpty()) {
                    // Roles may have been given since the rehearsal.
                    needs(bench.profile(), plan, bench::roles).demand(streams);
                }
                // What a run has changed itself is no drift.
                demandNoDrift(bench.drifts(kept), file);
            }
            PlannedRun run = new PlannedRun(kept.plan(), Clock.systemUTC());
            bench.keepTo(run);
            try {
                work.accept(bench, streams);
            } finally {
                sayWhatIsLeft(run.left());
            }
        }
    }

    /** What the plan needs, before the profile is unlocked: that asks for its own part alone. */
    private void demandWhatIsKnown(Plan plan) {
        Profiles.of(environment)
                .profileFor(options.wishes())
                .filter(profile -> profile.name().equals(plan.subject().profile()))
                .map(profile -> needs(profile, plan, Planned::roles))
                .filter(needs -> !needs.isAboutRolesOnly())
                .ifPresent(needs -> needs.demand(streams));
    }

    private Needs needs(Profile profile, Plan plan, Function<Planned, Verdict> roles) {
        Needs needs = new Needs(options, profile, new Questions(streams).possible());
        needs.ofPlan(plan.changes(), plan.asked(), roles);
        return needs;
    }

    private void sayWhatIsLeft(List<Planned> left) {
        if (!left.isEmpty()) {
            streams.err()
                    .println("The run has ended, and of its plan " + left.size()
                            + (left.size() == 1 ? " change was" : " changes were") + " not made:");
            left.forEach(change -> streams.err()
                    .println(Redactor.redact("  " + change.number() + " " + change.operation() + " " + change.line())));
        }
    }

    /** The plan of another script, or of other arguments, is none. */
    private static void demandSameScript(Subject then, ScriptIdentity now, Path file) {
        if (!then.sha256().equals(PlanFile.sum(now.text()))) {
            throw new RefusedException(now.name() + " is not the script of the plan " + file
                    + ", or has been changed since (" + then.script() + "). Nothing was run: rehearse again.");
        }
        if (!then.arguments().equals(now.shownArguments())) {
            throw new RefusedException("The plan " + file + " was made with the arguments "
                    + String.join(" ", then.arguments()) + ", not with " + String.join(" ", now.shownArguments())
                    + ". Nothing was run.");
        }
    }

    /** The plan for another service is none. */
    private void demandSame(Subject then, Subject now, Path file) {
        if (!then.profile().equals(now.profile())) {
            throw new RefusedException("The plan " + file + " was made for profile " + then.profile() + ", not for "
                    + now.profile() + ". Nothing was run.");
        }
        for (Subject.Party party : then.parties()) {
            String host = now.party(party.side()).map(Subject.Party::host).orElse("no service");
            if (!host.equals(party.host())) {
                throw new RefusedException("The plan " + file + " was made for " + party.host() + " ("
                        + party.side().binding() + "), not for " + host + ". Nothing was run.");
            }
            String who = now.party(party.side()).map(Subject.Party::who).orElse("");
            if (!who.equals(party.who())) {
                streams.notice("the plan was made as " + party.who() + ", this run goes as " + who + ".");
            }
        }
    }

    private static void demandNoDrift(List<Drift> drifts, Path file) {
        if (drifts.isEmpty()) {
            return;
        }
        StringBuilder text =
                new StringBuilder("The plan " + file + " does not hold any more; nothing was run. Rehearse again.");
        drifts.stream().limit(TOLD).forEach(drift -> text.append("\n  ").append(drift));
        if (drifts.size() > TOLD) {
            text.append("\n  and ").append(drifts.size() - TOLD).append(" more differences");
        }
        throw new RefusedException(text.toString());
    }

    private Confirmation confirmation() {
        return new Questions(streams).confirmation(options);
    }
}
