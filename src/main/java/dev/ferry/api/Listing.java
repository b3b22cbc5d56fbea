package dev.ferry.api;

import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A list of the API, read page by page. A page is fetched when an iterator reaches it and forgotten when the iterator
 * has left it, so a list of any length needs the memory of one page. Every new iterator starts again at the first page
 * and sees the service as it is then; copy the listing ({@code toList()}) to keep its elements.
 *
 * <p>The first page is already there when the service method returns, so that a refused call fails on the line that
 * makes it.
 *
 * <pre>{@code
 * atlas.orgs.list()['Acme-Cloud'].id          // by name or id; an ambiguous name is refused
 * 'shop' in atlas.projects.list()             // also by name or id
 * atlas.projects.list().findAll { it.clusterCount > 0 }.collect { it.name }
 * }</pre>
 *
 * <p>A listing cannot be changed. It may be shared between threads; an iterator belongs to one.
 *
 * @param <T> the kind of element
 */
public final class Listing<T> extends AbstractCollection<T> {
    private final IntFunction<Page<T>> pages;
    private final int start;

    /** The first page, until the first iterator takes it. */
    private final AtomicReference<@Nullable Page<T>> unread;

    /** What the newest first page said about the whole; holds no elements. */
    private volatile Head head;

    private record Head(int elements, @Nullable Integer totalCount, boolean last) {
        static Head of(Page<?> page) {
            return new Head(page.elements().size(), page.totalCount(), page.next() == null);
        }
    }

    private Listing(IntFunction<Page<T>> pages, int start, Page<T> first) {
        this.pages = pages;
        this.start = start;
        this.unread = new AtomicReference<>(first);
        this.head = Head.of(first);
    }

    /** A listing of elements that are at hand. */
    public static <T> Listing<T> of(Collection<? extends T> elements) {
        Page<T> only = new Page<>(List.copyOf(elements), elements.size(), null);
        return new Listing<>(number -> only, 1, only);
    }

    /**
     * A listing whose pages are fetched when they are read.
     *
     * @param pages fetches the page with the given number
     * @param start the number of the first page
     * @param first the first page, fetched already
     */
    public static <T> Listing<T> paged(IntFunction<Page<T>> pages, int start, Page<T> first) {
        return new Listing<>(pages, start, first);
    }

    /** Reads the pages in order. Whatever fetching a page throws comes out of {@code hasNext} or {@code next}. */
    @Override
    public Iterator<T> iterator() {
        return new Walk();
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

    private final class Walk implements Iterator<T> {
        private @Nullable Integer upcoming = start;
        private Iterator<T> current = List.<T>of().iterator();

        @Override
        public boolean hasNext() {
            while (!current.hasNext()) {
                Integer number = upcoming;
                if (number == null) {
                    return false;
                }
                Page<T> page = page(number);
                Integer next = page.next();
                if (next != null && next <= number) {
                    throw new LookupException("the list does not end: page " + number + " names page " + next
                            + " as the next one; the elements read so far may not be all of them");
                }
                upcoming = next;
                current = page.elements().iterator();
            }
            return true;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return current.next();
        }
    }
}
