package dev.ferry.api.http;

import dev.ferry.api.failure.ErrorAnswerException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Tells what reads were answered, if anybody wants to know: reading an answer a second time is not free. */
final class RawReads {
    private final Supplier<@Nullable Consumer<RawRead>> listener;
    private final AnswerReader reader;

    RawReads(Supplier<@Nullable Consumer<RawRead>> listener, AnswerReader reader) {
        this.listener = listener;
        this.reader = reader;
    }

    /** Sends a request, and tells of its answer before the caller has it. */
    <T> @Nullable T telling(Request request, Reading<T> reading, Function<Reading<T>, @Nullable T> send) {
        Consumer<RawRead> told = listener.get();
        if (told == null || !isPlain(request)) {
            return send.apply(reading);
        }
        Answer[] last = new Answer[1];
        try {
            T value = send.apply(answer -> {
                last[0] = answer;
                return reading.of(answer);
            });
            Answer answer = last[0];
            if (answer != null) {
                boolean readable = !answer.isEmpty() && answer.isJson();
                told.accept(read(request, answer.status(), readable ? reader.anything(answer) : null));
            }
            return value;
        } catch (ErrorAnswerException e) {
            told.accept(read(request, e.status(), null));
            throw e;
        }
    }

    /** Whether its path says all of it, and its answer is no file. */
    private static boolean isPlain(Request request) {
        return Changes.isReading(request)
                && request.tag(GetBody.class) == null
                && request.tag(IntoFile.class) == null
                && String.valueOf(request.header("Accept")).endsWith("json");
    }

    private static RawRead read(Request request, int status, @Nullable Object body) {
        String query = request.url().encodedQuery();
        return new RawRead(
                request.url().encodedPath() + (query == null ? "" : "?" + query),
                Versions.sent(request).orElse(null),
                status,
                body);
    }
}
