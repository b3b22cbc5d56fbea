package dev.ferry.output;

import dev.ferry.output.Streams.Stream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is going on, on standard error, while somebody waits.
 *
 * <p>On a terminal it is one line that appears after 100 ms, moves, and shows the seconds from the first one on; it is
 * gone when the work is done. Elsewhere it is a plain line after one second and then a line for what is new, at most one
 * every five seconds.
 *
 * <pre>{@code
 * try (Progress progress = Progress.start(streams, "Fetching organizations")) {
 *     …
 *     progress.update("Fetching organizations: 3 pages");
 * }
 * }</pre>
 *
 * <p>While one that was started later is open, the earlier one shows nothing.
 */
public final class Progress implements AutoCloseable {
    private static final Duration FIRST_SIGN = Duration.ofMillis(100);
    private static final Duration FIRST_NUMBERS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final String FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

    private final Streams streams;
    private final StatusLine status;
    private final Clock clock;
    private final Duration firstSign;
    private final Instant start;
    private String text;
    private String plain;
    private boolean tellsTime;
    private String printed = "";
    private Instant lastLine = Instant.MIN;
    private int frame;
    private boolean closed;
    private @Nullable ScheduledExecutorService ticker;

    /** A progress that moves only when {@link #tick} is called. */
    Progress(Streams streams, Clock clock, String text) {
        this(streams, clock, FIRST_SIGN, text);
    }

    Progress(Streams streams, Clock clock, Duration firstSign, String text) {
        // The ticker is another thread than the one that writes here.
        this.streams = streams.here();
        this.status = this.streams.status();
        this.clock = clock;
        this.firstSign = firstSign;
        this.start = clock.instant();
        this.text = text;
        this.plain = text;
        status.enter(this);
    }

    /** Begins to show {@code text}; close it when the work is done. */
    public static Progress start(Streams streams, String text) {
        return ticking(new Progress(streams, Clock.systemUTC(), text));
    }

    /** The same for work that is mostly done at once: nothing is shown before a second has gone. */
    public static Progress startLate(Streams streams, String text) {
        return ticking(new Progress(streams, Clock.systemUTC(), FIRST_NUMBERS, text));
    }

    /** Shows nothing, and no other progress either, until it is closed: while a question waits for its answer. */
    public static Progress silence(Streams streams) {
        return new Progress(streams, Clock.systemUTC(), "");
    }

    private static Progress ticking(Progress progress) {
        var ticker = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "progress");
            thread.setDaemon(true);
            return thread;
        });
        var unused = ticker.scheduleAtFixedRate(
                progress::tick, progress.firstSign.toMillis(), FIRST_SIGN.toMillis(), TimeUnit.MILLISECONDS);
        progress.ticker = ticker;
        return progress;
    }

    /** Says how far it is; shown with the next movement. */
    public synchronized void update(String news) {
        text = news;
        plain = news;
    }

    /**
     * The same with a text that tells itself how long it has taken.
     *
     * @param news what the moving line shows
     * @param line the line to print where nothing can move; null for none
     */
    public synchronized void update(String news, @Nullable String line) {
        text = news;
        plain = line == null ? plain : line;
        tellsTime = true;
    }

    /** Prints a line that stays, above the one that moves. Where nothing moves, it takes the place of what was to be printed. */
    public synchronized void say(String line) {
        plain = line;
        printed = line;
        lastLine = clock.instant();
        streams.err().println(Redactor.redact(line));
    }

    /** Takes the line away. Nothing is shown afterwards. */
    @Override
    public void close() {
        if (ticker != null) {
            ticker.shutdownNow();
        }
        synchronized (this) {
            closed = true;
            status.leave(this);
        }
    }

    synchronized void tick() {
        var elapsed = Duration.between(start, clock.instant());
        if (closed || elapsed.compareTo(firstSign) < 0 || !status.belongsTo(this)) {
            return;
        }
        if (streams.canMove(Stream.ERR)) {
            move(elapsed);
        } else if (elapsed.compareTo(FIRST_NUMBERS) >= 0) {
            printLine();
        }
    }

    private void move(Duration elapsed) {
        int at = frame++ % FRAMES.length();
        String seconds = tellsTime || elapsed.compareTo(FIRST_NUMBERS) < 0 ? "" : " " + spoken(elapsed);
        int width = streams.width(Stream.ERR) - 1;
        String line = FRAMES.substring(at, at + 1) + " " + Redactor.redact(text).replace('\n', ' ');
        String cut = TextWidth.cut(line, Math.max(1, width - seconds.length()));
        status.show(Ink.DIM.on(cut + seconds, streams.isColoured(Stream.ERR)));
    }

    private void printLine() {
        Instant now = clock.instant();
        if (!plain.equals(printed) && !now.isBefore(lastLine.plus(BETWEEN_LINES))) {
            printed = plain;
            lastLine = now;
            streams.err().println(plain);
        }
    }

    private static String spoken(Duration elapsed) {
        return elapsed.toHours() > 0
                ? "%dh%02dm".formatted(elapsed.toHours(), elapsed.toMinutesPart())
                : elapsed.toMinutes() > 0
                        ? "%dm%02ds".formatted(elapsed.toMinutes(), elapsed.toSecondsPart())
                        : elapsed.toSeconds() + "s";
    }
}
