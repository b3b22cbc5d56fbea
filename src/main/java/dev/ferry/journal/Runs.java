package dev.ferry.journal;

import dev.ferry.api.Sleeper;
import dev.ferry.guard.RefusedException;
import dev.ferry.output.FileReason;
import dev.ferry.profile.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The runs of this user, a folder each below {@code $XDG_STATE_HOME/ferry/runs}. Several processes may use them.
 *
 * <pre>{@code
 * Runs runs = new Runs(Folders.of(environment), Clock.systemUTC());
 * try (Run run = runs.begin(RunStart.of("acme", Origin.shell()))) {
 *     ApiClient.Settings.defaults().withChangeLog(run);
 * }
 * runs.find("last").journal().changes();
 * }</pre>
 */
public final class Runs {
    /** What names the newest run. */
    public static final String LAST = "last";

    private static final Pattern ID = Pattern.compile("\\d{8}-\\d{6}-[a-z2-9]{5}");
    private static final int ATTEMPTS = 10;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Path folder;
    private final Clock clock;

    /** The runs below a state folder; nothing is read or made. */
    public Runs(Folders folders, Clock clock) {
        this.folder = folders.state().resolve("runs");
        this.clock = clock;
    }

    /** A new run. Nothing is made before it records something. */
    public Run begin(RunStart start) {
        return Run.begin(folder, start, clock);
    }

    /**
     * Goes on with a run that has stopped. What a power cut left of its last line goes, and that it goes on is recorded.
     *
     * @param file which
     * @param start what is known of it now: changes are recorded with this
     * @throws RefusedException when another process has it
     * @throws JournalException when its journal cannot be trusted, read or written
     */
    public Run reopen(RunFile file, RunStart start) {
        try {
            for (int i = 0; i < ATTEMPTS; i++) {
                // Whoever looks whether somebody has it has it himself for that moment.
                Optional<RunLock> lock = RunLock.take(file.folder());
                if (lock.isPresent()) {
                    return Run.goingOn(file, lock.get(), start, clock);
                }
                Sleeper.REAL.sleep(PAUSE);
            }
        } catch (IOException e) {
            throw new JournalException(
                    "Cannot go on with run " + file.id() + " in " + file.folder() + ": " + FileReason.of(e) + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RefusedException("Interrupted while run " + file.id() + " was waited for.");
        }
        throw new RefusedException("Run " + file.id()
                + " is still going on in another process: wait until it has ended, or end it first.");
    }

    /**
     * Drops the runs that ended or stopped before so long ago. What is still needed stays: runs that go on, that have a change of which
     * nobody knows whether it was made, that a newer version has written in, whose journal was changed or cannot be read, or that somebody else needs.
     *
     * @throws JournalException when one of them cannot be removed
     */
    public Pruning prune(Duration age, Pruning.Keeper keeper) {
        Instant before = clock.instant().minus(age);
        List<RunFile> dropped = new ArrayList<>();
        List<Pruning.Kept> kept = new ArrayList<>();
        for (RunFile run : list()) {
            try {
                prune(run, before, keeper)
                        .ifPresentOrElse(
                                reason -> {
                                    if (!reason.isEmpty()) {
                                        kept.add(new Pruning.Kept(run, reason));
                                    }
                                },
                                () -> dropped.add(run));
            } catch (IOException e) {
                throw new JournalException("Cannot remove " + run.folder() + ": " + FileReason.of(e) + ".", e);
            }
        }
        return new Pruning(dropped, kept);
    }

    /** @return why it stays; an empty text when it is young; nothing when it is gone */
    private static Optional<String> prune(RunFile run, Instant before, Pruning.Keeper keeper) throws IOException {
        Optional<RunLock> lock;
        try {
            lock = RunLock.take(run.folder());
        } catch (IOException e) {
            return Optional.of("its folder cannot be used: " + FileReason.of(e));
        }
        if (lock.isEmpty()) {
            return Optional.of("it is going on");
        }
        try (RunLock held = lock.get()) {
            Optional<String> reason = reason(run, before, keeper);
            if (reason.isEmpty()) {
                try (Stream<Path> files = Files.list(run.folder())) {
                    for (Path each : files.toList()) {
                        Files.deleteIfExists(each);
                    }
                }
                Files.delete(run.folder());
            }
            return reason;
        }
    }

    private static Optional<String> reason(RunFile run, Instant before, Pruning.Keeper keeper) {
        Journal journal;
        try {
            journal = run.journal();
        } catch (JournalException e) {
            return Optional.of("its journal cannot be read");
        }
        if (!journal.last().orElseGet(run::began).isBefore(before)) {
            return Optional.of("");
        } else if (!journal.verdict().isTrusted()) {
            return Optional.of("its journal is not as it was written");
        }
        if (!journal.newer().isEmpty()) {
            return Optional.of("a newer Ferry has written in it what this one does not understand");
        }
        long open = journal.changes().filter(Journal.Made::isOpen).count();
        return open > 0
                ? Optional.of("nobody knows yet whether " + (open == 1 ? "a change" : open + " changes") + " of it "
                        + (open == 1 ? "was" : "were") + " made")
                : keeper.reason(run, journal);
    }

    /**
     * All of them, the newest first; also those whose journal is gone, or was never written, or cannot be read.
     *
     * @throws JournalException when the folder cannot be read
     */
    public List<RunFile> list() {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.map(each -> new RunFile(String.valueOf(each.getFileName()), each))
                    .filter(run -> ID.matcher(run.id()).matches())
                    .sorted(Comparator.comparing(RunFile::id).reversed())
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw new JournalException("Cannot read the runs in " + folder + ": " + FileReason.of(e) + ".", e);
        }
    }

    /**
     * One of them.
     *
     * @param name its id, the beginning of it, the five letters at its end, or {@link #LAST}
     * @throws UnknownRunException when none or several are meant
     */
    public RunFile find(String name) {
        List<RunFile> all = list();
        if (name.equals(LAST) && !all.isEmpty()) {
            // One that ended before it recorded anything has nothing to show.
            return all.stream().filter(run -> !run.isBlank()).findFirst().orElse(all.get(0));
        }
        List<RunFile> meant = all.stream()
                .filter(run -> run.id().startsWith(name) || run.id().endsWith("-" + name))
                .toList();
        if (meant.isEmpty()) {
            throw new UnknownRunException("There is no run '" + name + "'"
                    + (all.isEmpty() ? ": none has changed anything yet." : "; 'ferry journal list' shows them."));
        } else if (meant.size() > 1) {
            throw new UnknownRunException("'" + name + "' can be " + meant.size() + " runs, among them "
                    + meant.get(0).id() + " and " + meant.get(1).id() + ": write more of it.");
        }
        return meant.get(0);
    }
}
