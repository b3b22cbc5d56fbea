package dev.ferry.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** Between Ferry and a sandbox: it keeps what was changed there, does something before an answer goes back, and can be gone. */
final class Gate implements AutoCloseable {
    private static final Pattern NOTHING = Pattern.compile("");
    private static final List<String> OWN = List.of("content-length", "transfer-encoding", "connection", "date");

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "gate");
        thread.setDaemon(true);
        return thread;
    });
    private final URI behind;
    private final int port;
    private final List<Accepted> accepted = new CopyOnWriteArrayList<>();
    private volatile HttpServer server;
    private volatile Pattern wanted = NOTHING;
    private volatile Runnable work = () -> {};

    /**
     * A change that the sandbox has made.
     *
     * @param line verb and path
     * @param answer what it answered
     */
    record Accepted(String line, String answer) {}

    Gate(URI behind) throws IOException {
        this.behind = behind;
        this.server = open(0);
        this.port = server.getAddress().getPort();
    }

    private HttpServer open(int where) throws IOException {
        HttpServer fresh = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), where), 0);
        fresh.setExecutor(threads);
        fresh.createContext("/", this::pass);
        fresh.start();
        return fresh;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** What was changed, in its order. */
    List<Accepted> accepted() {
        return accepted;
    }

    /** Does this, once, as soon as the sandbox has made the change; nobody hears of it then. */
    void whenAccepted(String change, Runnable what) {
        work = what;
        wanted = Pattern.compile(change);
    }

    /** From now on nobody is there, and what is under way gets no answer. */
    void leave() {
        server.stop(0);
    }

    /** Is there again. */
    void comeBack() throws IOException {
        server = open(port);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try {
            String line =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            HttpResponse<byte[]> answer = client.send(
                    forwarded(exchange, exchange.getRequestBody().readAllBytes()),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (!line.startsWith("GET ") && !line.contains("/oauth/") && answer.statusCode() < 300) {
                accepted.add(new Accepted(line, new String(answer.body(), StandardCharsets.UTF_8)));
                if (wanted.matcher(line).matches()) {
                    wanted = NOTHING;
                    work.run();
                    return;
                }
            }
            answer.headers().map().forEach((name, values) -> {
                if (!OWN.contains(name)) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            int length = answer.body().length;
            exchange.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            throw new IOException(e);
        } finally {
            exchange.close();
        }
    }

    private HttpRequest forwarded(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        behind.resolve(exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        for (String name : List.of("Authorization", "Accept", "Content-Type")) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        return request.build();
    }

    @Override
    public void close() {
        leave();
        threads.shutdownNow();
    }
}
