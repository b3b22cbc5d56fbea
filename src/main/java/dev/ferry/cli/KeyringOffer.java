package dev.ferry.cli;

import dev.ferry.profile.Login;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Profiles;
import dev.ferry.profile.SecretSource;
import dev.ferry.profile.SettingsException;
import dev.ferry.profile.Side;
import dev.ferry.profile.keyring.Keyring;
import dev.ferry.profile.keyring.KeyringException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the secrets of a new profile into the system's keyring, where that is wanted and works; else they go into the settings file. */
final class KeyringOffer {
    private final CommandLineInterface ferry;
    private final boolean wanted;
    private final List<String> stored = new ArrayList<>();

    KeyringOffer(CommandLineInterface ferry, boolean wanted) {
        this.ferry = ferry;
        this.wanted = wanted;
    }

    /**
     * Adds the profile. What the keyring was given for it goes again when it cannot be added.
     *
     * @throws SettingsException as {@link Profiles#add}
     */
    void add(Profile profile, Profiles profiles) {
        profiles.checkFree(profile.name());
        Profile kept = kept(profile);
        try {
            profiles.add(kept);
        } catch (SettingsException e) {
            stored.forEach(this::forget);
            throw e;
        }
    }

    private void forget(String name) {
        try {
            ferry.environment().keyring().forget(name);
        } catch (KeyringException e) {
            ferry.streams()
                    .err()
                    .println("The keyring may still have the secret " + name + ": " + e.getMessage() + ".");
        }
    }

    /** The profile with names in the place of what the keyring keeps now. */
    private Profile kept(Profile profile) {
        return !wanted
                ? profile
                : profile.withSides(
                        side(profile.name() + "/source", profile.source()),
                        side(profile.name() + "/target", profile.target()));
    }

    private @Nullable Side side(String name, @Nullable Side side) {
        if (side == null || !(side.login().secret() instanceof SecretSource.Literal literal)) {
            return side;
        }
        Keyring keyring = ferry.environment().keyring();
        try {
            keyring.store(name, literal.secret());
            stored.add(name);
        } catch (KeyringException e) {
            ferry.streams()
                    .err()
                    .println(
                            "The secret goes into the settings file, which only you can read: " + e.getMessage() + ".");
            return side;
        }
        Login login = side.login();
        return new Side(
                side.baseUrl(),
                new Login(login.kind(), login.id(), new SecretSource.InKeyring(name, name)),
                side.network(),
                side.home());
    }
}
