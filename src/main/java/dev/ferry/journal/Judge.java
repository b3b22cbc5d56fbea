package dev.ferry.journal;

import dev.ferry.guard.RefusedException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
     * What a person decided.
     *
     * @param id of what the change made, where it is taken as done; null when the person does not know it either
     */
    record Answer(Decision decision, @Nullable String id) {
        Answer(Decision decision) {
            this(decision, null);
        }

        /** What the script gets for a change that is taken as done, as far as it is known. Both spellings of the API's ids. */
        @Nullable
        Object value() {
            return id == null ? null : Map.of("id", id, "_id", id);
        }
    }

    /**
     * Asks a person.
     *
     * @param what what cannot be known and how to look, in sentences
     * @throws RefusedException when no one can be asked
     */
    Answer decide(String what);

    /** Whether a person can be asked, so that a question that may be left out is worth asking. */
    default boolean isThere() {
        return true;
    }
}
