package dev.ferry.profile;

import dev.ferry.output.Suggestion;
import dev.ferry.profile.SettingsFile.Settings;
import dev.ferry.profile.SettingsFile.Stored;
import dev.ferry.profile.keyring.KeyringException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The profiles of the settings file, and the one a command runs with.
 *
 * <p>What counts, first to last: the option on the command line, the environment, the project file, the profile, the default. {@code FERRY_PROFILE}
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

    /** The profile to run with, by its name or null, in the folder that somebody works in; as {@link #profileFor}. */
    public Optional<Profile> resolve(@Nullable String option) {
        return profileFor(Wishes.of(option));
    }

    /**
     * The profile to run with.
     *
     * @return empty when there is neither a profile nor anything in the environment
     * @throws SettingsException if the name is unknown, or a file or a variable cannot be used, or the project is for another environment
     */
    public Optional<Profile> profileFor(Wishes wishes) {
        Settings settings = file.read();
        Optional<ProjectFile> project = ProjectFile.of(wishes.folder(), environment);
        PartialSide source = EnvironmentSides.source(environment);
        PartialSide target = EnvironmentSides.target(environment);
        Choice choice = choice(wishes.profile(), project, settings);
        Stored stored = choice == null ? null : require(settings, choice.name, choice.where);
        Side sourceSide = source.over(stored == null ? null : stored.source());
        Side targetSide = target.over(stored == null ? null : stored.target());
        if (stored == null && sourceSide == null && targetSide == null) {
            return Optional.empty();
        }
        String name = choice == null ? FROM_ENVIRONMENT : choice.name;
        String word = stored == null ? null : stored.profile().environment();
        project.ifPresent(each -> each.check(name, word));
        Preferences own = stored == null ? settings.usual() : stored.profile().preferences();
        Preferences without = layered(own, project);
        return Optional.of(new Profile(
                name,
                word,
                without.of(Key.MODE).text().equals(Key.MODE.strictest()),
                sourceSide,
                targetSide,
                wishes.options().over(without)));
    }

    /**
     * What is preferred where there is no profile, as in a sandbox: by options, variables and the project file.
     *
     * @throws SettingsException if the project file or a variable cannot be used
     */
    public Preferences preferences(Wishes wishes) {
        return wishes.options()
                .over(layered(Preferences.USUAL, ProjectFile.of(wishes.folder(), environment))
                        .without(Key.MODE));
    }

    /**
     * What counts whoever commands work for: what the variables and the top of the settings file say.
     *
     * @throws SettingsException if the settings file or a variable cannot be used
     */
    public Preferences forAll() {
        return Preferences.of(environment).tightening(file.read().usual());
    }

    /** The project file of the folder, if there is one. */
    public Optional<Path> projectFile(Wishes wishes) {
        return ProjectFile.of(wishes.folder(), environment).map(ProjectFile::file);
    }

    private Preferences layered(Preferences own, Optional<ProjectFile> project) {
        return Preferences.of(environment)
                .tightening(
                        project.map(each -> each.preferences().tightening(own)).orElse(own));
    }

    /**
     * Where the profile that {@link #profileFor} finds comes from.
     *
     * @throws SettingsException as {@link #profileFor}
     */
    public Origins origins(Wishes wishes) {
        Settings settings = file.read();
        Optional<ProjectFile> project = ProjectFile.of(wishes.folder(), environment);
        Choice choice = choice(wishes.profile(), project, settings);
        Stored stored = choice == null ? null : require(settings, choice.name, "");
        return new Origins(
                choice == null ? "the environment alone" : choice.by,
                file.path(),
                project.map(ProjectFile::file).orElse(null),
                EnvironmentSides.source(environment).origins(stored == null ? null : stored.source()),
                EnvironmentSides.target(environment).origins(stored == null ? null : stored.target()));
    }

    /**
     * A profile that was chosen.
     *
     * @param by what chose it
     * @param where the same for a sentence about a name that is unknown
     */
    private record Choice(String name, String by, String where) {}

    private @Nullable Choice choice(@Nullable String option, Optional<ProjectFile> project, Settings settings) {
        String fromVariable = environment.get("FERRY_PROFILE");
        Value fromProject = project.map(each -> each.said().get(Key.PROFILE)).orElse(null);
        Value current = settings.current();
        String only = settings.chosen();
        Choice choice = option != null
                ? new Choice(option, "--profile", "")
                : fromVariable != null
                        ? new Choice(fromVariable, "FERRY_PROFILE", " (from FERRY_PROFILE)")
                        : fromProject != null
                                ? new Choice(
                                        fromProject.text(),
                                        fromProject.origin(),
                                        " (from " + fromProject.origin() + ")")
                                : current != null
                                        ? new Choice(
                                                current.text(), "current in " + file.path(), " (current in the file)")
                                        : only != null ? new Choice(only, "the only one in " + file.path(), "") : null;
        if (choice != null && choice.name.isBlank()) {
            // An unset variable of a script: it has to be said before it reads as some profile.
            throw new SettingsException(choice.by + " is empty; give the name of a profile, or leave it out.");
        }
        return choice;
    }

    /**
     * Writes a new profile into the file; the first one becomes the current one.
     *
     * @throws SettingsException if there is one of that name, or the file cannot be written
     */
    public void add(Profile profile) {
        Settings settings = free(profile.name());
        boolean first = settings.profiles().isEmpty();
        file.edit(
                text -> {
                    SettingsText added = text.add(profile);
                    return first ? added.use(profile.name()) : added;
                },
                after -> after.profiles().containsKey(profile.name()));
    }

    /**
     * Sees whether a new profile can have this name, before anything is asked or done for it.
     *
     * @throws SettingsException if it is none, or there is one of that name
     */
    public void checkFree(String name) {
        free(name);
    }

    private Settings free(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new SettingsException("A profile cannot be named " + name
                    + "; use letters, digits, '-', '_' and '.', beginning with a letter or digit.");
        }
        Settings settings = file.read();
        if (settings.profiles().containsKey(name)) {
            throw new SettingsException("There is a profile " + name + " in " + file.path()
                    + "; choose another name, or remove it with 'ferry profile remove " + name + "'.");
        }
        return settings;
    }

    /**
     * Makes a profile the current one.
     *
     * @throws SettingsException if there is none of that name, or the file cannot be written
     */
    public void use(String name) {
        require(file.read(), name, "");
        file.edit(
                text -> text.use(name),
                after -> after.current() != null && name.equals(after.current().text()));
    }

    /**
     * Takes a profile out of the file, with the secrets that stand in it and those of the keyring that no other profile names.
     *
     * @return what is left in the keyring and why, each a sentence
     * @throws SettingsException if there is none of that name, or the file cannot be written
     */
    public List<String> remove(String name) {
        Settings before = file.read();
        require(before, name, "");
        List<String> rest = new ArrayList<>(before.profiles().keySet());
        rest.remove(name);
        file.edit(
                text -> {
                    SettingsText without = text.remove(name);
                    return before.current() != null
                                    && name.equals(before.current().text())
                            ? without.useNone()
                            : without;
                },
                after -> List.copyOf(after.profiles().keySet()).equals(rest));
        Set<String> gone = keptInKeyring(before, List.of(name));
        gone.removeAll(keptInKeyring(before, rest));
        List<String> left = new ArrayList<>();
        for (String secret : gone) {
            try {
                environment.keyring().forget(secret);
            } catch (KeyringException e) {
                left.add("The keyring may still have the secret " + secret + ": " + e.getMessage() + ".");
            }
        }
        return left;
    }

    private static Set<String> keptInKeyring(Settings settings, List<String> names) {
        Set<String> kept = new TreeSet<>();
        for (String name : names) {
            Stored stored = settings.profiles().get(name);
            for (Side side : stored == null ? List.<Side>of() : sides(stored)) {
                if (side.login().secret() instanceof SecretSource.InKeyring secret) {
                    kept.add(secret.name());
                }
            }
        }
        return kept;
    }

    private static List<Side> sides(Stored stored) {
        return Stream.of(stored.profile().source(), stored.profile().target())
                .flatMap(Stream::ofNullable)
                .toList();
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
