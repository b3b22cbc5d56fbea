package dev.ferry.journal;

import com.squareup.moshi.JsonWriter;
import dev.ferry.api.change.Change;
import dev.ferry.api.change.Outcome;
import dev.ferry.output.Redactor;
import dev.ferry.output.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What a run had done when it stopped, as the same script looks for it when it runs again: finished steps by their place, and changes by
 * their place, verb, path and body. Each change is found once.
 */
final class Past {
    private final List<Known> changes = new ArrayList<>();
    private final Map<String, Entry.StepDone> finished = new HashMap<>();

    private static final class Known {
        private final Journal.Made made;
        private final String place;
        private final String line;
        private final String body;
        private boolean used;

        Known(Journal.Made made, String place) {
            this.made = made;
            this.place = place;
            this.line = made.intent().method() + " " + made.intent().path();
            this.body = canonical(made.intent().body());
        }

        Outcome.Kind kind() {
            return made.ended().map(end -> end.outcome().kind()).orElse(Outcome.Kind.UNKNOWN);
        }

        /** Whether it may have been made. */
        boolean counts() {
            return kind() == Outcome.Kind.DONE || kind() == Outcome.Kind.UNKNOWN;
        }
    }

    /**
     * What the past says of a change.
     *
     * @param likeness how like they are
     * @param made the change of the past; null when there is none
     */
    record Match(Likeness likeness, Journal.@Nullable Made made) {
        static final Match NONE = new Match(Likeness.NONE, null);
    }

    /** How like a change of the past is to one that is to be made now. */
    enum Likeness {
        /** It is this one. */
        SAME,

        /** It is the same, but a different step made it, or it was made once where it was tried more often. */
        SAME_ELSEWHERE,

        /** It was sent to the same place, with something else in it. */
        OTHER_BODY,

        /** There is none. */
        NONE
    }

    static Past of(Journal journal) {
        Past past = new Past();
        Map<Long, String> paths = new HashMap<>();
        for (Entry entry : journal.entries()) {
            if (entry instanceof Entry.StepBegun step) {
                String around = step.within() == null ? "" : paths.getOrDefault(step.within(), "");
                paths.put(step.line(), Place.path(around, step.name(), step.nth()));
            } else if (entry instanceof Entry.StepDone done && paths.containsKey(done.step())) {
                past.finished.put(paths.get(done.step()), done);
            }
        }
        journal.changes().forEach(made -> {
            @Nullable Long step = made.intent().step();
            past.changes.add(new Known(made, step == null ? "" : paths.getOrDefault(step, "")));
        });
        return past;
    }

    /** The end of a step at this place; what it had changed is not looked for any more when the caller takes its value. */
    synchronized Optional<Entry.StepDone> finished(String place) {
        return Optional.ofNullable(finished.get(place));
    }

    /**
     * The steps at and within this place are not run again.
     *
     * @return what they had changed, and nobody looks for any more
     */
    synchronized List<Journal.Made> leaveOut(String place) {
        List<Known> left = changes.stream()
                .filter(known -> !known.used && Place.isWithin(known.place, place))
                .toList();
        left.forEach(known -> known.used = true);
        return left.stream().map(known -> known.made).toList();
    }

    /** The change of the past that this one is; it is not found again. */
    synchronized Match take(String place, Change change) {
        String line = change.method() + " " + Redactor.redact(change.path());
        String body = canonical(change.body());
        Predicate<Known> here = known -> known.line.equals(line);
        Predicate<Known> same = here.and(known -> known.body.equals(body));
        Optional<Known> free = first(same.and(known -> known.place.equals(place)));
        if (free.isPresent()) {
            return taken(Likeness.SAME, free.get());
        }
        Optional<Known> elsewhere = first(same);
        if (elsewhere.isPresent()) {
            return taken(Likeness.SAME_ELSEWHERE, elsewhere.get());
        }
        Optional<Known> other = first(here);
        if (other.isPresent()) {
            return taken(Likeness.OTHER_BODY, other.get());
        }
        // It was tried several times and done once: this may be the try that was done.
        boolean refused = changes.stream().anyMatch(same.and(known -> !known.counts()));
        return changes.stream()
                .filter(same.and(Known::counts))
                .filter(known -> refused)
                .findFirst()
                .map(known -> taken(Likeness.SAME_ELSEWHERE, known))
                .orElse(Match.NONE);
    }

    private Optional<Known> first(Predicate<Known> which) {
        return changes.stream()
                .filter(known -> !known.used && known.counts())
                .filter(which)
                .findFirst();
    }

    private static Match taken(Likeness likeness, Known known) {
        known.used = true;
        return new Match(likeness, known.made);
    }

    /** The first change after this one that had a secret in it. */
    Optional<Journal.Made> nextWithSecret(Journal.Made made) {
        return changes.stream()
                .map(known -> known.made)
                .filter(known -> known.intent().line() > made.intent().line()
                        && known.intent().hidden())
                .findFirst();
    }

    /** The same text for bodies that say the same, in whatever order, and however their numbers are spelt. */
    static String canonical(@Nullable Object body) {
        Buffer text = new Buffer();
        try (JsonWriter writer = JsonWriter.of(text)) {
            writer.setLenient(true);
            writer.setSerializeNulls(true);
            write(writer, Tree.of(body));
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer in memory failed", e);
        }
        return text.readUtf8();
    }

    private static void write(JsonWriter writer, @Nullable Object tree) throws IOException {
        if (tree instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((name, value) -> sorted.put(String.valueOf(name), value));
            writer.beginObject();
            for (Map.Entry<String, @Nullable Object> field : sorted.entrySet()) {
                writer.name(field.getKey());
                write(writer, field.getValue());
            }
            writer.endObject();
        } else if (tree instanceof List<?> list) {
            writer.beginArray();
            for (Object element : list) {
                write(writer, element);
            }
            writer.endArray();
        } else if (tree instanceof Number number) {
            writer.value(new BigDecimal(number.toString()).stripTrailingZeros().toPlainString());
        } else if (tree instanceof Boolean flag) {
            writer.value(flag);
        } else {
            writer.value(tree == null ? null : tree.toString());
        }
    }
}
