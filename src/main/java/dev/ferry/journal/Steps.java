package dev.ferry.journal;

import dev.ferry.api.change.Change;
import dev.ferry.api.change.ChangeLog;
import dev.ferry.api.change.Outcome;
import dev.ferry.api.failure.CallRefusedException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Records the steps of a script, its gates, and in which step each change is made; knows the steps that an earlier process of the same run
 * has finished. May be used by several threads, see {@link OpenSteps}.
 */
public final class Steps {
    private final @Nullable Run run;
    private final @Nullable Past past;
    private final Consumer<String> notices;
    private final OpenSteps open;
    private final Set<Thread> evaluating = ConcurrentHashMap.newKeySet();
    private volatile boolean failed;

    private Steps(@Nullable Run run, @Nullable Past past, Consumer<String> notices, Thread script) {
        this.open = new OpenSteps(script);
        this.run = run;
        this.past = past;
        this.notices = notices;
    }

    /** Records nothing. */
    public static Steps unrecorded() {
        return unrecorded(Thread.currentThread());
    }

    /**
     * Records nothing; gates protect changes all the same.
     *
     * @param script the thread that runs the script
     */
    public static Steps unrecorded(Thread script) {
        return new Steps(null, null, notice -> {}, script);
    }

    /**
     * Records the steps of a run.
     *
     * @param notices told what a person should know
     * @param script the thread that runs the script
     */
    public static Steps of(Run run, Consumer<String> notices, Thread script) {
        return new Steps(run, null, notices, script);
    }

    static Steps of(Run run, Past past, Consumer<String> notices) {
        return new Steps(run, past, notices, Thread.currentThread());
    }

    OpenSteps.Open here() {
        return open.here();
    }

    /**
     * Records a change in the step of this thread, once the gates before it hold. They protect the next one as well unless it is made.
     *
     * @param log keeps the change where the steps are not recorded
     */
    public ChangeLog.Intent intend(Change change, Run log) {
        if (evaluating.contains(Thread.currentThread())) {
            throw new CallRefusedException(
                    CallRefusedException.Why.DECLINED,
                    "refused, because the condition of a gate must only read; nothing was sent",
                    change.line());
        }
        List<OpenSteps.Gate> gates = open.gates();
        gates.forEach(gate -> gate.check().run());
        OpenSteps.Open step = open.here();
        ChangeLog.Intent intent = log.intend(change, step.line(), !step.isOfThisThread());
        return outcome -> {
            if (outcome.kind() == Outcome.Kind.DONE) {
                open.drop(gates);
            }
            intent.ended(outcome);
        };
    }

    /** A change of the step of this thread was made before: what protected it has done so. */
    void skipped() {
        open.drop(open.gates());
    }

    /** Evaluates the condition of a gate, which must only read. */
    public <T extends @Nullable Object> T evaluating(Supplier<T> condition) {
        boolean outermost = evaluating.add(Thread.currentThread());
        try {
            return condition.get();
        } finally {
            if (outermost) {
                evaluating.remove(Thread.currentThread());
            }
        }
    }

    /** What an earlier process of this run has made and the script has not come to again. */
    public List<Journal.Made> missed() {
        Past known = past;
        return known == null ? List.of() : known.missed();
    }

    /**
     * A call leaves in the step of this thread.
     *
     * @param reads whether its verb only reads
     */
    public void called(boolean reads) {
        open.called(reads ? OpenSteps.Calls.READS : OpenSteps.Calls.ASKS);
    }

    /**
     * When this gate held before a change that an earlier process of this run has made; then there is nothing to protect any more. The next
     * change is protected all the same.
     */
    public Optional<Instant> passed(String gate) {
        Past known = past;
        return known == null
                ? Optional.empty()
                : known.passed(open.here().place().path(), gate).map(Entry.Gate::time);
    }

    /**
     * Protects the next change in the step of this thread.
     *
     * @param gate called right before that change leaves, and throws when it must not
     */
    public void protect(Runnable gate) {
        open.protect(gate);
    }

    /**
     * Records that a gate was evaluated.
     *
     * @param values what it saw, as people read it
     */
    public void evaluated(String gate, boolean holds, String values) {
        Run log = run;
        if (log == null || failed) {
            return;
        }
        try {
            log.gate(gate, holds, values, open.here().line());
        } catch (JournalException e) {
            failed(e);
        }
    }

    /**
     * Begins a step on this thread.
     *
     * @param again whether it runs again in a resumed run although it was finished, as a part of a page does whose variables the
     *     next parts need; its value is not kept
     */
    public Step begin(StepName name, boolean again) {
        OpenSteps.Open around = open.here();
        Past known = past;
        boolean helps = !around.isOfThisThread();
        Place place = around.place().step(name, helps || (known != null && known.isAside(name.name())));
        Optional<Earlier> earlier = again ? Optional.empty() : earlier(place);
        if (earlier.isPresent()) {
            return new Step(name.name(), again, earlier, null);
        }
        Long line = line(name, place, helps, around.line());
        return new Step(name.name(), again, earlier, open.begin(around, place, line));
    }

    private Optional<Earlier> earlier(Place place) {
        Past known = past;
        Optional<Past.Finished> finished = known == null ? Optional.empty() : known.finished(place);
        if (known == null || finished.isEmpty()) {
            return Optional.empty();
        }
        try {
            Entry.StepDone done = finished.get().done();
            Earlier earlier = new Earlier(new KeptValue().read(done.value()), done.time());
            if (known.leaveOut(finished.get().path())) {
                skipped();
            }
            return Optional.of(earlier);
        } catch (KeptValue.NotKept e) {
            // What it changed is found again, and nothing else is lost.
            return Optional.empty();
        }
    }

    private @Nullable Long line(StepName name, Place place, boolean aside, @Nullable Long around) {
        Run log = run;
        if (log == null || failed) {
            return null;
        }
        try {
            return log.step(name, place, aside, around);
        } catch (JournalException e) {
            failed(e);
            return null;
        }
    }

    /** What only reads must not fail because nothing can be written; changes are refused where it matters. */
    private void failed(JournalException e) {
        if (!failed) {
            failed = true;
            notices.accept("steps are not recorded any more: " + e.getMessage());
        }
    }

    /**
     * The value of a step that an earlier process has finished.
     *
     * @param value what it returned
     * @param at when
     */
    public record Earlier(@Nullable Object value, Instant at) {}

    /** A step on one thread. */
    public final class Step implements AutoCloseable {
        private final String name;
        private final boolean again;
        private final Optional<Earlier> earlier;
        private final OpenSteps.@Nullable Open begun;

        private Step(String name, boolean again, Optional<Earlier> earlier, OpenSteps.@Nullable Open begun) {
            this.name = name;
            this.again = again;
            this.earlier = earlier;
            this.begun = begun;
        }

        /** What it returned in an earlier process of this run; then it is not to be done again. */
        public Optional<Earlier> earlier() {
            return earlier;
        }

        /** It is finished with this value. */
        public void done(@Nullable Object value) {
            Run log = run;
            if (log == null || begun == null || begun.line() == null || failed) {
                return;
            }
            try {
                log.stepDone(begun.line(), kept(value), begun.calls());
            } catch (JournalException e) {
                failed(e);
            }
        }

        /** What of a value is kept; empty when it cannot be, so that the step runs again in a resumed run. */
        private Optional<Run.Kept> kept(@Nullable Object value) {
            if (again) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Run.Kept(new KeptValue().write(value)));
            } catch (KeptValue.NotKept e) {
                notices.accept("Step '" + name + "' returns a value that cannot be stored, because it " + e.getMessage()
                        + ". On resume the step runs again; changes it already made are not sent twice.");
                return Optional.empty();
            }
        }

        @Override
        public void close() {
            if (begun != null) {
                open.end(begun);
            }
        }
    }
}
