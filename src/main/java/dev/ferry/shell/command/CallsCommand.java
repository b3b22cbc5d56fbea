package dev.ferry.shell.command;

import dev.ferry.api.http.CallLog;
import dev.ferry.api.http.CallRecord;
import dev.ferry.output.Format;
import dev.ferry.output.Printer;
import dev.ferry.output.Streams;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jline.reader.Candidate;
import org.jspecify.annotations.Nullable;

/** {@code /calls [N]}. */
public record CallsCommand(CallLog calls, Streams streams, Supplier<Format> format) implements Command {
    private static final int SHOWN = 20;
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    @Override
    public String name() {
        return "/calls";
    }

    @Override
    public String arguments() {
        return "[N]";
    }

    @Override
    public String purpose() {
        return "Lists the last N calls of this session with their timings, " + SHOWN + " when N is not given.";
    }

    @Override
    public void run(String arguments) {
        if (!arguments.isEmpty() && !NUMBER.matcher(arguments).matches()) {
            throw new CommandException("'" + arguments + "' is no number of calls: from 1 to " + CallLog.KEPT
                    + " are kept, as in /calls 100");
        }
        int number = arguments.isEmpty() ? SHOWN : Integer.parseInt(arguments);
        List<CallRecord> last = calls.last(number);
        if (last.isEmpty() && format.get() == Format.TABLE) {
            streams.err().println("There have been no calls yet.");
            return;
        }
        // Programs get every column; people only what there is something to say about.
        Set<Detail> told = format.get() == Format.TABLE ? Detail.of(last) : EnumSet.allOf(Detail.class);
        new Printer(streams, format.get())
                .print(last.stream().map(call -> row(call, told)).toList());
    }

    private static Map<String, @Nullable Object> row(CallRecord call, Set<Detail> told) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("at", TIME.format(call.at()));
        row.put("ms", call.duration().toMillis());
        row.put("status", call.status() != null ? call.status() : "none");
        row.put("method", call.method());
        row.put("path", call.path());
        told.forEach(detail -> row.put(detail.column, detail.of.apply(call)));
        return row;
    }

    /** What is worth a column only where there is something to tell. */
    private enum Detail {
        REQUEST("request", CallRecord::requestId, null),
        ATTEMPTS("attempts", CallRecord::attempts, 1),
        WAITED("waited", call -> call.waited().toMillis(), 0L),
        FAILURE("failure", CallRecord::failure, null);

        private final String column;
        private final Function<CallRecord, @Nullable Object> of;
        private final @Nullable Object trivial;

        Detail(String column, Function<CallRecord, @Nullable Object> of, @Nullable Object trivial) {
            this.column = column;
            this.of = of;
            this.trivial = trivial;
        }

        private static Set<Detail> of(List<CallRecord> calls) {
            Set<Detail> told = EnumSet.noneOf(Detail.class);
            for (Detail each : values()) {
                if (calls.stream().anyMatch(call -> !Objects.equals(each.of.apply(call), each.trivial))) {
                    told.add(each);
                }
            }
            return told;
        }
    }

    @Override
    public List<Candidate> complete(String arguments) {
        return List.of(new Candidate("100"), new Candidate(String.valueOf(CallLog.KEPT)));
    }
}
