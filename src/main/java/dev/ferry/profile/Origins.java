package dev.ferry.profile;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a {@link Profile} comes from.
 *
 * @param chosenBy what chose it: an option, a variable, the settings file, or the environment alone
 * @param file the settings file, whether it exists or not
 * @param source the parts of the source; null when there is none
 * @param target the parts of the target; null when there is none
 */
public record Origins(
        String chosenBy,
        Path file,
        @Nullable Origin source,
        @Nullable Origin target) {}
