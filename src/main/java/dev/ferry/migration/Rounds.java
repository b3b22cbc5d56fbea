package dev.ferry.migration;

import dev.ferry.api.failure.CallInterruptedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Asks for several things, a few at a time. */
final class Rounds {
    /** So that a long list costs neither long waiting nor the service's patience. */
    private static final int AT_ONCE = 4;

    private Rounds() {}

    /**
     * What each becomes, in the same order.
     *
     * @throws CallInterruptedException when the thread is interrupted; what is on its way is given up
     */
    static <A, B> List<B> each(List<A> all, Function<A, B> ask) {
        if (all.size() < 2) {
            return all.stream().map(ask).toList();
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, all.size()), work -> {
            Thread thread = new Thread(work, "ferry-migrations");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Callable<B>> tasks = all.stream()
                    .map(each -> (Callable<B>) () -> ask.apply(each))
                    .toList();
            List<Future<B>> answers = threads.invokeAll(tasks);
            List<B> values = new ArrayList<>();
            for (Future<B> answer : answers) {
                values.add(answer.get());
            }
            return values;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException("interrupted; the migrations go on", null, null, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
