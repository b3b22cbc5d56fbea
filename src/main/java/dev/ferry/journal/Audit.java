package dev.ferry.journal;

import dev.ferry.api.ApiSide;
import dev.ferry.api.change.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who changed what, when, from where, and with which result: a row for each change of all runs. */
public final class Audit {
    /** What people are shown where there is no room for everything. */
    public static final List<String> FOR_PEOPLE =
            List.of("time", "user", "profile", "origin", "operation", "target", "result");

    private final Period period;
    private final Optional<String> profile;
    private final Optional<String> operation;

    /**
     * The changes that fit.
     *
     * @param period when they were intended
     * @param profile the name of the profile; empty for all
     * @param operation the operation's name, or a part of verb and path; empty for all
     */
    public Audit(Period period, Optional<String> profile, Optional<String> operation) {
        this.period = period;
        this.profile = profile;
        this.operation = operation.map(name -> name.toLowerCase(Locale.ROOT).replaceFirst("^(atlas|cm)\\.api\\.", ""));
    }

    /** The rows of a run, in the order of its changes. */
    public List<Map<String, @Nullable Object>> rows(RunFile run, Journal journal) {
        boolean goingOn = journal.finished().isEmpty() && run.isGoingOn();
        return journal.changes()
                .filter(made -> fits(made.intent()))
                .map(made -> row(run, journal, made, goingOn))
                .toList();
    }

    private boolean fits(Entry.Intended intent) {
        String line = (intent.method() + " " + intent.path()).toLowerCase(Locale.ROOT);
        return period.has(intent.time())
                && profile.map(intent.profile()::equals).orElse(true)
                && operation
                        .map(wanted -> intent.name().toLowerCase(Locale.ROOT).equals(wanted)
                                || (wanted.contains("/") && line.contains(wanted)))
                        .orElse(true);
    }

    private static Map<String, @Nullable Object> row(RunFile run, Journal journal, Journal.Made made, boolean goingOn) {
        Entry.Intended intent = made.intent();
        Outcome outcome = made.ended().map(Entry.Ended::outcome).orElse(null);
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("time", intent.time());
        row.put("run", run.id());
        row.put("line", intent.line());
        row.put("profile", intent.profile());
        row.put("environment", intent.environment());
        row.put("user", intent.user());
        row.put("machine", machine(journal, intent.line()));
        row.put("credentials", intent.who());
        row.put("origin", intent.origin().shown());
        row.put("side", intent.side() == ApiSide.TARGET ? "atlas" : "cm");
        row.put("host", intent.host().toString());
        row.put("operation", intent.name());
        row.put("risk", intent.risk().name());
        row.put("method", intent.method());
        row.put("path", intent.path());
        row.put("target", target(intent));
        row.put("names", intent.names());
        row.put("body", intent.body());
        row.put("simulated", intent.simulated());
        row.put("result", result(outcome, goingOn));
        row.put("status", outcome == null ? null : outcome.status());
        row.put("request", outcome == null ? null : outcome.requestId());
        row.put("problem", outcome == null || outcome.problem().isEmpty() ? null : outcome.problem());
        return row;
    }

    private static String result(@Nullable Outcome outcome, boolean goingOn) {
        return outcome == null ? goingOn ? "under way" : "not known" : Journal.word(outcome.kind());
    }

    /** Where the run was when it wrote this line: it may have gone on elsewhere. */
    private static @Nullable String machine(Journal journal, long line) {
        String machine = null;
        for (Entry entry : journal.entries()) {
            if (entry.line() > line) {
                break;
            } else if (entry instanceof Entry.Begun begun) {
                machine = begun.machine();
            } else if (entry instanceof Entry.Resumed resumed) {
                machine = resumed.machine();
            }
        }
        return machine;
    }

    /** What is hit, by names where they are known, outermost first, and what is made. */
    private static String target(Entry.Intended intent) {
        List<String> parts = new ArrayList<>();
        intent.values().values().forEach(value -> parts.add(intent.names().getOrDefault(value, value)));
        if (intent.body() instanceof Map<?, ?> body && body.get("name") instanceof String name) {
            parts.add(name);
        }
        return String.join(" / ", parts);
    }
}
