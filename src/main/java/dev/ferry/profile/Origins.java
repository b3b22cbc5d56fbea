package dev.ferry.profile;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a {@link Profile} comes from.
 *
 * @param chosenBy what chose it: an option, a variable, a file, or the environment alone
 * @param file the settings file, whether it exists or not
 * @param project the project file that counts, or null
 * @param source the keys of the source and who said them, without secrets; null when there is none
 * @param target the same of the target
 */
public record Origins(
        String chosenBy,
        Path file,
        @Nullable Path project,
        @Nullable Map<Key, Value> source,
        @Nullable Map<Key, Value> target) {}
