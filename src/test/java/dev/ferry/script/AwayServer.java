package dev.ferry.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A server on the loopback address that can be away in every way in which servers are: each connection carries one request. */
final class AwayServer implements AutoCloseable {
    /** An answer of this text, as it goes over the wire; null resets the connection once the request has been read. */
    private volatile @Nullable String answer = json(200, "{}");

    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final int port;
    private @Nullable ServerSocket socket;

    AwayServer() {
        this.socket = bound(0);
        this.port = socket.getLocalPort();
    }

    static String json(int status, String body, String... headers) {
        return text(status, "application/json", body, headers);
    }

    static String text(int status, String type, String body, String... headers) {
        return "HTTP/1.1 " + status + " -\r\nConnection: close\r\nContent-Type: " + type + "\r\nContent-Length: "
                + body.getBytes(UTF_8).length + "\r\n"
                + String.join(
                        "", List.of(headers).stream().map(each -> each + "\r\n").toList()) + "\r\n" + body;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The first lines of the requests that have come, without the version. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** From now on this is answered. */
    synchronized void answers(String text) {
        answer = text;
        if (socket == null) {
            socket = bound(port);
        }
    }

    /** From now on every connection is reset. */
    synchronized void resets() {
        answers("");
        answer = null;
    }

    /** From now on nothing listens. */
    synchronized void refuses() {
        close();
        socket = null;
    }

    private ServerSocket bound(int wanted) {
        try {
            ServerSocket fresh = new ServerSocket();
            fresh.setReuseAddress(true);
            fresh.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), wanted), 50);
            Thread accepting = new Thread(() -> accept(fresh), "away-server");
            accepting.setDaemon(true);
            accepting.start();
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try (Socket connection = from.accept()) {
                String head = head(connection.getInputStream());
                requests.add(head.substring(0, head.indexOf(" HTTP/")));
                String text = answer;
                if (text == null) {
                    connection.setSoLinger(true, 0);
                } else {
                    connection.getOutputStream().write(text.getBytes(UTF_8));
                }
            } catch (IOException e) {
                // The client has hung up, or nothing is to listen any more.
                continue;
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("hung up");
            }
            head.append((char) c);
        }
        return head.toString();
    }

    @Override
    public synchronized void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
