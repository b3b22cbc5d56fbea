package dev.ferry.guard;

import dev.ferry.api.ApiSide;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Risk;
import dev.ferry.api.change.Change;
import dev.ferry.api.change.ChangeGuard;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.api.failure.CallRefusedException.Why;
import dev.ferry.api.http.ApiClient;
import dev.ferry.profile.Confirmations;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one decision whether a change leaves for the service: by the mode of the session, the risk of the call, what the profile wants to be
 * asked about, and what a person answers. Reads pass, and so does what only asks. May be used by several threads; whom it asks sees to
 * it that questions come one at a time.
 */
public final class Guard implements ChangeGuard {
    private static final int WIDEST = 100;

    /**
     * What a guard decides by.
     *
     * @param mode what the session lets leave
     * @param confirmations what the profile wants to be asked about
     * @param whose whom the session works for
     * @param unlock how changes are let out of a read-only session, as a half sentence
     */
    public record Rules(
            SessionMode mode, Supplier<Confirmations> confirmations, Supplier<Whose> whose, String unlock) {}

    private record Asked(Confirmation confirmation, IntSupplier width) {}

    private final Rules rules;
    private final Lookout lookout;
    private final Catalogs catalogs;
    private final Memory memory;
    private final Consumer<String> notices;
    private volatile Asked asked = new Asked(Confirmation.nobody(), () -> WIDEST);

    /**
     * A guard that asks nobody yet.
     *
     * @param clients read the names of what would be hit, quickly or not at all; empty for a side that may not be read from
     * @param memory knows what the services do not tell
     * @param notices told in one sentence what a person should know of a call that passes
     */
    public Guard(
            Rules rules,
            Catalogs catalogs,
            Function<ApiSide, Optional<ApiClient>> clients,
            Memory memory,
            Consumer<String> notices) {
        this.rules = rules;
        this.catalogs = catalogs;
        this.memory = memory;
        this.lookout = new Lookout(catalogs, clients, memory);
        this.notices = notices;
    }

    /**
     * Asks here from now on.
     *
     * @param width columns of where questions are shown, asked each time
     */
    public void askThrough(Confirmation confirmation, IntSupplier width) {
        this.asked = new Asked(confirmation, width);
    }

    /** @throws CallRefusedException when it may not leave; nothing was sent then, except reads of what it would hit */
    @Override
    public void check(Change change) {
        if (!change.risk().changes()) {
            if (change.risk() == Risk.ASKS && rules.mode.now() == Mode.READ_ONLY) {
                notices.accept(change.name() + " only asks: it is sent although this session is read-only.");
            }
            return;
        }
        let(change, "nothing was sent");
        if (change.risk() == Risk.SEVERE) {
            severe(change);
        } else if (rules.confirmations.get() == Confirmations.ALL) {
            ordinary(change);
        }
        // The answer may have taken longer than the session was unlocked for.
        let(change, "nothing was sent");
    }

    @Override
    public void checkAttempt(Change change) {
        if (change.risk().changes()) {
            let(change, "nothing has changed");
        }
    }

    /**
     * The options that answer beforehand what would be asked about a change, first of all the one that is named: any of them will do.
     *
     * @param clients read the names of what it would affect, as it is there before the change
     * @return empty when nothing is asked
     */
    public List<String> options(Change change, Function<ApiSide, Optional<ApiClient>> clients) {
        if (change.risk() == Risk.SEVERE) {
            Sight sight = new Lookout(catalogs, clients, memory).at(change);
            return sight.answers().stream().map(Confirmation::optionOf).toList();
        }
        return change.risk().changes() && rules.confirmations.get() == Confirmations.ALL
                ? List.of(Confirmation.YES_OPTION)
                : List.of();
    }

    /** @param consequence what can be said of the service when the mode refuses */
    private void let(Change change, String consequence) {
        switch (rules.mode.now()) {
            case WRITABLE -> {}
            case READ_ONLY ->
                throw refused(
                        Why.READ_ONLY,
                        "refused, because "
                                + (rules.mode.isOver()
                                        ? "the time is over for which this session was unlocked"
                                        : "this session is read-only")
                                + "; " + consequence + ": " + rules.unlock,
                        change);
            case REHEARSAL ->
                throw refused(
                        Why.NOT_PLANNED,
                        "refused, because this is a rehearsal and no twin takes this call; " + consequence,
                        change);
        }
    }

    private void severe(Change change) {
        Asked to = asked;
        if (to.confirmation.confirmsAll()) {
            return;
        }
        Sight sight = lookout.at(change);
        Card card = new Card(change, sight, rules.whose.get());
        if (to.confirmation.confirms(sight.answers())) {
            notices.accept(card.sentence() + " It was confirmed beforehand.");
            return;
        }
        String shown = String.join("\n", card.lines(Math.min(WIDEST, to.width.getAsInt()))) + "\n";
        List<String> answers = sight.answers();
        if (!answer(change, () -> to.confirmation.typed(shown, card.sentence(), answers))) {
            throw refused(
                    Why.DECLINED,
                    "not sent, because " + answers.get(0) + " was not typed; nothing has changed",
                    change);
        }
    }

    private void ordinary(Change change) {
        Asked to = asked;
        if (to.confirmation.confirmsAll()) {
            return;
        }
        String sentence = change.name() + " (" + change.line() + ") at "
                + change.host().getAuthority() + " is a change, environment "
                + rules.whose.get().said() + ".";
        String shown = String.join("\n", Filled.lines(sentence, Math.min(WIDEST, to.width.getAsInt()))) + "\nSend it?";
        if (!answer(change, () -> to.confirmation.ask(shown, sentence))) {
            throw refused(Why.DECLINED, "not sent, because it was not answered with yes; nothing has changed", change);
        }
    }

    /** Where nobody can be asked, that is a refusal of this call. */
    private static boolean answer(Change change, Supplier<Boolean> question) {
        try {
            return question.get();
        } catch (RefusedException e) {
            throw new CallRefusedException(Why.DECLINED, e.getMessage() + " Nothing was sent", change.line(), e);
        }
    }

    private static CallRefusedException refused(Why why, String problem, @Nullable Change change) {
        return new CallRefusedException(why, problem, change == null ? null : change.line());
    }
}
