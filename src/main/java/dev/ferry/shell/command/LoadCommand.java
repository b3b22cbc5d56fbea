package dev.ferry.shell.command;

import dev.ferry.output.Ink;
import dev.ferry.output.Streams;
import dev.ferry.output.Streams.Stream;
import dev.ferry.script.Complaint;
import dev.ferry.script.Source;
import dev.ferry.script.analysis.text.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.reader.Candidate;

/** {@code /load FILE}: unlike {@code /run}, what the file declares lives on in the session. */
public record LoadCommand(Language language, Evaluation evaluation, Streams streams) implements Command {
    @Override
    public String name() {
        return "/load";
    }

    @Override
    public String arguments() {
        return "FILE";
    }

    @Override
    public String purpose() {
        return "Runs the lines of a file as if they were typed: what they declare lives on.";
    }

    @Override
    public void run(String arguments) throws IOException {
        List<String> words = Words.of(arguments);
        if (words.size() != 1) {
            throw new CommandException("Which file? For example: /load functions.groovy");
        }
        Path file = Words.path(words.get(0));
        if (!Files.isRegularFile(file)) {
            throw new CommandException("There is no file " + file + ".");
        }
        String text = Files.readString(file);
        check(file, text);
        List<Part> parts = language.analysis().statements(text);
        int done = 0;
        try {
            for (Part part : parts) {
                show(part.text());
                evaluation.part(new Source(file.toString(), part.text(), part.line()));
                done++;
            }
        } finally {
            if (done < parts.size()) {
                int line = parts.get(done).line();
                streams.err()
                        .println(file + " was left in the part that begins on line " + line + "; " + done + " of "
                                + parts.size() + " parts ran before it.");
            }
        }
    }

    /** Before anything of it runs, by what the session knows: what earlier lines declared is no mistake. */
    private void check(Path file, String text) {
        String complaints = language
                .analysis()
                .check(text, language.interpreter().scope())
                .diagnostics()
                .stream()
                .map(each -> new Complaint(file.toString(), text, each).line())
                .collect(Collectors.joining("\n"));
        if (!complaints.isEmpty()) {
            throw new CommandException(complaints + "\nNothing ran.");
        }
    }

    private void show(String text) {
        boolean coloured = streams.isColoured(Stream.ERR);
        text.strip().lines().forEach(line -> streams.err().println(Ink.DIM.on("> " + line, coloured)));
    }

    @Override
    public List<Candidate> complete(String arguments) {
        return FileNames.complete(Words.last(arguments));
    }
}
