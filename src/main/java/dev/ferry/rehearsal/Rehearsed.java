package dev.ferry.rehearsal;

import dev.ferry.api.change.Change;
import dev.ferry.api.change.Outcome;
import java.util.List;

/**
 * A change that was made in the twin, or that no twin can make.
 *
 * @param change the change as it would have left: with the real host and the real credentials; texts that the twin made up stand in
 *     it where an earlier answer of the twin was used
 * @param outcome what the twin answered; {@link Outcome.Kind#NOT_SENT} when it cannot tell, and then the rehearsal is not whole
 * @param madeUp the texts of the answer that the twin made up and a later call may use, in the order of the answer: ids, names of
 *     credentials. A real run gets others in their place
 */
public record Rehearsed(Change change, Outcome outcome, List<String> madeUp) {
    public Rehearsed {
        madeUp = List.copyOf(madeUp);
    }
}
