package dev.ferry.api.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * What a call has brought, told once it has been read. A list is told page by page.
 *
 * @param method HTTP verb
 * @param path the segments of the path, such as {@code api, atlas, v2, orgs}
 * @param query the parameters of the query; of one that is repeated, the last value
 * @param changes whether the call may have changed something
 * @param value a {@link dev.ferry.api.Page}, a record, maps and lists, a text; null for nothing
 */
public record Answered(
        String method,
        List<String> path,
        Map<String, String> query,
        boolean changes,
        @Nullable Object value) {

    static Answered of(Request request, @Nullable Object value) {
        Map<String, String> query = new LinkedHashMap<>();
        for (int i = 0; i < request.url().querySize(); i++) {
            String given = request.url().queryParameterValue(i);
            query.put(request.url().queryParameterName(i), given == null ? "" : given);
        }
        return new Answered(request.method(), request.url().pathSegments(), query, Changes.mayChange(request), value);
    }
}
