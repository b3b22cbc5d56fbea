package dev.ferry.profile;

import dev.ferry.output.FileReason;
import dev.ferry.output.ShellWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether others can read a secret of ours, or change what we run by. What they may have done already cannot be mended in silence, so it is
 * refused, with the command that mends it. Links are followed: what counts is the file at their end. Where a file system knows no
 * permissions, there is nothing to see.
 */
final class Permissions {
    private static final Set<PosixFilePermission> READING = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private static final String ROOT = "root";

    private Permissions() {}

    /**
     * Refuses a file with a secret that others can read. What lies on a file system that cannot be written to, as the secrets that are
     * mounted into containers, is as safe as it can be made.
     *
     * @throws SettingsException one sentence with the command
     */
    static void unread(Path file) {
        try {
            if (posix(file)
                    && Files.getPosixFilePermissions(file).stream().anyMatch(READING::contains)
                    && !isReadOnly(file)) {
                throw new SettingsException(file + " holds a secret and others can read it; run: chmod 600 "
                        + ShellWord.of(file.toString()));
            }
        } catch (IOException e) {
            throw new SettingsException("Cannot read the permissions of " + file + " (" + FileReason.of(e) + ").", e);
        }
    }

    /**
     * Refuses a file that is there and that others own or can change, or replace by way of its folder.
     *
     * @throws SettingsException one sentence with the command
     */
    static void unchanged(Path file) {
        try {
            if (!Files.exists(file) || !posix(file)) {
                return;
            }
            Path real = file.toRealPath();
            ownedByUs(file, real);
            if (isWritableByOthers(real)) {
                throw new SettingsException(file + " can be changed by others; look at what it says and run: chmod 600 "
                        + ShellWord.of(real.toString()));
            }
            for (Path folder : Stream.of(real.getParent(), file.toAbsolutePath().getParent())
                    .distinct()
                    .toList()) {
                if (folder == null) {
                    continue;
                }
                ownedByUs(folder, folder);
                if (isWritableByOthers(folder)) {
                    throw new SettingsException(folder + " can be changed by others, and so can " + file.getFileName()
                            + " in it; look at what that says and run: chmod 700 " + ShellWord.of(folder.toString()));
                }
            }
        } catch (IOException e) {
            throw new SettingsException("Cannot read the permissions of " + file + " (" + FileReason.of(e) + ").", e);
        }
    }

    /** Whoever a file belongs to can change it whenever he likes. Root can do that with every file, and is trusted with this one too. */
    private static void ownedByUs(Path named, Path real) throws IOException {
        String owner = Files.getOwner(real).getName();
        String us = System.getProperty("user.name");
        // Where the system has no name for the user, as in some containers, nobody can be told from anybody.
        if (!owner.equals(us) && !owner.equals(ROOT) && !us.equals("?")) {
            throw new SettingsException(named + " belongs to " + owner + ", and you are " + us
                    + "; look at what it says and run: " + (us.equals(ROOT) ? "" : "sudo ") + "chown " + us + " "
                    + ShellWord.of(real.toString()));
        }
    }

    /** A group of the owner's own name has no other member, where systems make one for each user. */
    private static boolean isWritableByOthers(Path path) throws IOException {
        PosixFileAttributes facts = Files.readAttributes(path, PosixFileAttributes.class);
        Set<PosixFilePermission> permissions = facts.permissions();
        boolean shared = !facts.group().getName().equals(facts.owner().getName());
        return permissions.contains(PosixFilePermission.OTHERS_WRITE)
                || (shared && permissions.contains(PosixFilePermission.GROUP_WRITE));
    }

    /** Below a changed root no mount point may be known for a file: it then counts as one that can be written. */
    private static boolean isReadOnly(Path file) {
        try {
            return Files.getFileStore(file).isReadOnly();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
