package dev.ferry.rehearsal.plan;

import dev.ferry.api.change.Change;
import dev.ferry.api.change.ChangeGuard;
import dev.ferry.api.change.ChangeLog;
import dev.ferry.api.change.Outcome;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.journal.Entry;
import dev.ferry.journal.Journal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final IdentityHashMap<Change, Planned> underWay = new IdentityHashMap<>();
    /** The numbers of the changes that were let through, whatever became of them. */
    private final Set<Integer> passed = new HashSet<>();
    /** The numbers of those that the service has made, or may have. */
    private final Set<Integer> made = new HashSet<>();
    /** The numbers of those that an earlier process has made and that may be sent once more. */
    private final Set<Integer> before = new HashSet<>();

    private Bindings bindings = new Bindings();

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
        return other.checkingBy(change -> {
            if (change.risk().changes()) {
                check(change, other);
            } else {
                other.check(change);
            }
        });
    }

    private synchronized void check(Change change, ChangeGuard other) {
        Planned planned = expected(change);
        other.check(change);
        underWay.put(change, planned);
        passed.add(planned.number());
    }

    private Planned expected(Change change) {
        Optional<Planned> next = left().stream().findFirst();
        Optional<String> deviation = next.flatMap(planned -> deviation(planned, change, clock.instant()));
        if (next.isPresent() && deviation.isEmpty()) {
            return next.get();
        }
        // The journal lets one that was made leave again only where one more does no harm.
        Optional<Planned> again = plan.changes().stream()
                .filter(planned -> before.contains(planned.number()))
                .filter(planned -> deviation(planned, change, clock.instant()).isEmpty())
                .findFirst();
        if (again.isPresent()) {
            before.remove(again.get().number());
            return again.get();
        }
        if (next.isEmpty()) {
            throw refused(
                    change,
                    "it is not in the plan, whose " + count(plan.changes().size()) + " all been made");
        }
        throw refused(
                change,
                "it is not what the plan has next, change " + next.get().number() + ", "
                        + next.get().operation() + " ("
                        + bindings.in(next.get().line()) + "): " + deviation.orElse(""));
    }

    /** How a change differs from a planned one; when it does not, what it stands for is known from then on. */
    private Optional<String> deviation(Planned planned, Change change, Instant at) {
        // A rehearsed wait takes no time: Java's own clock stands nearly still meanwhile, that of the rehearsal does
        // not.
        Duration real = Duration.between(plan.madeAt(), at);
        List<Duration> shifts = List.of(real, real.minusSeconds(planned.afterSeconds()));
        Bindings trial = new Bindings(bindings);
        Optional<String> deviation = new Deviation(planned, trial, shifts).of(change);
        if (deviation.isEmpty()) {
            bindings = trial;
        }
        return deviation;
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
            Optional<Planned> planned = let(change);
            intent.recorded()
                    .ifPresent(recorded ->
                            planned.ifPresent(it -> made(it, recorded.answer().orElse(null))));
            return new Learning(intent, planned);
        };
    }

    private final class Learning implements ChangeLog.Intent {
        private final ChangeLog.Intent intent;
        private final Optional<Planned> planned;

        Learning(ChangeLog.Intent intent, Optional<Planned> planned) {
            this.intent = intent;
            this.planned = planned;
        }

        @Override
        public Optional<ChangeLog.Recorded> recorded() {
            return intent.recorded();
        }

        @Override
        public void ended(Outcome outcome) {
            if (outcome.kind() == Outcome.Kind.DONE || outcome.kind() == Outcome.Kind.UNKNOWN) {
                planned.ifPresent(it -> made(it, outcome.answer()));
            }
            intent.ended(outcome);
        }
    }

    private synchronized Optional<Planned> let(Change change) {
        return Optional.ofNullable(underWay.remove(change));
    }

    private synchronized void made(Planned planned, @Nullable Object answer) {
        made.add(planned.number());
        bindings.learn(planned.makes(), answer);
    }

    /** Takes a change that an earlier process of this run has made as the first of the plan that it can be. */
    public synchronized void madeBefore(Journal.Made change) {
        Entry.Intended intent = change.intent();
        Change same = new Change(
                intent.side(),
                intent.host(),
                intent.who(),
                intent.method(),
                intent.path(),
                Optional.empty(),
                intent.values(),
                intent.body(),
                intent.risk());
        left().stream()
                .filter(planned -> deviation(planned, same, intent.time()).isEmpty())
                .findFirst()
                .ifPresent(planned -> {
                    passed.add(planned.number());
                    before.add(planned.number());
                    made(
                            planned,
                            change.ended().map(end -> end.outcome().answer()).orElse(null));
                });
    }

    /** The changes of the plan that the run has not come to. */
    public synchronized List<Planned> left() {
        return except(passed);
    }

    /** The changes of the plan that have not been made; one whose outcome is unknown may have been. */
    public synchronized List<Planned> notMade() {
        return except(made);
    }

    private List<Planned> except(Set<Integer> numbers) {
        return plan.changes().stream()
                .filter(planned -> !numbers.contains(planned.number()))
                .toList();
    }
}
