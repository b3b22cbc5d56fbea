package dev.ferry.rehearsal;

import dev.ferry.api.ApiSide;
import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.change.ChangeGuard;
import dev.ferry.api.change.ChangeLog;
import dev.ferry.api.http.ApiClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a twin asks of a real service itself. It only reads. */
final class Reality implements AutoCloseable {
    private static final int LARGEST_PAGE = 500;

    private final Way way;
    private final ApiSide side;
    private final ApiClient client;

    Reality(ApiSide side, Way way, Budget budget) {
        this.side = side;
        this.way = way;
        this.client = new ApiClient(
                way.connection(),
                way.settings()
                        .withGuard(ChangeGuard.readOnlyWhile(() -> true))
                        .withChangeLog(ChangeLog.NONE)
                        .withDetour(budget.counting()));
    }

    ApiSide side() {
        return side;
    }

    Way way() {
        return way;
    }

    /** The documents that a path answers with: all elements of a list, or the only one. */
    List<Map<String, Object>> read(String path) {
        Optional<Operation> operation =
                way.settings().rules().catalogs().match("GET", path).map(Catalog.Match::operation);
        boolean paged = operation
                .filter(known -> known.isPaged(known.newest().orElse(Operation.UNVERSIONED)))
                .isPresent();
        List<Map<String, Object>> documents = new ArrayList<>();
        boolean more = true;
        for (int page = 1; more; page++) {
            Map<String, Object> query = new HashMap<>();
            if (paged) {
                query.put("itemsPerPage", LARGEST_PAGE);
                query.put("pageNum", page);
            }
            Object answer = client.call("GET", path, query, null);
            add(answer, documents);
            more = paged && hasNext(answer);
        }
        return documents;
    }

    @SuppressWarnings("unchecked")
    private static void add(@Nullable Object answer, List<Map<String, Object>> documents) {
        if (answer instanceof List<?> elements) {
            elements.forEach(element -> documents.add((Map<String, Object>) element));
        } else if (answer instanceof Map<?, ?> page && page.get("results") instanceof List<?> elements) {
            elements.forEach(element -> documents.add((Map<String, Object>) element));
        } else if (answer instanceof Map<?, ?> document) {
            documents.add((Map<String, Object>) document);
        }
    }

    private static boolean hasNext(@Nullable Object answer) {
        return answer instanceof Map<?, ?> page
                && page.get("links") instanceof List<?> links
                && links.stream()
                        .anyMatch(link -> link instanceof Map<?, ?> fields && "next".equals(fields.get("rel")));
    }

    @Override
    public void close() {
        client.close();
    }
}
