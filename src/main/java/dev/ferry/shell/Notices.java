package dev.ferry.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Lines for the person at the terminal that come at any time: above the line that is being typed, and not while the screen is somebody else's. */
final class Notices {
    private final BiConsumer<String, Runnable> above;
    private final List<String> waiting = new ArrayList<>();
    private boolean held;

    /** @param above writes above the line that is being typed, or does the other thing while none is */
    Notices(BiConsumer<String, Runnable> above) {
        this.above = above;
    }

    /** Takes care of a line. */
    synchronized void take(String line, Runnable otherwise) {
        if (held) {
            waiting.add(line);
        } else {
            above.accept(line, otherwise);
        }
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
