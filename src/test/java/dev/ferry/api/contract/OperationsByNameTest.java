package dev.ferry.api.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.ferry.api.catalog.Risks;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.Operations;
import dev.ferry.api.http.WireServer;
import dev.ferry.guard.Mode;
import dev.ferry.profile.Connection;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Calls every operation of both APIs by both of its names, in every version, and holds what arrives against the tables, which
 * are read here once more and otherwise.
 */
final class OperationsByNameTest {
    private static final List<Row> ATLAS = table("atlas.tsv");
    private static final List<Row> CLOUD_MANAGER = table("cloudmanager.tsv");
    private static final Map<String, Map<String, String[]>> SHAPES = shapes();
    private static final String ID = "65f0000000000000000000a1";

    private static WireServer server;
    private static ApiClient client;
    private static Map<CallRefusedException.Why, ApiClient> guarded;

    @TempDir
    private Path folder;

    /** A row of a table, by the names of its columns. */
    private record Row(Map<String, String> cells) {
        String get(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }

        List<String> list(String column) {
            return get(column).isEmpty() ? List.of() : List.of(get(column).split(","));
        }

        List<String> holes() {
            return Pattern.compile("\\{(\\w+)}")
                    .matcher(get("path"))
                    .results()
                    .map((MatchResult hole) -> hole.group(1))
                    .toList();
        }

        boolean isAtlas() {
            return get("path").startsWith("/api/atlas/v2");
        }

        @Override
        public String toString() {
            return get("id");
        }
    }

    private record Call(Row row, String name, @Nullable String version) {
        @Override
        public String toString() {
            return name + (version == null ? "" : " " + version);
        }
    }

    @BeforeAll
    static void start() {
        server = WireServer.start();
        client = server.client();
        guarded = Map.of(
                CallRefusedException.Why.READ_ONLY, Guarded.client(server, Mode.READ_ONLY),
                CallRefusedException.Why.NOT_PLANNED, Guarded.client(server, Mode.REHEARSAL));
        server.answerAll(OperationsByNameTest::answer);
    }

    @AfterAll
    static void stop() {
        client.close();
        guarded.values().forEach(ApiClient::close);
        server.close();
    }

    private static MockResponse answer(RecordedRequest request) {
        String accept = String.valueOf(request.getHeaders().get("Accept"));
        return accept.endsWith("json")
                ? WireServer.json(200, "{\"results\":[],\"totalCount\":0}")
                : new MockResponse.Builder()
                        .setHeader("Content-Type", accept)
                        .body("bytes")
                        .build();
    }

    private static List<Row> table(String name) {
        List<String> lines = lines(name);
        List<String> columns = List.of(lines.get(0).split("\t", -1));
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), cells[i]);
            }
            rows.add(new Row(row));
        }
        return rows;
    }

    private static List<String> lines(String name) {
        try (InputStream table = Objects.requireNonNull(
                OperationsByNameTest.class.getResourceAsStream("/dev/ferry/api/catalog/" + name))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, Map<String, String[]>> shapes() {
        Map<String, Map<String, String[]>> shapes = new LinkedHashMap<>();
        lines("shapes.tsv").stream().skip(1).map(line -> line.split("\t", -1)).forEach(cells -> shapes.computeIfAbsent(
                        cells[0], any -> new LinkedHashMap<>())
                .put(cells[1], cells));
        return shapes;
    }

    static Stream<Call> calls() {
        return Stream.concat(ATLAS.stream(), CLOUD_MANAGER.stream())
                .filter(row -> !isGetWithBody(row))
                .flatMap(row -> {
                    List<Call> calls = new ArrayList<>();
                    calls.add(new Call(row, row.get("id"), null));
                    if (!row.get("shortId").isEmpty()) {
                        calls.add(new Call(row, row.get("shortId"), null));
                    }
                    row.list("versions").forEach(version -> calls.add(new Call(row, row.get("id"), version)));
                    return calls.stream();
                });
    }

    private static boolean isGetWithBody(Row row) {
        return row.get("method").equals("GET") && !row.get("bodies").isEmpty();
    }

    /** The server of the other tests takes no such requests, so another one does. */
    @Test
    void the_one_get_with_a_body_arrives_with_it() throws IOException {
        Row row = ATLAS.stream()
                .filter(OperationsByNameTest::isGetWithBody)
                .reduce((a, b) -> {
                    throw new AssertionError(a + " and " + b);
                })
                .orElseThrow();
        List<String> seen = new ArrayList<>();
        HttpServer plain = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        plain.createContext("/", exchange -> {
            seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            for (String header : List.of("Accept", "Content-Type")) {
                seen.add(exchange.getRequestHeaders().getFirst(header));
            }
            seen.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = "{\"results\":[{\"sku\":\"x\"}]}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        plain.start();
        URI url = URI.create("http://127.0.0.1:" + plain.getAddress().getPort());
        try (ApiClient one = new ApiClient(new Connection(url, WireServer.KEY, null), ApiClient.Settings.defaults())) {
            Object lines = one.atlasOperations("atlas.api")
                    .call(
                            row.get("id"),
                            Map.of("orgId", ID, "invoiceId", ID, "body", Map.of("skuServices", List.of())));
            assertEquals(List.of(Map.of("sku", "x")), new ArrayList<>((Collection<?>) Objects.requireNonNull(lines)));
        } finally {
            plain.stop(0);
        }
        String type = "application/vnd.atlas.2024-08-05+json";
        assertEquals(
                List.of(
                        "GET /api/atlas/v2/orgs/" + ID + "/invoices/" + ID + "/lineItems:search",
                        type,
                        type,
                        "{\"skuServices\":[]}"),
                seen);
    }

    @Test
    void the_tables_hold_every_operation() {
        assertEquals(540, ATLAS.size());
        assertEquals(540, ATLAS.stream().map(Row::toString).distinct().count());
        assertEquals(84, CLOUD_MANAGER.size());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void an_operation_arrives_as_the_table_has_it(Call call) {
        Row row = call.row();
        String version = call.version() == null ? newest(row) : call.version();
        Map<String, Object> arguments = new LinkedHashMap<>();
        String path = row.get("path");
        for (String hole : row.holes()) {
            String value = hole.equals("clientId") ? "mdb_sa_id_" + ID : hole.endsWith("Id") ? ID : "a b/c";
            arguments.put(hole, value);
            path = path.replace("{" + hole + "}", value.replace(" ", "%20").replace("/", "%2F"));
        }
        TreeSet<String> query = new TreeSet<>();
        for (String parameter : row.list("query")) {
            String name = parameter.replaceFirst("\\*?:.*", "");
            String type = parameter.replaceFirst("[^:]*:", "");
            arguments.put(name, value(type));
            query.add(name + "=" + (type.equals("strings") ? "x&" + name + "=y" : text(type)));
        }
        for (String header : row.list("headers")) {
            arguments.put(header.replaceFirst("=.*", ""), true);
        }
        String shape = pair(row, "bodies", version);
        if (shape != null) {
            arguments.put("body", body(shape));
        }
        if (call.version() != null) {
            arguments.put("version", call.version());
        }
        String format = format(row, version);
        if (!format.equals("json")) {
            arguments.put("to", folder.resolve("answer").toString());
        }

        int before = server.count();
        if (Risks.of(row.get("method"), row.get("path")).changes()) {
            String raw = path;
            guarded.forEach((why, guardedClient) -> {
                refused(why, () -> operations(guardedClient, row).invokeMethod(call.name(), new Object[] {arguments}));
                refused(why, () -> guardedClient.call(row.get("method"), raw, Map.of(), arguments.get("body")));
            });
        }
        operations(client, row).invokeMethod(call.name(), new Object[] {arguments});

        RecordedRequest request = server.take();
        assertEquals(before + 1, server.count(), "requests");
        String type = row.isAtlas() ? "application/vnd.atlas." + version + "+" : "application/";
        assertEquals(row.get("method"), request.getMethod());
        assertEquals(path, request.getUrl().encodedPath());
        assertEquals(
                query,
                request.getUrl().queryParameterNames().stream()
                        .map(name -> name + "="
                                + String.join("&" + name + "=", request.getUrl().queryParameterValues(name)))
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(type + format, request.getHeaders().get("Accept"));
        ByteString body = request.getBody();
        assertEquals(shape != null, body != null && body.size() > 0, "body");
        assertEquals(shape == null ? null : type + "json", request.getHeaders().get("Content-Type"));
        for (String header : row.list("headers")) {
            assertEquals(
                    "true",
                    request.getHeaders().get(header.replaceFirst(".*=", "").replaceFirst(":.*", "")));
        }
    }

    private static void refused(CallRefusedException.Why why, Executable call) {
        CallRefusedException refusal = assertThrows(CallRefusedException.class, call);
        assertEquals(why, refusal.why(), refusal.getMessage());
    }

    private static Operations operations(ApiClient client, Row row) {
        return row.isAtlas() ? client.atlasOperations("atlas.api") : client.cloudManagerOperations("cm.api");
    }

    private static String newest(Row row) {
        return row.list("versions").stream()
                .filter(version -> !version.equals("preview"))
                .max(String::compareTo)
                .orElse(row.isAtlas() ? "preview" : "*");
    }

    private static @Nullable String pair(Row row, String column, String version) {
        return row.list(column).stream()
                .filter(pair -> pair.startsWith(version + "="))
                .map(pair -> pair.substring(version.length() + 1))
                .findFirst()
                .orElse(null);
    }

    private static String format(Row row, String version) {
        if (pair(row, "answers", version) != null) {
            return "json";
        }
        return pair(row, "answers", version + "+gzip") != null ? "gzip" : "csv";
    }

    private static Object value(String type) {
        return switch (type) {
            case "boolean" -> false;
            case "integer" -> 3;
            case "strings" -> List.of("x", "y");
            default -> text(type);
        };
    }

    private static String text(String type) {
        return switch (type) {
            case "boolean" -> "false";
            case "integer" -> "3";
            case "string" -> "a b&c";
            case "date-time" -> "2025-03-12T08:00:00Z";
            case "date" -> "2025-03-12";
            default -> type.replaceFirst("enums? ", "").split("\\|")[0];
        };
    }

    /** The least that a shape asks for. */
    private static Object body(String type) {
        if (type.startsWith("[")) {
            return List.of(body(type.substring(1, type.length() - 1)));
        }
        if (type.startsWith("enum ")) {
            return Arrays.asList(type.substring(5).split("\\|")).get(0);
        }
        return switch (type) {
            case "string" -> "text";
            case "boolean" -> true;
            case "integer" -> 7;
            case "number" -> 0.5;
            case "id" -> ID;
            case "date-time" -> "2025-03-12T08:00:00Z";
            default -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                SHAPES.getOrDefault(type, Map.of()).forEach((name, cells) -> {
                    if (cells[3].equals("y")) {
                        fields.put(name, body(cells[2]));
                    }
                });
                yield fields;
            }
        };
    }

    @Test
    void some_operations_answer_with_files() {
        assertEquals(
                6,
                ATLAS.stream()
                        .filter(row -> row.get("answers").contains("+gzip"))
                        .count());
        assertEquals(
                3,
                ATLAS.stream()
                        .filter(row -> row.get("answers").contains("+csv"))
                        .count());
        assertTrue(ATLAS.stream().anyMatch(row -> row.get("bodies").startsWith("preview=")));
    }
}
