package dev.ferry.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Lines for the person at the terminal that come at any time: above the line that is being typed, and not while the screen is somebody else's. */
final class Notices {
    private final Predicate<String> above;
    private final List<String> waiting = new ArrayList<>();
    private boolean held;

    /** @param above writes above the line that is being typed; false when none is */
    Notices(Predicate<String> above) {
        this.above = above;
    }

    /** Whether the line was taken care of. */
    synchronized boolean take(String line) {
        if (held) {
            waiting.add(line);
            return true;
        }
        return above.test(line);
    }

    synchronized void hold() {
        held = true;
    }

    /** Shows from now on what comes, and gives back what came in between. */
    synchronized List<String> release() {
        held = false;
        List<String> missed = List.copyOf(waiting);
        waiting.clear();
        return missed;
    }
}
