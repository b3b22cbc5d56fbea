package dev.ferry.cli;

import dev.ferry.guard.Confirmation;
import dev.ferry.guard.RefusedException;
import dev.ferry.output.Secret;
import dev.ferry.output.Streams;
import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Asks the person at the terminal, on standard error; refuses when nobody is there. */
final class Questions {
    private final Streams streams;

    Questions(Streams streams) {
        this.streams = streams;
    }

    /** Whether there is somebody to answer. */
    boolean possible() {
        return streams.isInteractive();
    }

    /** The line typed, without the blanks around it; the given answer when it is empty. */
    String ask(String question, String whenEmpty) {
        String answer = prompt(question + (whenEmpty.isEmpty() ? ": " : " [" + whenEmpty + "]: "));
        if (answer == null) {
            throw new RefusedException(
                    Thread.currentThread().isInterrupted()
                            ? "Interrupted before the question was answered."
                            : "The input ended before the question was answered.");
        }
        return answer.isBlank() ? whenEmpty : answer.strip();
    }

    /** The line typed, which does not show on the screen. */
    // Newer Javas have a console without a terminal too; nobody gets here without one.
    @SuppressWarnings("SystemConsoleNull")
    Secret askSecret(String question) {
        Console console = System.console();
        if (console == null) {
            throw new RefusedException(
                    question + " can be typed on a terminal only, where it does not show; name a file, a variable"
                            + " or a command that has it instead.");
        }
        char[] typed = console.readPassword("%s (does not show): ", question);
        if (typed == null) {
            throw new RefusedException("Nothing was typed.");
        }
        return Secret.of(new String(typed).strip());
    }

    /** Shows the question as it is and reads one line; null at the end of the input, and after Ctrl-C. */
    @Nullable
    String prompt(String question) {
        // Several threads of a script may have something to ask.
        synchronized (streams) {
            streams.err().print(question);
            streams.err().flush();
            return line();
        }
    }

    /** What may be asked on the way: at the terminal, or answered beforehand by options. */
    Confirmation confirmation(GlobalOptions options) {
        return Confirmation.of(possible() ? this::prompt : null, options.yes, options.confirm);
    }

    /** A thread that reads from a terminal cannot be interrupted, so this one only waits for it. */
    private @Nullable String line() {
        FutureTask<Optional<String>> typed = new FutureTask<>(this::read);
        Thread reader = new Thread(typed, "ferry-answer");
        reader.setDaemon(true);
        reader.start();
        try {
            return typed.get().orElse(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            streams.err().println();
            return null;
        } catch (ExecutionException e) {
            throw new UncheckedIOException(
                    "The answer cannot be read: " + e.getMessage(),
                    e.getCause() instanceof IOException reason ? reason : new IOException(e));
        }
    }

    /** Byte by byte: what follows the line belongs to the next reader. */
    private Optional<String> read() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int next = streams.in().read();
        if (next < 0) {
            return Optional.empty();
        }
        while (next >= 0 && next != '\n') {
            bytes.write(next);
            next = streams.in().read();
        }
        return Optional.of(bytes.toString(StandardCharsets.UTF_8));
    }
}
