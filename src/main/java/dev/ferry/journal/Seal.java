package dev.ferry.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.ferry.profile.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How far a journal went when its run ended, in a file beside it: without it nobody could tell that lines are missing at the end.
 *
 * @param lines how many lines it had; 0 when the file cannot be understood
 * @param sum the sum of the last of them
 */
record Seal(long lines, String sum) {
    private static final String FILE = "end";

    static Optional<Seal> beside(Path journal) throws IOException {
        try {
            // A set in which every byte is a letter: a file that was overwritten is a changed one, not an unreadable
            // one.
            String[] words = Files.readString(journal.resolveSibling(FILE), ISO_8859_1)
                    .strip()
                    .split(" ", -1);
            return Optional.of(
                    words.length == 2 && words[0].matches("[1-9]\\d{0,17}")
                            ? new Seal(Long.parseLong(words[0]), words[1])
                            : new Seal(0, ""));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void writeBeside(Path journal) throws IOException {
        Folders.write(journal.resolveSibling(FILE), lines + " " + sum + "\n");
    }

    /** The verdict on a journal that is not there any more. */
    Verdict judgeMissing() {
        return new Verdict(
                Verdict.State.CUT,
                0,
                "its journal is gone"
                        + (lines == 0
                                ? ", and what was kept of its end was changed"
                                : "; it had " + lines + " lines when its run ended"));
    }

    /** The verdict on a journal with lines of these sums, which is right so far. */
    Verdict judge(Verdict sofar, List<String> sums) {
        if (lines == 0) {
            return new Verdict(Verdict.State.CHANGED, sums.size(), "what was kept of its end was changed");
        } else if (sums.size() < lines) {
            return new Verdict(
                    Verdict.State.CUT,
                    sums.size() + 1L,
                    "it had " + lines + " lines when its run ended, and " + sums.size() + " are left");
        }
        return sums.get((int) lines - 1).equals(sum)
                ? sofar
                : new Verdict(Verdict.State.CHANGED, lines, "it is not the line that its run ended with");
    }
}
