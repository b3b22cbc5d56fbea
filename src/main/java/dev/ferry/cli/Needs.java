package dev.ferry.cli;

import dev.ferry.access.Verdict;
import dev.ferry.api.catalog.Risk;
import dev.ferry.guard.Confirmation;
import dev.ferry.guard.Lock;
import dev.ferry.guard.RefusedException;
import dev.ferry.output.ShellWord;
import dev.ferry.output.Streams;
import dev.ferry.profile.Confirmations;
import dev.ferry.profile.Profile;
import dev.ferry.rehearsal.plan.Plan;
import dev.ferry.rehearsal.plan.Planned;
import dev.ferry.script.Demand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a run needs and was not given, known before its first change: the mode, the answers to what will be asked, roles. What can be
 * asked at a terminal is not missing there.
 */
final class Needs {
    private static final String WRITABLE = "--writable";
    private static final String READ_ONLY = "--read-only";
    private static final String CONFIRM = "--confirm=";
    private static final String UNKNOWN_NAME = "NAME";
    private static final int TOLD = 3;

    /** A name that only the real run knows has its stand-in in the plan. */
    private static final Pattern STAND_IN = Pattern.compile(".*<[^<>\\n]{1,200}>.*", Pattern.DOTALL);

    private final GlobalOptions options;
    private final Profile profile;
    private final boolean terminal;
    private final Map<String, String> missing = new LinkedHashMap<>();
    private final List<String> others = new ArrayList<>();
    private final List<String> roles = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /** @param terminal whether someone can be asked */
    Needs(GlobalOptions options, Profile profile, boolean terminal) {
        this.options = options;
        this.profile = profile;
        this.terminal = terminal;
    }

    /**
     * Takes what a plan is certain about.
     *
     * @param changes those that are still to be made
     * @param asked the questions of the script that are still to be asked
     * @param verdicts whether a change is allowed that was not when it was rehearsed
     */
    void ofPlan(List<Planned> changes, List<Plan.Asked> asked, Function<Planned, Verdict> verdicts) {
        if (!changes.isEmpty()) {
            mode("the plan has changes");
        }
        asked.forEach(this::question);
        for (Planned change : changes) {
            String what = "change " + change.number() + ", " + change.operation();
            if (change.risk() == Risk.SEVERE) {
                oneOf(change.confirm(), what + ", is irreversible");
            } else if (profile.preferences().confirm() == Confirmations.ALL) {
                oneOf(List.of(Confirmation.YES_OPTION), what + ": the profile asks about every change");
            }
            if (change.roles().refused()) {
                Verdict verdict = verdicts.apply(change);
                if (verdict.refused()) {
                    roles.add("a role for " + what + ": " + verdict.reason());
                }
            }
        }
    }

    private void question(Plan.Asked asked) {
        String what = "the script asks '" + asked.question() + "'";
        if (asked.yes()) {
            oneOf(List.of(asked.option()), what);
        } else if (!terminal) {
            others.add("a terminal: " + what + ", and the plan goes on from the answer no");
        }
    }

    /** Takes what is certain of a text without a plan, and warns of what may be met on the way. */
    void ofScript(List<Demand> demands) {
        List<Demand> changes =
                demands.stream().filter(each -> each.kind().changes()).toList();
        List<Demand> certain = changes.stream().filter(Demand::certain).toList();
        if (!certain.isEmpty()) {
            mode("a change is " + said(certain));
        } else if (!changes.isEmpty() && isReadOnly() && !options.readOnly) {
            warnings.add("Profile " + profile.name() + " is read-only: " + said(changes) + " would be refused without "
                    + WRITABLE + ".");
        }
        if (options.sandbox != null) {
            return;
        }
        // Where no change leaves in the end, none is asked about.
        boolean leave = !certain.isEmpty() || !isReadOnly();
        Optional<Demand> first = changes.stream().findFirst().filter(Needs::isUnnamed);
        demands.stream()
                .filter(each -> leave || !each.kind().changes())
                .filter(each -> first.isEmpty() || !each.equals(first.get()))
                .forEach(this::answer);
        if (!missing.isEmpty() || !others.isEmpty()) {
            first.ifPresent(this::answer);
        }
    }

    private boolean isReadOnly() {
        return options.readOnly || (profile.readOnly() && !options.writable);
    }

    /** As the first change of all it is refused in good time where it is made, by the name that is looked up there. */
    private static boolean isUnnamed(Demand demand) {
        return demand.kind() == Demand.Kind.SEVERE_CHANGE && demand.name().isEmpty();
    }

    private void answer(Demand demand) {
        switch (demand.kind()) {
            case CHANGE -> {
                if (profile.preferences().confirm() == Confirmations.ALL) {
                    answer(demand, Confirmation.YES_OPTION, demand.said() + ": the profile asks about every change");
                }
            }
            case QUESTION -> answer(demand, Confirmation.YES_OPTION, "the script asks, line " + demand.line());
            case SEVERE_CHANGE -> named(demand, demand.said() + ", is irreversible");
            case SEVERE_QUESTION -> named(demand, "the script asks, line " + demand.line());
        }
    }

    /** Which name is asked for is seen by a read; a name that was given may be it. */
    private void named(Demand demand, String why) {
        boolean other =
                demand.kind() == Demand.Kind.SEVERE_CHANGE || demand.name().isEmpty();
        if (other && !options.confirm.isEmpty()) {
            return;
        }
        answer(demand, Confirmation.option(demand.name().isEmpty() ? UNKNOWN_NAME : demand.name()), why);
    }

    private void answer(Demand demand, String option, String why) {
        if (demand.certain()) {
            oneOf(List.of(option), why);
        } else if (!terminal && !isGiven(option)) {
            warnings.add("Without a terminal, " + ShellWord.of(option) + " may be missing: " + why + ".");
        }
    }

    private static String said(List<Demand> demands) {
        String first = demands.stream()
                .limit(TOLD)
                .map(each -> each.call() + " in line " + each.line())
                .collect(Collectors.joining(", "));
        return demands.size() > TOLD ? first + " and " + (demands.size() - TOLD) + " more" : first;
    }

    private void mode(String why) {
        if (options.readOnly) {
            others.add("no " + READ_ONLY + ": " + why);
        }
        boolean writable = options.writable;
        if (profile.readOnly() && !writable) {
            missing.put(WRITABLE, "profile " + profile.name() + " is read-only; " + why);
            writable = true;
        }
        if (writable && Lock.asksFor(profile)) {
            oneOf(
                    List.of(Confirmation.option(profile.name())),
                    "changes will be real" + (profile.environment() == null ? "" : " in " + profile.environment()));
        }
    }

    private void oneOf(List<String> alternatives, String why) {
        if (terminal || alternatives.stream().anyMatch(this::isGiven)) {
            return;
        }
        alternatives.stream()
                .filter(option -> !STAND_IN.matcher(option).matches())
                .findFirst()
                .ifPresentOrElse(
                        option -> missing.merge(option, why, (one, more) -> one + "; " + more),
                        () -> others.add("a terminal: " + why + ", and only the run itself knows the name to type"));
    }

    private boolean isGiven(String option) {
        return option.equals(Confirmation.YES_OPTION)
                ? options.yes
                : option.startsWith(CONFIRM) && options.confirm.contains(option.substring(CONFIRM.length()));
    }

    /** Whether roles are missing and nothing else. */
    boolean isAboutRolesOnly() {
        return missing.isEmpty() && others.isEmpty() && !roles.isEmpty();
    }

    /**
     * Refuses what would be refused on the way, and warns of what may be.
     *
     * @throws RefusedException saying all that is missing, and the command line that has it
     */
    void demand(Streams streams) {
        if (missing.isEmpty() && others.isEmpty() && roles.isEmpty()) {
            warnings.stream().limit(TOLD).forEach(streams::notice);
            return;
        }
        StringBuilder text = new StringBuilder("This run would be refused on its way; nothing was sent. It needs:");
        missing.forEach((option, why) -> text.append("\n  ")
                .append(ShellWord.of(option))
                .append(" (")
                .append(why)
                .append(')'));
        others.forEach(each -> text.append("\n  ").append(each));
        roles.forEach(each -> text.append("\n  ").append(each));
        if (!missing.isEmpty() || options.readOnly) {
            text.append("\nRun: ").append(command());
        }
        throw new RefusedException(text.toString());
    }

    /** The command line that was given, with what is missing. */
    private String command() {
        List<String> words = new ArrayList<>(List.of("ferry"));
        words.addAll(missing.keySet());
        options.words.stream().filter(word -> !word.equals(READ_ONLY)).forEach(words::add);
        return words.stream().map(ShellWord::of).collect(Collectors.joining(" "));
    }
}
