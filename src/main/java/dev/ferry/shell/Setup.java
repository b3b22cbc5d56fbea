package dev.ferry.shell;

import dev.ferry.api.ApiSide;
import dev.ferry.guard.Confirmation;
import dev.ferry.guard.SessionMode;
import dev.ferry.help.Entry;
import dev.ferry.names.Names;
import dev.ferry.output.Format;
import dev.ferry.output.Streams;
import dev.ferry.profile.Folders;
import dev.ferry.profile.Profile;
import dev.ferry.script.Interpreter;
import dev.ferry.script.Session;
import dev.ferry.shell.command.Rehearsals;
import dev.ferry.shell.command.Watch;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a shell is given by whoever starts it.
 *
 * @param profile whom the session works for: named in the prompt
 * @param mode what the session lets leave; the HTTP clients of the session ask the same object
 * @param folders where the history is kept
 * @param streams where input comes from and output goes to; a terminal makes the shell interactive
 * @param engine makes the interpreter when it is first needed
 * @param exitCode what a failure means for the exit code, for input that comes from a pipe
 * @param format how values are printed at first
 * @param answers who answers the questions of scripts, given whom to ask at the terminal, or null when there is nobody
 * @param watch what is wanted to be seen of calls
 * @param hints whether what the call at the cursor means is shown while it is typed, and how a line went on the last time; {@code /set
 *     hints} turns it
 * @param names gives what exists at the services; asked for when Groovy has been loaded, and not before
 * @param options what help can say of the command line; asked when somebody asks for help
 * @param rehearsals begins and ends rehearsals
 * @param held the roles that the credentials of a side are known to hold; asks nobody
 */
public record Setup(
        Profile profile,
        SessionMode mode,
        Folders folders,
        Streams streams,
        Engine engine,
        ToIntFunction<Throwable> exitCode,
        Format format,
        Function<Confirmation.@Nullable Prompt, Confirmation> answers,
        Watch watch,
        AtomicBoolean hints,
        Supplier<Names> names,
        Supplier<List<Entry>> options,
        Rehearsals rehearsals,
        Function<ApiSide, List<String>> held) {

    /** One that has nothing to rehearse against, and knows no roles. */
    public Setup(
            Profile profile,
            SessionMode mode,
            Folders folders,
            Streams streams,
            Engine engine,
            ToIntFunction<Throwable> exitCode,
            Format format,
            Function<Confirmation.@Nullable Prompt, Confirmation> answers,
            Watch watch,
            AtomicBoolean hints,
            Supplier<Names> names,
            Supplier<List<Entry>> options) {
        this(
                profile,
                mode,
                folders,
                streams,
                engine,
                exitCode,
                format,
                answers,
                watch,
                hints,
                names,
                options,
                Rehearsals.NONE,
                side -> List.of());
    }

    /** Makes the interpreter of a shell. */
    @FunctionalInterface
    public interface Engine {
        /**
         * Called once, on another thread than the one that shows the prompt.
         *
         * @param session has the streams with the width of the window, the format of {@code /set output} and the person at the terminal
         *     for questions; the two sides are still to be added
         */
        Interpreter open(Session.Builder session);
    }
}
