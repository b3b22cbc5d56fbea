package dev.ferry.profile;

import dev.ferry.profile.Login.Kind;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one place (the settings file, or the environment) says about a side; two of them laid over each other make the side.
 *
 * @param said everything but who is calling; an address is in its one way to be written, a file is absolute
 */
record PartialSide(
        Map<Key, Value> said,
        @Nullable PartialLogin apiKey,
        @Nullable PartialLogin serviceAccount) {

    /**
     * One or both halves of a credential.
     *
     * @param idName how that place calls the half that may be shown, for messages
     * @param secretName how it calls the other one
     * @param saidOfId the keys of the one half; empty when it is not given
     * @param saidOfSecret the keys of the other half, without the secret itself
     */
    record PartialLogin(
            Kind kind,
            @Nullable String id,
            @Nullable SecretSource secret,
            String idName,
            String secretName,
            Map<Key, Value> saidOfId,
            Map<Key, Value> saidOfSecret) {
        /** A secret by itself completes what the place below knows; a public half by itself never borrows another key's secret. */
        Login over(@Nullable PartialLogin below) {
            String known = id == null && below != null ? below.id : id;
            if (known == null || (id == null && known.isEmpty())) {
                return half(secretName, idName);
            }
            return secret == null ? half(idName, secretName) : new Login(kind, known, secret);
        }

        boolean complete() {
            return id != null && secret != null;
        }

        private Login half(String present, String absent) {
            return new Login(
                    kind,
                    id == null ? "" : id,
                    new SecretSource.Missing(present + " is set but " + absent + " is not; set both."));
        }
    }

    /** The side that results when this place has the last word, or null when neither place has credentials. */
    @Nullable
    Side over(@Nullable PartialSide below) {
        PartialLogin mine = login();
        PartialLogin other = below == null ? null : below.login();
        Login login = mine != null
                ? mine.over(below == null ? null : below.login(mine.kind()))
                : other != null ? other.over(null) : null;
        if (login == null) {
            return null;
        }
        Map<Key, Value> all = plain(below);
        String url = text(all, Key.BASE_URL);
        String caFile = text(all, Key.CA_FILE);
        return new Side(
                URI.create(url != null ? url : Key.BASE_URL.usual()),
                login,
                new Network(caFile == null ? null : Path.of(caFile), text(all, Key.PROXY), text(all, Key.NO_PROXY)),
                new Side.Home(text(all, Key.ORGANIZATION), text(all, Key.PROJECT)));
    }

    /** Every key that counts for the side that {@link #over} makes, and who said it, without secrets; null where that makes none. */
    @Nullable
    Map<Key, Value> origins(@Nullable PartialSide below) {
        if (over(below) == null) {
            return null;
        }
        Map<Key, Value> all = plain(below);
        all.putIfAbsent(Key.BASE_URL, new Value(Key.BASE_URL.usual(), Value.USUAL));
        PartialLogin mine = login();
        PartialLogin other = below == null ? null : mine == null ? below.login() : below.login(mine.kind());
        if (mine != null) {
            if (other != null && mine.id() == null) {
                all.putAll(other.saidOfId);
            }
            all.putAll(mine.saidOfId);
            all.putAll(mine.saidOfSecret);
        } else if (other != null) {
            all.putAll(other.saidOfId);
            all.putAll(other.saidOfSecret);
        }
        return all;
    }

    private Map<Key, Value> plain(@Nullable PartialSide below) {
        Map<Key, Value> all = new EnumMap<>(Key.class);
        if (below != null) {
            all.putAll(below.said);
        }
        all.putAll(said);
        return all;
    }

    private static @Nullable String text(Map<Key, Value> all, Key key) {
        Value value = all.get(key);
        return value == null ? null : value.text();
    }

    /** The credentials that count: a whole one before a half one, a service account before an API key. */
    private @Nullable PartialLogin login() {
        if (serviceAccount != null && (serviceAccount.complete() || apiKey == null || !apiKey.complete())) {
            return serviceAccount;
        }
        return apiKey;
    }

    private @Nullable PartialLogin login(Kind kind) {
        return kind == Kind.API_KEY ? apiKey : serviceAccount;
    }
}
