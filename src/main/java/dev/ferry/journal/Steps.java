package dev.ferry.journal;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records the steps of a script, and knows those that an earlier process of the same run has finished. Steps of one name are told apart by
 * their order within the step around them. May be used by several threads; those that run steps of one name at the same time
 * leave their order to luck.
 */
public final class Steps {
    private static final Steps UNRECORDED = new Steps(null, null, notice -> {}, made -> {});

    private final @Nullable Run run;
    private final @Nullable Past past;
    private final Consumer<String> notices;
    private final Consumer<Journal.Made> leftOut;
    private final Place outside = Place.outside();

    @SuppressWarnings("ThreadLocalUsage") // each run has steps of its own, and threads that come and go
    private final InheritableThreadLocal<@Nullable Place> current = new InheritableThreadLocal<>();

    private volatile boolean failed;

    private Steps(@Nullable Run run, @Nullable Past past, Consumer<String> notices, Consumer<Journal.Made> leftOut) {
        this.run = run;
        this.past = past;
        this.notices = notices;
        this.leftOut = leftOut;
    }

    /** Records nothing. */
    public static Steps unrecorded() {
        return UNRECORDED;
    }

    /**
     * Records the steps of a run.
     *
     * @param notices told what a person should know
     */
    public static Steps of(Run run, Consumer<String> notices) {
        return new Steps(run, null, notices, made -> {});
    }

    /** @param leftOut told each change of a step that is not run again */
    static Steps of(Run run, Past past, Consumer<String> notices, Consumer<Journal.Made> leftOut) {
        return new Steps(run, past, notices, leftOut);
    }

    /** Where this thread is. */
    String place() {
        return here().path();
    }

    private Place here() {
        @Nullable Place place = current.get();
        return place == null ? outside : place;
    }

    /**
     * Begins a step on this thread.
     *
     * @param again whether it runs again in a resumed run although it was finished, as a part of a page does whose variables the
     *     next parts need; its value is not kept
     */
    public Step begin(String name, boolean again) {
        Place around = here();
        if (run == null) {
            return new Step(name, again, around, Optional.empty(), null);
        }
        Place place = around.step(name);
        Optional<Earlier> earlier = again ? Optional.empty() : earlier(place.path());
        Run.@Nullable Step line = earlier.isPresent() ? null : line(name, place.nth());
        if (earlier.isEmpty()) {
            current.set(place);
        }
        return new Step(name, again, around, earlier, line);
    }

    private Optional<Earlier> earlier(String place) {
        Past known = past;
        Optional<Entry.StepDone> done = known == null ? Optional.empty() : known.finished(place);
        if (known == null || done.isEmpty() || done.get().hidden()) {
            return Optional.empty();
        }
        try {
            Earlier earlier = new Earlier(new KeptValue().read(done.get().value()));
            known.leaveOut(place).forEach(leftOut);
            return Optional.of(earlier);
        } catch (KeptValue.NotKept e) {
            // What it changed is found again, and nothing else is lost.
            return Optional.empty();
        }
    }

    private Run.@Nullable Step line(String name, int nth) {
        Run log = run;
        if (log == null || failed) {
            return null;
        }
        try {
            return log.step(name, nth);
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
     */
    public record Earlier(@Nullable Object value) {}

    /** A step on one thread. */
    public final class Step implements AutoCloseable {
        private final String name;
        private final boolean again;
        private final Place around;
        private final Optional<Earlier> earlier;
        private final Run.@Nullable Step line;

        private Step(String name, boolean again, Place around, Optional<Earlier> earlier, Run.@Nullable Step line) {
            this.name = name;
            this.again = again;
            this.around = around;
            this.earlier = earlier;
            this.line = line;
        }

        /** What it returned in an earlier process of this run; then it is not to be done again. */
        public Optional<Earlier> earlier() {
            return earlier;
        }

        /** It is finished with this value. */
        public void done(@Nullable Object value) {
            if (line == null || failed) {
                return;
            }
            try {
                if (again) {
                    line.doneWithoutValue();
                } else {
                    line.done(new KeptValue().write(value));
                }
            } catch (KeptValue.NotKept e) {
                unkept(line, e);
            } catch (JournalException e) {
                failed(e);
            }
        }

        private void unkept(Run.Step step, KeptValue.NotKept why) {
            notices.accept("the result of step “" + name + "” cannot be kept, because it " + why.getMessage()
                    + "; if this run is resumed, the step is done again, with the changes it has made as they were");
            try {
                step.doneWithoutValue();
            } catch (JournalException e) {
                failed(e);
            }
        }

        @Override
        public void close() {
            if (earlier.isPresent()) {
                return;
            }
            if (run != null) {
                current.set(around);
            }
            if (line != null) {
                line.close();
            }
        }
    }
}
