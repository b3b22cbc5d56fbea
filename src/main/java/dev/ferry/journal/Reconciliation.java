package dev.ferry.journal;

import dev.ferry.api.change.EarlierChange;
import dev.ferry.api.change.Finding;
import dev.ferry.api.change.Outcome;
import dev.ferry.guard.RefusedException;
import dev.ferry.output.Redactor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Settles what was open when a run stopped: a change that was going to be made, and of which the journal does not know what came of it. It
 * looks what the services show, records what is certain, and asks where it is not.
 */
public final class Reconciliation {
    /** How the outcome of a change ends whose answer the person did not know. A later resume asks for it again. */
    private static final String TAKEN = "taken as done without its answer, as it was answered";

    private final BiFunction<Entry.Intended, EarlierChange, Finding> look;
    private final Function<Entry.Intended, Optional<Known>> known;
    private final Judge judge;
    private final Consumer<String> tell;

    /**
     * A change that was made, as something else than its service says.
     *
     * @param answer what the script gets for it
     * @param how how that is known, in words
     */
    public record Known(Object answer, String how) {}

    /**
     * How to settle.
     *
     * @param look asks the service what it shows of a change
     * @param known what is known of a change without asking the service, as of a migration whose id was remembered
     * @param judge asked where no read can tell
     * @param tell told each finding, a sentence each
     */
    public Reconciliation(
            BiFunction<Entry.Intended, EarlierChange, Finding> look,
            Function<Entry.Intended, Optional<Known>> known,
            Judge judge,
            Consumer<String> tell) {
        this.look = look;
        this.known = known;
        this.judge = judge;
        this.tell = tell;
    }

    /**
     * Settles all that is open.
     *
     * @param run takes what was found out
     * @throws RefusedException when something cannot be known and nobody says what to do
     * @throws dev.ferry.api.failure.ApiException when a service cannot be asked
     */
    public void settle(Journal journal, Run run) {
        open(journal).forEach(intent -> settle(intent, run));
        if (judge.isThere()) {
            journal.changes()
                    .filter(Reconciliation::lacksAnswer)
                    .forEach(made -> decide(
                            made.intent(),
                            what(made.intent())
                                    + " was taken as done without its answer, so the script gets null for it.",
                            run));
        }
    }

    /** Whether a person took a change as done without knowing what the service answered, which a later line of the script may need. */
    static boolean lacksAnswer(Journal.Made made) {
        return made.ended()
                .map(Entry.Ended::outcome)
                .filter(outcome ->
                        outcome.kind() == Outcome.Kind.DONE && outcome.problem().endsWith(TAKEN))
                .isPresent();
    }

    /** The changes of a run of which nobody knows yet whether they were made. */
    public static List<Entry.Intended> open(Journal journal) {
        return journal.changes()
                .filter(Journal.Made::isOpen)
                .map(Journal.Made::intent)
                .toList();
    }

    private void settle(Entry.Intended intent, Run run) {
        Optional<Known> answer = known.apply(intent);
        if (answer.isPresent()) {
            say(intent, "it was done: " + answer.get().how());
            run.settled(
                    intent.line(),
                    outcome(
                            Outcome.Kind.DONE,
                            answer.get().answer(),
                            "found: " + answer.get().how()));
            return;
        }
        Finding finding = look.apply(
                intent,
                new EarlierChange(intent.method(), intent.path(), intent.body(), intent.time(), intent.before()));
        switch (finding.kind()) {
            case DONE -> {
                say(intent, "it was done: " + finding.seen() + also(finding));
                run.settled(intent.line(), outcome(Outcome.Kind.DONE, finding.answer(), "found: " + finding.seen()));
            }
            case NOT_DONE -> {
                say(intent, "it was not done: " + finding.seen() + "; it is sent when the script comes to it");
                run.settled(intent.line(), outcome(Outcome.Kind.NOT_SENT, null, "found: " + finding.seen()));
            }
            case HARMLESS -> {
                say(
                        intent,
                        "nobody can say whether it was done, but one more does no harm, so it is sent when the script comes to it"
                                + also(finding));
                run.settled(
                        intent.line(),
                        outcome(
                                Outcome.Kind.NOT_SENT,
                                null,
                                "nobody can say whether it was done; one more does no harm"));
            }
            case UNKNOWN -> decide(intent, finding, run);
        }
    }

    private void decide(Entry.Intended intent, Finding finding, Run run) {
        String what = Redactor.redact("Nobody can say whether " + what(intent) + " was done"
                + (finding.seen().isEmpty() ? "" : ": " + finding.seen())
                + also(finding)
                + finding.look().map(command -> "; look with " + command).orElse("")
                + ".");
        decide(intent, what, run);
    }

    private void decide(Entry.Intended intent, String what, Run run) {
        Judge.Answer answer = judge.decide(what);
        switch (answer.decision()) {
            case SEND ->
                run.settled(
                        intent.line(),
                        outcome(
                                Outcome.Kind.NOT_SENT,
                                null,
                                "nobody can say whether it was done; to be sent, as it was answered"));
            case TAKE_AS_DONE ->
                run.settled(
                        intent.line(),
                        outcome(
                                Outcome.Kind.DONE,
                                answer.value(),
                                "nobody can say whether it was done; "
                                        + (answer.id() != null
                                                        || intent.method().equals("DELETE")
                                                ? "taken as done, as it was answered"
                                                : TAKEN)));
            case STOP -> throw new RefusedException("Stopped, as it was answered; nothing was sent.");
        }
    }

    private static String also(Finding finding) {
        return finding.words().isEmpty() ? "" : "; " + finding.words();
    }

    private void say(Entry.Intended intent, String what) {
        tell.accept(Redactor.redact(what(intent) + " was under way when the run stopped: " + what));
    }

    private static String what(Entry.Intended intent) {
        String names = String.join(", ", intent.names().values());
        return (intent.operation() == null ? "" : intent.operation() + ", ")
                + intent.method().toUpperCase(Locale.ROOT) + " " + intent.path()
                + (names.isEmpty() ? "" : " (" + names + ")");
    }

    private static Outcome outcome(Outcome.Kind kind, @Nullable Object answer, String found) {
        return new Outcome(kind, null, null, answer, found);
    }
}
