package dev.ferry.output;

import java.util.Locale;

/** How a value is written to standard output: the values of {@code -o}. */
public enum Format {
    /** For people: records as a table, one record as fields, anything else as its text. The default. */
    TABLE(ForPeople::write),
    /** Indented JSON, unknown fields of the answer included. */
    JSON(JsonText::writePretty),
    /** One JSON value a line, each written as soon as it is there. */
    JSONL(JsonText::writeLines),
    /** YAML 1.2 in block style. */
    YAML(YamlText::write),
    /** Comma-separated values as in <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>, with a header. */
    CSV(CsvText::write);

    private final Layout layout;

    Format(Layout layout) {
        this.layout = layout;
    }

    Layout layout() {
        return layout;
    }

    /** The name as it is typed: {@code table}, {@code json} and so on. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
