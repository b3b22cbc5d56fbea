package dev.ferry.api.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.squareup.moshi.JsonDataException;
import dev.ferry.api.json.JsonFormat;
import dev.ferry.api.json.RevealingJson;
import dev.ferry.output.ExceptionText;
import dev.ferry.output.FileReason;
import dev.ferry.profile.Folders;
import dev.ferry.profile.ServiceAccount;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * The notes about an account's tokens in a file that all processes of this user share: for the owner alone, written whole
 * and then renamed, and changed only by whoever holds the lock beside it. A file or a folder that cannot be used never
 * breaks a call: this process then keeps its notes to itself, and says so once.
 */
public final class TokenFile {
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");
    private static final long LARGEST = 64 * 1024;
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Whoever has the lock may be waiting for the service's limit, which is a minute long. */
    private static final int ATTEMPTS = 1800;

    private final Path folder;
    private final String name;
    private final JsonFormat json = new JsonFormat();
    private boolean told;

    private TokenFile(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    /**
     * The file of an account on a host. Its name begins with a hash of host and client id, so that it can be found without
     * the secret, and ends in a code that only whoever has the secret can make: another secret is another file.
     */
    static TokenFile of(Path folder, HttpUrl host, ServiceAccount account) {
        String mark = code(account.clientSecret().reveal(), host + "\n" + account.clientId());
        return new TokenFile(folder, owner(host, account.clientId()) + "-" + mark);
    }

    /** What the names of all files of this account on this host begin with. */
    private static String owner(HttpUrl host, String clientId) {
        return code("ferry", host + "\n" + clientId);
    }

    private static String code(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)), 0, 12);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC with SHA-256.", e);
        }
    }

    private Path file() {
        return folder.resolve(name + ".json");
    }

    /** What one has while the file is one's own. */
    interface Held extends AutoCloseable {
        /** The notes of all processes, or what this one knows when there is no file to use. */
        TokenNotes read(TokenNotes known);

        void write(TokenNotes notes);

        @Override
        void close();
    }

    /** No file: the notes stay in this process. */
    static final Held NOWHERE = new Held() {
        @Override
        public TokenNotes read(TokenNotes known) {
            return known;
        }

        @Override
        public void write(TokenNotes notes) {}

        @Override
        public void close() {}
    };

    /**
     * Waits until no other process has it.
     *
     * @throws IOException when the call is given up meanwhile
     */
    Held hold(Patience patience) throws IOException {
        FileChannel channel;
        try {
            channel = open();
        } catch (IOException | RuntimeException e) {
            return nowhere(e, patience.notices());
        }
        try {
            for (int i = 0; i < ATTEMPTS; i++) {
                if (isLocked(channel)) {
                    return new Locked(channel, patience.notices());
                }
                patience.pause(PAUSE);
            }
        } catch (Patience.GivenUp e) {
            channel.close();
            throw e;
        } catch (IOException e) {
            channel.close();
            return nowhere(e, patience.notices());
        }
        channel.close();
        return nowhere(new IOException("another process does not let go of it"), patience.notices());
    }

    /**
     * Removes all files of this account on this host, those of its earlier secrets too, without waiting for locks: whoever
     * writes one afterwards has a token of its own.
     *
     * @param found told what each file knew, where it may be trusted
     * @param problems told which files cannot be removed
     */
    void removeAll(Consumer<TokenNotes> found, Consumer<String> problems) {
        String account = name.substring(0, name.indexOf('-') + 1);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, account + "*.json")) {
            for (Path each : files) {
                remove(each, found, problems);
            }
        } catch (NoSuchFileException e) {
            // Nothing has been kept.
        } catch (IOException e) {
            problems.accept(folder + " cannot be read (" + reason(e) + ")");
        }
    }

    private void remove(Path each, Consumer<TokenNotes> found, Consumer<String> problems) {
        try {
            if (problem(each) == null) {
                found.accept(parsed(each));
            }
        } catch (IOException | JsonDataException e) {
            // What is in it is of no use to anybody.
        }
        try {
            Files.deleteIfExists(each);
        } catch (IOException e) {
            problems.accept(each + " cannot be removed (" + reason(e) + ")");
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // Held in this process under another spelling of the folder.
            return false;
        }
    }

    private FileChannel open() throws IOException {
        Folders.make(folder);
        return FileChannel.open(
                folder.resolve(name + ".lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                isPosix(folder)
                        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ALONE)}
                        : new FileAttribute<?>[0]);
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private Held nowhere(Exception why, Consumer<String> notices) {
        tell(
                "Access tokens cannot be shared with other processes through " + folder + " (" + reason(why)
                        + "); this one keeps its own.",
                notices);
        return NOWHERE;
    }

    private static String reason(Exception why) {
        return why instanceof IOException file ? FileReason.of(file) : ExceptionText.of(why);
    }

    private synchronized void tell(String notice, Consumer<String> notices) {
        if (!told) {
            told = true;
            notices.accept(notice);
        }
    }

    /** The file while its lock is held. */
    private final class Locked implements Held {
        private final FileChannel channel;
        private final Consumer<String> notices;

        Locked(FileChannel channel, Consumer<String> notices) {
            this.channel = channel;
            this.notices = notices;
        }

        @Override
        public TokenNotes read(TokenNotes known) {
            Path file = file();
            try {
                if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                    return known;
                }
                String problem = problem(file);
                if (problem == null) {
                    return parsed(file);
                }
                unusable(problem);
            } catch (IOException | JsonDataException e) {
                unusable("it cannot be read: " + reason(e));
            }
            return known;
        }

        private void unusable(String problem) {
            tell(
                    "The file of access tokens " + file() + " was not used, because " + problem
                            + "; a new token is asked for.",
                    notices);
        }

        @Override
        public void write(TokenNotes notes) {
            try {
                // Whatever is there, a link too, makes place for a file of our own.
                if (Files.exists(file(), LinkOption.NOFOLLOW_LINKS) && problem(file()) != null) {
                    Files.delete(file());
                }
                Folders.write(
                        file(),
                        new RevealingJson().write(TokenNotes.class, notes).utf8());
            } catch (IOException | RuntimeException e) {
                tell(
                        "The file of access tokens " + file() + " cannot be written (" + reason(e)
                                + "); this process keeps its own token.",
                        notices);
            }
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                tell("The lock of " + file() + " cannot be released (" + reason(e) + ").", notices);
            }
        }
    }

    private TokenNotes parsed(Path file) throws IOException {
        Object read = json.adapter(TokenNotes.class).fromJson(Files.readString(file));
        if (read instanceof TokenNotes notes) {
            return checked(notes);
        }
        throw new JsonDataException("there is nothing in it");
    }

    /** JSON may leave out what a record needs. */
    @SuppressWarnings("ConstantValue")
    private static TokenNotes checked(TokenNotes notes) {
        @Nullable List<Instant> asked = notes.asked();
        @Nullable Instant doubted = notes.doubtedUntil();
        @Nullable Token token = notes.token();
        boolean whole = asked != null
                && asked.stream().allMatch(each -> each != null)
                && doubted != null
                && (token == null || isWhole(token));
        if (!whole) {
            throw new JsonDataException("something is missing in it");
        }
        return notes;
    }

    private static boolean isWhole(Token token) {
        @Nullable Object value = token.value();
        @Nullable Object since = token.since();
        @Nullable Object renewAt = token.renewAt();
        return value != null && since != null && renewAt != null;
    }

    /** Why a file may not be trusted; null when it may. */
    private static @Nullable String problem(Path file) throws IOException {
        if (!isPosix(file)) {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? null : "it is no file";
        }
        PosixFileAttributes facts = Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!facts.isRegularFile() || facts.size() > LARGEST) {
            return "it is no file of tokens";
        }
        if (!facts.permissions().equals(OWNER_ALONE)) {
            return "others may have read or changed it (" + PosixFilePermissions.toString(facts.permissions()) + ")";
        }
        Path folder = file.toAbsolutePath().getParent();
        return folder == null || facts.owner().equals(Files.getOwner(folder)) ? null : "it belongs to somebody else";
    }
}
