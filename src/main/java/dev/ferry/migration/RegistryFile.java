package dev.ferry.migration;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ferry.api.Sleeper;
import dev.ferry.migration.MigrationsText.Unusable;
import dev.ferry.output.FileReason;
import dev.ferry.profile.Folders;
import dev.ferry.profile.Uninterrupted;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The file of remembered migrations that all processes of this user share: for the owner alone, written whole and then renamed, and
 * changed only by whoever holds the lock beside it. What cannot be understood is left as it is and never written over.
 */
final class RegistryFile {
    private static final long LARGEST = 64L * 1024 * 1024;
    private static final Duration PAUSE = Duration.ofMillis(10);

    /** Whoever has the lock reads and writes one small file. */
    private static final int ATTEMPTS = 1_000;

    /** A lock of the system is one for the whole process, and is gone when any of its channels closes. */
    private static final Object IN_PROCESS = new Object();

    private final Path file;
    private final MigrationsText text = new MigrationsText();

    RegistryFile(Path file) {
        this.file = file;
    }

    Path path() {
        return file;
    }

    /** @throws MigrationsException when it cannot be read or understood */
    List<Remembered> read() {
        return undisturbed(this::content, "read");
    }

    /**
     * Replaces what is in it.
     *
     * @param now whether it has to be on the disk when this returns
     * @throws MigrationsException when that cannot be done; it is as it was then
     */
    void change(UnaryOperator<List<Remembered>> change, boolean now) {
        undisturbed(
                () -> held(() -> {
                    List<Remembered> before = content();
                    List<Remembered> after = change.apply(before);
                    if (!after.equals(before)) {
                        write(text.of(after), now);
                    }
                    return after;
                }),
                "written");
    }

    /**
     * Finds out whether it can be changed, by writing what is in it.
     *
     * @throws MigrationsException when it cannot
     */
    void checkWritable() {
        undisturbed(
                () -> held(() -> {
                    List<Remembered> all = content();
                    write(text.of(all), true);
                    return all;
                }),
                "written");
    }

    private <T> T held(Uninterrupted.Work<T, Unusable> work) throws IOException, Unusable {
        synchronized (IN_PROCESS) {
            Path folder = Folders.make(
                    Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file in the root folder"));
            Path lockFile = Folders.makeFile(folder.resolve(file.getFileName() + ".lock"));
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
                lock(channel);
                return work.get();
            }
        }
    }

    private void write(String content, boolean now) throws IOException {
        if (now) {
            Folders.write(file, content);
        } else {
            Folders.writeSoon(file, content);
        }
    }

    private void lock(FileChannel channel) throws IOException {
        for (int i = 0; i < ATTEMPTS; i++) {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return;
            }
            try {
                Sleeper.REAL.sleep(PAUSE);
            } catch (InterruptedException e) {
                throw (IOException) new ClosedByInterruptException().initCause(e);
            }
        }
        throw new IOException("another process does not let go of it");
    }

    private List<Remembered> content() throws IOException, Unusable {
        try {
            if (Files.size(file) > LARGEST) {
                throw new Unusable("it is too large for one");
            }
            return text.read(Files.readString(file, UTF_8));
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (CharacterCodingException e) {
            throw new Unusable("it is no text");
        }
    }

    /** Does it to its end. */
    private <T> T undisturbed(Uninterrupted.Work<T, Unusable> work, String verb) {
        try {
            return Uninterrupted.get(work);
        } catch (Unusable e) {
            throw new MigrationsException(
                    "The live migrations in " + file + " cannot be " + verb + ", because " + e.getMessage()
                            + ". The file was left as it is; mend it, or move it to another place.",
                    e);
        } catch (IOException e) {
            throw failure(e, verb);
        }
    }

    private MigrationsException failure(IOException e, String verb) {
        return new MigrationsException(
                "The live migrations in " + file + " cannot be " + verb + " (" + FileReason.of(e)
                        + "). The file was left as it is.",
                e);
    }
}
