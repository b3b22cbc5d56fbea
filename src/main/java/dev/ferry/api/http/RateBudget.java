package dev.ferry.api.http;

import dev.ferry.profile.Credentials;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * What one credential may ask of one host, shared by all threads and clients of the process. Nothing is held back before
 * the service has told of a limit.
 */
final class RateBudget {
    private static final Map<Owner, RateBudget> ALL = new ConcurrentHashMap<>();
    private static final AtomicLong TICKETS = new AtomicLong();

    /** Times of different clocks cannot be compared, so a budget belongs to one. */
    private record Owner(HttpUrl host, Credentials credentials, Clock clock) {}

    private final Map<LimitSet, Bucket> buckets = new ConcurrentHashMap<>();
    private final Bucket logins = new Bucket("access tokens");

    private RateBudget() {}

    static RateBudget of(HttpUrl host, Credentials credentials, Clock clock) {
        return ALL.computeIfAbsent(new Owner(host, credentials, clock), owner -> new RateBudget());
    }

    /** A place in the line for this call; it keeps it when it has to be sent again. */
    Turn turn(Request request, ApiClient.Settings settings) {
        LimitSet set = LimitSet.of(request);
        Bucket bucket = buckets.computeIfAbsent(set, any -> new Bucket(set.endpoints()));
        return turn(bucket, settings);
    }

    /**
     * A place in the line for the login of a call. Every call has one, since none can know beforehand whether it will need
     * a token: when the service gives out no more, all of them wait.
     */
    Turn loginTurn(ApiClient.Settings settings) {
        return turn(logins, settings);
    }

    private static Turn turn(Bucket bucket, ApiClient.Settings settings) {
        return new Turn(bucket, TICKETS.getAndIncrement(), settings.time(), settings.listeners());
    }
}
