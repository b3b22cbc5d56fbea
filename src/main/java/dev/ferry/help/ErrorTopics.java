package dev.ferry.help;

import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.failure.Hints;
import dev.ferry.api.failure.Hints.Hint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The error codes of both services and the HTTP statuses: what they mean, what to do, and which calls answer with them. */
record ErrorTopics(Catalogs catalogs, Asking asking) {
    private static final int NAME_WIDTH = 16;
    private static final int SHOWN = 3;

    List<Entry> entries() {
        return Stream.concat(
                        Hints.codes().stream().map(hint -> entry(Kind.ERROR, hint)),
                        Hints.statuses().stream().map(hint -> entry(Kind.STATUS, hint)))
                .toList();
    }

    private Entry entry(Kind kind, Hint hint) {
        return new Entry(
                kind,
                hint.name(),
                kind == Kind.STATUS ? List.of("http " + hint.name()) : List.of(),
                () -> WordTopics.firstSentence(hint.meaning()),
                () -> hint.meaning() + " " + hint.next(),
                width -> lines(kind, hint, width));
    }

    private List<String> lines(Kind kind, Hint hint, int width) {
        List<String> lines = new ArrayList<>();
        lines.add(kind == Kind.ERROR ? hint.name() + " (HTTP " + hint.status() + ")" : "HTTP " + hint.name());
        lines.add("");
        lines.addAll(Rows.filled(hint.meaning(), width));
        lines.add("");
        String next = Character.toUpperCase(hint.next().charAt(0)) + hint.next().substring(1) + ".";
        lines.addAll(Rows.row("Next", next, NAME_WIDTH, width));
        if (!hint.line().isEmpty()) {
            lines.addAll(Rows.row("Type", asking.line(hint.line()), NAME_WIDTH, width));
        }
        if (kind == Kind.STATUS) {
            String codes = Hints.codes().stream()
                    .filter(each -> each.status() == hint.status())
                    .map(Hint::name)
                    .collect(Collectors.joining(", "));
            if (!codes.isEmpty()) {
                lines.addAll(Rows.row("Codes", codes, NAME_WIDTH, width));
            }
        } else {
            for (String calls : hint.calls()) {
                lines.addAll(Rows.row("Answered to", calls(calls), NAME_WIDTH, width));
            }
        }
        return lines;
    }

    private String calls(String calls) {
        if (calls.equals("*")) {
            return "any call";
        }
        if (calls.equals("body")) {
            return "any call with a body";
        }
        if (!calls.startsWith("{")) {
            return calls;
        }
        List<Operation> operations = Stream.of(catalogs.atlas(), catalogs.cloudManager())
                .flatMap(each -> each.operations().stream())
                .filter(each -> each.path().contains(calls))
                .toList();
        String some = operations.stream()
                .flatMap(each -> TypedCalls.paths(each).stream())
                .distinct()
                .limit(SHOWN)
                .collect(Collectors.joining(", "));
        return "calls with " + calls.substring(1, calls.length() - 1) + " in their path"
                + (some.isEmpty() ? "" : ", such as " + some) + " (" + operations.size() + " operations)";
    }
}
