package dev.ferry.api.catalog;

import dev.ferry.profile.Folders;
import dev.ferry.profile.SettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Shapes as a table: a field a row, after a row with the names of the columns; the same for the program's and the user's own. */
final class ShapeTable {
    private static final String HEADING = "shape\tfield\ttype\trequired\treadOnly\tnullable";
    private static final int CELLS = 6;

    private ShapeTable() {}

    static Map<String, Map<String, Shapes.Field>> shapes(List<String[]> rows) {
        Map<String, Map<String, Shapes.Field>> shapes = new LinkedHashMap<>();
        for (String[] cells : rows) {
            shapes.computeIfAbsent(cells[0], any -> new LinkedHashMap<>())
                    .put(
                            cells[1],
                            new Shapes.Field(
                                    cells[2], cells[3].equals("y"), cells[4].equals("y"), cells[5].equals("y")));
        }
        return shapes;
    }

    static Map<String, Map<String, Shapes.Field>> read(Path file) {
        List<String[]> rows = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (int i = 0; i < lines.size(); i++) {
                String[] cells = lines.get(i).split("\t", -1);
                boolean first = i == 0;
                if (cells.length != CELLS || (first && !lines.get(i).equals(HEADING))) {
                    throw new SettingsException(file + ", line " + (i + 1) + ": "
                            + (first
                                    ? "the columns have to be " + HEADING.replace("\t", ", ")
                                    : "a row has " + CELLS + " cells")
                            + ".");
                }
                if (!first) {
                    rows.add(cells);
                }
            }
        } catch (IOException e) {
            throw new SettingsException(file + " cannot be read: " + e.getMessage(), e);
        }
        return shapes(rows);
    }

    static void write(Path file, Map<String, Map<String, Shapes.Field>> shapes) {
        StringBuilder text = new StringBuilder(HEADING).append('\n');
        SortedMap<String, Map<String, Shapes.Field>> sorted = new TreeMap<>(shapes);
        sorted.forEach((name, fields) -> fields.forEach((field, type) -> text.append(String.join(
                        "\t",
                        name,
                        field,
                        type.type(),
                        mark(type.required()),
                        mark(type.readOnly()),
                        mark(type.nullable())))
                .append('\n')));
        try {
            Folders.write(file, text.toString());
        } catch (IOException e) {
            throw new SettingsException(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static String mark(boolean yes) {
        return yes ? "y" : "";
    }
}
