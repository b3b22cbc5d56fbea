package dev.ferry.api.login;

import com.squareup.moshi.Json;
import dev.ferry.output.Secret;
import java.time.Duration;
import java.time.Instant;

/**
 * An access token.
 *
 * @param value what goes into the header
 * @param since when it was asked for
 * @param renewAt when to fetch the next one: some time before this one expires
 */
public record Token(@Json(name = "access_token") Secret value, Instant since, Instant renewAt) {
    private static final Duration MARGIN = Duration.ofSeconds(60);

    /** A token that lives this long; a tenth of its life, at most a minute, is kept as margin. */
    public static Token living(Duration lifetime, Secret value, Instant now) {
        return living(lifetime, value, now, now);
    }

    /**
     * The same, when the service says what time it is. Where our clock is ahead, the token is taken to be older: once the
     * clock is put right it would be kept for too long.
     *
     * @param there the time of the service
     */
    public static Token living(Duration lifetime, Secret value, Instant now, Instant there) {
        Duration most = lifetime.dividedBy(4);
        Duration ahead = Duration.between(there, now);
        Duration caution = ahead.isNegative() ? Duration.ZERO : ahead.compareTo(most) < 0 ? ahead : most;
        Duration tenth = lifetime.dividedBy(10);
        Duration margin = tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN;
        return new Token(value, now, now.plus(lifetime).minus(margin).minus(caution));
    }

    /** Whether it may be used; not when it comes from the future, because then a clock has been moved. */
    public boolean isGoodAt(Instant now) {
        return now.isBefore(renewAt) && !since.isAfter(now.plus(MARGIN));
    }
}
