package dev.ferry.journal;

import dev.ferry.output.FileReason;
import dev.ferry.profile.Folders;
import dev.ferry.profile.Uninterrupted;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One process at a time has a run. The operating system frees it when the process is gone, however it went.
 *
 * <p>Within a process the paths are kept: to open and close the file a second time would free it.
 */
final class RunLock implements AutoCloseable {
    static final String FILE = "lock";
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private RunLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes the run of a folder, which exists.
     *
     * @return empty when somebody else has it
     */
    static synchronized Optional<RunLock> take(Path folder) throws IOException {
        Path path = folder.toAbsolutePath().normalize().resolve(FILE);
        if (!OURS.add(path)) {
            return Optional.empty();
        }
        boolean taken = false;
        try {
            Optional<RunLock> lock = Uninterrupted.get(() -> locked(path));
            taken = lock.isPresent();
            return lock;
        } finally {
            if (!taken) {
                OURS.remove(path);
            }
        }
    }

    /** Whether anybody has it now. */
    static synchronized boolean isTaken(Path folder) {
        Path path = folder.toAbsolutePath().normalize().resolve(FILE);
        if (OURS.contains(path)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        } catch (IOException e) {
            // There is no such file, or it cannot be read: whoever wants to write will meet that himself.
            return false;
        }
    }

    private static Optional<RunLock> locked(Path path) throws IOException {
        FileChannel channel =
                FileChannel.open(Folders.makeFile(path), StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean kept = false;
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(
                    String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            kept = true;
            return Optional.of(new RunLock(path, channel));
        } finally {
            if (!kept) {
                channel.close();
            }
        }
    }

    @Override
    public void close() {
        synchronized (RunLock.class) {
            free();
        }
    }

    private void free() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new JournalException("Cannot free " + path + ": " + FileReason.of(e) + ".", e);
        } finally {
            OURS.remove(path);
        }
    }
}
