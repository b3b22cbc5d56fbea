package dev.ferry.journal;

import java.nio.file.Path;

/**
 * A run that has left something behind.
 *
 * @param id its name: the time of its beginning and five letters
 * @param folder what is kept of it
 */
public record RunFile(String id, Path folder) {
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

    /** Whether a process has it now. */
    public boolean isGoingOn() {
        return RunLock.isTaken(folder);
    }
}
