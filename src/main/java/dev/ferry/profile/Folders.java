package dev.ferry.profile;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where Ferry keeps things on this machine, by the XDG base directory specification, and how it writes there: folders for the owner
 * alone, files for the owner alone, written whole and then renamed.
 *
 * @param config settings, {@code $XDG_CONFIG_HOME/ferry}
 * @param state history and journal, {@code $XDG_STATE_HOME/ferry}
 * @param cache what can be made again, {@code $XDG_CACHE_HOME/ferry}
 * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG Base Directory Specification</a>
 */
public record Folders(Path config, Path state, Path cache) {
    /** What the owner has to have set, if Ferry is to write there. */
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    /** The folders of an environment. None is made before something is written to it. */
    public static Folders of(Environment environment) {
        return new Folders(
                folder(environment, "XDG_CONFIG_HOME", ".config"),
                folder(environment, "XDG_STATE_HOME", ".local/state"),
                folder(environment, "XDG_CACHE_HOME", ".cache"));
    }

    /**
     * Makes a folder that only its owner can enter, with its parents, and closes an existing one to others.
     *
     * @return the folder
     * @throws IOException when that cannot be done, or the owner has made the folder, or the one it would lie in, read-only
     */
    public static Path make(Path folder) throws IOException {
        writable(nearest(folder));
        boolean posix = posix(folder);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, attributes(posix, FOLDER));
        }
        if (posix && !Files.getPosixFilePermissions(folder).equals(FOLDER)) {
            Files.setPosixFilePermissions(folder, FOLDER);
        }
        return folder;
    }

    /**
     * Makes an empty file that only its owner can read, unless it exists; an existing one is closed to others.
     *
     * @throws IOException when that cannot be done, or the owner has made the file or its folder read-only
     */
    public static Path makeFile(Path file) throws IOException {
        make(parent(file));
        boolean posix = posix(file);
        if (!Files.exists(file)) {
            Files.createFile(file, attributes(posix, FILE));
        }
        writable(file);
        if (posix && !Files.getPosixFilePermissions(file).equals(FILE)) {
            Files.setPosixFilePermissions(file, FILE);
        }
        return file;
    }

    /** Permissions are taken from others here, and never given to Ferry: what the owner has made read-only stays so. */
    private static void writable(Path path) throws IOException {
        if (!posix(path)) {
            return;
        }
        Set<PosixFilePermission> set = Files.getPosixFilePermissions(path);
        if (Files.isDirectory(path)) {
            if (!set.containsAll(FOLDER)) {
                throw ReadOnlyException.folder(path);
            }
        } else if (!set.containsAll(FILE)) {
            throw ReadOnlyException.file(path);
        }
    }

    /** The folder, or the one above it that exists. */
    private static Path nearest(Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    /**
     * Replaces a file's text: a reader, or a machine that stops halfway, sees the old text or the new one and never a part.
     *
     * @throws IOException when that cannot be done, or the owner has made the file or its folder read-only
     */
    public static void write(Path file, String text) throws IOException {
        write(file, text, true);
    }

    /**
     * The same for what can be made again: it does not wait for the disk, so a machine that loses its power may lose the text, or the end
     * of it.
     */
    public static void writeSoon(Path file, String text) throws IOException {
        write(file, text, false);
    }

    private static void write(Path file, String text, boolean now) throws IOException {
        // A link stays a link: settings are often kept in a repository of their own and linked from here.
        Path real = Files.exists(file) ? file.toRealPath() : file;
        Path folder = parent(real);
        if (real.equals(file)) {
            make(folder);
        } else {
            writable(folder);
        }
        if (Files.exists(real)) {
            writable(real);
        }
        Path fresh = Files.createTempFile(folder, "." + real.getFileName(), ".tmp", attributes(posix(folder), FILE));
        try {
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            if (now) {
                try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
            Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static Path folder(Environment environment, String variable, String below) {
        @Nullable String given = environment.get(variable);
        // The specification: a path that is not absolute is to be ignored.
        if (given != null && Path.of(given).isAbsolute()) {
            return Path.of(given, "ferry");
        }
        @Nullable String home = environment.get("HOME");
        return Path.of(home != null ? home : System.getProperty("user.home"), below, "ferry");
    }

    private static Path parent(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent != null ? parent : file.toAbsolutePath();
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] attributes(boolean posix, Set<PosixFilePermission> permissions) {
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
