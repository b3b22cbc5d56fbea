package dev.ferry.api;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a {@link Listing}: the page that is being read, and those that are fetched meanwhile. A page that could not
 * be had is asked for again when the reader asks again; until then nothing moves on.
 */
final class PageWalk<T> implements Iterator<T> {
    /** A filter of the service may leave pages empty; so many without anything new are a list that does not end. */
    private static final int MOST_FRUITLESS = 10;

    private final Pages<T> pages;
    private final int atOnce;

    /** The page after the one that is being read; null on the last one. */
    private @Nullable Integer upcoming;

    /** Fetched or being fetched: {@link #upcoming} and those after it, in order. */
    private final Deque<Future<Page<T>>> ahead = new ArrayDeque<>();

    private List<T> current = List.of();
    private int position;

    /** The position from which on the reader is believed to want the next page too. */
    private int confidence;

    /** The last page that was not empty, as the service sent it. */
    private List<T> before = List.of();

    private int fruitless;

    /** Where pages come from. */
    interface Pages<T> {
        /** Fetches a page. Must not know who reads it: a reader that is forgotten takes what it waits for along. */
        Page<T> page(int number);

        /** The number of the last page as far as it is known; 0 when it is not. */
        int expectedLast();
    }

    /** @param atOnce how many pages may be fetched while one is read, at least 1 */
    PageWalk(Pages<T> pages, int start, int atOnce) {
        this.pages = pages;
        this.upcoming = start;
        this.atOnce = atOnce;
    }

    @Override
    public boolean hasNext() {
        while (position == current.size()) {
            Integer number = upcoming;
            if (number == null) {
                return false;
            }
            turnTo(number);
        }
        return true;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (position >= confidence) {
            fetchAhead();
            confidence = Integer.MAX_VALUE;
        }
        return current.get(position++);
    }

    private void turnTo(int number) {
        boolean first = before.isEmpty();
        Page<T> page = awaited(number);
        Integer next = page.next();
        if (next != null && next <= number) {
            throw endless("page " + number + " names page " + next + " as the next one");
        }
        List<T> fresh = fresh(page.elements());
        int barren = fresh.isEmpty() || page.elements().equals(before) ? fruitless + 1 : 0;
        if (barren == MOST_FRUITLESS && next != null) {
            throw endless("up to page " + number + " there has been nothing new for " + barren + " pages");
        }
        fruitless = barren;
        ahead.poll();
        if (next == null || next != number + 1) {
            giveUpAhead();
        }
        upcoming = next;
        before = page.elements().isEmpty() ? before : page.elements();
        current = fresh;
        position = 0;
        // Whoever wants only the first element or two shall not pay for a second page.
        confidence = first && atOnce == 1 ? Math.max(1, current.size() / 2) : 0;
    }

    private static LookupException endless(String why) {
        return new LookupException(
                "the list does not end: " + why + "; the elements read so far may not be all of them");
    }

    /** Without what the page before held already: something inserted in between pushes elements over the border. */
    private List<T> fresh(List<T> elements) {
        Set<String> known = new HashSet<>();
        for (T element : before) {
            String id = Lookup.idOf(element);
            if (id != null) {
                known.add(id);
            }
        }
        List<T> fresh = new ArrayList<>(elements.size());
        for (T element : elements) {
            String id = Lookup.idOf(element);
            // One that has changed is another element: leaving it out would lose what is new.
            if (id == null || !known.contains(id) || !before.contains(element)) {
                fresh.add(element);
            }
        }
        return fresh;
    }

    private void fetchAhead() {
        Integer from = upcoming;
        if (from == null) {
            return;
        }
        int known = Math.min(atOnce, pages.expectedLast() - from + 1);
        for (int number = from + ahead.size(); number < from + Math.max(1, known); number++) {
            ahead.add(PageThreads.fetch(pages, number));
        }
    }

    private Page<T> awaited(int number) {
        Future<Page<T>> fetched = ahead.peek();
        if (fetched == null) {
            return pages.page(number);
        }
        boolean old = fetched.isDone();
        try {
            if (Thread.currentThread().isInterrupted()) {
                return interrupted(number);
            }
            return fetched.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return interrupted(number);
        } catch (ExecutionException e) {
            if (old) {
                // It failed while nobody was waiting for it, perhaps long ago.
                return pages.page(number);
            }
            throw asSeenFromHere(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    /** The fetch itself knows how to refuse a thread that is interrupted, and says it in its own words. */
    private Page<T> interrupted(int number) {
        giveUpAhead();
        return pages.page(number);
    }

    private void giveUpAhead() {
        ahead.forEach(each -> each.cancel(true));
        ahead.clear();
    }

    /** The failure of another thread, with the frames of this one: they lead to the line that reads the list. */
    private static RuntimeException asSeenFromHere(Throwable failure) {
        List<StackTraceElement> frames = new ArrayList<>(List.of(failure.getStackTrace()));
        frames.addAll(List.of(new Throwable().getStackTrace()));
        failure.setStackTrace(frames.toArray(StackTraceElement[]::new));
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }
}
