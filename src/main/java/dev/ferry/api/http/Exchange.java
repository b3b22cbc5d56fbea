package dev.ferry.api.http;

import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.CallInterruptedException;
import dev.ferry.api.failure.UnreadableAnswerException;
import dev.ferry.output.OutputException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import okio.ByteString;

/**
 * Sends a request and waits for the complete answer. The call runs on a thread of OkHttp, because a thread that reads
 * from a socket cannot be interrupted; the caller's thread only waits, and gives the call up at once when interrupted.
 */
final class Exchange {
    private static final int MOST_REDIRECTS = 5;
    /** The longest body: far above a page of 500 things or a large automation configuration, far below what the heap holds. */
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> REDIRECTS_OF_ANY_METHOD = Set.of(307, 308);

    private final OkHttpClient client;

    Exchange(OkHttpClient client) {
        this.client = client;
    }

    /**
     * Sends the request once, and again where a redirect within its host leads.
     *
     * @param atMost how long each of these may take, when that is less than the time-out
     * @throws ApiException when no complete answer came
     */
    Answer send(Request request, Duration atMost) {
        Request next = request;
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            Answer answer = await(next, atMost);
            if (!REDIRECTS.contains(answer.status())) {
                return answer;
            }
            next = redirected(answer);
        }
        throw new UnreadableAnswerException(
                "more than " + MOST_REDIRECTS + " redirects", null, false, Answer.line(request), null, null);
    }

    private static Request redirected(Answer answer) {
        Request request = answer.request();
        String location = answer.headers().get("Location");
        HttpUrl target = location == null ? null : request.url().resolve(location);
        if (target == null) {
            throw answer.unreadable("a redirect (" + answer.status() + ") to nowhere", null);
        }
        if (!isSameHost(request.url(), target)) {
            throw answer.unreadable(
                    "a redirect (" + answer.status() + ") to another host, " + origin(target)
                            + ", was not followed, because credentials stay with " + origin(request.url())
                            + "; if that host is right, make it the base URL of the profile",
                    null);
        }
        if (Changes.mayChange(request) && !REDIRECTS_OF_ANY_METHOD.contains(answer.status())) {
            throw answer.unreadable(
                    "a changing call was answered with a redirect (" + answer.status() + ") to " + target.encodedPath()
                            + " and not repeated there",
                    null);
        }
        return request.newBuilder().url(target).build();
    }

    private static boolean isSameHost(HttpUrl one, HttpUrl other) {
        return origin(one).equals(origin(other));
    }

    private static String origin(HttpUrl url) {
        return url.scheme() + "://" + url.host() + ":" + url.port();
    }

    private Answer await(Request request, Duration atMost) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CallInterruptedException("interrupted before it was sent", Answer.line(request), null, null);
        }
        Call call = client.newCall(request);
        Duration limit = Duration.ofMillis(client.callTimeoutMillis());
        if (limit.isZero() || atMost.compareTo(limit) < 0) {
            limit = atMost;
            call.timeout().timeout(atMost.toMillis(), TimeUnit.MILLISECONDS);
        }
        if (request.tag(IntoFile.class) != null) {
            // A long file takes its time; the pause between two bytes is still bounded.
            call.timeout().clearTimeout();
        }
        Pending pending = new Pending();
        call.enqueue(pending);
        try {
            return pending.answer.get();
        } catch (InterruptedException e) {
            call.cancel();
            Thread.currentThread().interrupt();
            throw new CallInterruptedException("interrupted", Answer.line(request), null, e);
        } catch (ExecutionException e) {
            Delivery delivery = Delivery.attached(request);
            Response empty = delivery == null ? null : delivery.emptyAnswer();
            if (e.getCause() instanceof ProtocolException && empty != null) {
                // It has said by its status that it is done; only a body came that does not belong there.
                return new Answer(request, empty.code(), empty.message(), empty.headers(), ByteString.EMPTY);
            }
            if (e.getCause() instanceof OutputException unwritable) {
                throw Failures.here(unwritable);
            }
            throw Failures.of(e.getCause(), request, client, limit);
        }
    }

    /** Reads an answer to its end. */
    static Answer read(Request request, Response response) throws IOException {
        IntoFile file = request.tag(IntoFile.class);
        if (file != null && IntoFile.isIn(response)) {
            return file.take(response);
        }
        ByteString body;
        try {
            BufferedSource source = response.body().source();
            boolean tooLong = source.request(MOST_BYTES + 1);
            if (tooLong && response.code() < 400) {
                throw tooLong(request, response);
            }
            body = tooLong ? ByteString.EMPTY : source.readByteString();
        } catch (InterruptedIOException | FailedOnTheWay e) {
            throw e;
        } catch (IOException e) {
            if (response.code() < 400) {
                throw e instanceof ProtocolException || e instanceof EOFException ? cutOff(request, response, e) : e;
            }
            // The status has said that it was refused; only the reason is lost.
            body = ByteString.EMPTY;
        }
        return new Answer(request, response.code(), response.message(), response.headers(), body);
    }

    private static FailedOnTheWay tooLong(Request request, Response response) {
        return new FailedOnTheWay(new UnreadableAnswerException(
                "the answer (" + response.code() + ") is longer than " + MOST_BYTES / 1024 / 1024
                        + " MiB, so the rest was not read; only a file that is downloaded may be longer",
                response.code(),
                false,
                Answer.line(request),
                response.header("X-Request-Id"),
                null));
    }

    private static FailedOnTheWay cutOff(Request request, Response response, IOException e) {
        return new FailedOnTheWay(new UnreadableAnswerException(
                "the answer (" + response.code() + ") was cut off: " + e.getMessage(),
                response.code(),
                true,
                Answer.line(request),
                response.header("X-Request-Id"),
                e));
    }

    private static final class Pending implements Callback {
        private final CompletableFuture<Answer> answer = new CompletableFuture<>();

        @Override
        public void onResponse(Call call, Response response) {
            try (response) {
                answer.complete(read(call.request(), response));
            } catch (Throwable e) {
                // Errors too, such as that of a full heap: somebody waits for this answer.
                answer.completeExceptionally(e);
            }
        }

        @Override
        public void onFailure(Call call, IOException e) {
            answer.completeExceptionally(e);
        }
    }
}
