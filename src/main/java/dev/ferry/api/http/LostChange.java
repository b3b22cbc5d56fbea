package dev.ferry.api.http;

import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.catalog.Trace;
import dev.ferry.api.catalog.Traces;
import dev.ferry.api.json.JsonFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * A changing request whose answer was lost.
 *
 * @param match which operation it calls, empty when no table knows
 * @param body what was sent, as maps and lists; null for nothing
 */
record LostChange(
        Request request,
        Optional<Catalog.Match> match,
        @Nullable Object body,
        Traces traces) {
    private static final Pattern HOLE = Pattern.compile("\\{([^}]+)}");
    private static final Pattern MEDIA_DATE = Pattern.compile("\\.(\\d{4}-\\d{2}-\\d{2}|preview)\\+");

    static LostChange of(Request request, Catalogs catalogs, JsonFormat json) {
        Optional<Catalog.Match> match =
                catalogs.match(request.method(), request.url().encodedPath());
        return of(request, match, Changes.body(request, json), new Traces(catalogs));
    }

    /** @param body what was sent */
    static LostChange of(Request request, Optional<Catalog.Match> match, @Nullable Object body, Traces traces) {
        Map<String, String> path = match.map(Catalog.Match::path).orElse(Map.of());
        return new LostChange(request, match, without(path, body), traces);
    }

    /** What stands in the path and in the body says where to change something, and not what. */
    private static @Nullable Object without(Map<String, String> path, @Nullable Object body) {
        if (!(body instanceof Map<?, ?> fields)) {
            return body;
        }
        Map<Object, @Nullable Object> rest = new LinkedHashMap<>(fields);
        rest.entrySet()
                .removeIf(field ->
                        field.getValue() != null && field.getValue().equals(path.get(String.valueOf(field.getKey()))));
        return rest;
    }

    Optional<Trace> trace() {
        return match.flatMap(found -> traces.of(found.operation()));
    }

    /** The path of the read that this trace names, from the host; empty when something in it was not sent. */
    Optional<String> readPath(Trace trace) {
        return trace.read().isEmpty() ? Optional.empty() : filled(trace.read());
    }

    /** The nearest path that can be read. */
    Optional<String> nearPath() {
        return match.flatMap(found -> traces.near(found.operation())).flatMap(this::filled);
    }

    private Optional<String> filled(String template) {
        Map<String, String> values = match.orElseThrow().path();
        StringBuilder path = new StringBuilder();
        Matcher hole = HOLE.matcher(template);
        int query = template.indexOf('?');
        int from = 0;
        while (hole.find()) {
            String name = hole.group(1);
            Object value = name.startsWith(Trace.Condition.FROM_BODY)
                    ? inBody(name.substring(Trace.Condition.FROM_BODY.length()))
                    : values.get(name);
            if (value == null) {
                return Optional.empty();
            }
            boolean inQuery = query >= 0 && hole.start() > query;
            path.append(template, from, hole.start())
                    .append(inQuery ? queryValue(value.toString()) : RequestValues.segment(value.toString()));
            from = hole.end();
        }
        return Optional.of(path.append(template, from, template.length()).toString());
    }

    private @Nullable Object inBody(String field) {
        return body instanceof Map<?, ?> fields && fields.get(field) instanceof String text ? text : null;
    }

    private static String queryValue(String value) {
        HttpUrl.Builder url = new HttpUrl.Builder().scheme("http").host("localhost");
        return String.valueOf(url.addQueryParameter("v", value).build().encodedQuery())
                .substring(2);
    }

    /**
     * A request that reads this path. What was sent is compared with what is read, so both are of one version; where nothing was sent,
     * the usual one will do, and a deletion is served in versions in which nothing can be read any more.
     */
    Request read(String path, Catalogs catalogs, HttpUrl url) {
        Request.Builder read = new Request.Builder().url(url);
        Matcher sent = MEDIA_DATE.matcher(String.valueOf(request.header("Accept")));
        Optional<Operation> operation = catalogs.match("GET", path).map(Catalog.Match::operation);
        if (body != null
                && sent.find()
                && operation.flatMap(any -> any.versionFor(sent.group(1))).isPresent()) {
            read.header("Accept", "application/vnd.atlas." + sent.group(1) + "+json");
        }
        return read.build();
    }

    /** What somebody types to read this path. */
    static String command(String path) {
        String quoted = path.replace("\\", "\\\\").replace("'", "\\'");
        for (Map.Entry<String, String> side :
                Map.of("/api/atlas/v2", "atlas", "/api/public/v1.0", "cm").entrySet()) {
            if (quoted.startsWith(side.getKey() + "/")) {
                return side.getValue() + ".get('"
                        + quoted.substring(side.getKey().length()) + "')";
            }
        }
        return "GET " + path;
    }
}
