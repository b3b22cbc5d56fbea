package dev.ferry.rehearsal;

import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.api.http.Detour;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** How many calls the real services take for a rehearsal. */
final class Budget {
    private final int whole;
    private final AtomicInteger left;

    Budget(int whole) {
        this.whole = whole;
        this.left = new AtomicInteger(whole);
    }

    int left() {
        return left.get();
    }

    /** Counts every call, and sends none elsewhere. */
    Detour counting() {
        return (url, change) -> {
            spend("GET " + url.encodedPath());
            return Optional.empty();
        };
    }

    /**
     * Counts a call.
     *
     * @throws CallRefusedException when there were too many
     */
    void spend(String line) {
        if (left.getAndUpdate(calls -> Math.max(0, calls - 1)) == 0) {
            throw new CallRefusedException(
                    CallRefusedException.Why.NOT_PLANNED,
                    "the rehearsal has used up its " + whole + " calls of the real services; nothing was sent",
                    line);
        }
    }
}
