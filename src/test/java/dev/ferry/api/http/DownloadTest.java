package dev.ferry.api.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.failure.UnreadableAnswerException;
import dev.ferry.output.OutputException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that become files. */
final class DownloadTest {
    private static final String ID = "65f0000000000000000000a1";
    private static final int MEGA = 1024 * 1024;

    private final List<DownloadProgress> progress = new ArrayList<>();
    private WireServer server;
    private ApiClient client;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        server = WireServer.start();
        client = new ApiClient(
                server.connection(WireServer.KEY),
                ApiClient.Settings.defaults().withRetries(RetryPolicy.NONE).withDownloads(progress::add));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private Object download(Map<String, ?> more) {
        Map<String, Object> arguments = new java.util.LinkedHashMap<>(Map.of("groupId", ID, "tenantName", "t"));
        arguments.putAll(more);
        return client.atlasOperations("atlas.api").call("downloadAuditLogs", arguments);
    }

    private Object invoice(Map<String, ?> more) {
        Map<String, Object> arguments = new java.util.LinkedHashMap<>(Map.of("orgId", ID, "invoiceId", ID));
        arguments.putAll(more);
        return client.atlasOperations("atlas.api").call("getInvoice", arguments);
    }

    private static MockResponse.Builder bytes(byte[] bytes) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "application/vnd.atlas.2023-02-01+gzip")
                .body(new Buffer().write(bytes));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_file_comes_as_the_service_sent_it() throws IOException {
        byte[] sent = {31, (byte) 139, 8, 0, 7};
        server.answer(bytes(sent).build());
        Path file = folder.resolve("audit.gz");
        Download download = assertInstanceOf(Download.class, download(Map.of("to", file.toString())));
        assertEquals(new Download(file, 5, "application/vnd.atlas.2023-02-01+gzip"), download);
        assertArrayEquals(sent, Files.readAllBytes(file));
        assertEquals(List.of("audit.gz"), files());
        RecordedRequest request = server.take();
        assertEquals(
                "application/vnd.atlas.2023-02-01+gzip", request.getHeaders().get("Accept"));
        assertEquals("identity", request.getHeaders().get("Accept-Encoding"));
        assertEquals(List.of(new DownloadProgress(file, 5, 5, true)), progress);
    }

    @Test
    void a_stream_that_breaks_leaves_nothing_and_says_how_far_it_came() throws IOException {
        server.answer(bytes(new byte[MEGA])
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        Path file = folder.resolve("audit.gz");
        UnreadableAnswerException broken =
                assertThrows(UnreadableAnswerException.class, () -> download(Map.of("to", file.toFile())));
        assertTrue(
                String.valueOf(broken.getMessage())
                        .matches(".*: the download to .*audit\\.gz broke off after \\d+ of 1048576 bytes \\(.*\\);"
                                + " nothing was kept.*"),
                broken.getMessage());
        assertEquals(List.of(), files());
    }

    @Test
    void a_refusal_of_the_service_is_no_file() throws IOException {
        server.answer(404, "{\"error\":404,\"errorCode\":\"GROUP_NOT_FOUND\",\"detail\":\"none\"}");
        ErrorAnswerException refused =
                assertThrows(ErrorAnswerException.class, () -> download(Map.of("to", folder.resolve("audit.gz"))));
        assertEquals(404, refused.status());
        assertEquals(List.of(), files());
    }

    @Test
    void a_file_that_exists_is_only_replaced_when_the_call_says_so() throws IOException {
        Path file = Files.writeString(folder.resolve("audit.gz"), "precious");
        CallRefusedException refused = assertThrows(CallRefusedException.class, () -> download(Map.of("to", file)));
        assertEquals(
                "atlas.api.downloadAuditLogs does not write over '" + file
                        + "', which exists; say overwrite: true, or another name",
                refused.getMessage());
        assertEquals(0, server.count());
        server.answer(bytes(new byte[MEGA])
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
        assertThrows(ApiException.class, () -> download(Map.of("to", file, "overwrite", true)));
        assertEquals("precious", Files.readString(file));
        server.answer(
                bytes("new".getBytes(java.nio.charset.StandardCharsets.UTF_8)).build());
        download(Map.of("to", file, "overwrite", true));
        assertEquals("new", Files.readString(file));
    }

    @Test
    void a_folder_that_does_not_exist_is_said_before_anything_is_sent() {
        Path file = folder.resolve("no/audit.gz");
        CallRefusedException refused = assertThrows(CallRefusedException.class, () -> download(Map.of("to", file)));
        assertTrue(String.valueOf(refused.getMessage()).endsWith("the folder does not exist"), refused.getMessage());
        assertEquals(0, server.count());
    }

    @Test
    void a_disk_that_does_not_take_the_file_is_not_asked_again() throws IOException {
        Path below = Files.createDirectory(folder.resolve("below"));
        server.answerAll(request -> {
            // Nobody can make a file in there any more, the superuser included.
            assertTrue(below.toFile().delete());
            return bytes(new byte[MEGA]).build();
        });

        OutputException refused =
                assertThrows(OutputException.class, () -> download(Map.of("to", below.resolve("audit.gz"))));

        assertEquals(1, server.count());
        assertEquals(
                "Cannot write '" + below.resolve("audit.gz")
                        + "': there is no such file or folder; nothing was kept. Make room, or give another file.",
                refused.getMessage());
        assertFalse(String.valueOf(refused.getMessage()).contains(".part"), refused.getMessage());
    }

    @Test
    void an_invoice_comes_as_json_or_as_csv() throws IOException {
        server.answer(200, "{\"id\":\"x\"}");
        assertEquals(Map.of("id", "x"), invoice(Map.of()));
        assertEquals(
                "application/vnd.atlas.2023-01-01+json",
                server.take().getHeaders().get("Accept"));
        MockResponse csv = new MockResponse.Builder()
                .setHeader("Content-Type", "application/vnd.atlas.2023-01-01+csv")
                .body("a,b\n1,2\n")
                .build();
        server.answer(csv);
        assertEquals("a,b\n1,2\n", invoice(Map.of("format", "csv")));
        assertEquals(
                "application/vnd.atlas.2023-01-01+csv",
                server.take().getHeaders().get("Accept"));
        server.answer(csv);
        invoice(Map.of("to", folder.resolve("invoice.CSV")));
        assertEquals(
                "application/vnd.atlas.2023-01-01+csv",
                server.take().getHeaders().get("Accept"));
        assertEquals("a,b\n1,2\n", Files.readString(folder.resolve("invoice.CSV")));
        server.answer(200, "{\"id\":\"x\"}");
        invoice(Map.of("to", folder.resolve("invoice.json")));
        assertEquals("{\"id\":\"x\"}", Files.readString(folder.resolve("invoice.json")));
    }

    /** Ten megabytes pass through the memory of a few pieces. */
    @Test
    void a_large_file_never_is_in_memory() throws IOException {
        byte[] random = new byte[10 * MEGA];
        new Random(7).nextBytes(random);
        server.answer(bytes(random).build());
        Path file = folder.resolve("large.gz");
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated;
        try (ApiClient client = new ApiClient(server.connection(WireServer.KEY), ApiClient.Settings.defaults())) {
            client.atlasOperations("atlas.api")
                    .call("downloadAuditLogs", Map.of("groupId", ID, "tenantName", "t", "to", file));
            // The thread is idle now and lives on for a while.
            allocated =
                    Arrays.stream(threads.getThreadAllocatedBytes(http())).max().orElse(0);
        }
        assertArrayEquals(random, Files.readAllBytes(file));
        assertTrue(allocated > 0, "no thread was looked at");
        assertTrue(allocated < 6L * MEGA, allocated + " bytes for a file of " + random.length);
        assertFalse(files().isEmpty());
    }

    /** The threads on which answers are read. */
    private static long[] http() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("ferry-http"))
                .mapToLong(Thread::getId)
                .toArray();
    }
}
