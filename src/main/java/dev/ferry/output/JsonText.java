package dev.ferry.output;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** JSON as in <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>. */
final class JsonText {
    private JsonText() {}

    /** Indented, one value; the elements of a list are written one by one. */
    static void writePretty(Object value, Page page) {
        Iterator<?> elements = Elements.of(value);
        try (var buffer = new Buffer();
                JsonWriter writer = writer(buffer)) {
            writer.setIndent("  ");
            if (elements == null) {
                writer.jsonValue(Tree.of(value));
            } else {
                writer.beginArray();
                while (elements.hasNext()) {
                    writer.jsonValue(Tree.of(elements.next()));
                    page.data().accept(TerminalText.escaped(buffer.readUtf8()));
                }
                writer.endArray();
            }
            page.line(TerminalText.escaped(buffer.readUtf8()));
        } catch (IOException e) {
            throw impossible(e);
        }
    }

    /** A line for each element of a list, or one line for anything else. */
    static void writeLines(Object value, Page page) {
        Iterator<?> elements = Elements.of(value);
        if (elements == null) {
            page.line(compact(Tree.of(value)));
        } else {
            elements.forEachRemaining(element -> page.line(compact(Tree.of(element))));
        }
    }

    /** A tree on one line. */
    static String compact(@Nullable Object tree) {
        try (var buffer = new Buffer();
                JsonWriter writer = writer(buffer)) {
            writer.jsonValue(tree);
            return TerminalText.escaped(buffer.readUtf8());
        } catch (IOException e) {
            throw impossible(e);
        }
    }

    private static JsonWriter writer(Buffer buffer) {
        JsonWriter writer = JsonWriter.of(buffer);
        writer.setSerializeNulls(true);
        writer.setLenient(true);
        return writer;
    }

    /** A buffer in memory takes everything. */
    private static UncheckedIOException impossible(IOException e) {
        return new UncheckedIOException(e);
    }
}
