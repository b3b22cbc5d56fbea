package dev.ferry.api.http;

import dev.ferry.profile.ServiceAccount;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The token of one service account on one host. There is one purse for the whole process, because the service gives out
 * only ten tokens a minute: whoever needs a token while another thread fetches it waits for that one.
 */
final class TokenPurse {
    private static final Map<Owner, TokenPurse> ALL = new ConcurrentHashMap<>();

    private record Owner(HttpUrl host, ServiceAccount account) {}

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private @Nullable Token token;
    private Instant renewalsHelpAgain = Instant.MIN;

    private TokenPurse() {}

    static TokenPurse of(HttpUrl host, ServiceAccount account) {
        return ALL.computeIfAbsent(new Owner(host, account), owner -> new TokenPurse());
    }

    /** Fetches a token from the service. */
    @FunctionalInterface
    interface Source {
        Token fetch() throws IOException;
    }

    /** The token at hand, or a new one when it is about to expire. */
    synchronized Token current(Clock clock, Source source) throws IOException {
        Token known = token;
        if (known == null || !clock.instant().isBefore(known.renewAt())) {
            known = source.fetch();
            token = known;
        }
        return known;
    }

    /**
     * A token other than the refused one; fetched only when no other thread has done so already. It is the refused one
     * again when a new token has lately been refused too: then the tokens are not what is wrong.
     */
    synchronized Token insteadOf(Token refused, Clock clock, Source source) throws IOException {
        if (refused.equals(token)) {
            if (clock.instant().isBefore(renewalsHelpAgain)) {
                return refused;
            }
            token = null;
        }
        return current(clock, source);
    }

    /** A renewed token was refused as well. */
    synchronized void renewalDidNotHelp(Clock clock) {
        renewalsHelpAgain = clock.instant().plus(PATIENCE);
    }
}
