package dev.ferry.output;

import java.nio.file.Path;

/**
 * A file that takes what would be printed.
 *
 * @param path where it is; its folder has to be there
 * @param overwrite whether a file that is there already may be replaced
 * @param append whether it is added to a file that is there already
 */
public record FileTarget(Path path, boolean overwrite, boolean append) {
    /** @throws OutputException when both are wanted of a file that is there */
    public FileTarget {
        if (overwrite && append) {
            throw new OutputException("`overwrite` and `append` exclude each other: say one of them.");
        }
    }
}
