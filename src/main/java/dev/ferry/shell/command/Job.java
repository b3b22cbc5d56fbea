package dev.ferry.shell.command;

import dev.ferry.api.Timespan;
import dev.ferry.output.Redactor;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A line that goes on while the prompt is used for others. */
public final class Job {
    /** How a job stands, in the words that people read. */
    public enum State {
        /** It works. */
        RUNNING("running"),
        /** It has asked something and waits until somebody attaches and answers. */
        ASKING("asks"),
        /** It came to its end. */
        DONE("done"),
        /** It failed; its output says why. */
        FAILED("failed"),
        /** It was stopped. */
        STOPPED("stopped");

        private final String word;

        State(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    private final int number;
    private final String text;
    private final Instant started;
    private final JobOutput output = new JobOutput();
    private State state = State.RUNNING;
    private boolean stopping;
    private boolean told;
    private @Nullable Instant ended;
    private @Nullable Thread thread;
    private @Nullable String question;
    private @Nullable String answer;

    Job(int number, String text, Instant started) {
        this.number = number;
        this.text = text;
        this.started = started;
    }

    /** Its number in this session, from 1. */
    public int number() {
        return number;
    }

    /** What was typed. */
    public String text() {
        return text;
    }

    /** What was typed as one short line without secrets. */
    public String title() {
        String line = Redactor.redact(text).strip().replaceAll("\\s+", " ");
        return line.length() > 60 ? line.substring(0, 59) + "…" : line;
    }

    JobOutput output() {
        return output;
    }

    /** How it stands now. */
    public synchronized State state() {
        return state;
    }

    /** Whether it has not come to an end. */
    public synchronized boolean isOpen() {
        return ended == null;
    }

    /** How long it has taken so far, or took. */
    synchronized String time() {
        return Timespan.text(Duration.between(started, ended != null ? ended : Instant.now()));
    }

    synchronized void runsOn(Thread worker) {
        thread = worker;
    }

    synchronized boolean isOn(Thread other) {
        return thread == other;
    }

    /** Whether somebody has interrupted its work. */
    public synchronized boolean isStopping() {
        return stopping;
    }

    /** Somebody has interrupted its work already. */
    synchronized void wasStopped() {
        stopping = true;
    }

    /** Interrupts its work. */
    synchronized void stop() {
        stopping = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Notes that it came to its end; {@code failed} by whatever it threw. */
    synchronized void end(boolean failed) {
        ended = Instant.now();
        question = null;
        state = !failed ? State.DONE : stopping ? State.STOPPED : State.FAILED;
        notifyAll();
    }

    /** Notes that people know of its end. */
    synchronized void told() {
        told = true;
        notifyAll();
    }

    /** Called by the job itself: from now on it has a question. */
    synchronized void asks(String asked) {
        question = asked;
        answer = null;
        state = State.ASKING;
        notifyAll();
    }

    /** Called by the job itself: waits for the answer of a user who attaches; null when the job is stopped instead. */
    synchronized @Nullable String answered() {
        try {
            while (question != null) {
                wait();
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            question = null;
            state = State.RUNNING;
        }
    }

    /**
     * Shows its output until it ends, and puts its questions to the person there.
     *
     * @throws InterruptedException when the calling thread is interrupted; the job goes on
     */
    void attach(PrintStream screen, Function<String, @Nullable String> person) throws InterruptedException {
        output.attach(screen);
        try {
            for (String asked = nextQuestion(); asked != null; asked = nextQuestion()) {
                answer(person.apply(asked));
            }
        } finally {
            output.detach();
        }
    }

    private synchronized @Nullable String nextQuestion() throws InterruptedException {
        while (question == null && ended == null) {
            wait();
        }
        return question;
    }

    private synchronized void answer(@Nullable String given) {
        answer = given;
        question = null;
        notifyAll();
    }

    /** Waits until it has ended and people were told, so long at most. */
    synchronized void join(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (!told) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }
}
