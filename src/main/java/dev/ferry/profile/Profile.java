package dev.ferry.profile;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom a session works for: a name, the environment word of the prompt, and the two sides.
 *
 * @param name the name in the settings file, or what stands for it when there is no file
 * @param environment the word the prompt shows, as {@code PROD}, {@code TEST} or {@code SANDBOX}; null shows none
 * @param readOnly whether a session starts by refusing changes
 * @param source Cloud Manager or Ops Manager, or null when nothing is known of it
 * @param target Atlas, or null when nothing is known of it
 * @param preferences how its owner wants to work
 */
public record Profile(
        String name,
        @Nullable String environment,
        boolean readOnly,
        @Nullable Side source,
        @Nullable Side target,
        Preferences preferences) {
    private static final Set<String> PRODUCTION = Set.of("PROD", "PRODUCTION");

    /** One whose owner wants nothing unusual. */
    public Profile(
            String name, @Nullable String environment, boolean readOnly, @Nullable Side source, @Nullable Side target) {
        this(name, environment, readOnly, source, target, Preferences.USUAL);
    }

    /** Ids of the organizations and projects that its owner usually means. */
    public Set<String> usualIds() {
        return Stream.of(source, target)
                .flatMap(Stream::ofNullable)
                .map(Side::home)
                .flatMap(home -> Stream.of(home.organization(), home.project()))
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same under another name. */
    public Profile named(String other) {
        return new Profile(other, environment, readOnly, source, target, preferences);
    }

    /** The same with other sides. */
    public Profile withSides(@Nullable Side otherSource, @Nullable Side otherTarget) {
        return new Profile(name, environment, readOnly, otherSource, otherTarget, preferences);
    }

    /** Whether a profile with this word starts read-only when nothing else is said. */
    public static boolean isProduction(@Nullable String environment) {
        return environment != null && PRODUCTION.contains(environment.toUpperCase(Locale.ROOT));
    }
}
