package dev.ferry.rehearsal.plan;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run would change, in order. Nothing of it has happened.
 *
 * @param simulated always true
 * @param subject what was rehearsed
 * @param madeAt when the rehearsal began
 * @param changes what would be changed
 * @param asked the questions that the script asked on the way
 * @param notes what a person should know of what the rehearsal could not show
 * @param reads how many requests the real services took
 * @param failure why the rehearsal ended before the script did, in one sentence; empty when it did not
 */
public record Plan(
        boolean simulated,
        Subject subject,
        Instant madeAt,
        List<Planned> changes,
        List<Asked> asked,
        List<String> notes,
        int reads,
        String failure) {

    /**
     * A question of the script's own; the run asks it again.
     *
     * @param option the option that answers it with yes beforehand
     * @param yes how it was answered in the rehearsal: what is planned goes on from there
     */
    public record Asked(String question, String option, boolean yes) {}

    /** Copies the lists. */
    public Plan {
        changes = List.copyOf(changes);
        asked = List.copyOf(asked);
        notes = List.copyOf(notes);
    }

    /** Whether the script came to its end, so that the plan is all of it. */
    public boolean whole() {
        return failure.isEmpty();
    }

    /** The options that answer beforehand all that the run will ask, each once, in the order in which it asks. */
    public List<String> options() {
        return Stream.concat(
                        asked.stream().filter(Asked::yes).map(Asked::option),
                        changes.stream()
                                .flatMap(change -> change.confirm().stream().limit(1)))
                .distinct()
                .toList();
    }

    /** The changes that the service will refuse for want of a role. */
    public List<Planned> forbidden() {
        return changes.stream().filter(change -> change.roles().refused()).toList();
    }
}
