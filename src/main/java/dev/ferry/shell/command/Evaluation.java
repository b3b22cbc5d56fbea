package dev.ferry.shell.command;

import dev.ferry.guard.Confirmation;
import dev.ferry.guard.RefusedException;
import dev.ferry.output.Format;
import dev.ferry.output.Pager;
import dev.ferry.output.Printer;
import dev.ferry.output.Streams;
import dev.ferry.script.Source;
import dev.ferry.script.analysis.text.Part;
import groovy.lang.Closure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What happens to Groovy that was typed, pasted or loaded: it is evaluated, noted for {@code /save}, and its value is printed. */
public final class Evaluation {
    private final Language language;
    private final Transcript transcript;
    private final Streams streams;
    private final Supplier<Format> format;
    private final boolean interactive;
    private final Function<String, @Nullable String> ask;
    private final Supplier<Optional<Pager>> pager;

    /**
     * @param interactive whether somebody can be asked
     * @param ask puts a question to the person at the terminal
     * @param pager who shows values now, if they are not to be printed
     */
    public Evaluation(
            Language language,
            Transcript transcript,
            Streams streams,
            Supplier<Format> format,
            boolean interactive,
            Function<String, @Nullable String> ask,
            Supplier<Optional<Pager>> pager) {
        this.language = language;
        this.transcript = transcript;
        this.streams = streams;
        this.format = format;
        this.interactive = interactive;
        this.ask = ask;
        this.pager = pager;
    }

    /** Runs what was typed, each statement as if it had been typed alone; stops at the first that fails. */
    public void typed(String text) {
        Optional<Redirect> redirect = Redirect.of(text);
        if (redirect.isPresent() || text.indexOf('\n') < 0) {
            run(Source.line(text), "");
            return;
        }
        for (Part part : language.analysis().statements(text)) {
            run(new Source("input", part.text(), part.line()), "");
        }
    }

    /** Runs a line beside the prompt; {@code variable} takes its value. */
    public void aside(String text, String variable) {
        run(Source.line(text), variable);
    }

    /** Runs one part of a text. */
    void part(Source source) {
        run(source, "");
    }

    private void run(Source source, String variable) {
        Optional<Redirect> redirect = Redirect.of(source.text()).map(this::permitted);
        Source groovy = redirect.map(each -> new Source(source.name(), each.groovy(), source.firstLine()))
                .orElse(source);
        @Nullable
        Object value = variable.isEmpty()
                ? language.interpreter().evaluate(groovy)
                : language.interpreter().evaluateAside(groovy, variable);
        transcript.add(groovy.text(), value == null ? "" : variable.isEmpty() ? "_" : variable);
        // On this thread, since printing a listing fetches its pages.
        Printer printer = new Printer(streams, format.get());
        Object shown = value instanceof Closure ? "a closure" : value;
        Optional<Pager> wanted = pager.get();
        if (shown != null && wanted.isPresent()) {
            wanted.get().show(text -> printer.print(shown, text));
        } else {
            printer.print(shown);
        }
    }

    /** Asked before anything is fetched. A night's work is not overwritten by habit: the shell's own sign for that is {@code >|}. */
    private Redirect permitted(Redirect redirect) {
        Path file = Path.of(redirect.file());
        // A device or a pipe takes everything and keeps nothing that could be lost.
        if (redirect.append() || redirect.overwrite() || !Files.isRegularFile(file)) {
            return redirect;
        }
        String there = file + " is there already";
        if (!interactive) {
            throw new RefusedException(there + ": >| replaces it and >> adds to it.");
        }
        if (!Confirmation.of(ask::apply, false, List.of()).ask(there + ". Replace it?")) {
            throw new RefusedException(there + " and stays as it is.");
        }
        return redirect.overwriting();
    }
}
