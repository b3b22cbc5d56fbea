package dev.ferry.api.change;

import dev.ferry.api.failure.CallRefusedException;
import java.util.Optional;

/** Keeps what was going to be changed, and what came of it. May be called from several threads. */
@FunctionalInterface
public interface ChangeLog {
    /** Keeps nothing. */
    ChangeLog NONE = change -> outcome -> {};

    /**
     * Called before the change leaves. What it says is kept for good when it returns.
     *
     * @throws CallRefusedException when it cannot be kept, or when the change must not be made; nothing is sent then
     */
    Intent intend(Change change);

    /** One change that was going to be made. */
    @FunctionalInterface
    interface Intent {
        /**
         * What an earlier run was answered to this very change; when there is something, nothing is sent, {@link #ended} is not
         * called, and the caller gets this.
         */
        default Optional<Recorded> recorded() {
            return Optional.empty();
        }

        /** Called once, when it is known what came of it, or that this cannot be known. */
        void ended(Outcome outcome);
    }

    /**
     * A recorded answer.
     *
     * @param answer maps, lists, texts; empty for an answer without content
     */
    record Recorded(Optional<Object> answer) {}
}
