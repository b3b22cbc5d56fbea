package dev.ferry.profile;

import dev.ferry.profile.Login.Kind;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What one place (the settings file, or the environment) says about a side; two of them laid over each other make the side.
 *
 * @param baseUrlName where that place says the address
 * @param caFileName where that place names the file of authorities
 * @param proxy what the profile names as its proxy; the variables for that are no matter of one side
 */
record PartialSide(
        @Nullable URI baseUrl,
        String baseUrlName,
        @Nullable Path caFile,
        String caFileName,
        @Nullable String proxy,
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
        String through = proxy != null ? proxy : below == null ? null : below.proxy;
        return new Side(url != null ? url : DEFAULT_BASE_URL, login, ca, through);
    }

    /** Where each part of the side that {@link #over} makes comes from; null where that makes none. */
    @Nullable
    Origin origin(@Nullable PartialSide below) {
        Side side = over(below);
        if (side == null) {
            return null;
        }
        PartialLogin mine = login();
        PartialLogin other = below == null ? null : below.login();
        PartialLogin same = mine == null || below == null ? null : below.login(mine.kind());
        String id = mine != null && mine.id != null
                ? mine.idName
                : mine != null && same != null ? same.idName : other != null ? other.idName : "nowhere";
        String url = baseUrl != null
                ? baseUrlName
                : below != null && below.baseUrl != null ? below.baseUrlName : "the standard address";
        String ca = caFile != null ? caFileName : below != null && below.caFile != null ? below.caFileName : null;
        return new Origin(url, id, side.login().secret().describe(), ca);
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
