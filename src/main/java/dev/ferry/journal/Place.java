package dev.ferry.journal;

import dev.ferry.output.Redactor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A place in a script: the steps around it by name and key, the outermost first. A script that runs again comes to the same places.
 *
 * @param path names and keys, the outermost first; empty outside of steps
 * @param nth which step of this name it is within the step around it in this process, from 1
 * @param isOne whether at most one step of a run can be at this place, so that a finished one is recognised by its place alone
 * @param isAside whether a helping thread began it, or a step around it: then the step in which it was begun is a matter of chance, and
 *     so is the order of what is done there
 * @param seen how often each name has come within this step
 */
record Place(String path, int nth, boolean isOne, boolean isAside, Map<String, Integer> seen) {
    private static final String WITHIN = "\u001f";
    private static final String KEY = "\u001e";

    /** Outside of all steps. */
    static Place outside() {
        return new Place("", 1, true, false, new ConcurrentHashMap<>());
    }

    /**
     * The next step of this name within this one.
     *
     * @param aside whether a helping thread begins it; the steps around it say nothing then
     */
    Place step(StepName name, boolean aside) {
        int next = seen.merge(name.name(), 1, Integer::sum);
        return new Place(
                path(aside ? "" : path, name.name(), name.key()),
                next,
                (aside || isOne) && !name.repeats(),
                aside || isAside,
                new ConcurrentHashMap<>());
    }

    static String path(String around, String name, @Nullable String key) {
        return around + WITHIN + Redactor.redact(name) + (key == null ? "" : KEY + Redactor.redact(key));
    }

    /** Whether both end in the same name and key. */
    static boolean isNamedLike(String path, String other) {
        return path.substring(path.lastIndexOf(WITHIN)).equals(other.substring(other.lastIndexOf(WITHIN)));
    }

    /** Whether the first path is that of the second or of a step within it. */
    static boolean isWithin(String path, String around) {
        return path.equals(around) || path.startsWith(around + WITHIN);
    }
}
