package dev.ferry.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A table of facts that comes with the program: UTF-8, a row a line, cells separated by tabs, empty ones included. Lines
 * that start with {@code #} are remarks.
 */
public final class FactTable {
    private FactTable() {}

    /**
     * The rows of a table, in order.
     *
     * @param reader the class the table lies beside
     * @param name name of its file, such as {@code atlas.tsv}
     */
    public static List<String[]> rows(Class<?> reader, String name) {
        InputStream table = reader.getResourceAsStream(name);
        if (table == null) {
            throw new IllegalStateException("The program is incomplete: " + name + " is missing.");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The table " + name + " cannot be read.", e);
        }
    }
}
