package dev.ferry.output;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** What is in a file already, and how more of the same format is added so that it stays one. */
final class FormerText {
    private FormerText() {}

    /**
     * The columns of a file with comma-separated values.
     *
     * @return none for another format and where there is nothing yet
     * @throws OutputException when nothing can be added in this format
     */
    static List<String> header(Format format, Path file) {
        if (isEmpty(file)) {
            return List.of();
        }
        if (format == Format.JSON) {
            throw new OutputException(
                    "'" + file + "' has JSON already, and a file has one JSON value: use `jsonl` to add line by line.");
        }
        if (format != Format.CSV) {
            return List.of();
        }
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
            Iterator<CsvRecord> records = reader.iterator();
            return records.hasNext() ? List.copyOf(records.next().getFields()) : List.of();
        } catch (IOException | RuntimeException e) {
            throw new OutputException("'" + file + "' cannot be read as CSV, so nothing can be added to it.", e);
        }
    }

    /** What stands between what is there and what is added. */
    static String separator(Format format, Path file) {
        return format == Format.YAML && !isEmpty(file) ? "---\n" : "";
    }

    private static boolean isEmpty(Path file) {
        try {
            return !Files.isRegularFile(file) || Files.size(file) == 0;
        } catch (IOException e) {
            // Whoever writes to it will say what is wrong with it.
            return true;
        }
    }
}
