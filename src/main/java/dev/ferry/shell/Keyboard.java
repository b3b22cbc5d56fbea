package dev.ferry.shell;

import dev.ferry.guard.RefusedException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that one thread at a time reads what a person types: the prompt, or one question. A thread that goes on beside the prompt, and
 * is no job, cannot ask: its question would take the line that somebody is typing.
 */
final class Keyboard {
    private boolean prompting;
    private boolean asking;

    /** Reads at the prompt, once the question of a thread that was left behind is answered; null when the thread is interrupted before. */
    @Nullable
    String atPrompt(Supplier<@Nullable String> reading) {
        synchronized (this) {
            if (!waited()) {
                return null;
            }
            prompting = true;
        }
        try {
            return reading.get();
        } finally {
            synchronized (this) {
                prompting = false;
            }
        }
    }

    /**
     * Reads an answer, once those before it are given; null when the thread is interrupted before.
     *
     * @throws RefusedException when somebody is typing at the prompt
     */
    @Nullable
    String forQuestion(Supplier<@Nullable String> reading) {
        synchronized (this) {
            if (!prompting && !waited()) {
                return null;
            }
            if (prompting) {
                throw new RefusedException(
                        "A thread beside the prompt cannot ask; run the line with & to make it a job,"
                                + " whose questions /jobs attach answers.");
            }
            asking = true;
        }
        try {
            return reading.get();
        } finally {
            synchronized (this) {
                asking = false;
                notifyAll();
            }
        }
    }

    /** Waits until nobody asks; false when interrupted. */
    private synchronized boolean waited() {
        try {
            while (asking) {
                wait();
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
