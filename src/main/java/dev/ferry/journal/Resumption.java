package dev.ferry.journal;

import dev.ferry.api.catalog.Trace;
import dev.ferry.api.catalog.Traces;
import dev.ferry.api.change.Change;
import dev.ferry.api.change.ChangeLog;
import dev.ferry.api.change.Outcome;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.output.Redactor;
import dev.ferry.output.Secret;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A run that goes on: a change that is known to be made is not made again, and its caller gets what was answered then. Everything else is
 * recorded and sent as in any run. May be used by several threads.
 *
 * <p>What was open when the run stopped has to be settled before, see {@link Reconciliation}.
 */
public final class Resumption implements ChangeLog {
    private final Run run;
    private final Past past;
    private final Steps steps;
    private final Traces traces;
    private final Judge judge;
    private final Consumer<String> notices;
    private final IdentityHashMap<Change, Past.Match> taken = new IdentityHashMap<>();

    /**
     * Goes on with a run.
     *
     * @param journal what it had done when it stopped
     * @param traces knows what may be made once more
     * @param judge asked where a change is like one that was made, but not the same
     * @param notices told what a person should know
     */
    public Resumption(Journal journal, Run run, Traces traces, Judge judge, Consumer<String> notices) {
        this.run = run;
        this.past = Past.of(journal);
        this.steps = Steps.of(run, past, notices);
        this.traces = traces;
        this.judge = judge;
        this.notices = notices;
    }

    /** Its steps. */
    public Steps steps() {
        return steps;
    }

    /**
     * Whether a change is known to be made, so that its next {@link #intend} sends nothing: then there is nothing to decide and nobody
     * to ask.
     */
    public boolean answers(Change change) {
        Past.Match match = take(change);
        synchronized (taken) {
            taken.put(change, match);
        }
        Journal.Made made = match.made();
        return match.likeness() == Past.Likeness.SAME
                && made != null
                && made.isDone()
                && !isSentAgain(change, made, made.ended().orElseThrow());
    }

    private Past.Match take(Change change) {
        OpenSteps.Open step = steps.here();
        boolean ordered =
                step.isOfThisThread() && step.place().isOne() && !step.place().isAside();
        return past.take(step.place().path(), change, ordered);
    }

    @Override
    public Intent intend(Change change) {
        Past.Match match;
        synchronized (taken) {
            match = taken.remove(change);
        }
        if (match == null) {
            match = take(change);
        }
        if (match.made() == null) {
            return sent(change);
        }
        Journal.Made made = match.made();
        return switch (match.likeness()) {
            case SAME -> of(change, made);
            case SAME_ELSEWHERE ->
                asked(
                        change,
                        made,
                        "This run has done " + change.line() + " before, on line "
                                + made.intent().line() + " of its journal, but not at this place of the script.");
            case OTHER_BODY ->
                asked(
                        change,
                        made,
                        "This run has done " + change.line() + " before, on line "
                                + made.intent().line()
                                + " of its journal, but sent something else: "
                                + shown(made.intent().body())
                                + " instead of " + shown(change.body()) + ".");
            case NONE -> sent(change);
        };
    }

    private static String shown(@Nullable Object body) {
        String text = Past.canonical(body);
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    private Intent of(Change change, Journal.Made made) {
        Entry.Ended ended = made.ended().orElse(null);
        if (ended == null || ended.outcome().kind() != Outcome.Kind.DONE) {
            return asked(change, made, "Nobody can say whether " + change.line() + " was done.");
        }
        if (isSentAgain(change, made, ended)) {
            notices.accept(change.line()
                    + " was done before the run stopped, but its answer is a secret that was shown only once and is not kept;"
                    + " one more does no harm, so it is sent again");
            return sent(change);
        }
        if (isMissed(made, ended)) {
            notices.accept(
                    change.line()
                            + " was done before the run stopped; a secret in its answer was shown only once, is not kept, and is lost");
        }
        if (Reconciliation.lacksAnswer(made)) {
            notices.accept(change.line() + " was taken as done without its answer, so the script gets null for it;"
                    + " 'ferry resume' at a terminal asks for its id");
        }
        return replayed(ended);
    }

    private boolean isSentAgain(Change change, Journal.Made made, Entry.Ended ended) {
        return isMissed(made, ended)
                && change.operation().flatMap(traces::of).map(Trace::repeatable).orElse(false);
    }

    /** Whether its answer held a secret that a later change of the script may need. */
    private boolean isMissed(Journal.Made made, Entry.Ended ended) {
        return ended.hidden()
                && !past.nextWithSecret(made).map(Journal.Made::isDone).orElse(false);
    }

    private Intent replayed(Entry.Ended ended) {
        steps.skipped();
        Optional<Object> answer = Optional.ofNullable(ended.outcome().answer());
        return new Intent() {
            @Override
            public Optional<Recorded> recorded() {
                return Optional.of(new Recorded(answer));
            }

            @Override
            public void ended(Outcome outcome) {
                throw new IllegalStateException("nothing was sent");
            }
        };
    }

    private Intent asked(Change change, Journal.Made made, String what) {
        Judge.Answer answer = judge.decide(Redactor.redact(what));
        return switch (answer.decision()) {
            case SEND -> sent(change);
            case TAKE_AS_DONE -> {
                run.note("taken as done: " + change.line() + ", line "
                        + made.intent().line());
                yield replayed(made.ended()
                        .filter(end -> end.outcome().kind() == Outcome.Kind.DONE)
                        .orElseGet(() -> new Entry.Ended(
                                0,
                                made.intent().time(),
                                made.intent().line(),
                                new Outcome(Outcome.Kind.DONE, null, null, answer.value(), ""),
                                false)));
            }
            case STOP ->
                throw new CallRefusedException(
                        CallRefusedException.Why.DECLINED,
                        "refused, as it was answered; nothing was sent",
                        change.line());
        };
    }

    private Intent sent(Change change) {
        if (isLost(change.body())) {
            throw new CallRefusedException(
                    CallRefusedException.Why.DECLINED,
                    "refused, because a secret in it was shown only once, before the run stopped, and is lost; nothing was sent",
                    change.line());
        }
        return steps.intend(change, run);
    }

    /** What was kept of a secret stands where the secret was. */
    private static boolean isLost(@Nullable Object body) {
        if (body instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(Resumption::isLost);
        } else if (body instanceof Collection<?> list) {
            return list.stream().anyMatch(Resumption::isLost);
        }
        return Secret.MASK.equals(body) || Secret.of(Secret.MASK).equals(body);
    }
}
