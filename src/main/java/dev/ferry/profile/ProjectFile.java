package dev.ferry.profile;

import dev.ferry.profile.Key.Scope;
import dev.ferry.profile.toml.TomlException;
import dev.ferry.profile.toml.TomlText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code ferry.toml} of a folder of runbooks: what those who share the folder agree on. It comes from others, so it can make a
 * session stricter and never laxer, and says nothing of where credentials go, what they are, or what is run.
 *
 * @param file where it is
 * @param said what it says, where it says it
 */
record ProjectFile(Path file, Map<Key, Value> said) {
    static final String NAME = "ferry.toml";

    private static final List<String> KNOWN =
            Key.of(Scope.PROJECT).stream().map(Key::word).toList();

    /** Tables of the settings file that somebody might look for here. */
    private static final List<String> TABLES = List.of("profiles", "source", "target");

    /**
     * The one of a folder, or of the nearest folder above it that has one, up to the home folder or to a folder with {@code .git}. Where
     * neither is above, only the folder itself counts: what lies in {@code /tmp} may be anybody's.
     *
     * @throws SettingsException when it cannot be read, or says what it may not
     */
    static Optional<ProjectFile> of(Path folder, Environment environment) {
        Path start = folder.toAbsolutePath().normalize();
        Path last = last(start, environment.get("HOME"));
        for (Path each = start; each != null; each = each.getParent()) {
            Path file = each.resolve(NAME);
            if (Files.isRegularFile(file)) {
                return Optional.of(read(file));
            }
            if (each.equals(last)) {
                break;
            }
        }
        return Optional.empty();
    }

    private static Path last(Path start, @Nullable String home) {
        Path homeFolder = home == null ? null : Path.of(home).toAbsolutePath().normalize();
        for (Path each = start; each != null; each = each.getParent()) {
            if (each.equals(homeFolder) || Files.exists(each.resolve(".git"))) {
                return each;
            }
        }
        return start;
    }

    private static ProjectFile read(Path file) {
        try {
            return parse(file, TomlText.parse(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (TomlException e) {
            throw SettingsFile.notToml(file, e);
        } catch (IOException e) {
            throw SettingsFile.unreadable("", file, e);
        }
    }

    private static ProjectFile parse(Path file, TomlText text) {
        Table top = Table.top(file, text);
        for (String name : top.names()) {
            String reason = KNOWN.contains(name) ? null : reason(name);
            if (reason != null) {
                throw new SettingsException(top.where(name, false) + " does not belong into a project file: " + reason
                        + "; write it into your profile.");
            }
        }
        top.check(KNOWN);
        Map<Key, Value> said = top.said(Key.of(Scope.PROJECT));
        said.forEach((key, value) -> {
            if (!key.strictest().isEmpty() && !key.strictest().equals(value.text())) {
                throw new SettingsException(top.where(key.word(), true) + " can only be \"" + key.strictest()
                        + "\" in a project file: a file from somebody else must not make anything laxer; say "
                        + value.text() + " in your profile.");
            }
        });
        return new ProjectFile(file, said);
    }

    /** Why something of the settings file may not stand here; null for what is not of the settings file either. */
    private static @Nullable String reason(String name) {
        boolean known = Key.of(Scope.SIDE).stream().anyMatch(key -> key.word().equals(name));
        if (known && name.endsWith("_command")) {
            return "whoever shares it could run a command on your machine";
        }
        if (known && (name.startsWith("private_key") || name.startsWith("client_secret"))) {
            return "a file that is shared is no place for a secret, nor for where yours is";
        }
        return known || TABLES.contains(name) ? "whoever shares it could lead your credentials elsewhere" : null;
    }

    /** What it prefers, without what it only chooses or checks. */
    Preferences preferences() {
        return new Preferences(said).without(Key.PROFILE).without(Key.ENVIRONMENT);
    }

    /**
     * Holds the profile against the environment that these runbooks are for.
     *
     * @throws SettingsException when it is another
     */
    void check(String profile, @Nullable String environment) {
        Value wanted = said.get(Key.ENVIRONMENT);
        if (wanted != null && !wanted.text().equalsIgnoreCase(environment)) {
            throw new SettingsException(
                    wanted.origin() + ", is for the environment " + wanted.text() + ", and the profile "
                            + profile + (environment == null ? " names none" : " is " + environment)
                            + "; choose another profile with --profile.");
        }
    }
}
