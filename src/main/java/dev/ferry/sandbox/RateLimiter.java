package dev.ferry.sandbox;

import dev.ferry.api.catalog.Operation;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets requests through as long as there are tokens, and says in the answers of v2 how many are left. */
final class RateLimiter {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int SECONDS_OF_A_MINUTE = 60;

    private final Limits limits;
    private final Buckets buckets;

    RateLimiter(Limits limits, Clock clock) {
        this.limits = limits;
        this.buckets = new Buckets(clock);
    }

    /**
     * Answers a request, or refuses it with 429.
     *
     * @param operation null for v1.0, which does not tell its operations apart
     * @param holes what stands in the path
     */
    Response limited(
            Request request,
            @Nullable Operation operation,
            Map<String, String> holes,
            Caller caller,
            Supplier<Response> answer) {
        Optional<Limit> limit = limits.of(operation);
        if (limit.isEmpty()) {
            return answer.get();
        }
        Buckets.Draw draw = buckets.draw(limit.get(), entity(limit.get(), holes, caller));
        if (operation == null) {
            return draw.refused() ? refusedByV1(request, draw.limit()) : answer.get();
        }
        Response response = draw.refused() ? refused(request, draw) : answer.get();
        return response.withHeader(
                        "RateLimit-Limit", String.valueOf(draw.limit().capacity()))
                .withHeader("RateLimit-Remaining", String.valueOf(draw.remaining()));
    }

    private static String entity(Limit limit, Map<String, String> holes, Caller caller) {
        return switch (limit.scope()) {
            case GROUP -> holes.getOrDefault("groupId", "");
            case ORGANIZATION -> holes.getOrDefault("orgId", "");
            case USER -> caller.login();
            case IP -> LOOPBACK;
        };
    }

    private static Response refused(Request request, Buckets.Draw draw) {
        Limit limit = draw.limit();
        Refusal refusal = new Refusal(
                ErrorCode.RATE_LIMITED_TOKEN_BUCKET,
                resource(request),
                draw.retryAfter(),
                (long) limit.capacity(),
                (long) limit.refill(),
                (long) limit.seconds());
        return Api.error(refusal, Side.TARGET).withHeader("Retry-After", String.valueOf(draw.retryAfter()));
    }

    private static Response refusedByV1(Request request, Limit limit) {
        long minutes = Math.max(1, limit.seconds() / SECONDS_OF_A_MINUTE);
        return Api.error(
                new Refusal(ErrorCode.RATE_LIMITED, request.path(), (long) limit.capacity(), minutes), Side.SOURCE);
    }

    /** The path as the refusals of v2 name it. */
    private static String resource(Request request) {
        return request.path().substring(1);
    }
}
