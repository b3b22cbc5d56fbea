package dev.ferry.shell;

import dev.ferry.script.analysis.Completions;
import dev.ferry.shell.command.Command;
import dev.ferry.shell.command.Commands;
import dev.ferry.shell.command.FileNames;
import dev.ferry.shell.command.Redirect;
import dev.ferry.shell.command.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;

/** What Tab offers: for Groovy what the types know, after a slash the commands and what their arguments may be. */
final class Offers implements Completer {
    private final Commands commands;
    private final BiFunction<String, Integer, Optional<Completions>> groovy;
    private boolean tooEarly;

    Offers(Commands commands, BiFunction<String, Integer, Optional<Completions>> groovy) {
        this.commands = commands;
        this.groovy = groovy;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (line instanceof Offered offered) {
            candidates.addAll(offered.candidates());
        }
    }

    /** Whether the last question came before Groovy was there. */
    boolean tooEarly() {
        return tooEarly;
    }

    /** The word at the cursor, together with what may stand in its place. */
    CompletingParsedLine at(String line, int cursor) {
        String before = line.substring(0, cursor);
        tooEarly = false;
        return Commands.isCommand(line) ? command(line, before) : script(line, cursor);
    }

    private Offered command(String line, String before) {
        int end = Commands.endOfName(line);
        if (before.length() <= end) {
            int start = line.indexOf('/');
            List<Candidate> names = commands.all().stream()
                    .map(each -> new Candidate(
                            each.name(),
                            each.name(),
                            null,
                            each.purpose(),
                            null,
                            null,
                            !each.arguments().isEmpty()))
                    .toList();
            return new Offered(line, before.length(), start, before.length(), names);
        }
        @Nullable Command command = commands.find(line.substring(0, end).strip());
        List<Candidate> found = command == null
                ? List.of()
                : command.complete(before.substring(end).stripLeading());
        int start = before.length() - Words.last(before.substring(end)).length();
        return new Offered(line, before.length(), start, before.length(), found);
    }

    private Offered script(String line, int cursor) {
        int file = Redirect.fileStart(line.substring(0, cursor));
        if (file >= 0) {
            return new Offered(line, cursor, file, cursor, FileNames.complete(line.substring(file, cursor)));
        }
        Optional<Completions> answer = groovy.apply(line, cursor);
        tooEarly = answer.isEmpty();
        Completions found = answer.orElse(new Completions(cursor, cursor, List.of()));
        int[] rank = {0};
        List<Candidate> candidates = found.candidates().stream()
                .map(each -> new Candidate(
                        each.value(),
                        each.display(),
                        each.group(),
                        each.detail().isEmpty() ? null : each.detail(),
                        null,
                        each.display(),
                        false,
                        rank[0]++))
                .toList();
        return new Offered(line, cursor, found.start(), found.end(), candidates);
    }

    /** A line whose word at the cursor has been looked up. */
    private record Offered(String line, int cursor, int start, int end, List<Candidate> candidates)
            implements CompletingParsedLine {
        @Override
        public String word() {
            return line.substring(start, end);
        }

        @Override
        public int wordCursor() {
            return cursor - start;
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word());
        }

        /** The candidates carry what they need. */
        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return end - start;
        }
    }
}
