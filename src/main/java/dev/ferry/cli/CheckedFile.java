package dev.ferry.cli;

import dev.ferry.output.Streams;
import dev.ferry.runbook.Runbook;
import dev.ferry.runbook.RunbookException;
import dev.ferry.script.Complaint;
import dev.ferry.script.Source;
import dev.ferry.script.analysis.check.Checked;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A script or a page that is to be looked at.
 *
 * @param name as typed; {@code standard input} for {@code -}
 * @param text the whole file
 * @param steps what of it is Groovy, in order
 */
record CheckedFile(String name, String text, List<Source> steps) {
    private static final int LARGEST = 1 << 20;

    /**
     * Reads a file.
     *
     * @param file a path, or {@code -} for standard input
     * @throws UsageException with one sentence when it cannot be checked
     */
    static CheckedFile read(String file, Streams streams) {
        boolean standardInput = file.equals("-");
        String name = standardInput ? "standard input" : file;
        byte[] bytes = bytes(file, streams);
        if (bytes.length > LARGEST) {
            throw new UsageException(name + " has more than 1 MB: that is no script.");
        }
        String text = text(name, bytes);
        if (text.isBlank()) {
            throw new UsageException(name + " is empty: there is nothing to check.");
        }
        boolean page = name.toLowerCase(Locale.ROOT).endsWith(".md");
        return page ? page(name, text) : new CheckedFile(name, text, List.of(new Source(name, text, 1)));
    }

    private static CheckedFile page(String name, String text) {
        try {
            List<Source> steps = Runbook.of(name, text).steps().stream()
                    .map(Runbook.Step::source)
                    .toList();
            return new CheckedFile(name, text, steps);
        } catch (RunbookException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        }
    }

    private static byte[] bytes(String file, Streams streams) {
        try {
            if (file.equals("-")) {
                return streams.in().readNBytes(LARGEST + 1);
            }
            Path path = Path.of(file);
            if (Files.isDirectory(path)) {
                throw new UsageException(file + " is a folder; name the scripts in it.");
            }
            try (var in = Files.newInputStream(path)) {
                return in.readNBytes(LARGEST + 1);
            }
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new UsageException("There is no file " + file + ".", e);
        } catch (AccessDeniedException e) {
            throw new UsageException("Cannot read " + file + ": access is denied.", e);
        } catch (IOException e) {
            throw new UsageException("Cannot read " + file + ": " + e.getMessage() + ".", e);
        }
    }

    private static String text(String name, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            }
        } catch (CharacterCodingException e) {
            throw new UsageException(name + " is no text in UTF-8.", e);
        }
        throw new UsageException(name + " is no text.");
    }

    /** Its mistakes, in order. */
    List<Complaint> complaints(Checked checked) {
        return checked.diagnostics().stream()
                .map(each -> new Complaint(name, text, each))
                .toList();
    }

    /** What could be better, in order. */
    List<Complaint> advice(Checked checked) {
        return checked.advice().stream()
                .map(each -> new Complaint(name, text, each, true))
                .toList();
    }
}
