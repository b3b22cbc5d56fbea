package dev.ferry.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Writes a file whole or not at all: beside it first, then in its place. Whatever ends the writing early leaves what was
 * there as it was. A device or a pipe is written to directly.
 */
public final class WholeFile {
    private final FileTarget target;

    private WholeFile(FileTarget target) {
        this.target = target;
    }

    /**
     * Writes what {@code text} hands over.
     *
     * @throws OutputException saying why the file cannot be written
     */
    public static void write(FileTarget target, Consumer<Consumer<String>> text) {
        new WholeFile(target).write(text);
    }

    private void write(Consumer<Consumer<String>> text) {
        try {
            Path file = target.path().toAbsolutePath();
            if (Files.isDirectory(file)) {
                throw new OutputException("'" + target.path() + "' is a folder: name a file in it.");
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                writeTo(new FileOutputStream(file.toFile()), text);
                return;
            }
            Path folder = Objects.requireNonNullElse(file.getParent(), file);
            if (!Files.isDirectory(folder)) {
                throw new OutputException(
                        "There is no folder '" + folder + "' for '" + target.path() + "': make it first.");
            }
            // A link stays one, and what it points to is written.
            replace(Files.exists(file) ? file.toRealPath() : file, text);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private void replace(Path file, Consumer<Consumer<String>> text) throws IOException {
        boolean there = Files.exists(file);
        if (there && !target.overwrite() && !target.append()) {
            throw new OutputException("'" + target.path()
                    + "' is there already: `overwrite: true` replaces it, `append: true` adds to it.");
        }
        if (there && !Files.isWritable(file)) {
            throw new AccessDeniedException(file.toString());
        }
        Path beside = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            if (there) {
                // With its rights; what is in it goes when it is written anew.
                Files.copy(file, beside, StandardCopyOption.COPY_ATTRIBUTES);
            } else {
                // Unlike the stream below, this tells why it may not be made.
                Files.createFile(beside);
            }
            writeTo(new FileOutputStream(beside.toFile(), target.append()), text);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private void writeTo(FileOutputStream file, Consumer<Consumer<String>> text) throws IOException {
        try (file;
                OutputStream out = new BufferedOutputStream(file)) {
            text.accept(part -> {
                try {
                    out.write(part.getBytes(UTF_8));
                } catch (IOException e) {
                    throw failure(e);
                }
            });
            out.flush();
            if (Files.isRegularFile(target.path()) || !Files.exists(target.path())) {
                file.getFD().sync();
            }
        }
    }

    private OutputException failure(IOException e) {
        return new OutputException(
                "Cannot write '" + target.path() + "': " + FileReason.of(e) + ". What was there is unchanged.", e);
    }
}
