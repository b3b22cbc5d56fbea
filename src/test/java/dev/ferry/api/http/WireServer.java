package dev.ferry.api.http;

import dev.ferry.output.Secret;
import dev.ferry.profile.ApiKey;
import dev.ferry.profile.Connection;
import dev.ferry.profile.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ServerSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import org.jspecify.annotations.Nullable;

/**
 * A web server on the loopback address that answers what a test tells it to and remembers what it was asked. Its sockets
 * do not wait for more to send, so that a test takes milliseconds.
 *
 * <pre>{@code
 * try (WireServer server = WireServer.start(); ApiClient client = server.client()) {
 *     server.answer(200, "{\"results\":[]}");
 *     client.call("GET", "/api/atlas/v2/orgs", Map.of(), null);
 *     assertEquals("GET /api/atlas/v2/orgs", server.next());
 * }
 * }</pre>
 */
public final class WireServer implements AutoCloseable {
    /** Any key; this server asks for none unless told to. */
    public static final ApiKey KEY = new ApiKey("zmmrboas", Secret.of("55c3bbb6-b4bb-0be1-e66d20841f3e"));

    /** Every call is sent once: what a test does not answer must not be asked for again. */
    public static final ApiClient.Settings ONCE =
            ApiClient.Settings.defaults().withRetries(RetryPolicy.NONE).withoutLookBefore();

    /** Kept, or the level would be lost with the logger. */
    private static final Logger CHATTER = Logger.getLogger(MockWebServer.class.getName());

    private final MockWebServer server;
    private final String scheme;

    private WireServer(MockWebServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
    }

    /** Starts one that speaks plain http. */
    public static WireServer start() {
        return start(null);
    }

    /** Starts one; with certificates it speaks https. */
    public static WireServer start(@Nullable HandshakeCertificates certificates) {
        CHATTER.setLevel(Level.OFF);
        MockWebServer server = new MockWebServer();
        server.setServerSocketFactory(new PromptSockets());
        if (certificates != null) {
            server.useHttps(certificates.sslSocketFactory());
        }
        try {
            server.start(InetAddress.getByName("127.0.0.1"), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WireServer(server, certificates == null ? "http" : "https");
    }

    /** Where it answers. */
    public URI url() {
        return URI.create(scheme + "://127.0.0.1:" + server.getPort());
    }

    /** A connection to it with these credentials. */
    public Connection connection(Credentials credentials) {
        return new Connection(url(), credentials, null);
    }

    /** The same, trusting the certificates of this file. */
    public Connection connection(Credentials credentials, @Nullable Path caFile) {
        return new Connection(url(), credentials, caFile);
    }

    /** A client of it with {@link #KEY}. */
    public ApiClient client() {
        return new ApiClient(connection(KEY), WireServer.ONCE);
    }

    /** Answers the next request that has no answer yet with JSON. */
    public void answer(int status, String json) {
        answer(json(status, json));
    }

    /** Answers the next request that has no answer yet with this. */
    public void answer(MockResponse response) {
        server.enqueue(response);
    }

    /** Answers every request by this function from now on. */
    public void answerAll(Function<RecordedRequest, MockResponse> answers) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                try {
                    return answers.apply(request);
                } catch (RuntimeException | AssertionError e) {
                    // A test that fails in here must not wait for an answer that never comes.
                    return new MockResponse.Builder()
                            .code(599)
                            .body(e.toString())
                            .build();
                }
            }
        });
    }

    /** A JSON answer. */
    public static MockResponse json(int status, String json) {
        return new MockResponse.Builder()
                .code(status)
                .setHeader("Content-Type", "application/json")
                .body(json)
                .build();
    }

    /** The next request that was received, oldest first; fails when none comes within ten seconds. */
    public RecordedRequest take() {
        try {
            RecordedRequest request = server.takeRequest(60, TimeUnit.SECONDS);
            if (request == null) {
                throw new AssertionError("no request came");
            }
            return request;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for a request", e);
        }
    }

    /** The next request that was received, as its verb and path. */
    public String next() {
        RecordedRequest request = take();
        return request.getMethod() + " " + request.getTarget();
    }

    /** How many requests have been received. */
    public int count() {
        return server.getRequestCount();
    }

    @Override
    public void close() {
        server.close();
    }

    /** Accepted sockets send at once: Nagle's algorithm costs 40 ms a request on the loopback address. */
    private static final class PromptSockets extends ServerSocketFactory {
        @Override
        public ServerSocket createServerSocket() throws IOException {
            return new ServerSocket() {
                @Override
                public Socket accept() throws IOException {
                    Socket socket = super.accept();
                    socket.setTcpNoDelay(true);
                    return socket;
                }
            };
        }

        @Override
        public ServerSocket createServerSocket(int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, @Nullable InetAddress address) {
            throw new UnsupportedOperationException();
        }
    }
}
