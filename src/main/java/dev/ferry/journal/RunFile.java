package dev.ferry.journal;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A run that has left something behind.
 *
 * @param id its name: the time of its beginning and five letters
 * @param folder what is kept of it
 */
public record RunFile(String id, Path folder) {
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    /** Its journal. */
    public Path file() {
        return folder.resolve(Journal.FILE);
    }

    /**
     * What its journal holds now.
     *
     * @throws JournalException when it cannot be read
     */
    public Journal journal() {
        return Journal.read(file());
    }

    /**
     * What its journal holds now, if all of it is as it was written: nothing may be done by another one.
     *
     * @throws JournalException when lines were changed or are missing, or when it cannot be read
     */
    public Journal trusted() {
        Journal journal = journal();
        if (!journal.verdict().isTrusted()) {
            throw new JournalException(
                    "Run " + id + " cannot go on: " + file() + " is not as it was written ("
                            + journal.verdict().sentence()
                            + "). What the run did has to be looked for by hand; 'ferry journal show " + id
                            + "' shows what is left.",
                    null);
        }
        return journal;
    }

    /** Whether its journal can be read and is as it was written. */
    public boolean isTrusted() {
        try {
            return journal().verdict().isTrusted();
        } catch (JournalException e) {
            return false;
        }
    }

    /** Whether nothing is recorded of it. */
    boolean isBlank() {
        try {
            return journal().verdict().state() == Verdict.State.EMPTY;
        } catch (JournalException e) {
            return false;
        }
    }

    /** When it began, to the second. */
    public Instant began() {
        return LocalDateTime.parse(id.substring(0, id.lastIndexOf('-')), TIME).toInstant(ZoneOffset.UTC);
    }

    /** Whether a process has it now. */
    public boolean isGoingOn() {
        return RunLock.isTaken(folder);
    }
}
