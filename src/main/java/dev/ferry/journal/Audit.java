package dev.ferry.journal;

import dev.ferry.api.ApiSide;
import dev.ferry.api.change.Outcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who changed what, when, from where, and with which result: a row for each change of all runs. */
public final class Audit {
    private static final String TIME = "time";

    /** What people are shown where there is no room for everything. */
    public static final List<String> FOR_PEOPLE =
            List.of(TIME, "user", "profile", "origin", "operation", "target", "result");

    /** The order in which changes were intended. */
    public static final Comparator<Map<String, @Nullable Object>> BY_TIME =
            Comparator.comparing(row -> row.get(TIME) instanceof Instant time ? time : Instant.MIN);

    private static final String FORMULA = "=+-@\t\r";

    private final Period period;
    private final Optional<String> profile;
    private final Optional<String> operation;
    private final boolean simulated;

    /**
     * The changes that fit.
     *
     * @param simulated whether those of a sandbox that ended with its run are among them
     * @param period when they were intended
     * @param profile the name of the profile; empty for all
     * @param operation the operation's name, or a part of verb and path; empty for all
     */
    public Audit(boolean simulated, Period period, Optional<String> profile, Optional<String> operation) {
        this.simulated = simulated;
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
        return (simulated || !intent.simulated())
                && period.has(intent.time())
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
        row.put(TIME, intent.time());
        row.put("run", run.id());
        row.put("line", intent.line());
        row.put("profile", intent.profile());
        row.put("environment", intent.environment());
        row.put("user", intent.user());
        row.put("machine", machine(journal, intent.line()));
        row.put("credentials", intent.who());
        row.put("origin", intent.origin().shown());
        row.put(
                "file",
                intent.origin().kind() == Origin.Kind.JOB
                        ? null
                        : intent.origin().file());
        row.put("sha256", intent.origin().sha256());
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
        row.put(
                "result",
                outcome == null
                        ? goingOn ? "under way" : Journal.word(Outcome.Kind.UNKNOWN)
                        : Journal.word(outcome.kind()));
        row.put("id", outcome == null ? null : id(outcome.answer()));
        row.put("status", outcome == null ? null : outcome.status());
        row.put("request", outcome == null ? null : outcome.requestId());
        row.put("problem", outcome == null ? goingOn ? null : stopped(run) : problem(outcome));
        return row;
    }

    private static String stopped(RunFile run) {
        return "the run stopped before it was known what came of it; 'ferry resume " + run.id() + "' looks";
    }

    private static @Nullable String problem(Outcome outcome) {
        return outcome.problem().isEmpty() ? null : outcome.problem();
    }

    /** What the service calls the thing that was made or changed. */
    private static @Nullable String id(@Nullable Object answer) {
        return answer instanceof Map<?, ?> map && map.get(map.containsKey("id") ? "id" : "_id") instanceof String id
                ? id
                : null;
    }

    /** The rows for a table: times to the second, in the zone that programs get them in. */
    public static List<Map<String, @Nullable Object>> forPeople(List<Map<String, @Nullable Object>> rows) {
        List<Map<String, @Nullable Object>> shown = RunRows.each(
                rows, value -> value instanceof Instant time ? time.truncatedTo(ChronoUnit.SECONDS) : value);
        for (Map<String, @Nullable Object> row : shown) {
            if (row.get("simulated") == Boolean.TRUE) {
                row.put("result", row.get("result") + ", SIMULATED");
            }
        }
        return shown;
    }

    /**
     * The rows for a file that is opened in a spreadsheet: a line each, and nothing that it would calculate. A text that begins like a formula
     * gets an apostrophe before it, which spreadsheets take for the sign of a text.
     */
    public static List<Map<String, @Nullable Object>> forSpreadsheets(List<Map<String, @Nullable Object>> rows) {
        return RunRows.each(rows, value -> value instanceof String text ? inOneCell(text) : value);
    }

    private static String inOneCell(String text) {
        String line = text.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n");
        return !line.isEmpty() && FORMULA.indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
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
