package dev.ferry.shell;

import dev.ferry.script.analysis.complete.Completions;
import dev.ferry.shell.command.Command;
import dev.ferry.shell.command.Commands;
import dev.ferry.shell.command.FileNames;
import dev.ferry.shell.command.Redirect;
import dev.ferry.shell.command.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Tab offers: for Groovy what the types know, after a slash the commands and what their arguments may be. */
final class Offers {
    /** Nobody walks through more. */
    private static final int MOST = 1_000;

    private static final String TOO_EARLY = "Groovy is still being loaded: Tab again in a moment.";

    private final Commands commands;
    private final BiFunction<String, Integer, Optional<Completions>> groovy;

    Offers(Commands commands, BiFunction<String, Integer, Optional<Completions>> groovy) {
        this.commands = commands;
        this.groovy = groovy;
    }

    /** What may stand at a place of a line. */
    Offered at(String line, int cursor) {
        String before = line.substring(0, cursor);
        return Commands.isCommand(line) ? command(line, before) : script(line, cursor);
    }

    private Offered command(String line, String before) {
        int end = Commands.endOfName(line);
        if (before.length() <= end) {
            int start = line.indexOf('/');
            Stream<Choice> names = commands.all().stream()
                    .map(each -> new Choice(
                            each.name(),
                            each.name(),
                            "",
                            each.purpose(),
                            "",
                            !each.arguments().isEmpty(),
                            false));
            return fitting(start, before, names);
        }
        @Nullable Command command = commands.find(line.substring(0, end).strip());
        Stream<Choice> found = command == null
                ? Stream.of()
                : command.complete(before.substring(end).stripLeading()).stream()
                        .map(Choice::of);
        return fitting(before.length() - Words.last(before.substring(end)).length(), before, found);
    }

    /** Commands offer all there is: what begins with the word is meant, or else what contains it. */
    private static Offered fitting(int start, String before, Stream<Choice> all) {
        String word = before.substring(start);
        Map<Integer, List<Choice>> byDistance = all.collect(Collectors.groupingBy(each -> each.distance(word)));
        List<Choice> best = byDistance.getOrDefault(0, byDistance.getOrDefault(1, List.of()));
        return new Offered(start, before.length(), best, 0, "");
    }

    private Offered script(String line, int cursor) {
        int file = Redirect.fileStart(line.substring(0, cursor));
        if (file >= 0) {
            String before = line.substring(0, cursor);
            return fitting(
                    file,
                    before,
                    FileNames.complete(before.substring(file)).stream().map(Choice::of));
        }
        Optional<Completions> answer = groovy.apply(line, cursor);
        if (answer.isEmpty()) {
            return new Offered(cursor, cursor, List.of(), 0, TOO_EARLY);
        }
        Completions found = answer.get();
        List<Choice> choices = found.candidates().stream()
                .limit(MOST)
                .map(each -> new Choice(
                        each.value(),
                        each.display(),
                        each.group(),
                        each.detail(),
                        each.documentation(),
                        false,
                        each.matched()))
                .toList();
        return new Offered(
                found.start(), found.end(), choices, found.candidates().size() - choices.size(), found.remark());
    }
}
