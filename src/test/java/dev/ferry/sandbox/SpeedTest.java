package dev.ferry.sandbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.suite.Lateness;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Kept-alive reads have to be quick: 40 ms each would mean that TCP_NODELAY is not in effect. */
class SpeedTest {
    private static final int WARM_UP = 300;
    private static final int READS = 2000;
    private static final double GENEROUS_MILLIS = 5;

    @Test
    void a_kept_alive_read_takes_well_under_five_milliseconds() throws Exception {
        try (Sandbox sandbox = Sandbox.start(
                        Sandbox.Options.standard().withLimits(Limits.every(100_000, Duration.ofMinutes(1))));
                Socket socket = new Socket("127.0.0.1", sandbox.baseUrl().getPort());
                Lateness machine = Lateness.watch()) {
            socket.setTcpNoDelay(true);
            Wire wire = new Wire(sandbox);
            String path = "/api/atlas/v2/orgs/" + wire.targetOwner().orgId();
            byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: " + Wire.NEWEST
                            + "\r\nAuthorization: Bearer " + wire.bearer(wire.targetOwner()) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            read(WARM_UP, request, in, out);
            long start = System.nanoTime();
            read(READS, request, in, out);
            double millis = (System.nanoTime() - start) / 1e6 / READS;
            System.out.printf("sandbox: a kept-alive read takes %.3f ms%n", millis);
            assertTrue(millis < machine.allow(GENEROUS_MILLIS), millis + " ms");
        }
    }

    private static void read(int times, byte[] request, InputStream in, OutputStream out) throws IOException {
        for (int i = 0; i < times; i++) {
            out.write(request);
            String status = line(in);
            if (!status.equals("HTTP/1.1 200 OK")) {
                throw new AssertionError(status);
            }
            int length = 0;
            for (String header = line(in); !header.isEmpty(); header = line(in)) {
                if (header.startsWith("Content-Length: ")) {
                    length = Integer.parseInt(header.substring("Content-Length: ".length()));
                }
            }
            in.skipNBytes(length);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new AssertionError("The connection was closed.");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
