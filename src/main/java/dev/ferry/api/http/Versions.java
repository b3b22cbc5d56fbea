package dev.ferry.api.http;

import dev.ferry.api.ApiVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/**
 * Gives a request its media type. A v2 method names the date it is written for; the session's pin replaces it. Whatever
 * is below {@code /api/atlas/v2} without such a method gets the newest date; everything else speaks plain JSON.
 *
 * @see <a href="https://www.mongodb.com/docs/atlas/api/versioned-api-overview/">Versioned Atlas Administration API</a>
 */
final class Versions {
    /** The newest date; the service takes the newest version of each operation that is not after it. */
    static final String NEWEST = "2025-03-12";

    private static final String PREVIEW = "preview";
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}|" + PREVIEW);

    private final @Nullable String pinned;

    Versions(@Nullable String pinned) {
        this.pinned = pinned;
    }

    static boolean isVersion(String text) {
        return DATE.matcher(text).matches();
    }

    Request apply(Request request) {
        String type = mediaType(request);
        Request.Builder typed = request.newBuilder();
        if (request.header("Accept") == null) {
            typed.header("Accept", type);
        }
        RequestBody body = request.body();
        if (body != null && body.contentType() == null && !isEmpty(body)) {
            typed.header("Content-Type", type);
        }
        return typed.build();
    }

    private String mediaType(Request request) {
        Invocation invocation = request.tag(Invocation.class);
        ApiVersion written = invocation == null ? null : invocation.method().getAnnotation(ApiVersion.class);
        boolean versioned = written != null || request.url().encodedPath().startsWith("/api/atlas/v2");
        if (!versioned) {
            return "application/json";
        }
        return "application/vnd.atlas." + date(written) + "+json";
    }

    /** Operations that exist only as preview cannot be had under any date. */
    private String date(@Nullable ApiVersion written) {
        if (pinned != null && (written == null || !written.value().equals(PREVIEW))) {
            return pinned;
        }
        return written == null ? NEWEST : written.value();
    }

    private static boolean isEmpty(RequestBody body) {
        try {
            return body.contentLength() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException("a body in memory failed", e);
        }
    }
}
