package dev.ferry.shell.command;

import dev.ferry.output.Format;
import dev.ferry.output.Pager;
import dev.ferry.output.Printer;
import dev.ferry.output.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jspecify.annotations.Nullable;

/** {@code /last}: a list that is read page by page is asked for again, since nothing of it was kept. */
public record LastCommand(
        Language language,
        Evaluation evaluation,
        Streams streams,
        Supplier<Format> format,
        Supplier<Optional<Pager>> pager)
        implements Command {
    private static final String PAGE = "page";
    private static final String WIDE = "wide";
    private static final Pattern FILE = Pattern.compile("(?s)(.*?)\\s*(>[>|]?\\s*\\S.*)");

    @Override
    public String name() {
        return "/last";
    }

    @Override
    public String arguments() {
        return "[N] [FORMAT | wide] [page] [> FILE]";
    }

    @Override
    public String purpose() {
        return "Prints the last result again, or the Nth before now: in another format, uncut, in the pager, to a file.";
    }

    @Override
    public void run(String arguments) {
        Matcher file = FILE.matcher(arguments);
        List<String> words = Words.of(file.matches() ? file.group(1) : arguments);
        int number = 1;
        Format chosen = format.get();
        boolean wide = false;
        boolean page = false;
        for (String word : words) {
            if (word.matches("[1-9]\\d?")) {
                number = Integer.parseInt(word);
            } else if (word.equals(PAGE)) {
                page = true;
            } else if (word.equals(WIDE)) {
                wide = true;
                chosen = Format.TABLE;
            } else {
                chosen = Arrays.stream(Format.values())
                        .filter(each -> each.toString().equals(word.toLowerCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> new CommandException("'" + word + "' is neither a number nor a format: "
                                + Arrays.toString(Format.values()).replaceAll("[\\[\\]]", "") + ", wide, page."));
            }
        }
        String variable = "_" + number;
        @Nullable Object value = language.interpreter().variable(variable);
        if (value == null) {
            throw new CommandException(
                    number == 1
                            ? "There is no result yet."
                            : "There is no result " + variable + ": /vars lists those that are kept.");
        }
        if (file.matches()) {
            toFile(chosen + " " + variable + " " + file.group(2));
        } else if (page && pager.get().isPresent()) {
            Printer printer = new Printer(streams, chosen);
            pager.get().orElseThrow().show(text -> printer.print(value, text));
        } else if (wide) {
            streams.unredactedOut().print(new Printer(streams, Format.TABLE).render(value));
        } else {
            new Printer(streams, chosen).print(value);
        }
    }

    private void toFile(String line) {
        Optional<Redirect> redirect = Redirect.of(line);
        if (redirect.isEmpty()) {
            throw new CommandException("Which file? For example: /last json > orgs.json");
        }
        evaluation.typed(line);
    }

    @Override
    public List<Candidate> complete(String arguments) {
        if (arguments.matches(".*>[>|]?\\s*\\S*")) {
            return FileNames.complete(Words.last(arguments).replaceAll("^>[>|]?", ""));
        }
        return Stream.concat(Arrays.stream(Format.values()).map(Format::toString), Stream.of(WIDE, PAGE, "2", "3"))
                .map(Candidate::new)
                .toList();
    }
}
