package dev.ferry.api.change;

import dev.ferry.api.failure.CallRefusedException;
import java.util.function.BooleanSupplier;

/**
 * Decides whether a change may leave for the service. Asked before each that no detour has taken, on the thread of its caller; may ask a
 * person.
 */
@FunctionalInterface
public interface ChangeGuard {
    /** Lets everything pass. */
    ChangeGuard OPEN = change -> {};

    /**
     * Returns when the change may leave.
     *
     * @throws CallRefusedException when it may not
     */
    void check(Change change);

    /** Refuses what changes something as long as this says so. */
    static ChangeGuard readOnlyWhile(BooleanSupplier readOnly) {
        return change -> {
            if (change.risk().changes() && readOnly.getAsBoolean()) {
                throw new CallRefusedException(
                        CallRefusedException.Why.READ_ONLY,
                        "refused, because this session is read-only; nothing was sent",
                        change.line());
            }
        };
    }
}
