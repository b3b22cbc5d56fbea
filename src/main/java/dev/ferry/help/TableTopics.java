package dev.ferry.help;

import dev.ferry.api.FactTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a row of a table says all of: exit codes, environment variables, methods of Groovy. */
final class TableTopics {
    private TableTopics() {}

    static List<Entry> entries() {
        return Stream.of(
                        rows("exits.tsv")
                                .map(row -> Entry.of(Kind.EXIT, "exit " + row[0], "Exit code " + row[0], row[1])),
                        rows("variables.tsv").map(row -> Entry.of(Kind.VARIABLE, row[0], row[0], row[1])),
                        rows("groovy.tsv").map(TableTopics::groovy))
                .flatMap(entries -> entries)
                .toList();
    }

    private static Entry groovy(String[] row) {
        return new Entry(Kind.GROOVY, row[0], List.of(), () -> row[1], () -> "", width -> {
            List<String> lines = new ArrayList<>(List.of(row[0] + ", a method of Groovy", ""));
            lines.addAll(Rows.filled(row[1], width));
            lines.add("");
            lines.add("    " + row[2]);
            return lines;
        });
    }

    private static Stream<String[]> rows(String table) {
        return FactTable.rows(TableTopics.class, table).stream();
    }
}
