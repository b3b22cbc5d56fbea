package dev.ferry.profile;

import dev.ferry.output.FileReason;
import dev.ferry.profile.toml.TomlException;
import dev.ferry.profile.toml.TomlText;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@code config.toml}. What is in it is {@link SettingsReader}'s business. */
final class SettingsFile {
    private final Path path;
    private final Environment environment;

    SettingsFile(Path path, Environment environment) {
        this.path = path;
        this.environment = environment;
    }

    /**
     * What the file says.
     *
     * @param current the profile it names as current, or null
     * @param usual what counts for every profile that says nothing else
     */
    record Settings(@Nullable Value current, Map<String, Stored> profiles, Preferences usual) {
        Settings {
            profiles = Collections.unmodifiableMap(new LinkedHashMap<>(profiles));
        }

        /** The current profile, or else the only one, or null. */
        @Nullable
        String chosen() {
            return current != null || profiles.size() != 1
                    ? current == null ? null : current.text()
                    : profiles.keySet().iterator().next();
        }
    }

    /** A profile as the file has it, and its sides as far as the file knows them. */
    record Stored(
            Profile profile,
            @Nullable PartialSide source,
            @Nullable PartialSide target) {}

    Path path() {
        return path;
    }

    /** An absent file is one without profiles. */
    Settings read() {
        return parse(text());
    }

    /** Changes the file, if what comes out is what was wanted; a file written in an unusual way is better left alone. */
    void edit(UnaryOperator<SettingsText> change, Predicate<Settings> wanted) {
        String after = change.apply(SettingsText.of(text())).toString();
        boolean good;
        try {
            good = wanted.test(parse(after));
        } catch (SettingsException e) {
            good = false;
        }
        if (!good) {
            throw new SettingsException(
                    path + " is written in a way that Ferry does not change by itself, such as one table in "
                            + "several places; change it in an editor.");
        }
        try {
            Folders.write(path, after);
        } catch (ReadOnlyException e) {
            throw new SettingsException("Cannot write " + path + ": " + e.getReason(), e);
        } catch (IOException e) {
            throw new SettingsException(
                    "Cannot write " + path + " (" + FileReason.of(e) + "); make its folder writable.", e);
        }
    }

    private String text() {
        Permissions.unchanged(path);
        try {
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw unreadable("the settings in ", path, e);
        }
    }

    private Settings parse(String text) {
        if (text.isBlank()) {
            return new Settings(null, Map.of(), Preferences.USUAL);
        }
        try {
            return new SettingsReader(path, environment).settings(TomlText.parse(text));
        } catch (TomlException e) {
            throw notToml(path, e);
        }
    }

    /**
     * The sentence about a file that cannot be read.
     *
     * @param what goes before its name
     */
    static SettingsException unreadable(String what, Path file, IOException e) {
        return new SettingsException(
                "Cannot read " + what + file
                        + (e instanceof CharacterCodingException
                                ? ": it is not text in UTF-8; save it as that."
                                : Files.isDirectory(file)
                                        ? ": it is a folder; move that away."
                                        : " (" + FileReason.of(e) + "); make the file readable."),
                e);
    }

    /** The sentence about a file that is not TOML. */
    static SettingsException notToml(Path file, TomlException e) {
        return new SettingsException(
                file + ", " + e.place() + ", is not valid TOML: " + e.getMessage() + "; correct that line.", e);
    }
}
