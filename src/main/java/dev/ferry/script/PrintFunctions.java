package dev.ferry.script;

import dev.ferry.output.Format;
import dev.ferry.output.Printer;
import groovy.lang.Script;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The functions of every script that print a value or write it into a file: a format each, all with the same named
 * arguments.
 */
public abstract class PrintFunctions extends Script {
    private static final List<String> TABLE_OPTIONS = Stream.concat(
                    PrintOptions.COMMON.stream(), PrintOptions.OF_TABLES.stream())
            .toList();
    private static final List<String> PAGE_OPTIONS = List.of("columns", "sort", "reverse", "limit", "wide", "title");

    /** Only a {@link FerryScript} is one. */
    PrintFunctions() {}

    abstract Session session();

    /**
     * Prints a value in the format of the session, which {@code -o} and {@code /set output} choose.
     *
     * @param value records, one record, or anything else
     * @param columns the fields wanted; none means all of them, or those that fit
     */
    public void show(@Nullable Object value, String... columns) {
        show(Map.of(), value, columns);
    }

    /**
     * The same with the named arguments of {@link #table(Map, Object, String...)}.
     */
    public void show(
            @NamedParams({
                        @NamedParam(value = "columns", type = Object.class),
                        @NamedParam(value = "sort", type = Object.class),
                        @NamedParam(value = "reverse", type = Boolean.class),
                        @NamedParam(value = "limit", type = Number.class),
                        @NamedParam(value = "to", type = Object.class),
                        @NamedParam(value = "overwrite", type = Boolean.class),
                        @NamedParam(value = "append", type = Boolean.class),
                        @NamedParam(value = "wide", type = Boolean.class),
                        @NamedParam(value = "title", type = Object.class)
                    })
                    Map<String, ?> options,
            @Nullable Object value,
            String... columns) {
        print("show", session().format(), true, options, value, columns);
    }

    /**
     * Prints a value as a table, or as fields when it is one record.
     *
     * <pre>{@code
     * table(projects, 'name', 'clusterCount')
     * table(clusters, 'name', 'replicationSpecs.regionConfigs.regionName', sort: '-createDate', limit: 20)
     * }</pre>
     *
     * @param value records, one record, or anything else
     * @param columns the fields wanted; none means all of them, or those that fit
     */
    public void table(@Nullable Object value, String... columns) {
        table(Map.of(), value, columns);
    }

    /**
     * The same with named arguments. {@code columns} is a list of fields. {@code sort} is a field or several, a {@code -}
     * before it turns its order; it reads a listing to its end first, as {@code reverse: true} does. {@code limit} is how many
     * are shown at most. {@code wide: true} cuts nothing, {@code title} is a line above. {@code to: 'file'} writes into a file
     * instead: whole or not at all, and over another one only with {@code overwrite: true}; {@code append: true} adds to it.
     *
     * @throws dev.ferry.output.OutputException when no record has one of the fields (of a long list the first hundred are
     *     looked at), or the file cannot be written
     */
    public void table(
            @NamedParams({
                        @NamedParam(value = "columns", type = Object.class),
                        @NamedParam(value = "sort", type = Object.class),
                        @NamedParam(value = "reverse", type = Boolean.class),
                        @NamedParam(value = "limit", type = Number.class),
                        @NamedParam(value = "to", type = Object.class),
                        @NamedParam(value = "overwrite", type = Boolean.class),
                        @NamedParam(value = "append", type = Boolean.class),
                        @NamedParam(value = "wide", type = Boolean.class),
                        @NamedParam(value = "title", type = Object.class)
                    })
                    Map<String, ?> options,
            @Nullable Object value,
            String... columns) {
        print("table", Format.TABLE, true, options, value, columns);
    }

    /**
     * Prints a value as indented JSON.
     *
     * @param value records, one record, or anything else
     * @param columns the fields wanted; none means all of them
     */
    public void json(@Nullable Object value, String... columns) {
        json(Map.of(), value, columns);
    }

    /**
     * The same with named arguments: those of {@link #table(Map, Object, String...)} but {@code wide} and {@code title}.
     */
    public void json(
            @NamedParams({
                        @NamedParam(value = "columns", type = Object.class),
                        @NamedParam(value = "sort", type = Object.class),
                        @NamedParam(value = "reverse", type = Boolean.class),
                        @NamedParam(value = "limit", type = Number.class),
                        @NamedParam(value = "to", type = Object.class),
                        @NamedParam(value = "overwrite", type = Boolean.class),
                        @NamedParam(value = "append", type = Boolean.class)
                    })
                    Map<String, ?> options,
            @Nullable Object value,
            String... columns) {
        print("json", Format.JSON, false, options, value, columns);
    }

    /**
     * Prints a value as JSON, a line for each element of a list.
     *
     * @param value records, one record, or anything else
     * @param columns the fields wanted; none means all of them
     */
    public void jsonl(@Nullable Object value, String... columns) {
        jsonl(Map.of(), value, columns);
    }

    /**
     * The same with named arguments: those of {@link #table(Map, Object, String...)} but {@code wide} and {@code title}.
     */
    public void jsonl(
            @NamedParams({
                        @NamedParam(value = "columns", type = Object.class),
                        @NamedParam(value = "sort", type = Object.class),
                        @NamedParam(value = "reverse", type = Boolean.class),
                        @NamedParam(value = "limit", type = Number.class),
                        @NamedParam(value = "to", type = Object.class),
                        @NamedParam(value = "overwrite", type = Boolean.class),
                        @NamedParam(value = "append", type = Boolean.class)
                    })
                    Map<String, ?> options,
            @Nullable Object value,
            String... columns) {
        print("jsonl", Format.JSONL, false, options, value, columns);
    }

    /**
     * Prints a value as YAML.
     *
     * @param value records, one record, or anything else
     * @param columns the fields wanted; none means all of them
     */
    public void yaml(@Nullable Object value, String... columns) {
        yaml(Map.of(), value, columns);
    }

    /**
     * The same with named arguments: those of {@link #table(Map, Object, String...)} but {@code wide} and {@code title}.
     */
    public void yaml(
            @NamedParams({
                        @NamedParam(value = "columns", type = Object.class),
                        @NamedParam(value = "sort", type = Object.class),
                        @NamedParam(value = "reverse", type = Boolean.class),
                        @NamedParam(value = "limit", type = Number.class),
                        @NamedParam(value = "to", type = Object.class),
                        @NamedParam(value = "overwrite", type = Boolean.class),
                        @NamedParam(value = "append", type = Boolean.class)
                    })
                    Map<String, ?> options,
            @Nullable Object value,
            String... columns) {
        print("yaml", Format.YAML, false, options, value, columns);
    }

    /**
     * Prints records as CSV with a header.
     *
     * @param value records, one record, or anything else
     * @param columns the fields wanted; none means all of them
     */
    public void csv(@Nullable Object value, String... columns) {
        csv(Map.of(), value, columns);
    }

    /**
     * The same with named arguments: those of {@link #table(Map, Object, String...)} but {@code wide} and {@code title}.
     */
    public void csv(
            @NamedParams({
                        @NamedParam(value = "columns", type = Object.class),
                        @NamedParam(value = "sort", type = Object.class),
                        @NamedParam(value = "reverse", type = Boolean.class),
                        @NamedParam(value = "limit", type = Number.class),
                        @NamedParam(value = "to", type = Object.class),
                        @NamedParam(value = "overwrite", type = Boolean.class),
                        @NamedParam(value = "append", type = Boolean.class)
                    })
                    Map<String, ?> options,
            @Nullable Object value,
            String... columns) {
        print("csv", Format.CSV, false, options, value, columns);
    }

    /**
     * Shows a value a window at a time, when standard output is a terminal: {@code q} leaves, {@code /} searches, {@code h} helps. It is
     * read only as far as it is looked at. Elsewhere it is printed.
     *
     * @param value records, one record, or anything else
     * @param columns the fields wanted; none means all of them, or those that fit
     */
    public void page(@Nullable Object value, String... columns) {
        page(Map.of(), value, columns);
    }

    /**
     * The same with named arguments: those of {@link #table(Map, Object, String...)} but those about files.
     */
    public void page(
            @NamedParams({
                        @NamedParam(value = "columns", type = Object.class),
                        @NamedParam(value = "sort", type = Object.class),
                        @NamedParam(value = "reverse", type = Boolean.class),
                        @NamedParam(value = "limit", type = Number.class),
                        @NamedParam(value = "wide", type = Boolean.class),
                        @NamedParam(value = "title", type = Object.class)
                    })
                    Map<String, ?> options,
            @Nullable Object value,
            String... columns) {
        PrintOptions wanted = PrintOptions.of("page", PAGE_OPTIONS, options, Arrays.asList(columns));
        session().page(session().printer().arranged(wanted.arrangement()), value);
    }

    private void print(
            String function,
            Format format,
            boolean ofTables,
            Map<String, ?> options,
            @Nullable Object value,
            String... columns) {
        List<String> known = ofTables ? TABLE_OPTIONS : PrintOptions.COMMON;
        Map<String, ?> given = options;
        Object printed = value;
        List<String> wanted = Arrays.asList(columns);
        if (value instanceof CharSequence column
                && !given.isEmpty()
                && known.stream().noneMatch(given::containsKey)) {
            // A map to be printed and the name of a column look the same to Groovy as named arguments and a text.
            wanted = new ArrayList<>(wanted);
            wanted.add(0, column.toString());
            printed = given;
            given = Map.of();
        }
        PrintOptions chosen = PrintOptions.of(function, known, given, wanted);
        Printer printer = session().printer().as(format).arranged(chosen.arrangement());
        if (chosen.file().isPresent()) {
            printer.write(printed, chosen.file().get());
        } else {
            printer.print(printed);
        }
    }
}
