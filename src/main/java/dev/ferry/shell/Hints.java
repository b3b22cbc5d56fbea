package dev.ferry.shell;

import dev.ferry.script.analysis.call.Signature;
import dev.ferry.shell.command.Command;
import dev.ferry.shell.command.Commands;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the hint for what is being typed, behind the keys. Until the answer for a changed line is there, the last hint stays, so that
 * nothing flickers; an answer for a line that has changed since is dropped.
 */
final class Hints {
    /** Nobody reads a hint between two keys of a word. */
    private static final Duration QUIET = Duration.ofMillis(40);

    /** A path, or the name of a command. */
    private static final Pattern NAME = Pattern.compile("^\\s*/[a-z-]+|[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");

    private record Place(String text, int cursor) {}

    private final Commands commands;
    private final BiFunction<String, Integer, Optional<Signature>> signature;
    private final BooleanSupplier readOnly;
    private final Behind<Place, Hint> behind = new Behind<>("ferry-hints", QUIET, this::find, this::found);
    private volatile Runnable news = () -> {};
    private @Nullable Place asked;
    private Hint hint = Hint.NONE;

    /**
     * @param signature the call at a place of a text; may take its time
     * @param readOnly whether changes are refused now
     */
    Hints(Commands commands, BiFunction<String, Integer, Optional<Signature>> signature, BooleanSupplier readOnly) {
        this.commands = commands;
        this.signature = signature;
        this.readOnly = readOnly;
    }

    /** Who is told, on another thread, that {@link #at} has something else to say for the line it was asked for last. */
    void onNews(Runnable listener) {
        news = listener;
    }

    /** The hint to show with this line now; returns at once. */
    synchronized Hint at(String text, int cursor) {
        if (text.isBlank()) {
            asked = null;
            hint = Hint.NONE;
            return hint;
        }
        Place place = new Place(text, cursor);
        if (!place.equals(asked)) {
            asked = place;
            behind.ask(place);
        }
        return hint;
    }

    /** What {@code /help} can explain at a place of a text: the call the hint is about, else the name that is there; empty for nothing. */
    synchronized String topic(String text, int cursor) {
        if (new Place(text, cursor).equals(asked) && !hint.topic().isEmpty()) {
            return hint.topic();
        }
        Matcher names = NAME.matcher(text);
        while (names.find()) {
            if (names.start() <= cursor && cursor <= names.end() + 1) {
                return names.group();
            }
        }
        return "";
    }

    private Hint find(Place place) {
        if (Commands.isCommand(place.text())) {
            String name =
                    place.text().substring(0, Commands.endOfName(place.text())).strip();
            @Nullable Command command = commands.find(name);
            return command == null ? Hint.NONE : CommandHint.of(command);
        }
        try {
            return signature
                    .apply(place.text(), place.cursor())
                    .<Hint>map(call -> new CallHint(call, readOnly.getAsBoolean()))
                    .orElse(Hint.NONE);
        } catch (RuntimeException | StackOverflowError e) {
            // A text can be so odd that the compiler breaks on it. Enter will say so; while it is typed there is
            // nothing to say.
            return Hint.NONE;
        }
    }

    private void found(Place place, Hint found) {
        synchronized (this) {
            if (!place.equals(asked) || found.equals(hint)) {
                return;
            }
            hint = found;
        }
        news.run();
    }
}
