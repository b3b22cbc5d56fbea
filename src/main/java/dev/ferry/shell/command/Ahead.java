package dev.ferry.shell.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * What a function makes of each element, in their order, with a few of them on their way at once.
 *
 * @param <T> what it is made of
 * @param <R> what is made
 */
final class Ahead<T, R> implements Iterator<R> {
    private final Iterator<? extends T> elements;
    private final Function<T, R> make;
    private final ExecutorService threads;
    private final int most;
    private final Deque<Future<R>> begun = new ArrayDeque<>();

    /** @param most how many are on their way at once */
    Ahead(Iterator<? extends T> elements, Function<T, R> make, ExecutorService threads, int most) {
        this.elements = elements;
        this.make = make;
        this.threads = threads;
        this.most = most;
    }

    @Override
    public boolean hasNext() {
        while (begun.size() < most && elements.hasNext()) {
            T element = elements.next();
            begun.add(threads.submit(() -> make.apply(element)));
        }
        return !begun.isEmpty();
    }

    /** Whatever making the element threw is thrown here. */
    @Override
    public R next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        try {
            return begun.remove().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new CompletionException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException("Interrupted.", e);
        }
    }
}
