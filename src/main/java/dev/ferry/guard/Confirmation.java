package dev.ferry.guard;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks a person whether to go on. Ordinary questions take {@code y}; severe ones take the name of what will be hit, so
 * that nobody answers them out of habit. {@code --yes} answers ordinary questions, {@code --confirm=NAME} severe ones
 * about that name.
 */
public final class Confirmation {

    private static final Set<String> YES = Set.of("y", "yes");

    /** Reads what a person answers. */
    @FunctionalInterface
    public interface Prompt {
        /** Shows the question and reads one line; null when there is nothing to read any more. */
        @Nullable
        String ask(String question);
    }

    private final @Nullable Prompt prompt;
    private final boolean yes;
    private final Predicate<String> confirmed;

    private Confirmation(@Nullable Prompt prompt, boolean yes, Predicate<String> confirmed) {
        this.prompt = prompt;
        this.yes = yes;
        this.confirmed = confirmed;
    }

    /**
     * Answers given beforehand, and whom to ask about the rest.
     *
     * @param prompt asks a person; null when there is no terminal to ask on
     * @param yes whether ordinary questions are answered already
     * @param confirmedName the name for which severe questions are answered already
     */
    public static Confirmation of(@Nullable Prompt prompt, boolean yes, @Nullable String confirmedName) {
        return new Confirmation(prompt, yes, name -> name.equals(confirmedName));
    }

    /** Answers every question with yes: for a run in a sandbox of its own, where nothing real can be hit. */
    public static Confirmation yesToAll() {
        return new Confirmation(null, true, name -> true);
    }

    /** Nobody is there to ask. */
    public static Confirmation nobody() {
        return new Confirmation(null, false, name -> false);
    }

    /**
     * Asks an ordinary question.
     *
     * @return whether the answer was yes; anything else, an empty line included, is no
     * @throws RefusedException when there is nobody to ask
     */
    public boolean ask(String question) {
        if (yes) {
            return true;
        }
        String answer = answer(question + " [y/N] ", question, "--yes");
        return answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * Asks a severe question: the answer is the name of what will be hit.
     *
     * @return whether that name was typed
     * @throws RefusedException when there is nobody to ask
     */
    public boolean askForName(String question, String name) {
        if (confirmed.test(name)) {
            return true;
        }
        String answer = answer(question + " Type " + name + " to go on: ", question, "--confirm=" + name);
        return answer != null && answer.strip().equals(name);
    }

    private @Nullable String answer(String shown, String question, String option) {
        if (prompt == null) {
            throw new RefusedException(
                    question + " There is no terminal to ask on: give " + option + " to answer with yes.");
        }
        return prompt.ask(shown);
    }
}
