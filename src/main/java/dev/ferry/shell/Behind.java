package dev.ferry.shell;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions behind the keys: on a thread of its own, once no new question has come for a moment. Only the latest one counts; an
 * older one that has not been begun is forgotten.
 *
 * @param <Q> what is asked
 * @param <A> what is answered
 */
final class Behind<Q, A> {
    private final String name;
    private final long quiet;
    private final Function<Q, A> answer;
    private final BiConsumer<Q, A> told;
    private @Nullable Q wanted;
    private long asked;
    private boolean started;

    /**
     * @param name of the thread, which is begun with the first question
     * @param quiet how long no other question must have come
     * @param answer may take its time; must not throw
     * @param told called on that thread with every question that was answered
     */
    Behind(String name, Duration quiet, Function<Q, A> answer, BiConsumer<Q, A> told) {
        this.name = name;
        this.quiet = quiet.toNanos();
        this.answer = answer;
        this.told = told;
    }

    /** Asks in place of whatever was asked before; returns at once. */
    synchronized void ask(Q question) {
        wanted = question;
        asked = System.nanoTime();
        if (!started) {
            started = true;
            start();
        }
        notifyAll();
    }

    @SuppressWarnings("ThreadPriorityCheck") // a wish: where it is not granted, the keys are still echoed first
    private void start() {
        Thread thread = new Thread(this::work, name);
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private void work() {
        try {
            while (true) {
                Q question = next();
                told.accept(question, answer.apply(question));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Q next() throws InterruptedException {
        while (true) {
            long left = quiet - (System.nanoTime() - asked);
            @Nullable Q question = wanted;
            if (question == null) {
                wait();
            } else if (left > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } else {
                wanted = null;
                return question;
            }
        }
    }
}
