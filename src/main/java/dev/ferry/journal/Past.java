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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What a run had done when it stopped, as the same script looks for it when it runs again: finished steps by their place, and changes by
 * their place, verb, path and body. Each step and each change is found once.
 */
final class Past {
    private final List<Known> changes = new ArrayList<>();
    private final Map<String, Entry.StepDone> finished = new HashMap<>();
    private final Set<String> repeated = new HashSet<>();
    /** The names of steps that helping threads began. */
    private final Set<String> aside = new HashSet<>();

    private final List<Passed> gates = new ArrayList<>();

    private static final class Known {
        private final Journal.Made made;
        private final String place;
        private final String line;
        private final String body;
        private boolean used;
        /** The step that it belongs to is not run again, but another thread made it, which may come once more. */
        private boolean left;

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

    private static final class Passed {
        private final Entry.Gate gate;
        private final String place;
        private boolean used;

        Passed(Entry.Gate gate, String place) {
            this.gate = gate;
            this.place = place;
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
        journal.entries().forEach(entry -> {
            if (entry instanceof Entry.StepBegun step && step.aside()) {
                past.aside.add(step.name());
            }
        });
        Map<Long, String> paths = new HashMap<>();
        Set<String> begun = new HashSet<>();
        for (Entry entry : journal.entries()) {
            if (entry instanceof Entry.Resumed) {
                // A process that resumes a run begins its steps once more.
                begun.clear();
            } else if (entry instanceof Entry.StepBegun step) {
                String around = past.aside.contains(step.name()) ? "" : within(step.within(), paths);
                String path = Place.path(around, step.name(), step.key());
                paths.put(step.line(), path);
                if (!begun.add(step.within() + path)) {
                    past.repeated.add(path);
                }
            } else if (entry instanceof Entry.StepDone done && paths.containsKey(done.step())) {
                past.finished.put(paths.get(done.step()), done);
            } else if (entry instanceof Entry.Gate gate && gate.holds()) {
                past.gates.add(new Passed(gate, within(gate.step(), paths)));
            }
        }
        journal.changes()
                .forEach(made ->
                        past.changes.add(new Known(made, within(made.intent().step(), paths))));
        return past;
    }

    private static String within(@Nullable Long step, Map<Long, String> paths) {
        return step == null ? "" : paths.getOrDefault(step, "");
    }

    /** Whether helping threads have begun steps of this name. */
    boolean isAside(String name) {
        return aside.contains(Redactor.redact(name));
    }

    /**
     * A step that is not to be run again.
     *
     * @param path its place then
     */
    record Finished(String path, Entry.StepDone done) {}

    /**
     * The end of a step at this place that is not to be run again: of one that changed something, of one that called no service, and of
     * one that sent what changes nothing, such as a validation, where the run has changed something since. What a step only read is read
     * again.
     */
    synchronized Optional<Finished> finished(Place place) {
        if (!place.isOne()) {
            return Optional.empty();
        }
        List<String> paths = finished.containsKey(place.path()) || !place.isAside()
                ? List.of(place.path())
                : finished.keySet().stream()
                        .filter(path -> Place.isNamedLike(path, place.path()))
                        .toList();
        if (paths.size() != 1) {
            return Optional.empty();
        }
        String path = paths.get(0);
        Entry.StepDone done = finished.get(path);
        if (done == null || done.hidden() || repeated.contains(path)) {
            return Optional.empty();
        }
        boolean stands = changes.stream().anyMatch(known -> known.counts() && Place.isWithin(known.place, path))
                || done.calls() == OpenSteps.Calls.NONE
                || (done.calls() == OpenSteps.Calls.ASKS && isFollowed(done.line()));
        return stands ? Optional.of(new Finished(path, done)) : Optional.empty();
    }

    /** Whether a change was made after a line. */
    private boolean isFollowed(long line) {
        return changes.stream()
                .anyMatch(known -> known.counts() && known.made.intent().line() > line);
    }

    /**
     * The steps at and within this place are not run again, and what they had changed is not looked for any more.
     *
     * @return whether they had changed something
     */
    synchronized boolean leaveOut(String place) {
        finished.remove(place);
        List<Known> left = changes.stream()
                .filter(known -> !known.used && Place.isWithin(known.place, place))
                .toList();
        left.forEach(known -> {
            known.left = known.made.intent().aside();
            known.used = !known.left;
        });
        return left.stream().anyMatch(Known::counts);
    }

    /** The last time that a gate held before a change that was made; it is not found again. */
    synchronized Optional<Entry.Gate> passed(String place, String text) {
        Optional<Passed> first = gates.stream()
                .filter(each -> !each.used
                        && each.place.equals(place)
                        && each.gate.text().equals(text)
                        && isFollowed(each.gate.line()))
                .findFirst();
        first.ifPresent(each -> each.used = true);
        return first.map(each -> each.gate);
    }

    /**
     * The change of the past that this one is; it is not found again.
     *
     * @param ordered whether the changes of this place come in the order of the script, so that another body in the place of one
     *     that was sent is suspicious; where they come from a loop or from several threads, it is just another change
     */
    synchronized Match take(String place, Change change, boolean ordered) {
        String line = change.method() + " " + Redactor.redact(change.path());
        String body = canonical(change.body());
        Predicate<Known> here = known -> known.line.equals(line);
        Predicate<Known> same = here.and(known -> known.body.equals(body));
        Predicate<Known> sought = same.and(known -> !known.left);
        Optional<Known> free = first(sought.and(known -> known.place.equals(place)));
        if (free.isPresent()) {
            return taken(Likeness.SAME, free.get());
        }
        Optional<Known> elsewhere = first(sought);
        if (elsewhere.isPresent()) {
            return taken(ordered ? Likeness.SAME_ELSEWHERE : Likeness.SAME, elsewhere.get());
        }
        Optional<Known> left = first(same);
        if (left.isPresent()) {
            return taken(Likeness.SAME_ELSEWHERE, left.get());
        }
        Optional<Known> other = first(here.and(known -> ordered && !known.left && known.place.equals(place)));
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

    /** What was made, and the script has not come to again, in the order of the journal. */
    synchronized List<Journal.Made> missed() {
        return changes.stream()
                .filter(known -> !known.used && !known.left && known.counts())
                .map(known -> known.made)
                .toList();
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
