package dev.ferry.shell.command;

import dev.ferry.output.Redactor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Supplier;
import org.jline.reader.Candidate;

/** {@code /save FILE}. */
public record SaveCommand(Supplier<List<Transcript.Line>> transcript, PrintStream remarks) implements Command {
    @Override
    public String name() {
        return "/save";
    }

    @Override
    public String arguments() {
        return "FILE";
    }

    @Override
    public String purpose() {
        return "Writes the lines of this session that succeeded to a new script, without secrets.";
    }

    @Override
    public void run(String arguments) throws IOException {
        List<String> words = Words.of(arguments);
        List<String> lines =
                transcript.get().stream().map(Transcript.Line::text).toList();
        if (words.size() != 1) {
            throw new CommandException("Where to? For example: /save evening.groovy");
        }
        if (lines.isEmpty()) {
            throw new CommandException("There is nothing to save: no line of this session has succeeded yet.");
        }
        Path file = Words.path(words.get(0));
        String text = String.join("\n", lines) + "\n";
        String safe = Redactor.redact(text);
        try {
            Files.writeString(file, safe, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new CommandException(file + " exists already: choose another name.");
        }
        boolean secrets = !safe.equals(text);
        remarks.println(lines.size() + (lines.size() == 1 ? " line" : " lines") + " saved to " + file + "."
                + (secrets ? " Its secrets are dots now: put them back from a file or the environment." : ""));
    }

    @Override
    public List<Candidate> complete(String arguments) {
        return FileNames.complete(Words.last(arguments));
    }
}
