package dev.ferry.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/**
 * Everything that comes over a connection after one request, up to its end.
 *
 * @param reset whether the end was a reset
 * @param reads how many pieces it came in
 */
record RawAnswer(String text, boolean reset, int reads) {

    /** Sends one request of an account, on a connection of its own that the server is asked to close. */
    static RawAnswer to(Sandbox sandbox, String bearer, String method, String path, String body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", sandbox.baseUrl().getPort())) {
            OutputStream out = socket.getOutputStream();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String head =
                    method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nAccept: " + Wire.NEWEST
                            + "\r\nAuthorization: Bearer " + bearer + "\r\n"
                            + (bytes.length == 0
                                    ? ""
                                    : "Content-Type: application/json\r\nContent-Length: " + bytes.length + "\r\n")
                            + "\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(bytes);
            return rest(socket);
        }
    }

    private static RawAnswer rest(Socket socket) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        int reads = 0;
        try {
            for (int n = socket.getInputStream().read(piece);
                    n >= 0;
                    n = socket.getInputStream().read(piece)) {
                all.write(piece, 0, n);
                reads++;
            }
            return new RawAnswer(all.toString(StandardCharsets.UTF_8), false, reads);
        } catch (SocketException e) {
            return new RawAnswer(all.toString(StandardCharsets.UTF_8), true, reads);
        }
    }

    String head() {
        int end = text.indexOf("\r\n\r\n");
        return end < 0 ? text : text.substring(0, end + 2);
    }

    String body() {
        int end = text.indexOf("\r\n\r\n");
        return end < 0 ? "" : text.substring(end + 4);
    }

    String status() {
        return text.lines().findFirst().orElse("");
    }

    String header(String name) {
        return head().lines()
                .filter(line -> line.regionMatches(true, 0, name + ": ", 0, name.length() + 2))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("");
    }
}
