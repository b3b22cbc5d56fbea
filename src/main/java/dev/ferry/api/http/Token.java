package dev.ferry.api.http;

import dev.ferry.output.Secret;
import java.time.Duration;
import java.time.Instant;

/**
 * An access token.
 *
 * @param value what goes into the header
 * @param renewAt when to fetch the next one: some time before this one expires
 */
record Token(Secret value, Instant renewAt) {
    private static final Duration MARGIN = Duration.ofSeconds(60);

    /** A token that lives this long; a tenth of its life, at most a minute, is kept as margin. */
    static Token living(Duration lifetime, Secret value, Instant now) {
        Duration tenth = lifetime.dividedBy(10);
        return new Token(value, now.plus(lifetime).minus(tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN));
    }
}
