package dev.ferry.api.catalog;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import okio.ForwardingSource;
import okio.GzipSource;
import okio.Okio;
import okio.Source;

/**
 * The document in which the Atlas Administration API describes itself, as far as a catalog needs it: JSON by OpenAPI 3, with a
 * media type a version.
 *
 * <pre>{@code
 * OpenApiDocument document = OpenApiDocument.read(Files.newInputStream(file));
 * }</pre>
 *
 * @param operations all that have a version, by name
 * @param shapes the shapes that bodies lead to, by name, each with its fields
 * @see <a href="https://spec.openapis.org/oas/v3.0.3.html">OpenAPI Specification</a>
 */
public record OpenApiDocument(List<Operation> operations, SortedMap<String, Map<String, Shapes.Field>> shapes) {
    /** Several times the size of the real one. */
    static final long LARGEST = 64L << 20;

    private static final ByteString GZIP = ByteString.decodeHex("1f8b");
    private static final ByteString BYTE_ORDER_MARK = ByteString.decodeHex("efbbbf");
    private static final Pattern YAML = Pattern.compile("(?s)(?:---|#|%YAML|[A-Za-z]\\w*:(?:\\s|$)).*");
    private static final Pattern PLACE = Pattern.compile("at path (\\S+)");
    private static final int BEGINNING = 512;

    /**
     * Reads a document, as it is or as gzip packed it. Of its text no more than a few pages are held at a time.
     *
     * @throws UnusableDocumentException when it is something else, is cut off, or describes another API
     * @throws IOException when it cannot be read at all
     */
    public static OpenApiDocument read(InputStream in) throws IOException {
        try {
            return read(unpacked(Okio.buffer(Okio.source(in))));
        } catch (TooLarge e) {
            throw new UnusableDocumentException(
                    "The document is larger than " + (LARGEST >> 20) + " MiB, which no document of this API is.", e);
        } catch (EOFException e) {
            throw new UnusableDocumentException("The document ends in the middle; get it once more.", e);
        }
    }

    private static BufferedSource unpacked(BufferedSource source) throws IOException {
        boolean packed = source.request(GZIP.size()) && source.rangeEquals(0, GZIP);
        BufferedSource text = Okio.buffer(new Bounded(packed ? new GzipSource(source) : source));
        if (text.request(BYTE_ORDER_MARK.size()) && text.rangeEquals(0, BYTE_ORDER_MARK)) {
            text.skip(BYTE_ORDER_MARK.size());
        }
        return text;
    }

    private static OpenApiDocument read(BufferedSource text) throws IOException {
        demandJson(text);
        OpenApiNode document = parsed(text);
        if (!document.text("openapi").startsWith("3.")) {
            throw new UnusableDocumentException("The document is JSON but not OpenAPI 3: it has no 'openapi: 3.…'.");
        }
        if (document.get("paths").entries().isEmpty()) {
            throw new UnusableDocumentException("The document has no operations: its 'paths' are empty.");
        }
        OpenApiShapes shapes = new OpenApiShapes(document);
        List<Operation> operations = new OpenApiPaths(document, shapes).operations();
        if (operations.isEmpty()) {
            throw new UnusableDocumentException(
                    "The document has no operations of the Atlas Admin API v2: none of its paths"
                            + " begins with /api/atlas/ and has a dated version.");
        }
        return new OpenApiDocument(operations, shapes.table());
    }

    private static OpenApiNode parsed(BufferedSource text) throws IOException {
        try {
            JsonReader reader = JsonReader.of(text);
            OpenApiNode document = OpenApiNode.read(reader);
            // What follows the end is looked at too.
            JsonReader.Token unused = reader.peek();
            return document;
        } catch (JsonEncodingException | JsonDataException e) {
            // The reader's own sentences speak of its options.
            Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
            throw new UnusableDocumentException(
                    "The document is not JSON" + (place.find() ? ", as is seen at " + place.group(1) + "." : "."), e);
        }
    }

    /** Says what is there instead of JSON, from how it begins. */
    private static void demandJson(BufferedSource text) throws IOException {
        text.request(BEGINNING);
        Buffer seen = text.getBuffer();
        String start = seen.clone().readUtf8(Math.min(BEGINNING, seen.size())).stripLeading();
        if (start.startsWith("{")) {
            return;
        }
        throw new UnusableDocumentException(
                start.isEmpty()
                        ? "The document is empty."
                        : start.startsWith("<")
                                ? "The document is a web page, not JSON; give the address of the document itself."
                                : YAML.matcher(start).matches()
                                        ? "The document is YAML; take its JSON form, or convert it."
                                        : "The document is not JSON.");
    }

    /** More was read than a document can have. */
    private static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Ends what never ends, packed or not. */
    private static final class Bounded extends ForwardingSource {
        private long seen;

        Bounded(Source source) {
            super(source);
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            long count = super.read(sink, byteCount);
            seen += Math.max(0, count);
            if (seen > LARGEST) {
                throw new TooLarge();
            }
            return count;
        }
    }
}
