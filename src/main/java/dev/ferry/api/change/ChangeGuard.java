package dev.ferry.api.change;

import dev.ferry.api.failure.CallRefusedException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Decides whether a change may leave for the service. Asked before each that no detour has taken, on the thread of its caller; may ask a
 * person. Asked again, without a person, right before each attempt, since minutes may pass in between.
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

    /**
     * Returns when an attempt of a change that {@link #check} has let through may still leave. Earlier attempts, if any, have changed
     * nothing.
     *
     * @throws CallRefusedException when it may not any more
     */
    default void checkAttempt(Change change) {}

    /** This guard with another check before the first attempt. */
    default ChangeGuard checkingBy(Consumer<Change> check) {
        ChangeGuard attempts = this;
        return new ChangeGuard() {
            @Override
            public void check(Change change) {
                check.accept(change);
            }

            @Override
            public void checkAttempt(Change change) {
                attempts.checkAttempt(change);
            }
        };
    }

    /** Refuses what changes something as long as this says so. */
    static ChangeGuard readOnlyWhile(BooleanSupplier readOnly) {
        return new ChangeGuard() {
            @Override
            public void check(Change change) {
                let(change, "nothing was sent");
            }

            @Override
            public void checkAttempt(Change change) {
                let(change, "nothing has changed");
            }

            private void let(Change change, String consequence) {
                if (change.risk().changes() && readOnly.getAsBoolean()) {
                    throw new CallRefusedException(
                            CallRefusedException.Why.READ_ONLY,
                            "refused, because this session is read-only; " + consequence,
                            change.line());
                }
            }
        };
    }
}
