package dev.ferry.rehearsal.plan;

import dev.ferry.access.Verdict;
import java.util.List;

/**
 * What a change takes, and whether the credentials have it.
 *
 * @param needed constants of the roles of which one is needed; empty where the documentation names none
 * @param held constants of those that the credentials hold where the change is made; empty where that is not known
 * @param allowed whether the change will be let through
 */
public record Roles(List<String> needed, List<String> held, Allowed allowed) {
    /** Whether a service will let a change through, as far as roles go. */
    public enum Allowed {
        /** One of the roles is held. */
        YES,

        /** None of them is: the answer will be 401 or 403. */
        NO,

        /** The documentation names no role, or nobody could be asked what is held. */
        UNKNOWN
    }

    /** Copies the lists. */
    public Roles {
        needed = List.copyOf(needed);
        held = List.copyOf(held);
    }

    /** As the services say. */
    static Roles of(Verdict verdict) {
        return new Roles(
                verdict.needed(),
                verdict.held(),
                switch (verdict.kind()) {
                    case ALLOWED -> Allowed.YES;
                    case REFUSED -> Allowed.NO;
                    case UNKNOWN -> Allowed.UNKNOWN;
                });
    }

    /** Of which only is known what the documentation says. */
    static Roles needing(List<String> documented) {
        List<String> needed = documented.stream()
                .map(dev.ferry.api.catalog.Roles::constant)
                .distinct()
                .toList();
        return new Roles(needed, List.of(), Allowed.UNKNOWN);
    }
}
