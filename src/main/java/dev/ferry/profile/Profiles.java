package dev.ferry.profile;

import dev.ferry.output.Suggestion;
import dev.ferry.profile.SettingsFile.Settings;
import dev.ferry.profile.SettingsFile.Stored;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The profiles of the settings file, and the one a command runs with.
 *
 * <p>What counts, first to last: the option on the command line, the environment, the profile, the default. {@code FERRY_PROFILE}
 * chooses a profile; {@code MCLI_*} and {@code MONGODB_ATLAS_*} then have the last word on the source and on the target, each by
 * itself, and are enough without any file. The file is read anew by each method, so it may be edited beside a running session.
 */
public final class Profiles {
    /** The name of the profile that the environment alone makes. */
    public static final String FROM_ENVIRONMENT = "environment";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

    private final Environment environment;
    private final SettingsFile file;

    private Profiles(Environment environment, SettingsFile file) {
        this.environment = environment;
        this.file = file;
    }

    /** The profiles of an environment, in the settings file that it leads to. */
    public static Profiles of(Environment environment) {
        return of(environment, Folders.of(environment));
    }

    /** The same with the settings file in other folders. */
    public static Profiles of(Environment environment, Folders folders) {
        return new Profiles(environment, new SettingsFile(folders.config().resolve("config.toml"), environment));
    }

    /** The settings file, whether it exists or not. */
    public Path file() {
        return file.path();
    }

    /**
     * All profiles of the file in its order, without what the environment says.
     *
     * @throws SettingsException if the file cannot be read or understood
     */
    public List<Profile> list() {
        return file.read().profiles().values().stream().map(Stored::profile).toList();
    }

    /** The profile of that name, as the file has it. */
    public Optional<Profile> find(String name) {
        return Optional.ofNullable(file.read().profiles().get(name)).map(Stored::profile);
    }

    /** The name of the profile that commands run with when nothing else is said: the chosen one, or the only one. */
    public Optional<String> current() {
        return Optional.ofNullable(file.read().chosen());
    }

    /**
     * The profile to run with.
     *
     * @param option the name given on the command line, or null
     * @return empty when there is neither a profile nor anything in the environment
     * @throws SettingsException if the name is unknown, or the file or a variable cannot be used
     */
    public Optional<Profile> resolve(@Nullable String option) {
        Settings settings = file.read();
        PartialSide source = EnvironmentSides.source(environment);
        PartialSide target = EnvironmentSides.target(environment);
        String fromVariable = environment.get("FERRY_PROFILE");
        String name = option != null ? option : fromVariable != null ? fromVariable : settings.chosen();
        if (name != null && name.isBlank()) {
            // An unset variable of a script: it has to be said before it reads as some profile.
            throw new SettingsException((option != null ? "--profile" : "FERRY_PROFILE")
                    + " is empty; give the name of a profile, or leave it out.");
        }
        if (name != null) {
            String where =
                    option != null ? "" : fromVariable != null ? " (from FERRY_PROFILE)" : " (current in the file)";
            Stored stored = require(settings, name, where);
            Profile own = stored.profile();
            return Optional.of(new Profile(
                    name,
                    own.environment(),
                    own.readOnly(),
                    source.over(stored.source()),
                    target.over(stored.target()),
                    Preferences.of(environment).over(own.preferences())));
        }
        Side sourceSide = source.over(null);
        Side targetSide = target.over(null);
        if (sourceSide == null && targetSide == null) {
            return Optional.empty();
        }
        return Optional.of(new Profile(
                FROM_ENVIRONMENT,
                null,
                false,
                sourceSide,
                targetSide,
                Preferences.of(environment).over(settings.usual())));
    }

    /**
     * Where the profile that {@link #resolve} finds comes from.
     *
     * @param option the name given on the command line, or null
     * @throws SettingsException as {@link #resolve}
     */
    public Origins origins(@Nullable String option) {
        Settings settings = file.read();
        String fromVariable = environment.get("FERRY_PROFILE");
        String name = option != null ? option : fromVariable != null ? fromVariable : settings.chosen();
        String chosenBy = option != null
                ? "--profile"
                : fromVariable != null
                        ? "FERRY_PROFILE"
                        : name == null
                                ? "the environment alone"
                                : name.equals(settings.current())
                                        ? "current in " + file.path()
                                        : "the only one in " + file.path();
        Stored stored = name == null ? null : require(settings, name, "");
        return new Origins(
                chosenBy,
                file.path(),
                EnvironmentSides.source(environment).origin(stored == null ? null : stored.source()),
                EnvironmentSides.target(environment).origin(stored == null ? null : stored.target()));
    }

    /**
     * Writes a new profile into the file; the first one becomes the current one.
     *
     * @throws SettingsException if there is one of that name, or the file cannot be written
     */
    public void add(Profile profile) {
        if (!NAME.matcher(profile.name()).matches()) {
            throw new SettingsException("A profile cannot be named " + profile.name()
                    + "; use letters, digits, '-', '_' and '.', beginning with a letter or digit.");
        }
        Settings settings = file.read();
        if (settings.profiles().containsKey(profile.name())) {
            throw new SettingsException("There is a profile " + profile.name() + " in " + file.path()
                    + "; choose another name, or remove it with 'ferry profile remove " + profile.name() + "'.");
        }
        boolean first = settings.profiles().isEmpty();
        file.edit(
                text -> {
                    SettingsText added = text.add(profile);
                    return first ? added.use(profile.name()) : added;
                },
                after -> after.profiles().containsKey(profile.name()));
    }

    /**
     * Makes a profile the current one.
     *
     * @throws SettingsException if there is none of that name, or the file cannot be written
     */
    public void use(String name) {
        require(file.read(), name, "");
        file.edit(text -> text.use(name), after -> name.equals(after.current()));
    }

    /**
     * Takes a profile out of the file, with the secrets that stand in it.
     *
     * @throws SettingsException if there is none of that name, or the file cannot be written
     */
    public void remove(String name) {
        Settings before = file.read();
        require(before, name, "");
        List<String> rest = new ArrayList<>(before.profiles().keySet());
        rest.remove(name);
        file.edit(
                text -> {
                    SettingsText without = text.remove(name);
                    return name.equals(before.current()) ? without.useNone() : without;
                },
                after -> List.copyOf(after.profiles().keySet()).equals(rest));
    }

    private Stored require(Settings settings, String name, String where) {
        Map<String, Stored> profiles = settings.profiles();
        Stored stored = profiles.get(name);
        if (stored != null) {
            return stored;
        }
        String advice = Suggestion.nearest(name, profiles.keySet())
                .map(near -> "did you mean '" + near + "'?")
                .orElse("add it with 'ferry profile add " + name + "'.");
        throw new SettingsException("There is no profile " + name + where + " in " + file.path() + "; " + advice);
    }
}
