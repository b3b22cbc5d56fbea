package dev.ferry.api.http;

import dev.ferry.api.ApiVersion;
import dev.ferry.api.argument.ArgumentRefusal;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.failure.CallRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/**
 * Decides which version of an operation a call gets, and says it by the media type: the date that the call names itself, else
 * the session's pin, else what the method is written for, or the newest version of an operation that is called by name or by
 * path. Operations that exist only as preview cannot be had under any date. Whatever is not below {@code /api/atlas/v2} speaks
 * plain JSON.
 *
 * @see <a href="https://www.mongodb.com/docs/atlas/api/versioned-api-overview/">Versioned Atlas Administration API</a>
 */
final class Versions {
    /** What operations that no table knows are asked for: the newest version that is not after this date. */
    static final String NEWEST = "2025-03-12";

    private static final String PREVIEW = "preview";
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}|" + PREVIEW);
    private static final Pattern MEDIA_TYPE = Pattern.compile("application/vnd\\.atlas\\.([^+]+)\\+.*");

    private final @Nullable String pinned;
    private final Catalogs catalogs;

    Versions(@Nullable String pinned, Catalogs catalogs) {
        this.pinned = pinned;
        this.catalogs = catalogs;
    }

    /** The same with another pin. */
    Versions pinnedTo(String date) {
        return new Versions(date, catalogs);
    }

    static boolean isVersion(String text) {
        return DATE.matcher(text).matches();
    }

    /** Whether calls of this path have versions at all. */
    static boolean isVersioned(String path) {
        return path.startsWith(Catalogs.ATLAS);
    }

    /** The date that a request was sent with; empty for those without versions. */
    static Optional<String> sent(Request request) {
        Matcher type = MEDIA_TYPE.matcher(String.valueOf(request.header("Accept")));
        return type.matches() ? Optional.of(type.group(1)) : Optional.empty();
    }

    /**
     * The version of a call by name.
     *
     * @param call who asks, for messages
     * @param asked the date that the call names, or null
     * @throws CallRefusedException when the operation has no such version
     */
    Choice choose(String call, Operation operation, @Nullable Object asked) {
        if (operation.versions().isEmpty()) {
            return new Choice(null, Operation.UNVERSIONED);
        }
        if (asked != null && !isVersion(asked.toString())) {
            throw ArgumentRefusal.because(
                    call, "takes a date such as '" + newest(operation) + "' as 'version', not '" + asked + "'");
        }
        String date = asked == null ? date(operation) : asked.toString();
        String version = operation.versionFor(date).orElseThrow(() -> {
            String pin = asked == null ? " (the session is pinned to that)" : "";
            return ArgumentRefusal.because(
                    call, "has no version of " + date + pin + "; it has " + String.join(", ", operation.versions()));
        });
        return new Choice(date, version);
    }

    /**
     * A version.
     *
     * @param date what the request says; null where there are no versions
     * @param version the version that answers it
     */
    record Choice(@Nullable String date, String version) {}

    Request apply(Request request) {
        Asked asked = request.tag(Asked.class);
        String type = mediaType(request, asked);
        Request.Builder typed = request.newBuilder();
        if (request.header("Accept") == null) {
            String format = asked == null ? Operation.JSON : asked.format();
            typed.header("Accept", type.replaceFirst("json$", format));
        }
        RequestBody body = request.body();
        boolean hasBody = body != null && body.contentType() == null && !isEmpty(body);
        if (hasBody || request.tag(GetBody.class) != null) {
            typed.header("Content-Type", type);
        }
        return typed.build();
    }

    private String mediaType(Request request, @Nullable Asked asked) {
        Invocation invocation = request.tag(Invocation.class);
        ApiVersion written = invocation == null ? null : invocation.method().getAnnotation(ApiVersion.class);
        if (written == null && !isVersioned(request.url().encodedPath())) {
            return "application/json";
        }
        return "application/vnd.atlas." + date(request, asked, written) + "+json";
    }

    private String date(Request request, @Nullable Asked asked, @Nullable ApiVersion written) {
        if (asked != null && asked.version() != null) {
            return asked.version();
        }
        if (written != null) {
            return pinned == null || written.value().equals(PREVIEW) ? written.value() : pinned;
        }
        return catalogs.match(request.method(), request.url().encodedPath())
                .map(found -> date(found.operation()))
                .orElse(pinned == null ? NEWEST : pinned);
    }

    private String date(Operation operation) {
        String newest = newest(operation);
        return pinned == null || newest.equals(PREVIEW) ? newest : pinned;
    }

    private static String newest(Operation operation) {
        return operation.newest().orElse(NEWEST);
    }

    private static boolean isEmpty(RequestBody body) {
        try {
            return body.contentLength() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException("a body in memory failed", e);
        }
    }
}
