package dev.ferry.profile;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a command line wants.
 *
 * @param profile the name of a profile, or null
 * @param folder where a project file is looked for: the folder of the script, or the one that somebody works in
 * @param options what options say, which have the last word
 */
public record Wishes(@Nullable String profile, Path folder, Preferences options) {
    /** A profile, or null, in the folder that somebody works in. */
    public static Wishes of(@Nullable String profile) {
        return new Wishes(profile, Path.of("").toAbsolutePath(), Preferences.USUAL);
    }
}
