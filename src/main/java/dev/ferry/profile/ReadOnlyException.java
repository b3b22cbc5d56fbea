package dev.ferry.profile;

import dev.ferry.output.ShellWord;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * A folder or file was not written, because its owner has made it read-only. What counts is what the owner set, not what the system lets the
 * user do: root may write everywhere.
 */
final class ReadOnlyException extends FileSystemException {
    private static final long serialVersionUID = 1L;

    private ReadOnlyException(Path path, String kind, String command) {
        super(
                path.toString(),
                null,
                "the " + kind + " " + path + " is read-only; to let Ferry write to it, run: " + command);
    }

    static ReadOnlyException folder(Path folder) {
        return new ReadOnlyException(folder, "folder", "chmod u+rwx " + ShellWord.of(folder.toString()));
    }

    static ReadOnlyException file(Path file) {
        return new ReadOnlyException(file, "file", "chmod u+rw " + ShellWord.of(file.toString()));
    }
}
