package dev.ferry.help;

import dev.ferry.api.FactTable;
import dev.ferry.profile.Key;
import java.util.ArrayList;
import java.util.Arrays;
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
                        settings(),
                        Stream.of(SettingsTopics.files()),
                        rows("groovy.tsv").map(TableTopics::groovy))
                .flatMap(entries -> entries)
                .toList();
    }

    /** The variables that say what the settings say too. */
    private static Stream<Entry> settings() {
        return Arrays.stream(Key.values())
                .filter(key -> !key.variable().isEmpty())
                .map(key -> Entry.of(Kind.VARIABLE, key.variable(), key.variable(), SettingsTopics.sentence(key)));
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
