package dev.ferry.help;

import dev.ferry.api.FactTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The words of the domain, with what to read next. */
record WordTopics(Asking asking, Function<String, String> summaryOf) {
    private static final int NAME_WIDTH = 44;

    /** @param summaryOf the sentence on another topic, empty when there is none */
    WordTopics {}

    List<Entry> entries() {
        return FactTable.rows(WordTopics.class, "words.tsv").stream()
                .map(row -> entry(row[0], list(row[1], ","), row[2], list(row[3], "; ")))
                .toList();
    }

    private Entry entry(String word, List<String> aliases, String meaning, List<String> next) {
        return new Entry(Kind.WORD, word, aliases, () -> firstSentence(meaning), () -> meaning, width -> {
            List<String> lines = new ArrayList<>();
            lines.add(word + (aliases.isEmpty() ? "" : " (also: " + String.join(", ", aliases) + ")"));
            lines.add("");
            lines.addAll(Rows.filled(meaning, width));
            lines.add("");
            for (String topic : next) {
                lines.addAll(Rows.row(asking.topic(topic), summaryOf.apply(topic), NAME_WIDTH, width));
            }
            return lines;
        });
    }

    static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private static List<String> list(String cell, String separator) {
        return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(separator, -1));
    }
}
