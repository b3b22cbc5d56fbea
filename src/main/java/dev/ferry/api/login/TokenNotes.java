package dev.ferry.api.login;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the tokens of one service account on one host.
 *
 * @param token the last one, or null
 * @param asked when tokens were asked for within the last minute, oldest first
 * @param doubtedUntil until when renewing a refused token is known not to help
 * @see <a href="https://www.mongodb.com/docs/atlas/api/service-accounts/generate-oauth2-token/">Ten tokens a minute</a>
 */
public record TokenNotes(@Nullable Token token, List<Instant> asked, Instant doubtedUntil) {
    static final TokenNotes NONE = new TokenNotes(null, List.of(), Instant.EPOCH);

    private static final int A_MINUTE = 10;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** When the service gives out the next token; not after {@code now} when it does so at once. */
    Instant freeAt(Instant now) {
        List<Instant> lately = lately(now);
        return lately.size() < A_MINUTE
                ? now
                : lately.get(lately.size() - A_MINUTE).plus(MINUTE);
    }

    /** Times of a clock that has been put back since do not count. */
    private List<Instant> lately(Instant now) {
        return asked.stream()
                .filter(each -> each.isAfter(now.minus(MINUTE)) && !each.isAfter(now))
                .sorted()
                .toList();
    }

    TokenNotes askedAt(Instant now) {
        List<Instant> all = new ArrayList<>(lately(now));
        all.add(now);
        return new TokenNotes(token, List.copyOf(all), doubtedUntil);
    }

    /** The request begun last has ended: only now does the service's minute surely run. */
    TokenNotes answeredAt(Instant now) {
        List<Instant> all = new ArrayList<>(asked);
        all.set(all.size() - 1, now);
        return new TokenNotes(token, List.copyOf(all), doubtedUntil);
    }

    TokenNotes withToken(@Nullable Token other) {
        return new TokenNotes(other, asked, doubtedUntil);
    }

    TokenNotes doubtedUntil(Instant time) {
        return new TokenNotes(token, asked, time);
    }

    boolean isDoubtedAt(Instant now) {
        return now.isBefore(doubtedUntil);
    }
}
