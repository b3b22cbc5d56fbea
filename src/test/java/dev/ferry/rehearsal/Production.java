package dev.ferry.rehearsal;

import dev.ferry.api.ApiSide;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.WireServer;
import dev.ferry.profile.ApiKey;
import dev.ferry.profile.Connection;
import dev.ferry.profile.Credentials;
import dev.ferry.profile.ServiceAccount;
import dev.ferry.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.ByteString;

/**
 * A sandbox that stands for the real services, behind a gate that remembers every request that came through.
 */
public final class Production implements AutoCloseable {
    private static final List<String> READING = List.of("GET", "HEAD");

    private final Sandbox sandbox;
    private final WireServer gate = WireServer.start();
    private final OkHttpClient behind =
            new OkHttpClient.Builder().followRedirects(false).build();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private volatile Consumer<String> watcher = line -> {};

    private Production(Sandbox sandbox) {
        this.sandbox = sandbox;
        gate.answerAll(this::pass);
    }

    static Production start() throws IOException {
        return start(0);
    }

    /** One whose time passes at this speed. */
    public static Production start(double speed) throws IOException {
        return new Production(Sandbox.start(Sandbox.Options.standard().withSpeed(speed)));
    }

    /** The variables with which a command works on it as the owners: with their service accounts, or with their keys. */
    public Map<String, String> variables(boolean account) {
        Map<String, String> variables = new HashMap<>();
        for (ApiSide side : ApiSide.values()) {
            boolean source = side == ApiSide.SOURCE;
            Connection connection = connection(side, account);
            String prefix = source ? "MCLI_" : "MONGODB_ATLAS_";
            variables.put(
                    prefix + (source ? "OPS_MANAGER_URL" : "BASE_URL"),
                    connection.baseUrl().toString());
            if (connection.credentials() instanceof ServiceAccount owner) {
                variables.put(prefix + "CLIENT_ID", owner.clientId());
                variables.put(prefix + "CLIENT_SECRET", owner.clientSecret().reveal());
            } else if (connection.credentials() instanceof ApiKey owner) {
                variables.put(prefix + "PUBLIC_API_KEY", owner.publicKey());
                variables.put(prefix + "PRIVATE_API_KEY", owner.privateKey().reveal());
            }
        }
        return variables;
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    /** How its sides are reached: with service accounts, or with API keys. */
    Connection connection(ApiSide side, boolean account) {
        Connection direct = side == ApiSide.SOURCE
                ? (account ? sandbox.sourceAccount() : sandbox.source())
                : (account ? sandbox.targetAccount() : sandbox.target());
        return connection(direct.credentials());
    }

    Connection connection(Credentials who) {
        return gate.connection(who);
    }

    Optional<Way> way(ApiSide side, boolean account) {
        return Optional.of(new Way(connection(side, account), ApiClient.Settings.defaults()));
    }

    /** The requests that may have changed something; asking for a token changes nothing. */
    public List<String> changing() {
        return lines.stream()
                .filter(line -> READING.stream().noneMatch(verb -> line.startsWith(verb + " ")))
                .filter(line -> !line.startsWith("POST /api/oauth/"))
                .toList();
    }

    /** Told of each request before it is answered. */
    public void watch(Consumer<String> listener) {
        watcher = listener;
    }

    /** Every request so far. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    private MockResponse pass(RecordedRequest request) {
        String line = request.getMethod() + " " + request.getTarget();
        lines.add(line);
        watcher.accept(line);
        Request.Builder forwarded = new Request.Builder().url(sandbox.baseUrl() + request.getTarget());
        request.getHeaders().forEach(header -> {
            if (!List.of("host", "content-length", "connection")
                    .contains(header.getFirst().toLowerCase(Locale.ROOT))) {
                forwarded.addHeader(header.getFirst(), header.getSecond());
            }
        });
        ByteString body = request.getBody();
        boolean takes = List.of("POST", "PUT", "PATCH").contains(request.getMethod());
        forwarded.method(
                request.getMethod(),
                body != null && body.size() > 0
                        ? RequestBody.create(body, null)
                        : takes ? RequestBody.create(new byte[0], null) : null);
        try (Response response = behind.newCall(forwarded.build()).execute()) {
            Buffer bytes = new Buffer().write(response.body().bytes());
            MockResponse.Builder answer = new MockResponse.Builder().code(response.code());
            for (var header : response.headers()) {
                if (!Map.of("content-length", "", "transfer-encoding", "", "connection", "")
                        .containsKey(header.getFirst().toLowerCase(Locale.ROOT))) {
                    answer.addHeader(header.getFirst(), header.getSecond());
                }
            }
            return answer.body(bytes).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        gate.close();
        behind.dispatcher().executorService().shutdown();
        behind.connectionPool().evictAll();
        sandbox.close();
    }
}
