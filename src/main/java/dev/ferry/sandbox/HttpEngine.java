package dev.ferry.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.ExceptionListener;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpConnection;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.HttpVersion;
import org.apache.hc.core5.http.impl.bootstrap.HttpServer;
import org.apache.hc.core5.http.impl.bootstrap.ServerBootstrap;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.protocol.DefaultHttpProcessor;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.ResponseContent;
import org.apache.hc.core5.http.protocol.ResponseDate;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 on the loopback address. Apache HttpCore and not the JDK's server: the latter rewrites header names
 * ({@code Www-authenticate}), and the challenge has to appear as the documents print it.
 */
final class HttpEngine implements AutoCloseable {
    private static final int LARGEST_BODY = 4 * 1024 * 1024;

    /** Longer than clients keep an unused connection, so that they are the ones who close it. */
    private static final Timeout IDLE = Timeout.ofMinutes(10);

    private final HttpServer server;

    private HttpEngine(HttpServer server) {
        this.server = server;
    }

    /**
     * Listens at once.
     *
     * @param port 0 for any free one
     * @param tls null for plain http
     * @throws IOException when the port cannot be bound
     */
    static HttpEngine start(int port, @Nullable SSLContext tls, Handler handler) throws IOException {
        // Answers are small and written whole: without TCP_NODELAY each one waits for a delayed acknowledgement.
        SocketConfig sockets = SocketConfig.custom()
                .setTcpNoDelay(true)
                .setSoTimeout(IDLE)
                .setSoReuseAddress(true)
                .build();
        ServerBootstrap bootstrap = ServerBootstrap.bootstrap()
                .setListenerPort(port)
                .setLocalAddress(InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1}))
                .setSocketConfig(sockets)
                .setHttpProcessor(new DefaultHttpProcessor(
                        new ResponseDate(), new ResponseContent(), HttpEngine::closeWhatTheHandlerDidNotSee))
                .setConnectionFactory(AnswerEntity.connections(tls == null ? "http" : "https"))
                .setExceptionListener(new Breakage())
                .setRequestRouter(
                        (request, context) -> (received, response, alsoContext) -> answer(received, response, handler));
        if (tls != null) {
            bootstrap.setSslContext(tls);
        }
        HttpServer server = bootstrap.create();
        server.start();
        return new HttpEngine(server);
    }

    /** What answers requests; called from many threads at once. */
    interface Handler {
        Response answer(Request request);
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() {
        server.close(CloseMode.IMMEDIATE);
    }

    private static void answer(ClassicHttpRequest received, ClassicHttpResponse response, Handler handler)
            throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (Header header : received.getHeaders()) {
            headers.merge(header.getName().toLowerCase(Locale.ROOT), header.getValue(), (a, b) -> a + ", " + b);
        }
        byte[] body = received.getEntity() == null
                ? new byte[0]
                : EntityUtils.toByteArray(received.getEntity(), LARGEST_BODY);
        Response answer = handler.answer(new Request(
                received.getMethod(), received.getRequestUri(), headers, body == null ? new byte[0] : body));
        switch (answer.delivery().manner()) {
            case NEVER -> throw new BrokenOff(false);
            case RESET -> throw new BrokenOff(true);
            default -> fill(response, answer);
        }
        response.setHeader("Connection", keepsAlive(received, headers) ? "keep-alive" : "close");
    }

    private static void fill(ClassicHttpResponse response, Response answer) {
        AnswerEntity entity = AnswerEntity.of(answer);
        // What breaks off needs a body to do it in, and some statuses have none.
        response.setCode(entity != null && entity.isWithoutHead() ? HttpStatus.SC_OK : answer.status());
        answer.headers().forEach((name, value) -> {
            // The media type is copied as it is: parsing it would change its spelling.
            if (entity != null || !name.equals("Content-Type")) {
                response.setHeader(name, value);
            }
        });
        response.setEntity(entity);
    }

    /** A worker thread that something is thrown in resets its connection, unless it has been closed here. */
    private static final class Breakage implements ExceptionListener {
        @Override
        public void onError(Exception e) {}

        @Override
        public void onError(HttpConnection connection, Exception e) {
            if (e instanceof BrokenOff broken && !broken.byReset()) {
                connection.close(CloseMode.GRACEFUL);
            }
        }
    }

    private static boolean keepsAlive(ClassicHttpRequest received, Map<String, String> headers) {
        String wish = headers.getOrDefault("connection", "").toLowerCase(Locale.ROOT);
        boolean byDefault =
                received.getVersion() == null || !received.getVersion().lessEquals(HttpVersion.HTTP_1_0);
        return byDefault ? !wish.contains("close") : wish.contains("keep-alive");
    }

    private static void closeWhatTheHandlerDidNotSee(
            HttpResponse response, @Nullable EntityDetails entity, HttpContext context) {
        if (!response.containsHeader("Connection")) {
            response.setHeader("Connection", "close");
        }
    }
}
