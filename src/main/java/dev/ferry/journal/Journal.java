package dev.ferry.journal;

import dev.ferry.api.change.Outcome;
import dev.ferry.output.FileReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the file of a run holds.
 *
 * <pre>{@code
 * Journal journal = Journal.read(runs.find("last").file());
 * journal.changes().filter(Journal.Made::isOpen).forEach(…);
 * }</pre>
 *
 * @param file where it was read
 * @param entries its lines in their order, up to the first that cannot be understood; a torn last line is left out
 * @param lines the same lines with everything that stands in them, also what another version has written
 * @param verdict whether it is as it was written
 */
public record Journal(Path file, List<Entry> entries, List<Map<String, Object>> lines, Verdict verdict) {
    /** The name of the file in the folder of a run. */
    static final String FILE = "journal.jsonl";

    public Journal {
        entries = List.copyOf(entries);
        lines = List.copyOf(lines);
    }

    /**
     * A change, and what came of it as far as the journal knows.
     *
     * @param ended the last word on it; empty when there is none
     */
    public record Made(Entry.Intended intent, Optional<Entry.Ended> ended) {
        /** Whether nobody knows yet whether it was made. */
        public boolean isOpen() {
            return ended.isEmpty() || ended.get().outcome().kind() == Outcome.Kind.UNKNOWN;
        }

        /** Whether it was made. */
        public boolean isDone() {
            return ended.map(end -> end.outcome().kind() == Outcome.Kind.DONE).orElse(false);
        }
    }

    /**
     * Reads a journal, also while its run goes on. One that is missing from the folder of its run has no lines: it was cut off where
     * something says that there were lines, and never written where nothing does.
     *
     * @throws JournalException when there is no such run, or when its journal cannot be read
     */
    public static Journal read(Path file) {
        try {
            return Scan.of(Files.readAllBytes(file)).journal(file, Seal.beside(file));
        } catch (NoSuchFileException e) {
            return missing(file, e);
        } catch (IOException e) {
            throw new JournalException(
                    "Cannot read the journal " + file + ": " + FileReason.of(e) + "; make it readable for its owner.",
                    e);
        }
    }

    private static Journal missing(Path file, NoSuchFileException why) {
        if (!Files.isDirectory(file.toAbsolutePath().resolveSibling(""))) {
            throw new JournalException("There is no journal at " + file + ".", why);
        }
        try {
            Verdict verdict = Seal.beside(file).map(Seal::judgeMissing).orElse(Verdict.EMPTY);
            return new Journal(file, List.of(), List.of(), verdict);
        } catch (IOException e) {
            throw new JournalException("Cannot read the end of the journal " + file + ": " + FileReason.of(e) + ".", e);
        }
    }

    /** How the run began; empty when its first line is not there. */
    public Optional<Entry.Begun> begun() {
        return of(Entry.Begun.class).findFirst();
    }

    /** Its changes, in the order in which they were intended. */
    public Stream<Made> changes() {
        Map<Long, Entry.Ended> ends = new LinkedHashMap<>();
        of(Entry.Ended.class).forEach(end -> ends.put(end.intent(), end));
        return of(Entry.Intended.class).map(intent -> new Made(intent, Optional.ofNullable(ends.get(intent.line()))));
    }

    /** The lines that a newer version has written and this one does not understand. */
    public List<Entry.Other> newer() {
        return of(Entry.Other.class).toList();
    }

    /** What people are told of those lines; empty when there are none. */
    public Optional<String> newerInWords() {
        List<Entry.Other> newer = newer();
        return newer.isEmpty()
                ? Optional.empty()
                : Optional.of((newer.size() == 1 ? "line " : newer.size() + " lines, the first of them line ")
                        + newer.get(0).line() + " ('" + newer.get(0).kind() + "'), "
                        + (newer.size() == 1 ? "was" : "were")
                        + " written by a newer Ferry, and this one does not understand "
                        + (newer.size() == 1 ? "it" : "them"));
    }

    /** The last line when the run has ended by itself and was not resumed since. */
    public Optional<Entry.Finished> finished() {
        return entries.isEmpty() || !(entries.get(entries.size() - 1) instanceof Entry.Finished end)
                ? Optional.empty()
                : Optional.of(end);
    }

    /** When its last line was written; empty when it has none. */
    Optional<Instant> last() {
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.get(entries.size() - 1).time());
    }

    /** What came of a change, in a word or two. */
    static String word(Outcome.Kind kind) {
        return switch (kind) {
            case DONE -> "done";
            case REFUSED -> "refused";
            case NOT_SENT -> "not sent";
            case UNKNOWN -> "unknown";
        };
    }

    private <T extends Entry> Stream<T> of(Class<T> kind) {
        return entries.stream().filter(kind::isInstance).map(kind::cast);
    }
}
