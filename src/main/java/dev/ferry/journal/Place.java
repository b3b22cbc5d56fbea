package dev.ferry.journal;

import dev.ferry.output.Redactor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A place in a script: a step, by the names of the steps around it and its own, each with the how-manieth of its name it is there. A script
 * that runs again comes to the same places.
 *
 * @param path the names and numbers, the outermost first; empty outside of steps
 * @param nth the number of the step
 * @param seen how often each name has come within this step
 */
record Place(String path, int nth, Map<String, Integer> seen) {
    private static final String WITHIN = "\u001f";

    /** Outside of all steps. */
    static Place outside() {
        return new Place("", 1, new ConcurrentHashMap<>());
    }

    /** The next step of this name within this one. */
    Place step(String name) {
        int next = seen.merge(name, 1, Integer::sum);
        return new Place(path(path, name, next), next, new ConcurrentHashMap<>());
    }

    static String path(String around, String name, int nth) {
        return around + WITHIN + Redactor.redact(name) + "#" + nth;
    }

    /** Whether the first path is that of the second or of a step within it. */
    static boolean isWithin(String path, String around) {
        return path.equals(around) || path.startsWith(around + WITHIN);
    }
}
