package dev.ferry.sandbox;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are files. */
class DownloadTest {
    private static final String V2 = "/api/atlas/v2";

    private static Sandbox sandbox;
    private static Wire wire;
    private static SandboxCredential owner;
    private static String logs;

    @BeforeAll
    static void start() throws Exception {
        sandbox = Sandbox.start(Sandbox.Options.standard().withSpeed(0));
        wire = new Wire(sandbox);
        owner = wire.targetOwner();
        String group =
                V2 + "/groups/" + wire.get(owner, V2 + "/groups/byName/shop").text("id");
        String hosts = wire.get(owner, group + "/clusters").is(200).text("results.0.connectionStrings.standard");
        logs = group + "/clusters/" + hosts.replaceFirst("mongodb://([^:]+):.*", "$1") + "/logs/";
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @AfterEach
    void calm() {
        sandbox.faults().clear();
    }

    private static HttpResponse<InputStream> download(String path, String format)
            throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                                .header("Authorization", "Bearer " + wire.bearer(owner))
                                .header("Accept", "application/vnd.atlas.2023-02-01+" + format)
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
    }

    @Test
    void a_log_comes_zipped_and_in_chunks_with_a_line_for_each_second() throws Exception {
        HttpResponse<InputStream> answer =
                download(logs + "mongodb.gz?startDate=1767225600&endDate=1767229200", "gzip");
        assertEquals(200, answer.statusCode());
        assertEquals(
                "application/vnd.atlas.2023-02-01+gzip",
                answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals("chunked", answer.headers().firstValue("Transfer-Encoding").orElse(""));
        List<String> lines;
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(answer.body()), StandardCharsets.UTF_8))) {
            lines = reader.lines().toList();
        }
        assertEquals(3600, lines.size());
        assertTrue(lines.get(0).startsWith("{\"t\":{\"$date\":\"2026-01-01T00:00:00Z\"},\"s\":\"I\","), lines.get(0));
    }

    @Test
    void the_log_of_a_day_is_large_and_the_same_each_time() throws Exception {
        byte[] once = download(logs + "mongodb.gz", "gzip").body().readAllBytes();
        assertArrayEquals(once, download(logs + "mongodb.gz", "gzip").body().readAllBytes());
        assertTrue(once.length > 200_000, once.length + " bytes");
        long bytes = new GZIPInputStream(new ByteArrayInputStream(once)).readAllBytes().length;
        assertTrue(bytes > 10_000_000, bytes + " bytes");
    }

    @Test
    void an_invoice_comes_as_csv() throws Exception {
        HttpResponse<InputStream> answer =
                download(V2 + "/orgs/" + owner.orgId() + "/invoices/650000000000000000000001/csv", "csv");
        assertEquals(200, answer.statusCode());
        assertEquals(
                "application/vnd.atlas.2023-01-01+csv",
                answer.headers().firstValue("Content-Type").orElse(""));
        List<String> lines = new String(answer.body().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertEquals("Date,Project,SKU,Quantity,Unit,Amount", lines.get(0));
        assertTrue(lines.size() > 28 && lines.get(1).matches("\\d{4}-\\d\\d-01,\".*\",.*,\\d+\\.\\d\\d"), lines.get(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"other.gz", "mongodb.gz?startDate=200&endDate=100", "mongodb.gz?startDate=1&endDate=1767229200"})
    void a_log_that_there_is_not_is_refused_as_json(String log) throws Exception {
        HttpResponse<InputStream> answer = download(logs + log, "gzip");
        assertTrue(answer.statusCode() == 404 || answer.statusCode() == 400, "" + answer.statusCode());
        assertEquals(
                "application/json", answer.headers().firstValue("Content-Type").orElse(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset-mid", "truncate"})
    void a_download_can_break_off(String rule) throws Exception {
        sandbox.faults().add(rule);
        HttpResponse<InputStream> answer = download(logs + "mongodb.gz", "gzip");
        assertEquals(200, answer.statusCode());
        assertThrows(IOException.class, () -> answer.body().readAllBytes());
    }
}
