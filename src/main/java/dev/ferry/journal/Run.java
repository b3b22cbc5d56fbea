package dev.ferry.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ferry.api.change.Before;
import dev.ferry.api.change.Change;
import dev.ferry.api.change.ChangeLog;
import dev.ferry.api.change.Outcome;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.output.FileReason;
import dev.ferry.output.Redactor;
import dev.ferry.output.Tree;
import dev.ferry.profile.Folders;
import dev.ferry.profile.Uninterrupted;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A run in this process: what it is going to change is on the disk before it leaves. Nothing is made on the disk before the first change:
 * steps and notes before it wait in memory, so that a run that changes nothing leaves nothing behind. May be used by several threads.
 */
public final class Run implements ChangeLog, AutoCloseable {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int RANDOM_LETTERS = 5;
    private static final int SHOWN = 400;

    private final Path runs;
    private final RunStart start;
    private final Clock clock;
    private final List<Entry> waiting = new ArrayList<>();
    private final Lines lines = new Lines();
    private @Nullable Here here;
    private @Nullable String id;
    private @Nullable RunLock lock;
    private @Nullable Appender appender;
    private boolean recording;
    private boolean stopped;
    private boolean ended;

    private Run(Path runs, RunStart start, Clock clock) {
        this.runs = runs;
        this.start = start;
        this.clock = clock;
    }

    static Run begin(Path runs, RunStart start, Clock clock) {
        return new Run(runs, start, clock);
    }

    static Run goingOn(RunFile file, RunLock lock, RunStart start, Clock clock) throws IOException {
        boolean open = false;
        Run run = new Run(Objects.requireNonNull(file.folder().getParent()), start, clock);
        try {
            Journal journal = file.trusted();
            Verdict verdict = journal.verdict();
            journal.newerInWords().ifPresent(newer -> {
                throw new JournalException(
                        "Run " + file.id() + " cannot go on here: of " + file.file() + ", " + newer
                                + ". The Ferry that has written it can go on with it.",
                        null);
            });
            if (verdict.state() == Verdict.State.TORN) {
                start.notices()
                        .accept(
                                "line " + verdict.line()
                                        + " of its journal was being written when the run stopped, and is not whole; it is left out");
            }
            run.id = file.id();
            run.lock = lock;
            run.appender = Appender.open(file.file());
            run.recording = true;
            Here here = run.here();
            run.append((line, time) -> new Entry.Resumed(line, time, here.user(), here.machine()));
            open = true;
            return run;
        } finally {
            if (!open) {
                run.close();
                lock.close();
            }
        }
    }

    /** The time of its beginning and five letters. */
    public synchronized String id() {
        if (id == null) {
            StringBuilder drawn =
                    new StringBuilder(RunFile.TIME.withZone(ZoneOffset.UTC).format(clock.instant())).append('-');
            new SecureRandom()
                    .ints(RANDOM_LETTERS, 0, LETTERS.length())
                    .forEach(letter -> drawn.append(LETTERS.charAt(letter)));
            id = drawn.toString();
        }
        return id;
    }

    /** What there is of it on the disk; empty as long as it has recorded nothing. */
    public synchronized Optional<RunFile> recorded() {
        return !recording ? Optional.empty() : Optional.of(new RunFile(id(), runs.resolve(id())));
    }

    /** A change outside of steps. */
    @Override
    public Intent intend(Change change) {
        return intend(change, null, false);
    }

    /**
     * A change of a step.
     *
     * @param step the line where the step began that it belongs to; null outside of steps
     * @param aside whether another thread makes it than the one that began the step
     */
    Intent intend(Change change, @Nullable Long step, boolean aside) {
        if (hasEnded()) {
            throw new CallRefusedException(
                    CallRefusedException.Why.UNRECORDED,
                    "refused, because the run it belongs to has ended; nothing was sent",
                    change.line());
        }
        Map<String, String> names = start.names().apply(change);
        // Read before the line is written, so that its time is not before what was read.
        Before.Sign before = change.before().sign();
        try {
            open();
            long line = append((number, time) -> intended(number, time, change, names, step, aside, before));
            return outcome -> ended(change, line, outcome);
        } catch (IOException e) {
            throw new CallRefusedException(
                    CallRefusedException.Why.UNRECORDED,
                    "refused, because it could not be recorded before in " + place() + " (" + FileReason.of(e)
                            + "); make room there or make it writable, or let XDG_STATE_HOME name another folder;"
                            + " nothing was sent",
                    change.line(),
                    e);
        }
    }

    private Entry intended(
            long line,
            Instant time,
            Change change,
            Map<String, String> names,
            @Nullable Long step,
            boolean aside,
            Before.Sign before) {
        Object body = Tree.of(change.body());
        String path = Redactor.redact(change.path());
        Map<String, String> values = new LinkedHashMap<>();
        change.values().forEach((name, value) -> values.put(name, Redactor.redact(value)));
        return new Entry.Intended(
                line,
                time,
                change.side(),
                change.host(),
                change.who(),
                here().user(),
                start.profile(),
                start.environment(),
                Origin.here().orElse(start.origin()).withoutText(),
                start.simulated(),
                change.operation().map(operation -> operation.id()).orElse(null),
                change.method(),
                path,
                values,
                names,
                body,
                Lines.hides(body) || !path.equals(change.path()),
                change.risk(),
                step,
                aside,
                before);
    }

    private void ended(Change change, long intent, Outcome outcome) {
        try {
            settle(intent, outcome);
        } catch (IOException e) {
            stop();
            String told = told(change, outcome, e);
            start.notices().accept(told);
            throw new JournalException(told, e);
        }
    }

    private String told(Change change, Outcome outcome, IOException e) {
        String what =
                switch (outcome.kind()) {
                    case DONE -> "the service has DONE " + change.line();
                    case REFUSED -> "the service has refused " + change.line();
                    case NOT_SENT -> change.line() + " was not sent";
                    case UNKNOWN -> "nobody knows whether the service has done " + change.line();
                };
        String answer = outcome.answer() == null
                ? ""
                : new String(lines.write(new Entry.Ended(0, Instant.EPOCH, 0, outcome, false)), UTF_8);
        return Redactor.redact("NOT RECORDED: " + what
                + (outcome.status() == null ? "" : ", status " + outcome.status())
                + (outcome.requestId() == null ? "" : ", request id " + outcome.requestId())
                + (outcome.problem().isEmpty() ? "" : ", " + outcome.problem())
                + (answer.isEmpty() ? "" : ", answer " + shortened(answer))
                + ". Write this down: it could not be recorded in " + place() + " (" + FileReason.of(e)
                + "). Every later change of this run is refused.");
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /**
     * Records what came of a change of this run, also of one that an earlier process intended.
     *
     * @param intent the line of the change
     * @throws JournalException when it cannot be recorded
     */
    public void settled(long intent, Outcome outcome) {
        orFail(() -> settle(intent, outcome));
    }

    private void settle(long intent, Outcome outcome) throws IOException {
        Object answer = Tree.of(outcome.answer());
        Outcome plain = new Outcome(
                outcome.kind(), outcome.status(), outcome.requestId(), answer, Redactor.redact(outcome.problem()));
        append((line, time) -> new Entry.Ended(line, time, intent, plain, Lines.hides(answer)));
    }

    /**
     * Records that a step begins.
     *
     * @param place where it is
     * @param aside whether a helping thread begins it
     * @param around the line where the step around it began; null when there is none
     * @return its line
     * @throws JournalException when that cannot be recorded
     */
    long step(StepName name, Place place, boolean aside, @Nullable Long around) {
        String key = name.key();
        return orFail(() -> append((number, time) -> new Entry.StepBegun(
                number,
                time,
                Redactor.redact(name.name()),
                key == null ? null : Redactor.redact(key),
                place.nth(),
                aside,
                around)));
    }

    /** The value of a step in a form that can be kept. */
    record Kept(@Nullable Object value) {}

    /**
     * Records that a step is finished.
     *
     * @param step the line where it began
     * @param kept its value; empty when that cannot be kept
     * @throws JournalException when that cannot be recorded
     */
    void stepDone(long step, Optional<Kept> kept, OpenSteps.Calls calls) {
        Object tree = kept.map(it -> Tree.of(it.value())).orElse(null);
        var unused = orFail(() -> append((number, time) ->
                new Entry.StepDone(number, time, step, tree, kept.isEmpty() || Lines.hides(tree), calls)));
    }

    /**
     * Records that a gate was evaluated.
     *
     * @throws JournalException when that cannot be recorded
     */
    void gate(String text, boolean holds, String values, @Nullable Long step) {
        var unused = orFail(() -> append((number, time) ->
                new Entry.Gate(number, time, Redactor.redact(text), holds, Redactor.redact(values), step)));
    }

    /**
     * Records something that a reader should know.
     *
     * @throws JournalException when that cannot be recorded
     */
    public void note(String text) {
        var unused = orFail(() -> append((line, time) -> new Entry.Noted(line, time, Redactor.redact(text))));
    }

    /**
     * Records that the run has ended by itself; does nothing when it has recorded nothing.
     *
     * @param reason why it did not end well, in one sentence; empty when it did
     * @throws JournalException when what came of one of its changes could not be recorded
     */
    public synchronized void end(int exitCode, String reason) {
        if (stopped) {
            throw new JournalException(
                    "Run " + id() + " has made a change whose outcome is not in its journal " + place()
                            + "; what came of it was told when it happened.",
                    null);
        }
        ended = true;
        if (appender == null) {
            return;
        }
        try {
            append((line, time) -> new Entry.Finished(line, time, exitCode, Redactor.redact(reason)));
            appender.seal();
        } catch (IOException e) {
            // All that it did is recorded: it looks like a run that was stopped, and can be gone on with.
            start.notices()
                    .accept("the end of run " + id() + " could not be recorded in " + place() + " (" + FileReason.of(e)
                            + "); its changes are");
        }
    }

    /** Whether it has made a change whose outcome is not in its journal; it makes no more then. */
    public synchronized boolean hasLost() {
        return stopped;
    }

    /** Threads of a script may outlive it; they change nothing any more. */
    private synchronized boolean hasEnded() {
        return ended;
    }

    private synchronized void stop() {
        stopped = true;
    }

    private synchronized long append(BiFunction<Long, Instant, Entry> entry) throws IOException {
        if (stopped) {
            throw new IOException("what came of an earlier change of this run could not be recorded");
        }
        Appender open = appender;
        if (open == null && recording) {
            throw new IOException("its journal is closed");
        }
        // The first line says how the run began.
        long line = open == null ? waiting.size() + 2L : open.next();
        Entry next = entry.apply(line, now());
        if (open == null) {
            waiting.add(next);
        } else {
            open.append(lines.write(next));
        }
        return line;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private synchronized Here here() {
        if (here == null) {
            here = Here.now();
        }
        return here;
    }

    /** Makes the journal, with all that has waited for the first change. */
    private synchronized void open() throws IOException {
        if (appender != null || stopped) {
            return;
        }
        Folders.make(runs);
        // Fails when there is one already: what is undone below is ours.
        Path folder = Files.createDirectory(runs.resolve(id()));
        boolean begun = false;
        try {
            Folders.make(folder);
            lock = RunLock.take(folder).orElseThrow(() -> new IOException("another process has this run"));
            Appender fresh = Appender.open(folder.resolve(Journal.FILE));
            appender = fresh;
            recording = true;
            Instant time = waiting.isEmpty() ? now() : waiting.get(0).time();
            fresh.append(lines.write(new Entry.Begun(
                    fresh.next(),
                    time,
                    id(),
                    start.profile(),
                    start.environment(),
                    start.origin(),
                    start.simulated(),
                    start.services(),
                    start.options(),
                    here().user(),
                    here().machine())));
            for (Entry each : waiting) {
                fresh.append(lines.write(each));
            }
            keepName(folder);
            keepName(runs);
            waiting.clear();
            begun = true;
        } finally {
            if (!begun) {
                recording = false;
                undo(folder);
            }
        }
    }

    /** A file is there after a power cut only when its folder is on the disk as well. */
    private static void keepName(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            var unused = Uninterrupted.get(() -> {
                try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                    channel.force(true);
                    return true;
                }
            });
        }
    }

    private void undo(Path folder) throws IOException {
        close();
        for (String each : new String[] {Journal.FILE, RunLock.FILE}) {
            Files.deleteIfExists(folder.resolve(each));
        }
        Files.deleteIfExists(folder);
    }

    private synchronized String place() {
        return String.valueOf(runs.resolve(id()).resolve(Journal.FILE));
    }

    @FunctionalInterface
    private interface Writing<T> {
        T write() throws IOException;
    }

    @FunctionalInterface
    private interface WritingOnly {
        void write() throws IOException;
    }

    private void orFail(WritingOnly writing) {
        var unused = orFail(() -> {
            writing.write();
            return true;
        });
    }

    private <T> T orFail(Writing<T> writing) {
        try {
            return writing.write();
        } catch (IOException e) {
            throw new JournalException(
                    "Cannot write to " + place() + " (" + FileReason.of(e) + "): make room there, or make it writable.",
                    e);
        }
    }

    /** Leaves it to whoever wants to go on with it. */
    @Override
    public synchronized void close() {
        try {
            if (appender != null) {
                appender.close();
            }
        } catch (IOException e) {
            throw new JournalException("Cannot close " + place() + ": " + FileReason.of(e) + ".", e);
        } finally {
            appender = null;
            if (lock != null) {
                lock.close();
                lock = null;
            }
        }
    }
}
