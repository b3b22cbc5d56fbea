package dev.ferry.api.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OpenApiDocumentTest {
    private static final List<Operation> PUBLISHED = Catalog.atlas().operations().stream()
            .sorted(Comparator.comparing(Operation::id))
            .toList();
    private static final String WHOLE = PublishedApi.document(PUBLISHED);

    private static OpenApiDocument read(String text) throws IOException {
        return OpenApiDocument.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private static byte[] packed(byte[] text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text);
        }
        return packed.toByteArray();
    }

    private static String refusal(byte[] document) {
        String message = String.valueOf(assertThrows(
                        UnusableDocumentException.class, () -> OpenApiDocument.read(new ByteArrayInputStream(document)))
                .getMessage());
        assertEquals(1, message.lines().count(), message);
        assertTrue(message.endsWith("."), message);
        return message;
    }

    @Test
    void all_operations_of_the_table_come_back_from_the_document_they_are_published_in() throws IOException {
        List<Operation> read = read(WHOLE).operations();

        assertEquals(540, read.size());
        IntStream.range(0, 540).forEach(i -> assertEquals(PUBLISHED.get(i), read.get(i)));
    }

    @Test
    void all_shapes_that_bodies_lead_to_come_back() throws IOException {
        Map<String, Map<String, Shapes.Field>> read = read(WHOLE).shapes();

        assertTrue(read.size() > 100, () -> "only " + read.size());
        int known = 0;
        for (var shape : read.entrySet()) {
            var fields = Shapes.table().fields(shape.getKey());
            if (fields.isPresent()) {
                known++;
                assertEquals(new TreeMap<>(fields.get()), new TreeMap<>(shape.getValue()), shape.getKey());
            }
        }
        assertTrue(known > 80, "compared only " + known);
    }

    @Test
    void a_packed_document_is_read_as_it_is() throws IOException {
        OpenApiDocument document = OpenApiDocument.read(new ByteArrayInputStream(packed(WHOLE.getBytes(UTF_8))));

        assertEquals(PUBLISHED, document.operations());
    }

    @Test
    void parents_and_variants_of_a_body_become_one_shape() throws IOException {
        OpenApiDocument document = read("""
                {"openapi": "3.0.1",
                 "components": {
                  "parameters": {"a": {"$ref": "#/components/parameters/b"},
                                 "b": {"name": "dry-run", "in": "query", "schema": {"$ref": "#/components/schemas/Flag"}}},
                  "schemas": {
                   "Flag": {"type": "boolean"},
                   "Region": {"type": "object", "required": ["kind", "id"],
                     "discriminator": {"propertyName": "kind", "mapping": {"ONE": "#/components/schemas/One",
                                                                          "TWO": "#/components/schemas/Two"}},
                     "properties": {"kind": {"type": "string", "enum": ["ONE", "TWO"]},
                                    "id": {"type": "string", "pattern": "^([a-f0-9]{24})$", "readOnly": true},
                                    "description": {"type": "string", "description": "A field, not prose."}}},
                   "One": {"allOf": [{"$ref": "#/components/schemas/Region"},
                                     {"type": "object", "required": ["size"],
                                      "properties": {"size": {"type": "integer"}, "colour": {"type": "string", "enum": ["RED"]}}}]},
                   "Two": {"allOf": [{"$ref": "#/components/schemas/Region"},
                                     {"type": "object", "required": ["size"],
                                      "properties": {"size": {"type": "integer"}, "colour": {"type": "string", "enum": ["BLUE"]},
                                                     "self": {"allOf": [{"$ref": "#/components/schemas/Region"}]}}}]}}},
                 "paths": {"/api/atlas/v2/regions/{id}": {
                   "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
                   "post": {"operationId": "addRegion", "tags": ["Regions"], "parameters": [{"$ref": "#/components/parameters/a"}],
                     "requestBody": {"content": {"application/vnd.atlas.2026-01-01+json":
                        {"schema": {"$ref": "#/components/schemas/Region"}}}},
                     "responses": {"201": {"content": {"application/vnd.atlas.2026-01-01+json": {},
                                                       "application/vnd.atlas.2027-01-01.upcoming+json": {}}}}}}}}
                """);

        Operation operation = document.operations().get(0);
        assertEquals(List.of("2026-01-01"), operation.versions());
        assertEquals(List.of(new Operation.Query("dry-run", "boolean", false)), operation.query());
        assertEquals(Map.of("2026-01-01", "Region"), operation.bodies());
        Map<String, Shapes.Field> region = document.shapes().get("Region");
        assertEquals(new Shapes.Field("enum ONE|TWO", true, false, false), region.get("kind"));
        assertEquals(new Shapes.Field("id", false, true, false), region.get("id"));
        assertEquals(new Shapes.Field("string", false, false, false), region.get("description"));
        assertEquals(new Shapes.Field("integer", true, false, false), region.get("size"), "all variants need it");
        assertEquals(new Shapes.Field("enum RED|BLUE", false, false, false), region.get("colour"));
        assertEquals("Region", region.get("self").type());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|empty",
                "<!DOCTYPE html><title>Sign in</title>|a web page",
                "openapi: 3.0.1|YAML",
                "'---'|YAML",
                "not at all|not JSON",
                "[1]|not JSON",
                "{'openapi': '3.0.1', 'paths': {'/api/atlas/v2/x': {|in the middle",
                "{'openapi': '3.0.1', 'paths' {}}|not JSON",
                "{'swagger': '2.0'}|not OpenAPI 3",
                "{}|not OpenAPI 3",
                "{'openapi': '3.0.1', 'paths': {}}|no operations",
                "{'openapi': '3.0.1', 'paths': {'/pets': {'get': {'operationId': 'pets'}}}}|no operations of the Atlas",
                "{'openapi': '3.0.1', 'paths': {'/api/atlas/v2/x': {'get': {}}}}|no usable operationId",
                "{'openapi': '3.0.1', 'paths': {'/api/atlas/v2/x': {'get': {'operationId': 'a b'}}}}|'a b'",
                "{'openapi': '3.0.1', 'paths': []}|no operations",
                "{'openapi': '3.0.1', 'paths': {'/api/atlas/v2/x': {'$ref': '#/paths/~1api~1atlas~1v2~1x'}}}|no operations",
                "{'openapi': '3.0.1'} {}|not JSON, as is seen at $",
            })
    void what_is_no_such_document_is_named_in_one_sentence(String text, String sentence) {
        String message = refusal(text.replace('\'', '"').getBytes(UTF_8));

        assertTrue(message.contains(sentence.replace("'", "")) || message.contains(sentence), message);
    }

    @Test
    void two_operations_of_one_name_are_both_named() {
        String twice = WHOLE.replace("\"operationId\":\"getGroup\"", "\"operationId\":\"listOrgs\"");

        assertEquals(
                "The document has two operations with the operationId 'listOrgs': GET /api/atlas/v2/groups/{groupId} and GET"
                        + " /api/atlas/v2/orgs.",
                refusal(twice.getBytes(UTF_8)));
    }

    @Test
    void a_document_that_is_cut_off_is_never_half_a_catalog() throws IOException {
        byte[] text = WHOLE.getBytes(UTF_8);
        byte[] packed = packed(text);
        for (int part = 1; part < 20; part++) {
            refusal(Arrays.copyOf(text, text.length * part / 20));
            assertTrue(refusal(Arrays.copyOf(packed, packed.length * part / 20)).contains("in the middle"));
        }
    }

    @Test
    void a_document_without_an_end_is_given_up() {
        InputStream endless = new InputStream() {
            private long sent;

            @Override
            public int read() {
                return sent++ == 0 ? '{' : ' ';
            }
        };

        String message =
                String.valueOf(assertThrows(UnusableDocumentException.class, () -> OpenApiDocument.read(endless))
                        .getMessage());
        assertTrue(message.contains("larger than 64 MiB"), message);
    }

    @Test
    void a_small_packed_document_does_not_unpack_without_end() throws IOException {
        byte[] blanks = new byte[1 << 20];
        Arrays.fill(blanks, (byte) ' ');
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("{".getBytes(UTF_8));
            for (int i = 0; i < 70; i++) {
                gzip.write(blanks);
            }
        }

        assertTrue(refusal(packed.toByteArray()).contains("larger than 64 MiB"));
    }

    @Test
    void brackets_without_end_are_refused() {
        assertTrue(refusal("{\"a\":".repeat(100_000).getBytes(UTF_8)).contains("not JSON"));
    }
}
