package dev.ferry.guard;

import dev.ferry.profile.Profile;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns the mode of a session. Whoever lets changes leave for a profile that is production, or that starts by refusing them, types its
 * name, or has given it with {@code --confirm}.
 */
public final class Lock {
    private final Profile profile;
    private final SessionMode mode;
    private final Supplier<Confirmation> confirmation;

    /** @param confirmation whom to ask, asked for each time */
    public Lock(Profile profile, SessionMode mode, Supplier<Confirmation> confirmation) {
        this.profile = profile;
        this.mode = mode;
        this.confirmation = confirmation;
    }

    /** Whether the name of this profile has to be typed, or given, before changes leave. */
    public static boolean asksFor(Profile profile) {
        return profile.readOnly() || Profile.isProduction(profile.environment());
    }

    /** Refuses changes from now on. */
    public void lock() {
        mode.lock();
    }

    /**
     * Lets changes leave. Whoever only shortens the time for which they may leave already is not asked.
     *
     * @param time for how long; null for as long as the session lasts
     * @throws RefusedException when the profile's name was not typed, or there is nobody to ask
     */
    public void unlock(@Nullable Duration time) {
        boolean severe = asksFor(profile);
        String question =
                "Changes will be real" + (profile.environment() == null ? "" : " in " + profile.environment()) + ".";
        if (severe && !mode.isWritableFor(time) && !confirmation.get().askForName(question, profile.name())) {
            throw new RefusedException((mode.now() == Mode.WRITABLE ? "Not prolonged" : "Still read-only")
                    + ": the name of the profile was not typed.");
        }
        if (time == null) {
            mode.unlock();
        } else {
            mode.unlock(time);
        }
    }
}
