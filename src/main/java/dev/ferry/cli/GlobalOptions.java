package dev.ferry.cli;

import dev.ferry.api.Timespan;
import dev.ferry.guard.Confirmation;
import dev.ferry.output.Format;
import dev.ferry.profile.Key;
import dev.ferry.profile.Preferences;
import dev.ferry.profile.Value;
import dev.ferry.profile.Wishes;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** The options that may stand before or after any command. */
final class GlobalOptions {
    static final String STANDARD_SCENARIO = "acme";

    /** How the run that is under way is resumed, once there is something to resume. */
    Supplier<Optional<String>> wayBack = Optional::empty;

    /** The words of the command line as they were given. */
    List<String> words = List.of();

    @Nullable
    String profile;

    /** The scenario; null when the run is no simulation. */
    @Nullable
    String sandbox;

    /** How the sandbox misbehaves. */
    List<String> faults = List.of();

    /** Whether a shell is what the options are for. */
    boolean atPrompt;

    boolean readOnly;
    boolean writable;
    Format format = Format.TABLE;

    /** Whether the format was given, and is not the usual one. */
    boolean formatGiven;

    /** The script or page that is run; null when there is none. */
    @Nullable
    Path script;

    boolean yes;

    /** The names that severe questions are answered with. */
    List<String> confirm = List.of();

    /** The longest time of one call. */
    @Nullable
    String timeout;

    /** Whether scripts run without being looked at before. */
    boolean noCheck;

    /** Whether changes go to a twin, and the plan is printed. */
    boolean dryRun;

    /** Where the plan of a rehearsal is kept. */
    @Nullable
    Path planOut;

    /** The plan that the run keeps to. */
    @Nullable
    Path plan;

    /** Whether the run has begun in an earlier process. */
    boolean resumes;

    boolean noColor;
    boolean verbose;
    boolean debug;

    /** The version date for every call of v2. */
    @Nullable
    String apiVersion;

    /** Adds them to the outermost command, which hands them down. */
    void addTo(CommandSpec command) {
        List.of(
                        Words.option(
                                String.class,
                                it -> profile = it,
                                "NAME",
                                "The profile to work with.",
                                "-P",
                                "--profile"),
                        Words.option(
                                        String.class,
                                        it -> sandbox = it,
                                        "SCENARIO",
                                        "Work in a sandbox made for this run: no credentials needed, nothing is real.",
                                        "--sandbox")
                                .arity("0..1")
                                .preprocessor(new AttachedOnly()),
                        Words.several(
                                it -> faults = it,
                                "RULE",
                                "Let the sandbox misbehave, as '503 first=2 match=/orgs'; see ferry sandbox --help.",
                                "--fault"),
                        Words.flag(it -> readOnly = it, "Refuse every call that may change something.", "--read-only"),
                        Words.flag(it -> writable = it, "Allow changes, whatever the profile says.", "--writable"),
                        Words.option(
                                Format.class,
                                it -> {
                                    format = it;
                                    formatGiven = true;
                                },
                                "FORMAT",
                                "How values are printed: table, json, jsonl, yaml or csv.",
                                "-o",
                                "--output"),
                        Words.flag(it -> yes = it, "Answer ordinary questions with yes.", "-y", "--yes"),
                        Words.several(
                                it -> confirm = it,
                                "NAME",
                                "Answer severe questions about NAME with its name; may be given again.",
                                "--confirm"),
                        Words.flag(it -> noColor = it, "Print without colour.", "--no-color"),
                        Words.flag(it -> verbose = it, "Tell of every call on standard error.", "-v", "--verbose"),
                        Words.flag(
                                it -> debug = it,
                                "Show what goes over the wire, and where in the program a failure happened.",
                                "--debug"),
                        Words.option(
                                String.class,
                                it -> apiVersion = it,
                                "DATE",
                                "Call version DATE (yyyy-mm-dd) of the Atlas API instead of each method's own.",
                                "--api-version"),
                        Words.option(
                                String.class,
                                it -> timeout = it,
                                "TIME",
                                "Give a call up after TIME, such as 30s or 2m, its retries included.",
                                "--timeout"),
                        Words.flag(it -> {}, "Show this help.", "-h", "--help").usageHelp(true))
                .forEach((OptionSpec.Builder option) ->
                        command.addOption(option.scopeType(ScopeType.INHERIT).build()));
    }

    /** What a run that goes on is started with again, by the names of the options. */
    Map<String, String> forResume() {
        Map<String, String> kept = new LinkedHashMap<>();
        if (apiVersion != null) {
            kept.put("api-version", apiVersion);
        }
        if (timeout != null) {
            kept.put("timeout", timeout);
        }
        if (noCheck) {
            kept.put("no-check", "true");
        }
        if (plan != null) {
            kept.put("plan", plan.toAbsolutePath().normalize().toString());
        }
        return kept;
    }

    /** What lets changes leave, as it was given: a resumed run needs it again. */
    List<String> consents() {
        List<String> given = new ArrayList<>();
        if (writable) {
            given.add("--writable");
        }
        if (yes) {
            given.add("--yes");
        }
        confirm.forEach(answer -> given.add(Confirmation.optionOf(answer)));
        return given;
    }

    /** Takes those that are not given anew. */
    void resumeWith(Map<String, String> kept) {
        apiVersion = apiVersion == null ? kept.get("api-version") : apiVersion;
        timeout = timeout == null ? kept.get("timeout") : timeout;
        noCheck = noCheck || kept.containsKey("no-check");
        plan = kept.containsKey("plan") ? Path.of(kept.get("plan")) : null;
        resumes = true;
    }

    /** What makes a plan of a run, or a run of a plan, for the commands that run something. */
    void addPlanTo(CommandSpec command) {
        List.of(
                        Words.flag(
                                it -> dryRun = it,
                                "Rehearse: read the services, change a twin of them, and print what would be changed.",
                                "-n",
                                "--dry-run"),
                        Words.option(
                                String.class,
                                it -> planOut = Path.of(it),
                                "FILE",
                                "With -n: keep the plan here.",
                                "--plan-out"),
                        Words.option(
                                String.class,
                                it -> plan = Path.of(it),
                                "FILE",
                                "Run only as this plan says, and only while what it rests on has not changed.",
                                "--plan"))
                .forEach((OptionSpec.Builder option) -> command.addOption(option.build()));
    }

    /** The way out of the check before a run, for the commands that run something. */
    OptionSpec noCheck() {
        return Words.flag(it -> noCheck = it, "Run without looking for mistakes first.", "--no-check")
                .build();
    }

    /**
     * The longest time of one call, its retries included; null for the usual one.
     *
     * @throws UsageException when it is no time
     */
    @Nullable
    Duration timeLimit() {
        if (timeout == null) {
            return null;
        }
        try {
            Duration limit = Timespan.of(timeout);
            if (!limit.isZero() && !limit.isNegative()) {
                return limit;
            }
        } catch (IllegalArgumentException e) {
            throw new UsageException("--timeout: " + e.getMessage(), e);
        }
        throw new UsageException("--timeout has to be more than nothing, such as 30s.");
    }

    /** What was wanted of whom to work for, and how. */
    Wishes wishes() {
        Preferences given = Preferences.USUAL;
        if (readOnly || writable) {
            given = given.with(
                    Key.MODE, new Value(readOnly ? "read-only" : "writable", readOnly ? "--read-only" : "--writable"));
        }
        if (timeout != null) {
            given = given.with(Key.TIMEOUT, new Value(timeout, "--timeout"));
        }
        if (formatGiven) {
            given = given.with(Key.OUTPUT, new Value(format.toString(), "--output"));
        }
        if (apiVersion != null) {
            given = given.with(Key.API_VERSION, new Value(apiVersion, "--api-version"));
        }
        Path folder = (script == null ? Path.of("") : script.toAbsolutePath().resolveSibling("")).toAbsolutePath();
        return new Wishes(profile, folder, given);
    }

    /**
     * Refuses a {@code --confirm} that names nothing, as a variable that is not set leaves it: for every command.
     *
     * @throws UsageException one sentence
     */
    void checkAnswers() {
        if (confirm.stream().anyMatch(Confirmation::isBlank)) {
            throw new UsageException(
                    "--confirm needs the name of what is affected, and got a blank one; nothing was sent.");
        }
    }

    /**
     * What the parser cannot see by itself.
     *
     * @throws UsageException one sentence
     */
    void check() {
        check(sandbox != null);
    }

    /**
     * The same.
     *
     * @param simulated whether the run works in a sandbox
     */
    void check(boolean simulated) {
        if (readOnly && writable) {
            throw new UsageException("--read-only and --writable contradict each other; give one of them.");
        }
        if (sandbox != null && profile != null) {
            throw new UsageException("--sandbox works without a profile; leave out --profile or --sandbox.");
        }
        if (!faults.isEmpty()) {
            if (!simulated) {
                throw new UsageException("--fault needs a sandbox; add --sandbox.");
            }
            Connections.faults(faults);
        }
        checkPlan();
        var unused = timeLimit();
        if (apiVersion != null) {
            try {
                LocalDate.parse(apiVersion);
            } catch (DateTimeException e) {
                throw new UsageException("--api-version has to be a date as 2025-03-12, not '" + apiVersion + "'.", e);
            }
        }
    }

    private void checkPlan() {
        if (planOut != null && !dryRun) {
            throw new UsageException("--plan-out keeps the plan of a rehearsal: add -n.");
        }
        if (plan != null && dryRun) {
            throw new UsageException("-n makes a plan and --plan keeps to one: give one of them.");
        }
        if (plan != null && sandbox != null) {
            throw new UsageException(
                    "A sandbox made for this run is not the one of the plan: start one with 'ferry sandbox'.");
        }
    }

    /** Leaves the next word alone: in {@code ferry --sandbox x.groovy} it is the script, not the scenario. */
    private static final class AttachedOnly implements IParameterPreprocessor {
        @Override
        public boolean preprocess(Stack<String> args, CommandSpec command, ArgSpec option, Map<String, Object> info) {
            if (!"=".equals(info.get("separator"))) {
                args.push(STANDARD_SCENARIO);
            }
            return false;
        }
    }
}
