package dev.ferry.api.login;

import dev.ferry.api.failure.ApiException;
import java.util.List;

/**
 * What became of the access tokens of an account that was logged out.
 *
 * @param hasTokens whether the credentials are of the kind that has tokens; an API key has none
 * @param revoked how many tokens the service has made invalid
 * @param failures for each token that it did not: why; such a token is forgotten here, and ends within an hour
 * @param left what could not be forgotten: files that cannot be removed
 */
public record Logout(boolean hasTokens, int revoked, List<ApiException> failures, List<String> left) {
    /** What comes of it with credentials that know no tokens. */
    public static final Logout NOTHING = new Logout(false, 0, List.of(), List.of());

    /** Keeps lists that nobody changes any more. */
    public Logout {
        failures = List.copyOf(failures);
        left = List.copyOf(left);
    }
}
