package dev.ferry.journal;

import dev.ferry.api.ApiSide;
import dev.ferry.api.catalog.Risk;
import dev.ferry.api.change.Before;
import dev.ferry.api.change.Outcome;
import dev.ferry.api.json.JsonFormat;
import dev.ferry.output.Secret;
import dev.ferry.output.Tree;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Entries as JSON objects, and back. What is written has passed the redactor. */
final class Lines {
    private final JsonFormat json = new JsonFormat();

    /** The JSON of an entry. */
    byte[] write(Entry entry) {
        return json.write(Tree.of(map(entry))).toByteArray();
    }

    /** The fields of an entry; those that are not there are left out. */
    private static Map<String, @Nullable Object> map(Entry entry) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("n", entry.line());
        fields.put("time", entry.time().toString());
        fields.put("kind", kind(entry));
        fields.putAll(fields(entry));
        fields.values().removeIf(value -> value == null);
        return fields;
    }

    /** Whether a secret was taken out of a tree. */
    static boolean hides(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(Lines::hides);
        }
        return tree instanceof List<?> list
                ? list.stream().anyMatch(Lines::hides)
                : tree instanceof String text && text.contains(Secret.MASK);
    }

    /** The word for what kind of line it is. */
    static String kind(Entry entry) {
        if (entry instanceof Entry.Begun) {
            return "run";
        } else if (entry instanceof Entry.Intended) {
            return "intent";
        } else if (entry instanceof Entry.Ended) {
            return "outcome";
        } else if (entry instanceof Entry.StepBegun) {
            return "step";
        } else if (entry instanceof Entry.StepDone) {
            return "step-done";
        } else if (entry instanceof Entry.Gate) {
            return "gate";
        } else if (entry instanceof Entry.Resumed) {
            return "resumed";
        } else if (entry instanceof Entry.Noted) {
            return "note";
        }
        return entry instanceof Entry.Other other ? other.kind() : "end";
    }

    private static Map<String, @Nullable Object> fields(Entry entry) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        if (entry instanceof Entry.Begun begun) {
            fields.put("run", begun.run());
            fields.put("profile", begun.profile());
            fields.put("environment", begun.environment());
            fields.put("origin", origin(begun.origin()));
            fields.put("simulated", begun.simulated() ? true : null);
            fields.put(
                    "services",
                    begun.services().isEmpty()
                            ? null
                            : begun.services().stream().map(Lines::service).toList());
            fields.put("options", begun.options().isEmpty() ? null : begun.options());
            fields.put("user", begun.user());
            fields.put("machine", begun.machine());
        } else if (entry instanceof Entry.Intended intent) {
            fields.put("side", intent.side().name());
            fields.put("host", intent.host().toString());
            fields.put("who", intent.who());
            fields.put("user", intent.user());
            fields.put("profile", intent.profile());
            fields.put("environment", intent.environment());
            fields.put("origin", origin(intent.origin()));
            fields.put("simulated", intent.simulated() ? true : null);
            fields.put("operation", intent.operation());
            fields.put("method", intent.method());
            fields.put("path", intent.path());
            fields.put("values", intent.values().isEmpty() ? null : intent.values());
            fields.put("names", intent.names().isEmpty() ? null : intent.names());
            fields.put("body", intent.body());
            fields.put("hidden", intent.hidden() ? true : null);
            fields.put("risk", intent.risk().name());
            fields.put("step", intent.step());
            fields.put("aside", intent.aside() ? true : null);
            fields.put(
                    "before",
                    intent.before() == Before.Sign.UNKNOWN
                            ? null
                            : intent.before().word());
        } else if (entry instanceof Entry.Ended ended) {
            fields.put("intent", ended.intent());
            fields.put("outcome", ended.outcome().kind().name());
            fields.put("status", ended.outcome().status());
            fields.put("requestId", ended.outcome().requestId());
            fields.put("answer", ended.outcome().answer());
            fields.put("hidden", ended.hidden() ? true : null);
            fields.put(
                    "problem",
                    ended.outcome().problem().isEmpty() ? null : ended.outcome().problem());
        } else if (entry instanceof Entry.StepBegun step) {
            fields.put("name", step.name());
            fields.put("key", step.key());
            fields.put("nth", step.nth() == 1 ? null : step.nth());
            fields.put("aside", step.aside() ? true : null);
            fields.put("within", step.within());
        } else if (entry instanceof Entry.StepDone done) {
            fields.put("step", done.step());
            fields.put("value", done.value());
            fields.put("hidden", done.hidden() ? true : null);
            fields.put("calls", done.calls() == null ? null : done.calls().name());
        } else if (entry instanceof Entry.Gate gate) {
            fields.put("text", gate.text());
            fields.put("holds", gate.holds());
            fields.put("values", gate.values().isEmpty() ? null : gate.values());
            fields.put("step", gate.step());
        } else if (entry instanceof Entry.Resumed resumed) {
            fields.put("user", resumed.user());
            fields.put("machine", resumed.machine());
        } else if (entry instanceof Entry.Noted note) {
            fields.put("text", note.text());
        } else if (entry instanceof Entry.Finished end) {
            fields.put("exitCode", end.exitCode());
            fields.put("reason", end.reason().isEmpty() ? null : end.reason());
        } else if (entry instanceof Entry.Other other) {
            fields.putAll(other.fields());
        }
        return fields;
    }

    private static Map<String, @Nullable Object> origin(Origin origin) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("kind", origin.kind().toString());
        fields.put("file", origin.file());
        fields.put("sha256", origin.sha256());
        fields.put("text", origin.text());
        fields.put("arguments", origin.arguments().isEmpty() ? null : origin.arguments());
        fields.values().removeIf(value -> value == null);
        return fields;
    }

    private static Map<String, @Nullable Object> service(Service service) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("side", service.side().name());
        fields.put("host", service.host().toString());
        fields.put("organization", service.organization());
        fields.values().removeIf(value -> value == null);
        return fields;
    }

    /**
     * A line that was read.
     *
     * @param entry what this version understands of it
     * @param fields everything that stands in it
     */
    record Read(Entry entry, Map<String, Object> fields) {}

    /**
     * The entry of a line; what a newer version has written and this one does not understand is an {@link Entry.Other}.
     *
     * @param text a JSON object
     * @return empty when it is none, or has no number, time or kind
     */
    Optional<Read> read(String text) {
        try {
            if (!(json.<Object>adapter(Object.class).fromJson(text) instanceof Map<?, ?> map)) {
                return Optional.empty();
            }
            Fields fields = new Fields(map);
            return Optional.of(new Read(entry(fields), fields.others()));
        } catch (IOException | RuntimeException e) {
            // A line that is not JSON, or that is no line of a journal: the caller says where.
            return Optional.empty();
        }
    }

    private static Entry entry(Fields line) {
        long n = line.whole("n");
        Instant time = Instant.parse(line.text("time"));
        String kind = line.text("kind");
        try {
            return known(line, n, time, kind);
        } catch (RuntimeException e) {
            // Whether it was changed is said by its sum. As it was written, it is of a version that knows more words.
            return other(line, n, time, kind);
        }
    }

    private static Entry other(Fields line, long n, Instant time, String kind) {
        return new Entry.Other(n, time, kind, line.others("n", "time", "kind"));
    }

    private static Entry known(Fields line, long n, Instant time, String kind) {
        return switch (kind) {
            case "run" ->
                new Entry.Begun(
                        n,
                        time,
                        line.text("run"),
                        line.text("profile"),
                        line.textOrNull("environment"),
                        origin(line.below("origin")),
                        line.flag("simulated"),
                        line.objects("services").stream().map(Lines::service).toList(),
                        line.texts("options"),
                        line.text("user"),
                        line.text("machine"));
            case "intent" ->
                new Entry.Intended(
                        n,
                        time,
                        ApiSide.valueOf(line.text("side")),
                        URI.create(line.text("host")),
                        line.text("who"),
                        line.text("user"),
                        line.text("profile"),
                        line.textOrNull("environment"),
                        origin(line.below("origin")),
                        line.flag("simulated"),
                        line.textOrNull("operation"),
                        line.text("method"),
                        line.text("path"),
                        line.texts("values"),
                        line.texts("names"),
                        line.value("body"),
                        line.flag("hidden"),
                        Risk.valueOf(line.text("risk")),
                        line.wholeOrNull("step"),
                        line.flag("aside"),
                        Before.Sign.of(line.textOrNull("before")));
            case "outcome" ->
                new Entry.Ended(
                        n,
                        time,
                        line.whole("intent"),
                        new Outcome(
                                Outcome.Kind.valueOf(line.text("outcome")),
                                line.wholeOrNull("status") == null ? null : (int) line.whole("status"),
                                line.textOrNull("requestId"),
                                line.value("answer"),
                                line.value("problem") == null ? "" : line.text("problem")),
                        line.flag("hidden"));
            case "step" ->
                new Entry.StepBegun(
                        n,
                        time,
                        line.text("name"),
                        line.textOrNull("key"),
                        line.value("nth") == null ? 1 : (int) line.whole("nth"),
                        line.flag("aside"),
                        line.wholeOrNull("within"));
            case "step-done" ->
                new Entry.StepDone(
                        n,
                        time,
                        line.whole("step"),
                        line.value("value"),
                        line.flag("hidden"),
                        line.value("calls") == null ? null : OpenSteps.Calls.valueOf(line.text("calls")));
            case "gate" ->
                new Entry.Gate(
                        n,
                        time,
                        line.text("text"),
                        line.flag("holds"),
                        line.value("values") == null ? "" : line.text("values"),
                        line.wholeOrNull("step"));
            case "resumed" -> new Entry.Resumed(n, time, line.text("user"), line.text("machine"));
            case "note" -> new Entry.Noted(n, time, line.text("text"));
            case "end" ->
                new Entry.Finished(
                        n, time, (int) line.whole("exitCode"), line.value("reason") == null ? "" : line.text("reason"));
            default -> other(line, n, time, kind);
        };
    }

    private static Service service(Fields fields) {
        return new Service(
                ApiSide.valueOf(fields.text("side")),
                URI.create(fields.text("host")),
                fields.textOrNull("organization"));
    }

    private static Origin origin(Fields fields) {
        String kind = fields.text("kind");
        return new Origin(
                List.of(Origin.Kind.values()).stream()
                        .filter(any -> any.toString().equals(kind))
                        .findFirst()
                        .orElseThrow(),
                fields.textOrNull("file"),
                fields.textOrNull("sha256"),
                fields.textOrNull("text"),
                fields.list("arguments"));
    }

    /** The fields of an object; what is missing or of another type ends the reading. */
    private record Fields(Map<?, ?> map) {
        @Nullable
        Object value(String name) {
            return map.get(name);
        }

        String text(String name) {
            if (value(name) instanceof CharSequence text) {
                return text.toString();
            }
            throw new IllegalArgumentException("no text under " + name);
        }

        @Nullable
        String textOrNull(String name) {
            return value(name) == null ? null : text(name);
        }

        long whole(String name) {
            if (value(name) instanceof Number number) {
                return number.longValue();
            }
            throw new IllegalArgumentException("no number under " + name);
        }

        @Nullable
        Long wholeOrNull(String name) {
            return value(name) == null ? null : Long.valueOf(whole(name));
        }

        boolean flag(String name) {
            return Boolean.TRUE.equals(value(name));
        }

        Fields below(String name) {
            return new Fields(map(value(name)));
        }

        Map<String, String> texts(String name) {
            Map<String, String> texts = new LinkedHashMap<>();
            if (value(name) != null) {
                map(value(name)).forEach((key, each) -> texts.put(String.valueOf(key), String.valueOf(each)));
            }
            return texts;
        }

        List<Fields> objects(String name) {
            return value(name) instanceof List<?> list
                    ? list.stream().map(each -> new Fields(map(each))).toList()
                    : List.of();
        }

        List<String> list(String name) {
            return value(name) instanceof List<?> list
                    ? list.stream().map(String::valueOf).toList()
                    : List.of();
        }

        Map<String, Object> others(String... known) {
            Map<String, Object> others = new LinkedHashMap<>();
            map.forEach((key, each) -> {
                if (each != null && !List.of(known).contains(String.valueOf(key))) {
                    others.put(String.valueOf(key), each);
                }
            });
            return others;
        }

        private static Map<?, ?> map(@Nullable Object value) {
            if (value instanceof Map<?, ?> map) {
                return map;
            }
            throw new IllegalArgumentException("no object");
        }
    }
}
