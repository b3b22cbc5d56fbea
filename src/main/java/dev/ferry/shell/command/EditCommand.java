package dev.ferry.shell.command;

import dev.ferry.output.Redactor;
import dev.ferry.output.Secret;
import dev.ferry.output.Streams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jline.reader.Candidate;

/**
 * {@code /edit}. What was saved comes to the prompt and runs with Enter, not before: between an editor and a production profile there is
 * time for a second look.
 */
public record EditCommand(
        Language language,
        Supplier<List<String>> history,
        ExternalEditor editor,
        Supplier<Runnable> quiet,
        Predicate<String> prefill,
        Streams streams)
        implements Command {
    @Override
    public String name() {
        return "/edit";
    }

    @Override
    public String arguments() {
        return "[N | NAME | FILE]";
    }

    @Override
    public String purpose() {
        return "Edits the last line, line N, a method or a file in $EDITOR; the text comes back to the prompt.";
    }

    @Override
    public boolean inBackground() {
        return false;
    }

    @Override
    public void run(String arguments) throws IOException, InterruptedException {
        List<String> words = Words.of(arguments);
        if (words.size() > 1) {
            throw new CommandException("One thing at a time: the number of a line, a name or a file.");
        }
        String word = words.isEmpty() ? "" : words.get(0);
        if (!word.isEmpty() && !word.matches("\\d+") && Files.isRegularFile(Words.path(word))) {
            Path file = Words.path(word);
            quietly(() -> {
                editor.edit(file);
                return "";
            });
            String load = "/load '" + file + "'";
            if (!prefill.test(load)) {
                streams.err().println("To use it: " + load);
            }
            return;
        }
        String before = text(word);
        if (before.contains(Secret.MASK)) {
            streams.err().println("Its secrets are dots: put them back, or read them from the environment.");
        }
        String after = quietly(() -> editor.edit(before));
        if (after.isBlank() || after.equals(before)) {
            streams.err().println("Nothing was changed: nothing runs.");
        } else if (!prefill.test(after)) {
            streams.out().println(after);
        }
    }

    private interface Editing {
        String run() throws IOException, InterruptedException;
    }

    /** While the screen is the editor's, nothing else may be written on it. */
    private String quietly(Editing editing) throws IOException, InterruptedException {
        Runnable loud = quiet.get();
        try {
            return editing.run();
        } finally {
            loud.run();
        }
    }

    private String text(String word) {
        // The command itself is the newest line.
        List<String> lines = history.get().stream()
                .filter(line -> !line.strip().matches("(?s)/edit\\b.*"))
                .toList();
        if (word.isEmpty()) {
            return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
        }
        if (word.matches("\\d{1,6}")) {
            List<String> all = history.get();
            int number = Integer.parseInt(word);
            if (number < 1 || number > all.size()) {
                throw new CommandException("There is no line " + word + ": /history shows their numbers.");
            }
            return all.get(number - 1);
        }
        Pattern declared = Pattern.compile("\\b(?:class|enum|interface|trait|record)\\s+" + Pattern.quote(word)
                + "\\b|\\b" + Pattern.quote(word) + "\\s*\\(");
        List<String> declarations =
                new ArrayList<>(language.interpreter().scope().declarations());
        Collections.reverse(declarations);
        return declarations.stream()
                .filter(source -> declared.matcher(source).find())
                .findFirst()
                .map(Redactor::redact)
                .orElseThrow(() -> new CommandException("'" + word
                        + "' is neither a line's number nor a file, and no method or class of this session."));
    }

    @Override
    public List<Candidate> complete(String arguments) {
        return FileNames.complete(Words.last(arguments));
    }
}
