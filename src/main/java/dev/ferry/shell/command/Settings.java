package dev.ferry.shell.command;

import dev.ferry.guard.Lock;
import dev.ferry.guard.SessionMode;
import dev.ferry.names.Names;
import dev.ferry.output.Format;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What {@code /set} shows and changes, for this session only. */
public final class Settings {
    /** One thing that can be set, to one of a few values. */
    public record Setting(
            String name, String purpose, List<String> values, Supplier<String> get, Consumer<String> set) {}

    private final SessionMode mode;
    private final Lock lock;
    private final Watch watch;
    private final AtomicBoolean hints;
    private final Supplier<Names> names;
    private final AtomicBoolean paged = new AtomicBoolean();
    private final AtomicBoolean bell = new AtomicBoolean();
    private volatile Format format;

    /**
     * @param mode what the session lets leave
     * @param lock turns it
     * @param watch what is wanted to be seen of calls
     * @param hints whether hints and suggestions are wanted while one types
     * @param format how values are printed at first
     * @param names gives what exists at the services
     */
    public Settings(
            SessionMode mode, Lock lock, Watch watch, AtomicBoolean hints, Format format, Supplier<Names> names) {
        this.mode = mode;
        this.lock = lock;
        this.watch = watch;
        this.hints = hints;
        this.format = format;
        this.names = names;
    }

    public Format format() {
        return format;
    }

    /** Whether values that are longer than the screen are paged. */
    public boolean paged() {
        return paged.get();
    }

    /** Whether the terminal rings when a job has ended. */
    public boolean bell() {
        return bell.get();
    }

    public boolean debug() {
        return watch.debug().get();
    }

    /** The table of settings. */
    public List<Setting> all() {
        return List.of(
                new Setting(
                        "output",
                        "how values are printed",
                        Arrays.stream(Format.values()).map(Format::toString).toList(),
                        () -> format.toString(),
                        value -> format = Format.valueOf(value.toUpperCase(Locale.ROOT))),
                new Setting(
                        "mode",
                        "whether changes may leave",
                        List.of("read-only", "writable"),
                        () -> mode.now().toString(),
                        value -> turn("read-only".equals(value))),
                onOff(
                        "hints",
                        "whether what a call means is shown while it is typed, and how a line went on before",
                        hints),
                new Setting(
                        "names",
                        "whether the names of what exists are read behind the prompt and offered",
                        List.of("on", "off"),
                        () -> names.get().isOn() ? "on" : "off",
                        value -> names.get().turn("on".equals(value))),
                onOff("pager", "whether a value that is longer than the screen is shown a window at a time", paged),
                onOff("bell", "whether the terminal rings when a job has ended", bell),
                onOff("verbose", "whether each call is told of", watch.verbose()),
                onOff(
                        "debug",
                        "whether calls show what goes over the wire, and failures where in the program they happened",
                        watch.debug()));
    }

    private void turn(boolean readOnly) {
        if (readOnly) {
            lock.lock();
        } else {
            lock.unlock(null);
        }
    }

    private static Setting onOff(String name, String purpose, AtomicBoolean flag) {
        return new Setting(
                name,
                purpose,
                List.of("on", "off"),
                () -> flag.get() ? "on" : "off",
                value -> flag.set("on".equals(value)));
    }
}
