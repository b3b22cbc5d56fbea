package dev.ferry.rehearsal.plan;

import dev.ferry.api.change.Change;
import dev.ferry.api.change.ChangeGuard;
import dev.ferry.api.change.ChangeLog;
import dev.ferry.api.change.Outcome;
import dev.ferry.api.failure.CallRefusedException;
import java.time.Clock;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A real run that keeps to a plan: each change has to be the next one of it. Changes are let through one at a time, whatever threads
 * they come from.
 *
 * <pre>{@code
 * PlannedRun run = new PlannedRun(plan, Clock.systemUTC());
 * settings.withGuard(run.guard(guard)).withChangeLog(run.log(journal));
 * }</pre>
 */
public final class PlannedRun {
    private final Plan plan;
    private final Clock clock;
    private final Bindings bindings = new Bindings();
    private final IdentityHashMap<Change, Planned> underWay = new IdentityHashMap<>();
    private int next;

    /** A run of which nothing has been done. */
    public PlannedRun(Plan plan, Clock clock) {
        this.plan = plan;
        this.clock = clock;
    }

    /**
     * Refuses what is not the next change of the plan, and asks another guard about what is.
     *
     * @param other may refuse it all the same, or ask a person
     */
    public ChangeGuard guard(ChangeGuard other) {
        return change -> {
            if (change.risk().changes()) {
                check(change, other);
            } else {
                other.check(change);
            }
        };
    }

    private synchronized void check(Change change, ChangeGuard other) {
        Planned planned = expected(change);
        other.check(change);
        underWay.put(change, planned);
        next++;
    }

    private Planned expected(Change change) {
        if (next >= plan.changes().size()) {
            throw refused(
                    change,
                    "it is not in the plan, whose " + count(plan.changes().size()) + " all been made");
        }
        Planned planned = plan.changes().get(next);
        // A rehearsed wait takes no time: Java's own clock stands nearly still meanwhile, that of the rehearsal does
        // not.
        Duration real = Duration.between(plan.madeAt(), clock.instant());
        List<Duration> shifts = List.of(real, real.minusSeconds(planned.afterSeconds()));
        Optional<String> deviation = new Deviation(planned, bindings, shifts).of(change);
        if (deviation.isPresent()) {
            throw refused(
                    change,
                    "it is not what the plan has next, change " + planned.number() + ", " + planned.operation() + " ("
                            + bindings.in(planned.line()) + "): " + deviation.get());
        }
        return planned;
    }

    private static String count(int changes) {
        return changes == 1 ? "one change has" : changes + " changes have";
    }

    private static CallRefusedException refused(Change change, String why) {
        return new CallRefusedException(
                CallRefusedException.Why.NOT_PLANNED, "refused: " + why + "; nothing was sent", change.line());
    }

    /** Learns from the answers what later changes of the plan stand for, and keeps the changes in another log. */
    public ChangeLog log(ChangeLog other) {
        return change -> {
            ChangeLog.Intent intent = other.intend(change);
            List<Made> makes = makes(change);
            intent.recorded()
                    .ifPresent(recorded -> learn(makes, recorded.answer().orElse(null)));
            return new Learning(intent, makes);
        };
    }

    private final class Learning implements ChangeLog.Intent {
        private final ChangeLog.Intent intent;
        private final List<Made> makes;

        Learning(ChangeLog.Intent intent, List<Made> makes) {
            this.intent = intent;
            this.makes = makes;
        }

        @Override
        public Optional<ChangeLog.Recorded> recorded() {
            return intent.recorded();
        }

        @Override
        public void ended(Outcome outcome) {
            if (outcome.kind() == Outcome.Kind.DONE) {
                learn(makes, outcome.answer());
            }
            intent.ended(outcome);
        }
    }

    /**
     * Takes the next change of the plan as one that an earlier process of this run has made.
     *
     * @param answer what it was answered; null when nobody knows
     */
    public synchronized void madeBefore(@Nullable Object answer) {
        if (next < plan.changes().size()) {
            bindings.learn(plan.changes().get(next).makes(), answer);
            next++;
        }
    }

    private synchronized List<Made> makes(Change change) {
        Planned planned = underWay.remove(change);
        return planned == null ? List.of() : planned.makes();
    }

    private synchronized void learn(List<Made> makes, @Nullable Object answer) {
        bindings.learn(makes, answer);
    }

    /** The changes of the plan that have not been made. */
    public synchronized List<Planned> left() {
        return List.copyOf(plan.changes().subList(next, plan.changes().size()));
    }
}
