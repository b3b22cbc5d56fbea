package dev.ferry.api.http;

import com.squareup.moshi.JsonDataException;
import dev.ferry.api.ApiSide;
import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Risk;
import dev.ferry.api.catalog.Risks;
import dev.ferry.api.change.Change;
import dev.ferry.api.json.JsonFormat;
import dev.ferry.profile.Connection;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Knows which requests may change something, and what can be said of them. */
final class Changes {
    private final Connection connection;
    private final Catalogs catalogs;
    private final JsonFormat json;

    Changes(Connection connection, Catalogs catalogs, JsonFormat json) {
        this.connection = connection;
        this.catalogs = catalogs;
        this.json = json;
    }

    /** Whether its verb only reads. */
    static boolean isReading(Request request) {
        return Risks.reads(request.method());
    }

    /** Whether it may change something; known of a request once {@link #mark} has seen it. */
    static boolean mayChange(Request request) {
        Change change = request.tag(Change.class);
        return change != null && change.risk().changes();
    }

    /** The request with what is known of it, {@link Change}, as a tag; as it is when its verb only reads. */
    Request mark(Request request) {
        if (isReading(request)) {
            return request;
        }
        Optional<Catalog.Match> match =
                catalogs.match(request.method(), request.url().encodedPath());
        Object body = body(request, json);
        Risk risk = Risks.of(
                request.method(),
                request.url().encodedPath(),
                match.map(Catalog.Match::operation),
                body == null && sends(request) ? Risks.UNREADABLE : body);
        Change change = new Change(
                request.url().encodedPath().startsWith("/api/public/") ? ApiSide.SOURCE : ApiSide.TARGET,
                connection.baseUrl(),
                connection.credentials().id(),
                request.method(),
                path(request),
                match.map(Catalog.Match::operation),
                match.map(Catalog.Match::path).orElse(Map.of()),
                body,
                risk);
        return request.newBuilder().tag(Change.class, change).build();
    }

    private static boolean sends(Request request) {
        RequestBody body = request.body();
        try {
            return body != null && body.contentLength() != 0;
        } catch (IOException e) {
            return true;
        }
    }

    private static String path(Request request) {
        String query = request.url().encodedQuery();
        return request.url().encodedPath() + (query == null ? "" : "?" + query);
    }

    /** What is sent, as maps and lists; null for nothing, and for what is no JSON, as a raw call may send it. */
    static @Nullable Object body(Request request, JsonFormat json) {
        RequestBody body = request.body();
        if (body == null) {
            return null;
        }
        try {
            Buffer bytes = new Buffer();
            body.writeTo(bytes);
            return bytes.size() == 0 ? null : json.<Object>adapter(Object.class).fromJson(bytes);
        } catch (IOException | JsonDataException e) {
            return null;
        }
    }
}
