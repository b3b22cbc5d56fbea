package dev.ferry.names;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Thing;
import dev.ferry.profile.Folders;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The names in a file of the profile, for the owner alone: lines of columns parted by tabs, the last of which says how many there
 * are and their check sum. A file that is not whole, not ours or not understood is as good as none.
 */
final class NamesFile {
    private static final String FIRST = "ferry-names\t1";
    private static final String LAST = "end";
    private static final long LARGEST = 64L * 1024 * 1024;
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");

    /** What a file holds. */
    record Content(List<Entry> entries, Map<Part, Reading> readings) {}

    private final Path file;

    NamesFile(Path file) {
        this.file = file;
    }

    /** When the file was last changed, in milliseconds; 0 when there is none. */
    long stamp() {
        try {
            return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    /** What is in it; empty when there is nothing that could be used. */
    Optional<Content> read() {
        try {
            return isOurs() ? parsed(Files.readString(file, UTF_8)) : Optional.empty();
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // It can be made again, and is, with the next change.
            return Optional.empty();
        }
    }

    private boolean isOurs() throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
            return false;
        }
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return true;
        }
        PosixFileAttributes facts = Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Path folder = file.toAbsolutePath().getParent();
        return facts.permissions().equals(OWNER_ALONE)
                && (folder == null || facts.owner().equals(Files.getOwner(folder)));
    }

    private static Optional<Content> parsed(String text) {
        int end = text.lastIndexOf("\n" + LAST + "\t");
        if (end < 0 || !text.startsWith(FIRST + "\n")) {
            return Optional.empty();
        }
        String body = text.substring(0, end + 1);
        if (!text.substring(end + 1).equals(last(body))) {
            return Optional.empty();
        }
        List<Entry> entries = new ArrayList<>();
        Map<Part, Reading> readings = new HashMap<>();
        for (String line : body.split("\n", -1)) {
            String[] row = line.split("\t", -1);
            switch (row[0]) {
                case "name" ->
                    entries.add(new Entry(
                            ApiSide.valueOf(row[1]),
                            Thing.valueOf(row[2]),
                            plain(row[3]),
                            plain(row[4]),
                            plain(row[5]),
                            plain(row[6]),
                            plain(row[7])));
                case "read" ->
                    readings.put(
                            new Part(ApiSide.valueOf(row[1]), plain(row[3])),
                            new Reading(Thing.valueOf(row[2]), Instant.ofEpochMilli(Long.parseLong(row[4])), false));
                default -> {}
            }
        }
        return Optional.of(new Content(entries, readings));
    }

    /**
     * Replaces it, unless another process is doing so.
     *
     * @return whether it was written
     * @throws IOException when that cannot be done at all
     */
    boolean write(Content content) throws IOException {
        Path folder =
                Folders.make(Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file in the root folder"));
        Path lockFile = Folders.makeFile(folder.resolve(file.getFileName() + ".lock"));
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                return false;
            }
            Folders.writeSoon(file, text(content));
            return true;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String text(Content content) {
        StringBuilder text = new StringBuilder(FIRST).append('\n');
        content.readings().forEach((part, reading) -> {
            // A list that has been changed since it was read counts as one that was never read.
            if (!reading.changed()) {
                row(
                        text,
                        "read",
                        part.side().name(),
                        reading.thing().name(),
                        part.path(),
                        String.valueOf(reading.at().toEpochMilli()));
            }
        });
        for (Entry entry : content.entries()) {
            row(
                    text,
                    "name",
                    entry.side().name(),
                    entry.thing().name(),
                    entry.id(),
                    entry.name(),
                    entry.organization(),
                    entry.project(),
                    entry.cluster());
        }
        return text.append(last(text.toString())).toString();
    }

    private static String last(String body) {
        CRC32 sum = new CRC32();
        sum.update(body.getBytes(UTF_8));
        return LAST + "\t" + body.length() + "\t" + Long.toHexString(sum.getValue()) + "\n";
    }

    private static void row(StringBuilder text, String... columns) {
        for (int i = 0; i < columns.length; i++) {
            text.append(i == 0 ? "" : "\t").append(escaped(columns[i]));
        }
        text.append('\n');
    }

    private static String escaped(String value) {
        boolean plain = value.indexOf('\\') < 0 && value.indexOf('\t') < 0 && value.indexOf('\n') < 0;
        return plain ? value : value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
    }

    private static String plain(String column) {
        if (column.indexOf('\\') < 0) {
            return column;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < column.length(); i++) {
            char letter = column.charAt(i);
            if (letter == '\\') {
                i++;
                letter = switch (column.charAt(i)) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    default -> '\\';
                };
            }
            text.append(letter);
        }
        return text.toString();
    }
}
