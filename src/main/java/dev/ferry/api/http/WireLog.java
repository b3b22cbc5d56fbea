package dev.ferry.api.http;

import dev.ferry.output.Redactor;
import dev.ferry.output.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import okio.GzipSource;
import okio.Okio;

/**
 * Shows requests and answers as they are on the wire, after login and with each attempt, one block of lines each:
 *
 * <pre>
 * #3 &gt; GET /api/atlas/v2/orgs
 * #3 &gt; Authorization: Digest ••••••••
 * #3 &lt; 200 OK (12 ms)
 * #3 &lt; Content-Type: application/vnd.atlas.2023-01-01+json
 * #3 &lt;
 * #3 &lt; {"results":[]}
 * </pre>
 *
 * <p>Not OkHttp's own logging interceptor: that reads an answer to its end before anybody gets a byte of it, which a
 * download does not survive, and writes line by line, so that the lines of several threads mix.
 */
final class WireLog implements Interceptor {
    private static final int SHOWN = 8 * 1024;

    /** Read beyond what is shown, so that a secret on the edge is still seen as one. */
    private static final int EDGE = 4 * 1024;

    private static final Set<String> SECRET_HEADERS =
            Set.of("authorization", "proxy-authorization", "cookie", "set-cookie");

    private final WireListener listener;
    private final AtomicInteger number = new AtomicInteger();

    WireLog(WireListener listener) {
        this.listener = listener;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (!listener.isWanted()) {
            return chain.proceed(request);
        }
        int call = number.incrementAndGet();
        tell(call, '>', Answer.line(request), request.headers(), body(request));
        long begin = System.nanoTime();
        try {
            Response response = chain.proceed(request);
            String took = " (" + Duration.ofNanos(System.nanoTime() - begin).toMillis() + " ms)";
            String line = (response.code() + " " + response.message()).strip() + took;
            try {
                tell(call, '<', line, response.headers(), body(response));
                return response;
            } catch (IOException e) {
                tell(call, '<', line, response.headers(), "(a body that breaks off: " + e.getMessage() + ")");
                // Whoever reads it meets what was met here, as without a log.
                return response.newBuilder().body(BrokenBody.of(response, e)).build();
            }
        } catch (IOException e) {
            tell(call, '<', "no answer: " + e.getMessage(), Headers.of(), "");
            throw e;
        }
    }

    private void tell(int call, char direction, String line, Headers headers, String body) {
        StringBuilder text = new StringBuilder(line);
        headers.forEach(header -> text.append('\n')
                .append(header.getFirst())
                .append(": ")
                .append(shown(header.getFirst(), header.getSecond())));
        if (!body.isEmpty()) {
            text.append("\n\n").append(body);
        }
        String mark = "#" + call + " " + direction;
        listener.tell(Redactor.redact(text.toString())
                // What a server sends must not steer the terminal.
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "\uFFFD")
                .lines()
                .map(each -> each.isEmpty() ? mark : mark + " " + each)
                .collect(Collectors.joining("\n")));
    }

    private static String shown(String name, String value) {
        String plain = name.toLowerCase(Locale.ROOT);
        if (!SECRET_HEADERS.contains(plain)) {
            return value;
        }
        int blank = plain.endsWith("authorization") ? value.indexOf(' ') : -1;
        return value.substring(0, blank + 1) + Secret.MASK;
    }

    private static String body(Request request) throws IOException {
        RequestBody body = request.body();
        if (body == null || body.contentLength() == 0 || body.isOneShot() || body.isDuplex()) {
            return "";
        }
        if (!isText(request.headers())) {
            return size(body.contentLength());
        }
        if (isLogin(request)) {
            return size(body.contentLength()) + ", not shown because it is about logins";
        }
        Buffer buffer = new Buffer();
        body.writeTo(buffer);
        return cut(buffer, body.contentLength());
    }

    private static String body(Response response) throws IOException {
        long length = length(response);
        if (length == 0 || response.request().method().equals("HEAD")) {
            return "";
        }
        if (!isText(response.headers())) {
            return size(length);
        }
        if (isLogin(response.request())) {
            return size(length) + ", not shown because it is about logins";
        }
        BufferedSource seen = response.peekBody(SHOWN + EDGE).source();
        boolean zipped = "gzip".equalsIgnoreCase(response.header("Content-Encoding"));
        return cut(zipped ? Okio.buffer(new GzipSource(seen)) : seen, length);
    }

    private static long length(Response response) {
        String length = response.header("Content-Length");
        try {
            return length == null ? -1 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Tokens go in and out there. */
    private static boolean isLogin(Request request) {
        return request.url().encodedPath().contains("/" + TokenEndpoint.PATH);
    }

    private static boolean isText(Headers headers) {
        String type = headers.get("Content-Type");
        if (type == null) {
            return false;
        }
        String plain = type.toLowerCase(Locale.ROOT);
        return plain.contains("json") || plain.contains("x-www-form-urlencoded") || plain.startsWith("text/");
    }

    private static String size(long length) {
        return length < 0 ? "(a body)" : "(a body of " + length + " bytes)";
    }

    /** The beginning of a body, redacted before it is cut. */
    private static String cut(BufferedSource source, long length) {
        Buffer read = new Buffer();
        boolean more = false;
        try {
            while (read.size() <= SHOWN + EDGE && source.read(read, SHOWN + EDGE + 1 - read.size()) >= 0) {
                // Until there is enough of it.
            }
            more = read.size() >= SHOWN + EDGE;
        } catch (IOException e) {
            // The part of a zipped body that was looked at ends anywhere.
            more = true;
        }
        String text = Redactor.redact(read.readUtf8());
        if (!more) {
            return text;
        }
        int end = Math.max(0, Math.min(SHOWN, text.length() - EDGE));
        return text.substring(0, end) + "\n… (cut here" + (length < 0 ? "" : "; " + length + " bytes in all") + ")";
    }
}
