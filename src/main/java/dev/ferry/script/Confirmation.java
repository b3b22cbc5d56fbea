package dev.ferry.script;

/** Asks a person whether to go on. */
@FunctionalInterface
public interface Confirmation {

    /** Answers yes without asking: what {@code --yes} means. */
    Confirmation YES = question -> true;

    /** Nobody is there to ask: every question is refused, naming the option that answers it. */
    Confirmation NOBODY = question -> {
        throw new RefusedException(
                question + " There is no terminal to ask on: give --yes to answer ordinary questions with yes.");
    };

    /**
     * Asks and waits for the answer.
     *
     * @return whether the answer was yes
     * @throws RefusedException when there is nobody to ask
     */
    boolean ask(String question);
}
