package dev.ferry.shell;

import dev.ferry.output.Redactor;
import dev.ferry.profile.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;
import org.jspecify.annotations.Nullable;

/**
 * The lines of this and of earlier sessions, without their secrets. It extends JLine's history because that is the one place through
 * which every line passes on its way to memory and to the file.
 */
final class SafeHistory extends DefaultHistory {
    private static final int LINES = 5_000;

    @Override
    public void add(Instant time, String line) {
        String safe = Redactor.redact(line.stripTrailing());
        if (!safe.isBlank() && !safe.equals(last(this))) {
            super.add(time, safe);
        }
    }

    private static @Nullable String last(History history) {
        return history.isEmpty() ? null : history.get(history.last());
    }

    /**
     * Keeps the history of a reader in a file that only its owner can read.
     *
     * @return why the lines of this session will not be kept, or empty when they will
     */
    static Optional<String> keep(LineReader reader, Path file) {
        reader.option(LineReader.Option.HISTORY_IGNORE_SPACE, true);
        reader.option(LineReader.Option.HISTORY_IGNORE_DUPS, true);
        // Blanks inside a string are part of the line.
        reader.option(LineReader.Option.HISTORY_REDUCE_BLANKS, false);
        reader.option(LineReader.Option.HISTORY_TIMESTAMPED, false);
        reader.setVariable(LineReader.HISTORY_SIZE, LINES);
        reader.setVariable(LineReader.HISTORY_FILE_SIZE, LINES);
        try {
            // JLine would create the file for everybody to read.
            Folders.makeFile(file);
            if (!Files.isWritable(file)) {
                return Optional.of("The lines of this session will not be kept: " + file + " cannot be written.");
            }
            reader.setVariable(LineReader.HISTORY_FILE, file);
            reader.getHistory().load();
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            // RuntimeException: a stray byte in the file surfaces as an unchecked one from the stream of its lines.
            reader.setVariable(LineReader.HISTORY_FILE, null);
            return Optional.of(
                    "The lines of this session will not be kept: " + file + " cannot be used (" + reason(e) + ").");
        }
    }

    private static String reason(Exception e) {
        String name = e.getClass().getSimpleName().replaceAll("Exception$", "");
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
