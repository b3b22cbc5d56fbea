package dev.ferry.shell.command;

import dev.ferry.journal.Origin;
import dev.ferry.output.Streams;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a session that go on beside the prompt, each on a thread of its own. What they write is kept for {@code /jobs show} and never
 * reaches the line that is being typed; their end is told in one line above it. Ctrl-C does not reach them.
 */
public final class Jobs {
    /** Does the work of a job. */
    @FunctionalInterface
    public interface Work {
        /**
         * Does it, to its end.
         *
         * @param job knows the text, and the number that names its result
         */
        void run(Job job) throws Exception;
    }

    /** A line ends in a blank and this sign, where Groovy would want more. */
    private static final Pattern BACKGROUND = Pattern.compile("(?s)(.*\\S)\\s+&\\s*");

    /** Ended jobs are forgotten from the oldest on. */
    private static final int KEPT = 20;

    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final Streams streams;
    private final Work work;
    private final BiConsumer<Throwable, String> failures;
    private final Runnable bell;
    private final List<Job> jobs = new ArrayList<>();
    private int numbers;

    /**
     * @param streams those of the prompt
     * @param work evaluates and prints, as the prompt does
     * @param failures tells a person of a failure of this text
     * @param bell rings when a job has ended, if that is wanted
     */
    public Jobs(Streams streams, Work work, BiConsumer<Throwable, String> failures, Runnable bell) {
        this.streams = streams;
        this.work = work;
        this.failures = failures;
        this.bell = bell;
    }

    /** What shall go on in the background, when the line ends in {@code &}. */
    public static Optional<String> background(String line) {
        return Optional.of(BACKGROUND.matcher(line))
                .filter(matcher -> matcher.matches() && !matcher.group(1).endsWith("&"))
                .map(matcher -> matcher.group(1));
    }

    /** The variable that takes the result of a job. */
    public static String resultName(Job job) {
        return "_job" + job.number();
    }

    /** Starts a line. */
    public Job start(String text) {
        Job job = add(text);
        Thread worker = new Thread(() -> run(job), "ferry-job-" + job.number());
        worker.setDaemon(true);
        job.runsOn(worker);
        streams.divert(worker, streams.into(job.output()));
        worker.start();
        return job;
    }

    /**
     * Takes over a line that was left behind by Ctrl-C and may never listen.
     *
     * @param outcome ends when it does
     */
    public Job adopt(String text, Thread worker, CompletableFuture<?> outcome) {
        Job job = add(text);
        job.runsOn(worker);
        job.wasStopped();
        streams.divert(worker, streams.into(job.output()));
        var unused = outcome.whenComplete((value, failure) -> ended(job, worker, failure != null));
        return job;
    }

    private synchronized Job add(String text) {
        Job job = new Job(++numbers, text, Instant.now());
        jobs.add(job);
        for (int i = 0; jobs.size() > KEPT && i < jobs.size(); ) {
            if (jobs.get(i).isOpen()) {
                i++;
            } else {
                jobs.remove(i);
            }
        }
        return job;
    }

    private void run(Job job) {
        boolean failed = true;
        try (Origin.Scope scope = Origin.job(job.number(), job.text()).enter()) {
            work.run(job);
            failed = false;
        } catch (Throwable e) {
            // Errors too: this is the outermost frame of the thread, and the output of the job is where its failure is
            // told.
            failures.accept(e, job.text());
        } finally {
            ended(job, Thread.currentThread(), failed);
        }
    }

    private void ended(Job job, Thread worker, boolean failed) {
        streams.divert(worker, null);
        job.end(failed);
        // Before it is told: whoever reads of it, and turns the bell on or off then, means the next one.
        bell.run();
        streams.notice("job " + job.number() + " " + job.state() + " after " + job.time() + ": " + job.title()
                + "  (/jobs show " + job.number() + ")");
        job.told();
    }

    /** All that are remembered, oldest first. */
    public synchronized List<Job> all() {
        return List.copyOf(jobs);
    }

    /** Those that have not come to an end. */
    public List<Job> open() {
        return all().stream().filter(Job::isOpen).toList();
    }

    /** The one that the calling thread works for. */
    public @Nullable Job current() {
        Thread thread = Thread.currentThread();
        return all().stream().filter(job -> job.isOn(thread)).findFirst().orElse(null);
    }

    /** Called on the thread of a job: tells at the prompt what it asks, and waits for the answer; null when it is stopped instead. */
    public @Nullable String ask(Job job, String question) {
        streams.err().println(question);
        // Before the notice: its reader finds the question.
        job.asks(question);
        Thread thread = Thread.currentThread();
        streams.divert(thread, null);
        streams.notice(
                "job " + job.number() + " asks: " + question.strip() + "  (/jobs attach " + job.number() + " answers)");
        streams.divert(thread, streams.into(job.output()));
        return job.answered();
    }

    /** Stops all of them, with a moment for their last words, which may say what goes on at the service. */
    public void stop() {
        List<Job> open = open();
        open.forEach(Job::stop);
        try {
            for (Job job : open) {
                job.join(LAST_WORDS);
                String last = job.output().lastLine();
                if (!last.isEmpty()) {
                    streams.err().println("job " + job.number() + ": " + last);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
