package dev.ferry.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jline.reader.Candidate;

/** Completes the name of a file. */
public final class FileNames {
    private FileNames() {}

    /** The files and folders whose path starts with what was typed; a folder ends in a slash, ready for more. */
    public static List<Candidate> complete(String typed) {
        int slash = typed.lastIndexOf('/') + 1;
        String folder = typed.substring(0, slash);
        String start = typed.substring(slash);
        try (Stream<Path> files = Files.list(Words.path(folder.isEmpty() ? "." : folder))) {
            return files.filter(file -> name(file).startsWith(start))
                    .filter(file -> start.startsWith(".") || !name(file).startsWith("."))
                    .sorted()
                    .map(file -> candidate(folder, file))
                    .toList();
        } catch (IOException | InvalidPathException e) {
            // A folder that is not there or closed has nothing to offer, and Tab is no place for complaints.
            return List.of();
        }
    }

    private static Candidate candidate(String folder, Path file) {
        boolean isFolder = Files.isDirectory(file);
        String shown = name(file) + (isFolder ? "/" : "");
        return new Candidate(folder + shown, shown, null, null, null, null, !isFolder);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
