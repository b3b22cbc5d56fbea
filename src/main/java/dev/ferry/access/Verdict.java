package dev.ferry.access;

import dev.ferry.api.catalog.Roles;
import java.util.List;

/**
 * What credentials may do, before anything is sent.
 *
 * @param kind what is certain
 * @param needed constants of the roles of which one is needed; empty where the tables name none
 * @param held constants of the roles that are known to be held there
 * @param reason one sentence: why
 */
public record Verdict(Kind kind, List<String> needed, List<String> held, String reason) {
    /** Nobody has been asked. */
    public static final Verdict UNASKED = new Verdict(Kind.UNKNOWN, List.of(), List.of(), "nobody has been asked");

    /**
     * Of a call about which nobody can be asked.
     *
     * @param documented the roles of which one is needed, as the tables name them
     */
    public static Verdict unasked(List<String> documented) {
        return new Verdict(Kind.UNKNOWN, Roles.constants(documented), List.of(), UNASKED.reason());
    }

    /** What is certain. */
    public enum Kind {
        /** One of the roles is held. */
        ALLOWED,

        /** None of them is: the service would answer 401 or 403. */
        REFUSED,

        /** The tables name no role, or the service does not tell the roles. */
        UNKNOWN;

        /** The word for people. */
        public String word() {
            return switch (this) {
                case ALLOWED -> "yes";
                case REFUSED -> "no";
                case UNKNOWN -> "unknown";
            };
        }
    }

    public Verdict {
        needed = List.copyOf(needed);
        held = List.copyOf(held);
    }

    /** Whether the service would refuse it for certain. */
    public boolean refused() {
        return kind == Kind.REFUSED;
    }
}
