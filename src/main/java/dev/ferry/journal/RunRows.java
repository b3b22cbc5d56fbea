package dev.ferry.journal;

import dev.ferry.api.Timespan;
import dev.ferry.api.change.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Runs, and the lines of one, as rows for people. */
public final class RunRows {
    private static final DateTimeFormatter HERE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private RunRows() {}

    /** A run in one row. */
    public static Map<String, @Nullable Object> of(RunFile run) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("run", run.id());
        Journal journal;
        try {
            journal = run.journal();
        } catch (JournalException e) {
            row.put("state", "unreadable");
            return row;
        }
        Optional<Entry.Begun> begun = journal.begun();
        row.put("began", begun.map(Entry.Begun::time).orElse(null));
        row.put("profile", begun.map(Entry.Begun::profile).orElse(null));
        row.put("origin", begun.map(first -> first.origin().shown()).orElse(null));
        row.put("changes", journal.changes().count());
        row.put("open", journal.changes().filter(Journal.Made::isOpen).count());
        row.put("state", state(run, journal));
        if (!journal.newer().isEmpty()) {
            row.put("newer", journal.newer().size());
        }
        row.put("simulated", begun.map(Entry.Begun::simulated).orElse(null));
        return row;
    }

    /** The lines of a run with everything that they hold. */
    public static List<Map<String, Object>> whole(Journal journal) {
        return journal.lines();
    }

    /** What it was, in a few words. */
    public static String inWords(RunFile run) {
        Map<String, @Nullable Object> row = of(run);
        return row.get("origin") + ", " + row.get("profile") + ", " + row.get("changes") + " changes, "
                + row.get("state");
    }

    /** Times as the clock on the wall shows them, to the second. */
    public static List<Map<String, @Nullable Object>> forPeople(List<Map<String, @Nullable Object>> rows) {
        return each(rows, value -> value instanceof Instant time ? HERE.format(time) : value);
    }

    /** The rows with each of their values in another form. */
    static List<Map<String, @Nullable Object>> each(
            List<Map<String, @Nullable Object>> rows, UnaryOperator<Object> form) {
        return rows.stream()
                .map(row -> {
                    Map<String, @Nullable Object> shown = new LinkedHashMap<>(row);
                    shown.replaceAll((name, value) -> value == null ? null : form.apply(value));
                    return shown;
                })
                .toList();
    }

    private static String state(RunFile run, Journal journal) {
        Verdict verdict = journal.verdict();
        if (!verdict.isTrusted()) {
            String how = verdict.state() == Verdict.State.CUT ? "CUT" : "changed";
            return verdict.line() == 0 ? how + ", journal gone" : how + " at line " + verdict.line();
        } else if (journal.finished().isPresent()) {
            return "ended, exit " + journal.finished().get().exitCode();
        }
        return run.isGoingOn() ? "going on" : verdict.state() == Verdict.State.EMPTY ? "nothing recorded" : "stopped";
    }

    /** The lines of a run, each in one row. */
    public static List<Map<String, @Nullable Object>> lines(Journal journal) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        Map<Long, Instant> intended = new LinkedHashMap<>();
        for (Entry entry : journal.entries()) {
            if (entry instanceof Entry.Intended intent) {
                intended.put(intent.line(), intent.time());
            }
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("line", entry.line());
            row.put("time", entry.time());
            row.put("what", what(entry));
            row.put("detail", detail(entry, intended));
            rows.add(row);
        }
        return rows;
    }

    private static String what(Entry entry) {
        return entry instanceof Entry.Ended ended
                ? Journal.word(ended.outcome().kind())
                : entry instanceof Entry.Other other ? other.kind() : Lines.kind(entry);
    }

    private static String detail(Entry entry, Map<Long, Instant> intended) {
        if (entry instanceof Entry.Begun begun) {
            return begun.origin().shown() + ", profile " + begun.profile() + ", by " + begun.user() + " on "
                    + begun.machine() + (begun.simulated() ? ", SIMULATED" : "");
        } else if (entry instanceof Entry.Intended intent) {
            return intent.name()
                    + (intent.operation() == null ? "" : " " + intent.method() + " " + intent.path())
                    + (intent.names().isEmpty()
                            ? ""
                            : " (" + String.join(", ", intent.names().values()) + ")");
        } else if (entry instanceof Entry.Ended ended) {
            return outcome(ended, intended.get(ended.intent()));
        } else if (entry instanceof Entry.StepBegun step) {
            return step.name();
        } else if (entry instanceof Entry.StepDone done) {
            return "of line " + done.step();
        } else if (entry instanceof Entry.Resumed resumed) {
            return "by " + resumed.user() + " on " + resumed.machine();
        } else if (entry instanceof Entry.Noted note) {
            return note.text();
        }
        return entry instanceof Entry.Finished end
                ? "exit " + end.exitCode()
                : entry instanceof Entry.Other other ? "of a newer Ferry: " + other.fields() : "";
    }

    private static String outcome(Entry.Ended ended, @Nullable Instant sent) {
        Outcome outcome = ended.outcome();
        return "line " + ended.intent()
                + (outcome.status() == null ? "" : ", status " + outcome.status())
                + (sent == null ? "" : ", after " + Timespan.text(Duration.between(sent, ended.time())))
                + (outcome.requestId() == null ? "" : ", request " + outcome.requestId())
                + (outcome.problem().isEmpty() ? "" : ": " + outcome.problem());
    }
}
