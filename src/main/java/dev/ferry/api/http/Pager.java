package dev.ferry.api.http;

import dev.ferry.api.Listing;
import dev.ferry.api.Page;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the pages of one listing. Somebody who has not said how long a page shall be gets a first one as the service cuts
 * it, which is there soon; whoever reads on gets the largest ones there are. A page of that size begins where the list begins,
 * so the second request brings the first page again, and that part is left out.
 *
 * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/#lists">Lists</a>
 */
final class Pager {
    /** What both services take as the size of a page when they are not told. */
    private static final int USUAL = 100;

    private static final int LARGEST = 500;

    private final Route route;
    private final AnswerReader reader;
    private final Request request;
    private final Type element;

    Pager(Route route, AnswerReader reader, Request request, Type element) {
        this.route = route;
        this.reader = reader;
        this.request = request;
        this.element = element;
    }

    /**
     * A page that was asked for by number is a listing of its own; else the listing goes on to the last page. The answer
     * of a change stays what it is: reading it again must not send the change again.
     */
    Listing<Object> listing() {
        Page<Object> first = fetch(request);
        HttpUrl url = request.url();
        if (url.queryParameter("pageNum") != null || !request.method().equals("GET")) {
            return Listing.of(first.elements());
        }
        boolean grows =
                url.queryParameter("itemsPerPage") == null && first.elements().size() == USUAL;
        return grows
                ? Listing.paged(this::grown, 1, first, total -> 1 + (total + LARGEST - 1) / LARGEST)
                : Listing.paged(number -> number == 1 ? fetch(request) : fetch(page(number, null)), 1, first);
    }

    private Page<Object> grown(int number) {
        if (number == 1) {
            return fetch(request);
        }
        Page<Object> page = fetch(page(number - 1, LARGEST));
        List<Object> elements = page.elements();
        Integer next = page.next();
        return new Page<>(
                number == 2 ? elements.subList(Math.min(USUAL, elements.size()), elements.size()) : elements,
                page.totalCount(),
                next == null ? null : next + 1);
    }

    private Request page(int number, @Nullable Integer size) {
        HttpUrl.Builder url = request.url().newBuilder();
        if (size != null) {
            url.setQueryParameter("itemsPerPage", String.valueOf(size));
        }
        return request.newBuilder()
                .url(url.setQueryParameter("pageNum", String.valueOf(number)).build())
                .build();
    }

    private Page<Object> fetch(Request page) {
        return Objects.requireNonNull(route.send(page, answer -> reader.page(answer, element)));
    }
}
