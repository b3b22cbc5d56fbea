package dev.ferry.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Knows in which step each thread works. A thread that began a step works in that step. Every other thread works in the innermost step that
 * is still open: within the step in which it was started as long as that one is open, else within the whole run. So a thread of a pool
 * works for the step that uses it now, not for the one that used it first. May be used by several threads.
 */
final class OpenSteps {
    private final Open root = new Open(null, Place.outside(), null);
    private final Deque<Open> open = new ArrayDeque<>();

    @SuppressWarnings("ThreadLocalUsage") // each run has steps of its own, and threads that come and go
    private final InheritableThreadLocal<@Nullable Open> begun = new InheritableThreadLocal<>();

    /** What a step calls while it works, from nothing to the most. */
    enum Calls {
        /** It calls no service: its value depends on nothing outside. */
        NONE,

        /** It reads. */
        READS,

        /** It sends what changes nothing although its verb could, such as a validation. */
        ASKS
    }

    /** A step that was begun. */
    final class Open {
        private final @Nullable Open around;
        private final Place place;
        private final @Nullable Long line;
        private final Thread thread = Thread.currentThread();
        private final List<Runnable> gates = new ArrayList<>();
        private @Nullable Open before;
        private Calls calls = Calls.NONE;

        private Open(@Nullable Open around, Place place, @Nullable Long line) {
            this.around = around;
            this.place = place;
            this.line = line;
        }

        Place place() {
            return place;
        }

        /** The line of the journal where it began; null when there is none. */
        @Nullable
        Long line() {
            return line;
        }

        /** Whether this thread began it, so that its changes come in the order of the script. */
        boolean isOfThisThread() {
            return thread == Thread.currentThread();
        }

        Calls calls() {
            synchronized (OpenSteps.this) {
                return calls;
            }
        }
    }

    /** The step in which this thread works; the root when there is none. */
    synchronized Open here() {
        Open mine = begun.get();
        if (mine != null && mine.isOfThisThread()) {
            return mine;
        }
        Open within = mine == null ? root : mine;
        while (within.around != null && !open.contains(within)) {
            within = within.around;
        }
        for (Open each : open) {
            if (isWithin(each, within)) {
                return each;
            }
        }
        return within;
    }

    private static boolean isWithin(Open step, Open around) {
        for (Open each = step; each != null; each = each.around) {
            if (each == around) {
                return true;
            }
        }
        return false;
    }

    /** A step begins on this thread. */
    synchronized Open begin(Open around, Place place, @Nullable Long line) {
        Open step = new Open(around, place, line);
        step.before = begun.get();
        open.push(step);
        begun.set(step);
        return step;
    }

    /** It ends, on the thread that began it. */
    synchronized void end(Open step) {
        open.remove(step);
        if (step.before == null) {
            begun.remove();
        } else {
            begun.set(step.before);
        }
    }

    /** A call leaves in the step of this thread. */
    synchronized void called(Calls kind) {
        for (Open each = here(); each != null; each = each.around) {
            if (kind.compareTo(each.calls) > 0) {
                each.calls = kind;
            }
        }
    }

    /** A gate protects the next change in the step of this thread. */
    synchronized void protect(Runnable gate) {
        here().gates.add(gate);
    }

    /** The gates that protect the next change in a step, the outermost first; they protect no other change. */
    synchronized List<Runnable> takeGates(Open step) {
        List<Runnable> taken = new ArrayList<>();
        for (Open each = step; each != null; each = each.around) {
            taken.addAll(0, each.gates);
            each.gates.clear();
        }
        return taken;
    }
}
