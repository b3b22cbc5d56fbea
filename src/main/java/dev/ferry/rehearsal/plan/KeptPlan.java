package dev.ferry.rehearsal.plan;

import java.util.List;

/**
 * A plan with what it rests on, as its file has it.
 *
 * @param plan the plan
 * @param seen what the rehearsal saw of the services, by request
 * @param salt what the sums of long values were made with
 */
public record KeptPlan(Plan plan, List<Seen> seen, String salt) {
    /** Copies the list. */
    public KeptPlan {
        seen = List.copyOf(seen);
    }
}
