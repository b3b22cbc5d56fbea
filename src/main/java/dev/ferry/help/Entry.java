package dev.ferry.help;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Something that can be explained.
 *
 * @param name what follows {@code /help}
 * @param aliases other names of it
 * @param summary a sentence, read when it is needed
 * @param words what else is searched, read when it is needed
 * @param lines the explanation for a width
 */
public record Entry(
        Kind kind,
        String name,
        List<String> aliases,
        Supplier<String> summary,
        Supplier<String> words,
        IntFunction<List<String>> lines) {
    public Entry {
        aliases = List.copyOf(aliases);
    }

    /** An entry of one text: its name and its arguments, and what it does. */
    public static Entry of(Kind kind, String name, String heading, String text) {
        return new Entry(kind, name, List.of(), () -> text, () -> "", width -> {
            List<String> lines = new ArrayList<>(List.of(heading, ""));
            lines.addAll(Rows.filled(text, width));
            return lines;
        });
    }
}
