package dev.ferry.script;

import dev.ferry.output.Redactor;
import dev.ferry.profile.Folders;
import groovy.lang.GroovySystem;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compiled scripts from earlier runs: the compiler need not even be loaded for a script that has not changed. A cache
 * may lose anything at any time, so whatever goes wrong with it only costs time.
 *
 * @param folder where they are kept, one file a script, made with 0700; null to keep none
 */
record ScriptCache(@Nullable Path folder) {

    /** Each script has its compiled form here and a word that it passed its check. */
    private static final int MOST = 128;

    private static final String PASSED = "passed";
    /** To be changed whenever the compiler is set up differently. */
    private static final String FLAGS = "2";

    /** The script with this text from an earlier run by the same Java, Groovy and Ferry. */
    Optional<ClassFiles> find(String unit, String text) {
        if (folder == null) {
            return Optional.empty();
        }
        Path file = folder.resolve(key(unit, text));
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            ClassFiles found = ClassFiles.of(Files.readAllBytes(file));
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(found);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Keeps a script, and lets those go that have not been used for the longest time. One with a secret in it is compiled every
     * time: the texts of a script stand in its compiled form.
     */
    void keep(String unit, String text, ClassFiles files) {
        if (folder == null || !Redactor.redact(text).equals(text)) {
            return;
        }
        try {
            Folders.make(folder);
            Path part = Files.createTempFile(folder, "new", null);
            Files.write(part, files.toBytes());
            Files.move(part, folder.resolve(key(unit, text)), StandardCopyOption.ATOMIC_MOVE);
            letGo();
        } catch (IOException e) {
            // No room or no permission: the next run compiles again.
        }
    }

    /**
     * What was remembered of texts that were found to be right in an earlier run by the same Java, Groovy and Ferry.
     *
     * @param texts whatever the verdict depends on
     * @return empty when they were not
     */
    Optional<String> passed(String texts) {
        if (folder == null) {
            return Optional.empty();
        }
        Path file = folder.resolve(key(PASSED, texts));
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String remembered = Files.readString(file);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            return Optional.of(remembered);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Keeps that these texts are right; of the texts nothing else is written.
     *
     * @param remembered what is wanted of them again; nothing is kept when a secret is in it
     */
    void pass(String texts, String remembered) {
        if (folder == null || !Redactor.redact(remembered).equals(remembered)) {
            return;
        }
        try {
            Folders.make(folder);
            // Whole or not at all: another process may be reading it.
            Path part = Files.createTempFile(folder, "new", null);
            Files.writeString(part, remembered);
            Files.move(part, folder.resolve(key(PASSED, texts)), StandardCopyOption.ATOMIC_MOVE);
            letGo();
        } catch (IOException e) {
            // No room or no permission: the next run checks again.
        }
    }

    private void letGo() throws IOException {
        List<Path> newestFirst;
        try (Stream<Path> files = Files.list(folder())) {
            newestFirst = files.sorted(
                            Comparator.comparing((Path file) -> file.toFile().lastModified())
                                    .reversed())
                    .toList();
        }
        for (Path old : newestFirst.subList(Math.min(MOST, newestFirst.size()), newestFirst.size())) {
            Files.deleteIfExists(old);
        }
    }

    private static String key(String unit, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part :
                    List.of(FLAGS, Runtime.version().toString(), GroovySystem.getVersion(), program(), unit, text)) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /** Which build of Ferry this is: where its classes are and since when. */
    private static String program() {
        CodeSource from = FerryScript.class.getProtectionDomain().getCodeSource();
        if (from == null || from.getLocation() == null) {
            return "";
        }
        try {
            return from.getLocation() + " "
                    + Path.of(from.getLocation().toURI()).toFile().lastModified();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return from.getLocation().toString();
        }
    }
}
