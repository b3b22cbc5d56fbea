package dev.ferry.api;

import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A list of the API, read page by page. While an iterator reads a page the next one is fetched on another thread, from the
 * middle of the first page on, so that a reader who stops early costs one request. A page is forgotten when the iterator
 * has left it: a list of any length needs the memory of two pages. Every new iterator starts again at the first page and
 * sees the service as it is then; copy the listing ({@code toList()}) to keep its elements.
 *
 * <p>The first page is already there when the service method returns, so that a refused call fails on the line that
 * makes it. A later page that cannot be had fails when the reader gets there, in {@code hasNext} or {@code next}; asking
 * the same iterator again asks for that page again and goes on from there.
 *
 * <p>The service does not promise that a list stands still while it is read. An element that is pushed over the border of
 * two pages comes once, unless it has changed in between; one that slides back over a border because another was deleted is
 * not seen. A list that goes on without bringing anything new ends with a {@link LookupException}.
 *
 * <pre>{@code
 * atlas.orgs.list()['Acme-Cloud'].id          // by name or id; an ambiguous name is refused
 * 'shop' in atlas.projects.list()             // also by name or id
 * atlas.projects.list().findAll { it.clusterCount > 0 }.collect { it.name }
 * atlas.projects.list().parallel(4).each { println it.name }    // four pages at once, in the order of the list
 * }</pre>
 *
 * <p>A listing cannot be changed. It may be shared between threads; an iterator belongs to one.
 *
 * @param <T> the kind of element
 */
public final class Listing<T> extends AbstractCollection<T> {
    private final IntFunction<Page<T>> pages;
    private final int start;
    private final IntUnaryOperator last;
    private final int atOnce;

    /** The first page, until the first iterator takes it. */
    private final AtomicReference<@Nullable Page<T>> unread;

    /** What the newest first page said about the whole; holds no elements. */
    private volatile Head head;

    private record Head(int elements, @Nullable Integer totalCount, boolean last) {
        static Head of(Page<?> page) {
            return new Head(page.elements().size(), page.totalCount(), page.next() == null);
        }
    }

    private Listing(
            IntFunction<Page<T>> pages,
            int start,
            IntUnaryOperator last,
            int atOnce,
            AtomicReference<@Nullable Page<T>> unread,
            Head head) {
        this.pages = pages;
        this.start = start;
        this.last = last;
        this.atOnce = atOnce;
        this.unread = unread;
        this.head = head;
    }

    /** A listing of elements that are at hand. */
    public static <T> Listing<T> of(Collection<? extends T> elements) {
        Page<T> only = new Page<>(List.copyOf(elements), elements.size(), null);
        return paged(number -> only, 1, only);
    }

    /**
     * A listing whose pages are fetched when they are read, all of the size of the first one.
     *
     * @param pages fetches the page with the given number; called on other threads too
     * @param start the number of the first page
     * @param first the first page, fetched already
     */
    public static <T> Listing<T> paged(IntFunction<Page<T>> pages, int start, Page<T> first) {
        int size = Math.max(1, first.elements().size());
        return paged(pages, start, first, total -> start + (total - 1) / size);
    }

    /**
     * The same with pages of any sizes.
     *
     * @param last the number of the last page, from the number of elements that all pages have
     */
    public static <T> Listing<T> paged(IntFunction<Page<T>> pages, int start, Page<T> first, IntUnaryOperator last) {
        return new Listing<>(pages, start, last, 1, new AtomicReference<>(first), Head.of(first));
    }

    /**
     * The same list, read with several pages on their way at once: faster where the service takes its time, at the price of
     * the memory of {@code pages + 1} pages, and of requests in vain for a reader who stops early. The order stays. A list
     * whose length the service does not tell is read as it is without this.
     *
     * @param pages how many pages are fetched while one is read, 1 to 16; 1 is what every listing does
     * @throws IllegalArgumentException when it is another number
     */
    public Listing<T> parallel(int pages) {
        if (pages < 1 || pages > PageThreads.MOST) {
            throw new IllegalArgumentException(
                    "parallel takes a number of pages from 1 to " + PageThreads.MOST + ", not " + pages);
        }
        return new Listing<>(this.pages, start, last, pages, unread, head);
    }

    /** Reads the pages in order. Whatever fetching a page throws comes out of {@code hasNext} or {@code next}. */
    @Override
    public Iterator<T> iterator() {
        return new PageWalk<>(
                new PageWalk.Pages<T>() {
                    @Override
                    public Page<T> page(int number) {
                        return Listing.this.page(number);
                    }

                    @Override
                    public int expectedLast() {
                        Integer total = head.totalCount();
                        return total == null ? 0 : last.applyAsInt(total);
                    }
                },
                start,
                atOnce);
    }

    /**
     * How many elements there are: what the first page says, else counted by reading every page. The service calls its
     * own count an estimate.
     */
    @Override
    public int size() {
        Head known = head;
        if (known.last()) {
            return known.elements();
        }
        Integer total = known.totalCount();
        return total != null ? total : toList().size();
    }

    @Override
    public boolean isEmpty() {
        Head known = head;
        return known.elements() == 0 && (known.last() || !iterator().hasNext());
    }

    /** All elements, read now, as a list of your own. */
    public List<T> toList() {
        List<T> all = new ArrayList<>();
        for (T element : this) {
            all.add(element);
        }
        return all;
    }

    /**
     * The element with this id, or else the only one with this name.
     *
     * @throws LookupException when there is none (the message names near misses) or when several have the name
     */
    public T getAt(String nameOrId) {
        return new Lookup<>(nameOrId, this).only();
    }

    /**
     * The element at this position, counted from 0; negative positions count from the end.
     *
     * @throws LookupException when the listing is shorter
     */
    public T getAt(int index) {
        if (index < 0) {
            List<T> all = toList();
            if (all.size() + index < 0) {
                throw new LookupException("there is no element " + index + ", the list has " + all.size());
            }
            return all.get(all.size() + index);
        }
        int position = 0;
        for (T element : this) {
            if (position++ == index) {
                return element;
            }
        }
        throw new LookupException("there is no element " + index + ", the list has " + position);
    }

    /** Groovy's {@code in}: whether an element, its name or its id is here. */
    public boolean isCase(@Nullable Object candidate) {
        return contains(candidate);
    }

    /** Whether this element is here; a text is compared with names and ids too. */
    @Override
    public boolean contains(@Nullable Object candidate) {
        String text = candidate instanceof CharSequence chars ? chars.toString() : null;
        for (T element : this) {
            if (Objects.equals(element, candidate) || (text != null && Lookup.answersTo(element, text))) {
                return true;
            }
        }
        return false;
    }

    // Not by size(): that may cost a walk of its own.
    @Override
    public Object[] toArray() {
        return toList().toArray();
    }

    @Override
    public <A> A[] toArray(A[] array) {
        return toList().toArray(array);
    }

    @Override
    public Spliterator<T> spliterator() {
        return Spliterators.spliteratorUnknownSize(iterator(), Spliterator.ORDERED | Spliterator.IMMUTABLE);
    }

    /** Says what this is without fetching anything. */
    @Override
    public String toString() {
        Head known = head;
        Integer total = known.last() ? Integer.valueOf(known.elements()) : known.totalCount();
        return total == null ? "Listing" : "Listing of " + total;
    }

    private Page<T> page(int number) {
        Page<T> page = number == start ? unread.getAndSet(null) : null;
        if (page == null) {
            page = pages.apply(number);
        }
        if (number == start) {
            head = Head.of(page);
        }
        return page;
    }
}
