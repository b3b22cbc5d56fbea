package dev.ferry.journal;

import dev.ferry.guard.RefusedException;

/** Decides where nobody can say whether a change was made. */
@FunctionalInterface
public interface Judge {
    /** What can be done about a change of which nobody can say whether it was made. */
    enum Decision {
        /** It is sent, perhaps for the second time. */
        SEND,

        /** It was made. */
        TAKE_AS_DONE,

        /** Nothing is done. */
        STOP
    }

    /**
     * Asks a person.
     *
     * @param what what cannot be known and how to look, in sentences
     * @throws RefusedException when there is nobody to ask
     */
    Decision decide(String what);

    /** Nobody is there to ask. */
    static Judge nobody() {
        return what -> {
            throw new RefusedException(what);
        };
    }
}
