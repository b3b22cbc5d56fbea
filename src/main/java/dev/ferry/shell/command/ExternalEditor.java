package dev.ferry.shell.command;

import dev.ferry.output.Streams;
import dev.ferry.profile.ChildVariables;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The user's own editor, as other tools start it: {@code $VISUAL}, else {@code $EDITOR}, else {@code vi}. */
public record ExternalEditor(Streams streams) {
    private static final int NOT_FOUND = 127;

    /**
     * Lets a person edit a file and waits until the editor has ended.
     *
     * @throws CommandException when there is no editor, or it says that nothing shall come of it
     */
    public void edit(Path file) throws IOException, InterruptedException {
        String command = Stream.of("VISUAL", "EDITOR")
                .map(streams::variable)
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("vi");
        // Through a shell, since people write options into the variable.
        ProcessBuilder builder = new ProcessBuilder(List.of(
                "sh", "-c", command + " \"$1\"", command, file.toAbsolutePath().toString()));
        builder.redirectInput(Redirect.INHERIT).redirectOutput(Redirect.INHERIT).redirectError(Redirect.INHERIT);
        ChildVariables.withoutSecrets(builder.environment());
        Process process = builder.start();
        int code;
        try {
            code = process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            throw e;
        }
        if (code == NOT_FOUND) {
            throw new CommandException("There is no editor '" + command + "' here: say in $EDITOR which one to take.");
        }
        if (code != 0) {
            throw new CommandException("The editor ended with code " + code + ": nothing was taken over.");
        }
    }

    /**
     * Lets a person edit a text in a file for their eyes only, which is gone afterwards, with whatever the editor put beside it.
     *
     * @throws CommandException as {@link #edit(Path)} does
     */
    public String edit(String text) throws IOException, InterruptedException {
        // The folder is for its owner alone, so the editor's own copies are too.
        Path folder = Files.createTempDirectory("ferry-edit");
        try {
            Path file = folder.resolve("line.groovy");
            Files.createFile(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(file, text + "\n");
            edit(file);
            return Files.readString(file).stripTrailing();
        } finally {
            try (Stream<Path> left = Files.walk(folder)) {
                for (Path each : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
    }
}
