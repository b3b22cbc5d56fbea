package dev.ferry.guard;

import dev.ferry.output.ShellWord;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks a person whether to go on. Ordinary questions take {@code y}; severe ones take the name of what will be hit, so
 * that nobody answers them out of habit. {@code --yes} answers ordinary questions, {@code --confirm=NAME} severe ones
 * about that name.
 */
public final class Confirmation {

    private static final Set<String> YES = Set.of("y", "yes");
    private static final Heard NOBODY = (question, option, yes) -> {};

    /** The option that answers every ordinary question with yes. */
    public static final String YES_OPTION = "--yes";

    /** Reads what a person answers. */
    @FunctionalInterface
    public interface Prompt {
        /**
         * Shows the question and reads one line; null when there is nothing to read any more, or the question was cancelled.
         *
         * @param question may have several lines; the last one is what is asked
         */
        @Nullable
        String ask(String question);
    }

    private final @Nullable Prompt prompt;
    private final boolean yes;
    private final Set<String> confirmed;
    private final boolean all;
    private final Heard heard;

    private Confirmation(@Nullable Prompt prompt, boolean yes, Set<String> confirmed, boolean all, Heard heard) {
        this.prompt = prompt;
        this.yes = yes;
        this.confirmed = confirmed;
        this.all = all;
        this.heard = heard;
    }

    /** Hears what is asked, and what is answered. */
    @FunctionalInterface
    public interface Heard {
        /**
         * Called once a question is answered.
         *
         * @param option the option that answers it with yes beforehand
         * @param yes whether to go on
         */
        void answered(String question, String option, boolean yes);
    }

    /**
     * Answers given beforehand, and whom to ask about the rest.
     *
     * @param prompt asks a person; null when there is no terminal to ask on
     * @param yes whether ordinary questions are answered already
     * @param confirmedNames the names for which severe questions are answered already
     * @throws IllegalArgumentException when one of them is blank: it names nothing
     */
    public static Confirmation of(@Nullable Prompt prompt, boolean yes, Collection<String> confirmedNames) {
        if (confirmedNames.stream().anyMatch(Confirmation::isBlank)) {
            throw new IllegalArgumentException("A blank name confirms nothing.");
        }
        return new Confirmation(prompt, yes, Set.copyOf(confirmedNames), false, NOBODY);
    }

    /** Whether a name has nothing that can be seen, so that it names nothing. */
    public static boolean isBlank(String name) {
        return name.codePoints().allMatch(Confirmation::isInvisible);
    }

    private static boolean isInvisible(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** Answers every question with yes: for a run in a sandbox of its own, where nothing real can be hit. */
    public static Confirmation yesToAll() {
        return new Confirmation(null, true, Set.of(), true, NOBODY);
    }

    /** Nobody is there to ask. */
    public static Confirmation nobody() {
        return new Confirmation(null, false, Set.of(), false, NOBODY);
    }

    /** The same, with somebody who hears {@link #ask(String)} and {@link #askForName}. */
    public Confirmation heardBy(Heard listener) {
        return new Confirmation(prompt, yes, confirmed, all, listener);
    }

    /** The option that answers severe questions about this name beforehand, as it is without a shell. */
    public static String option(String name) {
        return optionOf(Legible.typed(name));
    }

    /** The option that gives an answer beforehand, as it would be typed. */
    public static String optionOf(String answer) {
        return "--confirm=" + answer;
    }

    /** Whether severe questions that have one of these answers are answered already. */
    boolean confirms(Collection<String> answers) {
        return all || answers.stream().anyMatch(confirmed::contains);
    }

    /** Whether every question is answered already, whatever it is about. */
    boolean confirmsAll() {
        return all;
    }

    /**
     * Asks an ordinary question.
     *
     * @return whether the answer was yes; anything else, an empty line included, is no
     * @throws RefusedException when there is nobody to ask
     */
    public boolean ask(String question) {
        return told(question, YES_OPTION, ask(question, question));
    }

    /**
     * The same.
     *
     * @param shown what a person sees
     * @param sentence the question in short
     */
    boolean ask(String shown, String sentence) {
        if (yes) {
            return true;
        }
        String answer = answer(shown + " [y/N] ", sentence, YES_OPTION);
        return answer != null && YES.contains(answer.strip().toLowerCase(Locale.ROOT));
    }

    /**
     * Asks a severe question: the answer is the name of what will be hit, exactly; one with characters that cannot be seen, or that look
     * like others, is shown and typed with their codes.
     *
     * @return whether that name was typed
     * @throws IllegalArgumentException when the name is blank: an empty line would be the answer
     * @throws RefusedException when there is nobody to ask
     */
    public boolean askForName(String question, String name) {
        if (isBlank(name)) {
            throw new IllegalArgumentException(
                    "The name that confirms '" + question + "' is blank; give the name of what" + " is affected.");
        }
        List<String> answers = List.of(Legible.typed(name));
        return told(question, option(name), confirms(answers) || typed(question + " ", question, answers));
    }

    private boolean told(String question, String option, boolean answer) {
        heard.answered(question, option, answer);
        return answer;
    }

    /**
     * Has one of several answers typed, exactly.
     *
     * @param shown stands before what is to be typed
     * @param sentence the question in short
     * @param answers what counts, first of all the one that is asked for; none is blank
     * @throws RefusedException when there is nobody to ask
     */
    boolean typed(String shown, String sentence, List<String> answers) {
        String wanted = answers.get(0);
        String answer = answer(shown + "Type " + wanted + " to go on: ", sentence, ShellWord.of(optionOf(wanted)));
        return answer != null && answers.contains(answer);
    }

    private @Nullable String answer(String shown, String question, String option) {
        if (prompt == null) {
            throw new RefusedException(
                    question + " There is no terminal to ask on: give " + option + " to answer with yes.");
        }
        return prompt.ask(shown);
    }
}
