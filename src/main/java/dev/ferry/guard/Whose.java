package dev.ferry.guard;

import dev.ferry.profile.Profile;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whom a session works for, in the words of a card.
 *
 * @param profile the profile's name
 * @param environment its environment as a word; empty when it has none
 */
public record Whose(String profile, String environment) {
    private static final String SANDBOX = "SANDBOX";

    /** Those of a profile. */
    public static Whose of(Profile profile) {
        @Nullable String word = profile.environment();
        return new Whose(profile.name(), word == null ? "" : word);
    }

    /** The environment and the profile, as {@code PROD, profile acme}; of a sandbox that nothing is real. */
    String said() {
        if (environment.toUpperCase(Locale.ROOT).equals(SANDBOX)) {
            return "SANDBOX, SIMULATED: nothing is real";
        }
        return environment.isEmpty() ? "none, profile " + profile : environment + ", profile " + profile;
    }
}
