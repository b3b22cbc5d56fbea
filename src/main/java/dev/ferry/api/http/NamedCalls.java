package dev.ferry.api.http;

import dev.ferry.api.argument.ArgumentRefusal;
import dev.ferry.api.argument.BodyArgument;
import dev.ferry.api.argument.OperationArguments;
import dev.ferry.api.catalog.Argument;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.catalog.Shapes;
import dev.ferry.api.json.JsonFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Sends calls by name once their arguments have been checked: makes the request, and the value of the answer. */
final class NamedCalls {
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final HttpUrl base;
    private final AnswerReader reader;
    private final Route route;
    private final BodyArgument bodies;
    private final Consumer<DownloadProgress> downloads;

    NamedCalls(
            HttpUrl base,
            JsonFormat json,
            AnswerReader reader,
            Route route,
            Supplier<Shapes> shapes,
            Consumer<DownloadProgress> downloads) {
        this.base = base;
        this.reader = reader;
        this.route = route;
        this.bodies = new BodyArgument(json, shapes);
        this.downloads = downloads;
    }

    @Nullable
    Object send(OperationArguments arguments) {
        Operation operation = arguments.operation();
        Versions.Choice version = route.versions().choose(arguments.call(), operation, arguments.get(Argument.VERSION));
        ByteString body = body(arguments, version);
        String format = format(arguments, version);
        Request.Builder request = new Request.Builder()
                .url(url(arguments))
                .tag(Asked.class, new Asked(version.date(), operation, format));
        if (body != null && operation.method().equals("GET")) {
            request.tag(GetBody.class, new GetBody(body));
        } else {
            boolean some = body != null || WITH_BODY.contains(operation.method());
            request.method(
                    operation.method(), some ? RequestBody.create(body == null ? ByteString.EMPTY : body, null) : null);
        }
        for (Operation.Header header : operation.headers()) {
            Object value = arguments.get(header.name());
            if (value != null) {
                request.header(header.header(), RequestValues.text(value));
            }
        }
        Object to = arguments.get(Argument.TO);
        if (to != null) {
            boolean overwrite = Boolean.TRUE.equals(arguments.get(Argument.OVERWRITE));
            return download(request, IntoFile.at(arguments.call(), to, overwrite, downloads));
        }
        return value(request.build(), arguments, version, format);
    }

    private @Nullable Object value(
            Request request, OperationArguments arguments, Versions.Choice version, String format) {
        boolean lazy = arguments.get("pageNum") == null && format.equals(Operation.JSON);
        if (lazy && arguments.operation().isPaged(version.version())) {
            return new Pager(route, reader, request, Object.class).listing();
        }
        return route.send(request, reader::anything);
    }

    private Download download(Request.Builder request, IntoFile file) {
        // Whatever the service sends is the file; nothing is unpacked on the way.
        request.tag(IntoFile.class, file).header("Accept-Encoding", "identity");
        try {
            return Objects.requireNonNull(route.send(request.build(), answer -> {
                reader.nothing(answer);
                return file.finish(answer);
            }));
        } finally {
            file.end();
        }
    }

    private HttpUrl url(OperationArguments arguments) {
        String path = arguments.operation().path().substring(1);
        for (String name : arguments.operation().pathParameters()) {
            String value = RequestValues.text(Objects.requireNonNull(arguments.get(name)));
            path = path.replace("{" + name + "}", RequestValues.segment(value));
        }
        HttpUrl.Builder url = Objects.requireNonNull(base.resolve(path)).newBuilder();
        arguments.query().forEach((name, value) -> RequestValues.set(url, name, value));
        return url.build();
    }

    private @Nullable ByteString body(OperationArguments arguments, Versions.Choice version) {
        Operation operation = arguments.operation();
        String shape = operation.bodies().get(version.version());
        Object given = arguments.get(Argument.BODY);
        if (shape == null) {
            if (given != null) {
                throw ArgumentRefusal.because(arguments.call(), "takes no body in version " + version.version());
            }
            return null;
        }
        if (given == null) {
            throw ArgumentRefusal.because(arguments.call(), "needs a body (" + shape + "); an empty one is body: [:]");
        }
        return bodies.bytes(arguments.call(), given, shape, operation.method());
    }

    /** The format that the call names, or that its file's name tells of, or the first one there is. */
    private static String format(OperationArguments arguments, Versions.Choice version) {
        var formats = arguments.operation().formats(version.version());
        Object asked = arguments.get(Argument.FORMAT);
        Object to = arguments.get(Argument.TO);
        if (asked != null && !formats.contains(asked.toString())) {
            throw ArgumentRefusal.because(
                    arguments.call(),
                    "answers version " + version.version() + " with " + String.join(", ", formats) + ", not " + asked);
        }
        String format = formats.get(0);
        if (asked != null) {
            format = asked.toString();
        } else if (to != null
                && to.toString().toLowerCase(Locale.ROOT).endsWith(".csv")
                && formats.contains(Operation.CSV)) {
            format = Operation.CSV;
        }
        if (format.equals(Operation.GZIP) && to == null) {
            throw ArgumentRefusal.missing(arguments.call(), Argument.TO);
        }
        return format;
    }
}
