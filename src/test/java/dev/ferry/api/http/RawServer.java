package dev.ferry.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that misbehaves in ways a proper one cannot: it reads a request's head and does with the connection what the
 * test says.
 */
public final class RawServer implements AutoCloseable {
    /** What to do once the head of a request has been read. */
    @FunctionalInterface
    public interface Behaviour {
        void with(Socket connection) throws IOException;
    }

    private final ServerSocket socket;
    private final Behaviour behaviour;
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch asked = new CountDownLatch(1);

    private RawServer(ServerSocket socket, Behaviour behaviour) {
        this.socket = socket;
        this.behaviour = behaviour;
    }

    /** Starts one that does this with every connection. */
    public static RawServer start(Behaviour behaviour) {
        try {
            RawServer server = new RawServer(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), behaviour);
            Thread accepting = new Thread(server::accept, "raw-server");
            accepting.setDaemon(true);
            accepting.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends these characters and closes the connection. */
    public static Behaviour sending(String text) {
        return connection -> {
            connection.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            connection.close();
        };
    }

    /** Sends these characters, then nothing more, and keeps the connection. */
    public static Behaviour stallingAfter(String text) {
        return connection -> {
            connection.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            connection.getOutputStream().flush();
        };
    }

    /** Where it listens. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** How many heads of requests it has read. */
    public int requests() {
        return requests.get();
    }

    /** Waits until a request has arrived. */
    public void awaitRequest() throws InterruptedException {
        if (!asked.await(60, TimeUnit.SECONDS)) {
            throw new AssertionError("no request came");
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                readHead(connection.getInputStream());
                requests.incrementAndGet();
                behaviour.with(connection);
                asked.countDown();
            } catch (IOException e) {
                // The test is over, or the client has hung up; either way there is nobody to tell.
                continue;
            }
        }
    }

    private static void readHead(InputStream in) throws IOException {
        int newlines = 0;
        while (newlines < 2) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("hung up");
            }
            newlines = c == '\n' ? newlines + 1 : c == '\r' ? newlines : 0;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
