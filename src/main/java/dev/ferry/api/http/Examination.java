package dev.ferry.api.http;

import dev.ferry.api.Timespan;
import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.CallInterruptedException;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.api.failure.CallTimeoutException;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.failure.UnreachableException;
import dev.ferry.api.failure.UnreadableAnswerException;
import dev.ferry.api.http.Finding.Check;
import dev.ferry.api.network.HostRules;
import dev.ferry.api.network.Proxies;
import dev.ferry.profile.ApiKey;
import dev.ferry.profile.Connection;
import dev.ferry.profile.SettingsException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one side step by step, from the proxy to what the credentials may do, and tells what it finds. Every step has a
 * time limit; the first one without which no further step can succeed is the last. Nothing is changed anywhere.
 */
public final class Examination {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration WHOLE_CALL = Duration.ofSeconds(15);
    private static final Duration TOLERATED_SKEW = Duration.ofSeconds(5);

    private final Connection connection;
    private final String root;
    private final ApiClient.Settings settings;
    private final Consumer<Finding> findings;
    private final Clock clock;

    /**
     * An examination of this side.
     *
     * @param root the path of the API's root resource, {@code /api/atlas/v2} or {@code /api/public/v1.0}
     * @param settings how calls are made; time limits and retries are its own
     * @param findings told of each as soon as it is there
     */
    public Examination(Connection connection, String root, ApiClient.Settings settings, Consumer<Finding> findings) {
        this.connection = connection;
        this.root = root;
        this.settings = settings.withTimeouts(PATIENCE, PATIENCE, WHOLE_CALL).withRetries(RetryPolicy.NONE);
        this.findings = findings;
        this.clock = settings.time().clock();
    }

    /** Looks, and tells. */
    public void run() {
        try {
            HttpUrl base = HostRules.base(connection);
            Proxies.Way way = way(base);
            if (reachable(base, way) && answers(base, way)) {
                login();
            }
        } catch (SettingsException | CallRefusedException e) {
            findings.accept(Finding.failed(Check.SETTINGS, e));
        }
    }

    private Proxies.Way way(HttpUrl base) {
        Proxies proxies = Proxies.of(settings.rules().proxies(), connection);
        Proxies.Way way = proxies == null ? new Proxies.Way(null, "no proxy is set") : proxies.way(base.uri());
        String through = way.proxy();
        Map<String, Object> details = new LinkedHashMap<>();
        if (through != null) {
            details.put("proxy", through);
        }
        details.put("why", way.why());
        findings.accept(Finding.ok(
                Check.PROXY, (through == null ? "none: " : "through " + through + ": ") + way.why(), details));
        return way;
    }

    private String proxySource() {
        Proxies proxies = Proxies.of(settings.rules().proxies(), connection);
        return proxies == null ? "HTTPS_PROXY" : proxies.source();
    }

    private boolean reachable(HttpUrl base, Proxies.Way way) {
        String through = way.proxy();
        URI next = through == null ? base.uri() : URI.create("http://" + through);
        String host = String.valueOf(next.getHost()).replaceAll("[\\[\\]]", "");
        int port = through == null ? base.port() : next.getPort();
        String what = through == null ? "the host " : "the proxy ";
        String check = through == null
                ? "check the base URL, the network and its name server"
                : "check " + proxySource() + ", the network and its name server";
        List<InetAddress> addresses;
        try {
            long begin = System.nanoTime();
            addresses = within(() -> Arrays.asList(InetAddress.getAllByName(host)));
            List<String> texts =
                    addresses.stream().map(InetAddress::getHostAddress).toList();
            findings.accept(Finding.ok(
                    Check.DNS,
                    what + host + " is " + String.join(", ", texts),
                    Map.of("host", host, "addresses", texts, "ms", millis(begin))));
        } catch (IOException e) {
            findings.accept(Finding.failed(Check.DNS, what + host + " is not known", check, Map.of("host", host)));
            return false;
        }
        String place = host + ":" + port;
        long begin = System.nanoTime();
        for (InetAddress address : addresses) {
            try {
                within(() -> connected(address, port));
                findings.accept(Finding.ok(
                        Check.TCP,
                        place + " takes connections, in " + Timespan.text(Duration.ofMillis(millis(begin))),
                        Map.of("address", address.getHostAddress(), "port", port, "ms", millis(begin))));
                return true;
            } catch (IOException e) {
                // The next address may be better; that none is, is said below.
            }
        }
        findings.accept(Finding.failed(
                Check.TCP,
                "nothing answers at " + place + " within " + Timespan.text(PATIENCE),
                through == null
                        ? "check the port in the base URL, the service, and the firewalls on the way; a network that is left"
                                + " by a proxy wants HTTPS_PROXY"
                        : "check " + proxySource() + " and whether the proxy runs",
                Map.of("port", port)));
        return false;
    }

    private static boolean connected(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), (int) PATIENCE.toMillis());
            return true;
        }
    }

    /** A first call without credentials: what is seen before anybody has to be trusted with them. */
    private boolean answers(HttpUrl base, Proxies.Way way) {
        TlsWitness witness = new TlsWitness(connection.caFile(), clock);
        OkHttpClient client = witness.watch(Wire.bare(connection, settings));
        Request request = new Request.Builder()
                .url(base.newBuilder().addPathSegments(root.substring(1)).build())
                .header("Accept", "application/json")
                .build();
        try {
            Answer answer =
                    new Exchange(client).send(request, settings.timeouts().call());
            if (base.isHttps()) {
                String warning = witness.warning(clock.instant());
                findings.accept(
                        warning == null
                                ? Finding.ok(Check.TLS, witness.trusted(), witness.details())
                                : Finding.warning(Check.TLS, warning, "have it renewed in time", witness.details()));
            }
            return isApi(answer) && clock(answer);
        } catch (UnreachableException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            boolean tls = cause instanceof SSLException;
            findings.accept(
                    tls && witness.sawChain()
                            ? new Finding(
                                    Check.TLS,
                                    Finding.Result.FAILED,
                                    Failures.distrust(cause),
                                    advice(cause, witness, base),
                                    witness.details(),
                                    e)
                            : Finding.failed(tls ? Check.TLS : way.proxy() == null ? Check.API : Check.PROXY, e));
        } catch (CallTimeoutException | UnreadableAnswerException e) {
            findings.accept(Finding.failed(Check.API, e));
        } finally {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
        return false;
    }

    private String advice(Throwable distrust, TlsWitness witness, HttpUrl base) {
        return distrust instanceof SSLPeerUnverifiedException
                ? "it is not made for " + base.host()
                        + ": check the base URL, or whether somebody in between answers for the service"
                : witness.advice(clock.instant());
    }

    private boolean isApi(Answer answer) {
        String version = answer.headers().get("X-MongoDB-Service-Version");
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("status", answer.status());
        if (version != null) {
            details.put("serviceVersion", version);
        }
        if (answer.status() >= 500 || answer.isHtml()) {
            findings.accept(Finding.failed(
                    Check.API,
                    "the answer is " + answer.status()
                            + (answer.isHtml() ? " with an HTML page (\"" + answer.firstWords() + "\")" : ""),
                    answer.isHtml()
                            ? "this is not the API: look for a proxy in between, or a wrong base URL"
                            : "the service has a problem of its own; try again later",
                    details));
            return false;
        }
        boolean challenge = answer.headers().get("WWW-Authenticate") != null;
        if (version == null && !challenge && !answer.isJson()) {
            findings.accept(Finding.warning(
                    Check.API,
                    "something answers " + answer.status() + " that does not look like the API",
                    "check the base URL",
                    details));
            return true;
        }
        findings.accept(Finding.ok(
                Check.API,
                "it answers" + (version == null ? "" : ", " + version) + (challenge ? ", and asks who is calling" : ""),
                details));
        return true;
    }

    private boolean clock(Answer answer) {
        String date = answer.headers().get("Date");
        Instant theirs = date == null ? null : instant(date);
        if (theirs == null) {
            findings.accept(
                    new Finding(Check.CLOCK, Finding.Result.SKIPPED, "the answer tells no time", null, Map.of(), null));
            return true;
        }
        Duration ahead = Duration.between(theirs, clock.instant());
        // The header is cut to a second, so that we seem to be half a second ahead.
        long seconds = Math.round((ahead.toMillis() - 500) / 1000.0);
        Map<String, Object> details = Map.of("secondsAhead", seconds);
        findings.accept(
                Math.abs(seconds) <= TOLERATED_SKEW.toSeconds()
                        ? Finding.ok(Check.CLOCK, "this machine and the service agree on the time", details)
                        : Finding.warning(
                                Check.CLOCK,
                                "this machine is " + Timespan.text(Duration.ofSeconds(Math.abs(seconds))) + " "
                                        + (seconds > 0 ? "ahead of" : "behind") + " the service",
                                "set its clock, best by NTP: tokens and certificates are judged by it",
                                details));
        return true;
    }

    private static @Nullable Instant instant(String date) {
        try {
            return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private void login() {
        Wire wire = new Wire(connection, settings);
        try {
            String kind = connection.credentials() instanceof ApiKey ? "API key" : "service account";
            String id = connection.credentials().id();
            Answer answer;
            try {
                answer = wire.answer(root);
            } catch (ApiException e) {
                findings.accept(Finding.failed(e instanceof ErrorAnswerException ? Check.LOGIN : Check.API, e));
                return;
            }
            findings.accept(Finding.ok(
                    Check.LOGIN,
                    "the " + kind + " " + id + " is known",
                    Map.of(kind.equals("API key") ? "publicKey" : "clientId", id)));
            findings.accept(new Rights(wire, root, connection.credentials()).finding(answer));
            findings.accept(limits(answer.headers()));
        } finally {
            wire.close();
        }
    }

    private static Finding limits(Headers headers) {
        String limit = headers.get("RateLimit-Limit");
        String remaining = headers.get("RateLimit-Remaining");
        return limit == null && remaining == null
                ? new Finding(
                        Check.LIMITS, Finding.Result.SKIPPED, "the answer tells no rate limit", null, Map.of(), null)
                : Finding.ok(
                        Check.LIMITS,
                        "calls left at once: " + remaining + " of " + limit,
                        Map.of("limit", String.valueOf(limit), "remaining", String.valueOf(remaining)));
    }

    private static long millis(long begin) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    /** Looking up a name cannot be interrupted and knows no time limit; the thread that does it is left to itself. */
    private static <T> T within(Callable<T> work) throws IOException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "ferry-examination");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException("interrupted", null, null, e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(e);
        }
    }
}
