package dev.ferry.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Knows in which step each thread works. A thread that began a step works in that step. Every other thread helps: it works in the innermost
 * open step of the thread that began the step in which it was started, or, when that step has ended, of the thread that runs the script. So
 * a thread of a pool works for the step that uses it now, not for the one that used it first, and never for that of another helper. May be
 * used by several threads.
 */
final class OpenSteps {
    private final Open root;
    private final Deque<Open> open = new ArrayDeque<>();

    @SuppressWarnings("ThreadLocalUsage") // each run has steps of its own, and threads that come and go
    private final InheritableThreadLocal<@Nullable Open> begun = new InheritableThreadLocal<>();

    /** @param script the thread that runs the script */
    OpenSteps(Thread script) {
        this.root = new Open(null, Place.outside(), null, script);
    }

    /** What a step calls while it works, from nothing to the most. */
    enum Calls {
        /** It calls no service: its value depends on nothing outside. */
        NONE,

        /** It reads. */
        READS,

        /** It sends what changes nothing although its verb could, such as a validation. */
        ASKS
    }

    /**
     * Protects the next change.
     *
     * @param thread where it was set up
     * @param check throws when the change must not be made
     */
    record Gate(Thread thread, Runnable check) {}

    /** A step that was begun. */
    final class Open {
        private final @Nullable Open around;
        private final Place place;
        private final @Nullable Long line;
        private final Thread thread;
        private final List<Gate> gates = new ArrayList<>();
        private @Nullable Open before;
        private Calls calls = Calls.NONE;

        private Open(@Nullable Open around, Place place, @Nullable Long line, Thread thread) {
            this.thread = thread;
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
            if (each.thread == within.thread && isWithin(each, within)) {
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
        Open step = new Open(around, place, line, Thread.currentThread());
        step.before = begun.get();
        open.push(step);
        begun.set(step);
        return step;
    }

    /** It ends, on the thread that began it. */
    synchronized void end(Open step) {
        open.remove(step);
        if (step.around != null) {
            // A step that only looks protects what comes after it.
            step.around.gates.addAll(step.gates);
        }
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

    /** A gate protects the next change of this thread. */
    synchronized void protect(Runnable gate) {
        here().gates.add(new Gate(Thread.currentThread(), gate));
    }

    /** The gates that protect a change of this thread, the outermost first: its own, and for a helper those of the thread it helps. */
    synchronized List<Gate> gates() {
        List<Gate> all = new ArrayList<>();
        Open step = here();
        for (Open each = step; each != null; each = each.around) {
            all.addAll(
                    0,
                    each.gates.stream()
                            .filter(gate -> gate.thread == Thread.currentThread() || gate.thread == step.thread)
                            .toList());
        }
        return all;
    }

    /** These have done their work. */
    synchronized void drop(List<Gate> gates) {
        root.gates.removeAll(gates);
        open.forEach(step -> step.gates.removeAll(gates));
    }
}
