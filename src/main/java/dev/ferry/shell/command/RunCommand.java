package dev.ferry.shell.command;

import dev.ferry.output.Format;
import dev.ferry.output.Printer;
import dev.ferry.output.Streams;
import dev.ferry.script.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.jline.reader.Candidate;

/** {@code /run FILE [arguments]}. */
public record RunCommand(Language language, Streams streams, Transcript transcript, Supplier<Format> format)
        implements Command {
    @Override
    public String name() {
        return "/run";
    }

    @Override
    public String arguments() {
        return "FILE [arguments]";
    }

    @Override
    public String purpose() {
        return "Runs a script in this session.";
    }

    @Override
    public void run(String arguments) throws IOException {
        List<String> words = Words.of(arguments);
        if (words.isEmpty()) {
            throw new CommandException("Which script? For example: /run scripts/explore-organizations.groovy");
        }
        Path file = Words.path(words.get(0));
        if (!Files.isRegularFile(file)) {
            throw new CommandException("There is no file " + file + ".");
        }
        Object value = language.interpreter().run(Source.file(file), words.subList(1, words.size()));
        transcript.add("// /run " + arguments, "");
        new Printer(streams, format.get()).print(value);
    }

    @Override
    public List<Candidate> complete(String arguments) {
        return FileNames.complete(Words.last(arguments));
    }
}
