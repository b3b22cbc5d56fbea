package dev.ferry.shell;

import dev.ferry.output.Redactor;
import dev.ferry.output.Streams;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Lines as they come: from a pipe, where nothing but data may be written, or from a terminal that can do no more than print
 * ({@code TERM=dumb}, as inside an editor), where there are prompts but neither colour nor keys.
 */
final class PlainInput implements Input {
    private final Streams streams;
    private final LineParser parser;
    private final Prompt prompt;
    private final boolean interactive;
    private final BufferedReader reader;
    private final List<String> history = new ArrayList<>();
    private @Nullable CompletableFuture<@Nullable String> coming;

    PlainInput(Streams streams, LineParser parser, Prompt prompt) {
        this.streams = streams;
        this.parser = parser;
        this.prompt = prompt;
        this.interactive = streams.isInteractive();
        this.reader = new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable String next() {
        show(prompt.text().toString());
        @Nullable String line = read();
        if (line == null) {
            return null;
        }
        StringBuilder text = new StringBuilder(line);
        while (parser.needsMore(text.toString())) {
            show("> ");
            line = read();
            if (line == null) {
                // Half an input at the end: let the interpreter say what is missing.
                break;
            }
            text.append('\n').append(line);
        }
        history.add(Redactor.redact(text.toString()));
        return text.toString();
    }

    @Override
    public @Nullable String ask(String question) {
        if (!interactive) {
            return null;
        }
        show(question);
        return read();
    }

    @Override
    public List<String> history() {
        return history;
    }

    @Override
    public boolean interactive() {
        return interactive;
    }

    private void show(String text) {
        if (interactive) {
            streams.err().print(text);
            streams.err().flush();
        }
    }

    /**
     * The next line; null at the end, and where the thread is interrupted while it waits for somebody to type. Such a line belongs to
     * whoever reads next: nobody can take back that it is waited for.
     */
    private @Nullable String read() {
        if (!interactive) {
            return line();
        }
        try {
            String line = waitedFor().get();
            taken();
            return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException e) {
            taken();
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private synchronized CompletableFuture<@Nullable String> waitedFor() {
        CompletableFuture<@Nullable String> line = coming;
        if (line == null) {
            line = CompletableFuture.<@Nullable String>supplyAsync(this::line, task -> {
                Thread reading = new Thread(task, "ferry-line-input");
                reading.setDaemon(true);
                reading.start();
            });
            coming = line;
        }
        return line;
    }

    private synchronized void taken() {
        coming = null;
    }

    private @Nullable String line() {
        try {
            return reader.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException("Standard input cannot be read: " + e.getMessage(), e);
        }
    }
}
