package dev.ferry.shell.command;

import dev.ferry.journal.Origin;
import dev.ferry.output.Format;
import dev.ferry.output.Printer;
import dev.ferry.output.Streams;
import dev.ferry.script.Complaint;
import dev.ferry.script.ScriptCheck;
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
        Source source = Source.file(file);
        demandRight(source);
        List<String> given = words.subList(1, words.size());
        Object value;
        try (Origin.Scope scope = Origin.file(
                        Origin.Kind.SCRIPT, file.toAbsolutePath().normalize().toString(), source.text(), given)
                .enter()) {
            value = language.interpreter().run(source, given);
        }
        transcript.add("// /run " + arguments, "");
        new Printer(streams, format.get()).print(value);
    }

    /** A script with a mistake in it is not begun: half of its work may be done before the mistake shows. */
    private void demandRight(Source source) {
        if (!ScriptCheck.isWorthIt(source)) {
            return;
        }
        List<Complaint> complaints = language.check(source.text()).diagnostics().stream()
                .map(each -> new Complaint(source.name(), source.text(), each))
                .toList();
        if (!complaints.isEmpty()) {
            Complaint.print(complaints, streams, Streams.Stream.ERR);
            throw new CommandException("Nothing was run. 'ferry run --no-check " + source.name()
                    + "' runs it all the same, outside of this session.");
        }
    }

    @Override
    public List<Candidate> complete(String arguments) {
        return FileNames.complete(Words.last(arguments));
    }
}
