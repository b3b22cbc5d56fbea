package dev.ferry.api.http;

import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.failure.ErrorDocument;
import dev.ferry.api.failure.UnreadableAnswerException;
import dev.ferry.api.json.RevealingJson;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.Request;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A complete answer, read from the connection but not yet understood. */
record Answer(Request request, int status, String phrase, Headers headers, ByteString body) {
    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>(.*?)</title>");
    private static final int WORDS = 120;
    private static final int NOT_FOUND = 404;

    /** An answer as the service would give it, made of what is known of it; null is one without content. */
    static Answer of(Request request, @Nullable Object value) {
        return value == null
                ? new Answer(request, 204, "", Headers.of(), ByteString.EMPTY)
                : new Answer(
                        request,
                        200,
                        "",
                        Headers.of("Content-Type", "application/json"),
                        new RevealingJson().write(value));
    }

    /** The request as verb, path and query. Not redacted. */
    static String line(Request request) {
        String query = request.url().encodedQuery();
        String path = request.url().encodedPath();
        // Said in words, because "token: 401" looks like a secret to hide.
        String note = path.contains("/" + TokenEndpoint.PATH) ? " (login)" : "";
        return request.method() + " " + path + (query == null ? "" : "?" + query) + note;
    }

    String line() {
        return line(request);
    }

    @Nullable
    String requestId() {
        return headers.get("X-Request-Id");
    }

    boolean isEmpty() {
        return firstByte() < 0;
    }

    /** The first byte that is not blank, or -1. Long answers are not decoded to find that out. */
    private int firstByte() {
        for (int i = 0; i < body.size(); i++) {
            int each = Byte.toUnsignedInt(body.getByte(i));
            if (each > ' ') {
                return each;
            }
        }
        return -1;
    }

    boolean isHtml() {
        String type = headers.get("Content-Type");
        return (type != null && type.toLowerCase(Locale.ROOT).startsWith("text/html")) || firstByte() == '<';
    }

    boolean isJson() {
        String type = headers.get("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).contains("json");
    }

    /** What an HTML page calls itself, or the first words of any text. */
    String firstWords() {
        String text = body.utf8();
        Matcher title = TITLE.matcher(text);
        String words = title.find() ? title.group(1) : text.replaceAll("(?s)<[^>]*>", " ");
        String line = words.strip().replaceAll("\\s+", " ");
        return line.length() <= WORDS ? line : line.substring(0, WORDS) + "…";
    }

    Answer withBody(ByteString other) {
        return new Answer(request, status, phrase, headers, other);
    }

    Answer withStatus(int other) {
        return new Answer(request, other, "", headers, body);
    }

    /** The exception that this answer is, when its body says this. */
    ErrorAnswerException error(ErrorDocument document) {
        NewThings news = request.tag(NewThings.class);
        boolean isNew = status == NOT_FOUND && news != null && news.has(request.url());
        return new ErrorAnswerException(status, headers, document, line(), requestId(), isNew);
    }

    UnreadableAnswerException unreadable(String problem, @Nullable Throwable cause) {
        return new UnreadableAnswerException(problem, status, false, line(), requestId(), cause);
    }

    /** A page for people where the API should answer: something in between has answered. */
    UnreadableAnswerException page(String problem) {
        return UnreadableAnswerException.page(problem, status, line(), requestId());
    }

    /** Only a part of the answer seems to have come. */
    UnreadableAnswerException cutOff(String problem, @Nullable Throwable cause) {
        return new UnreadableAnswerException(problem, status, true, line(), requestId(), cause);
    }
}
