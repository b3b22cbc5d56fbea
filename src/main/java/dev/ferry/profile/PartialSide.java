package dev.ferry.profile;

import dev.ferry.profile.Login.Kind;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What one place (the settings file, or the environment) says about a side; two of them laid over each other make the side. */
record PartialSide(
        @Nullable URI baseUrl,
        @Nullable Path caFile,
        @Nullable PartialLogin apiKey,
        @Nullable PartialLogin serviceAccount) {
    private static final URI DEFAULT_BASE_URL = URI.create(Side.STANDARD_ADDRESS);

    /**
     * One or both halves of a credential.
     *
     * @param idName how that place calls the half that may be shown, for messages
     * @param secretName how it calls the other one
     */
    record PartialLogin(
            Kind kind, @Nullable String id, @Nullable SecretSource secret, String idName, String secretName) {
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
        URI url = baseUrl != null ? baseUrl : below == null ? null : below.baseUrl;
        Path ca = caFile != null ? caFile : below == null ? null : below.caFile;
        return new Side(url != null ? url : DEFAULT_BASE_URL, login, ca);
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
