package dev.ferry.api.login;

import dev.ferry.api.Timespan;
import dev.ferry.api.failure.ApiException;
import dev.ferry.output.Secret;
import dev.ferry.profile.ServiceAccount;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The token of one service account on one host. There is one purse for the whole process, and one file for all processes,
 * because the service gives out only ten tokens a minute: whoever needs a token while another thread or process fetches
 * it waits for that one.
 */
public final class TokenPurse {
    private static final Map<Owner, TokenPurse> ALL = new ConcurrentHashMap<>();

    private record Owner(
            HttpUrl host, ServiceAccount account, @Nullable Path folder) {}

    private static final Duration DOUBT = Duration.ofMinutes(1);

    private final @Nullable TokenFile file;
    private TokenNotes notes = TokenNotes.NONE;

    private TokenPurse(@Nullable TokenFile file) {
        this.file = file;
    }

    /**
     * The purse of this account on this host.
     *
     * @param folder where the file is; null keeps the token in this process
     */
    public static TokenPurse of(HttpUrl host, ServiceAccount account, @Nullable Path folder) {
        return ALL.computeIfAbsent(
                new Owner(host, account, folder),
                owner -> new TokenPurse(folder == null ? null : TokenFile.of(folder, host, account)));
    }

    /** Fetches a token from the service. */
    @FunctionalInterface
    public interface Source {
        Token fetch() throws IOException;
    }

    /** The token at hand, or a new one when it is about to expire. */
    public synchronized Token current(Patience patience, Source source) throws IOException {
        Token known = notes.token();
        return known != null && known.isGoodAt(patience.now()) ? known : other(null, patience, source);
    }

    /**
     * A token other than the refused one; fetched only when no other thread or process has done so already. It is the
     * refused one again when a new token has lately been refused too: then the tokens are not what is wrong.
     */
    public synchronized Token insteadOf(Token refused, Patience patience, Source source) throws IOException {
        Token known = notes.token();
        return known != null && !known.equals(refused) && known.isGoodAt(patience.now())
                ? known
                : other(refused, patience, source);
    }

    private Token other(@Nullable Token refused, Patience patience, Source source) throws IOException {
        try (TokenFile.Held held = hold(patience)) {
            TokenNotes seen = held.read(notes);
            Token theirs = seen.token();
            if (theirs != null && !theirs.equals(refused) && theirs.isGoodAt(patience.now())) {
                notes = seen;
                return theirs;
            }
            if (refused != null && seen.isDoubtedAt(patience.now())) {
                notes = seen;
                return refused;
            }
            return fetched(held, seen.withToken(null), patience, source);
        }
    }

    private Token fetched(TokenFile.Held held, TokenNotes seen, Patience patience, Source source) throws IOException {
        Instant now = patience.now();
        Instant free = seen.freeAt(now);
        if (now.isBefore(free)) {
            patience.notices()
                    .accept("Waiting " + Timespan.text(Duration.between(now, free))
                            + " for an access token: the service gives out ten a minute.");
            patience.until(free);
        }
        // Before it is sent: a process that is killed meanwhile has asked all the same.
        notes = seen.askedAt(patience.now());
        held.write(notes);
        try {
            Token token = source.fetch();
            notes = notes.withToken(token);
            return token;
        } finally {
            notes = notes.answeredAt(patience.now());
            held.write(notes);
        }
    }

    /** A renewed token was refused as well. */
    public synchronized void renewalDidNotHelp(Patience patience) throws IOException {
        try (TokenFile.Held held = hold(patience)) {
            notes = held.read(notes).doubtedUntil(patience.now().plus(DOUBT));
            held.write(notes);
        }
    }

    /**
     * Forgets the tokens of this process and of the files.
     *
     * @param revoke tells the service, or throws {@link ApiException}
     */
    public synchronized Logout emptied(Consumer<Secret> revoke, Clock clock) {
        Set<Secret> tokens = new LinkedHashSet<>();
        add(tokens, notes, clock);
        notes = notes.withToken(null);
        List<String> problems = new ArrayList<>();
        if (file != null) {
            file.removeAll(left -> add(tokens, left, clock), problems::add);
        }
        int revoked = 0;
        List<ApiException> failures = new ArrayList<>();
        for (Secret token : tokens) {
            try {
                revoke.accept(token);
                revoked++;
            } catch (ApiException e) {
                failures.add(e);
            }
        }
        return new Logout(true, revoked, failures, problems);
    }

    private static void add(Set<Secret> tokens, TokenNotes notes, Clock clock) {
        Token token = notes.token();
        if (token != null && token.isGoodAt(clock.instant())) {
            tokens.add(token.value());
        }
    }

    private TokenFile.Held hold(Patience patience) throws IOException {
        return file == null ? TokenFile.NOWHERE : file.hold(patience);
    }
}
