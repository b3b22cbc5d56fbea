package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts what a service returned into the form of the wire: pages, links, envelope. */
final class Answers {
    private static final int STANDARD_PAGE = 100;

    private final Request request;
    private final Map<String, Object> options;
    private final String base;
    private final Originals originals;

    Answers(Request request, Map<String, Object> options, String base, Originals originals) {
        this.request = request;
        this.options = options;
        this.base = base;
        this.originals = originals;
    }

    /** The body, as a tree. */
    @Nullable
    Object body(Object value, int status) {
        boolean envelope = Boolean.TRUE.equals(options.get("envelope"));
        if (value instanceof Listing<?> listing) {
            Map<String, Object> page = page(listing);
            if (envelope) {
                page.put("status", (long) status);
            }
            return page;
        }
        Object content = value instanceof Collection<?> array
                ? array.stream().map(this::entity).toList()
                : entity(value);
        if (!envelope) {
            return content;
        }
        Map<String, @Nullable Object> wrapped = new LinkedHashMap<>();
        wrapped.put("status", (long) status);
        wrapped.put("content", content);
        return wrapped;
    }

    private Map<String, Object> page(Listing<?> listing) {
        int number = option("pageNum", 1);
        int size = option("itemsPerPage", STANDARD_PAGE);
        List<?> all = listing.toList();
        long from = Math.min((long) (number - 1) * size, all.size());
        long to = Math.min(from + size, all.size());
        List<@Nullable Object> results = new ArrayList<>();
        all.subList((int) from, (int) to).forEach(element -> results.add(entity(element)));
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("links", links(number, number > 1, to < all.size()));
        page.put("results", results);
        if (!Boolean.FALSE.equals(options.get("includeCount"))) {
            page.put("totalCount", (long) all.size());
        }
        return page;
    }

    private List<Map<String, Object>> links(int number, boolean previous, boolean next) {
        List<Map<String, Object>> links = new ArrayList<>();
        links.add(SelfLinks.link("self", base + request.target()));
        if (previous) {
            links.add(SelfLinks.link("previous", page(number - 1)));
        }
        if (next) {
            links.add(SelfLinks.link("next", page(number + 1)));
        }
        return links;
    }

    private String page(int number) {
        StringBuilder query = new StringBuilder();
        for (String pair : request.queryString().split("&", -1)) {
            if (!pair.isEmpty() && !pair.startsWith("pageNum=")) {
                query.append(pair).append('&');
            }
        }
        return base + request.path() + "?" + query + "pageNum=" + number;
    }

    private int option(String name, int otherwise) {
        return options.get(name) instanceof Integer number ? number : otherwise;
    }

    private @Nullable Object entity(Object value) {
        Object tree = Encoder.tree(value);
        List<Map<String, Object>> links = SelfLinks.of(value, base);
        if (links != null && tree instanceof Map<?, ?> fields) {
            Map<String, @Nullable Object> linked = new LinkedHashMap<>();
            fields.forEach((name, element) -> linked.put(String.valueOf(name), element));
            linked.put("links", links);
            tree = linked;
        }
        return originals.over(value.getClass(), request.path(), tree);
    }
}
