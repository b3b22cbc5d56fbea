package dev.ferry.names;

import dev.ferry.api.ApiSide;
import dev.ferry.api.VirtualTime;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.WireServer;
import dev.ferry.script.analysis.complete.LiveNames;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** Both services on one local server, with lists that a test fills, page by page as the real ones; remembers what it was asked. */
public final class NamedService implements AutoCloseable {
    static final String SHOP = "5f0000000000000000000001";
    static final String BANK = "5f0000000000000000000002";
    static final String ACME = "6f0000000000000000000001";

    private static final ApiClient.Settings SHORT = WireServer.ONCE
            .withReadOnly(() -> true)
            .withTimeouts(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));

    public final VirtualTime time = new VirtualTime();
    public final WireServer server = WireServer.start();
    private final Map<String, List<String>> lists = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<ApiClient> clients = new CopyOnWriteArrayList<>();

    /** One that has nothing yet. */
    public NamedService() {
        answerNormally();
    }

    /** One organization, two projects, and a cluster of the same name in each. */
    static NamedService small() {
        NamedService service = new NamedService();
        service.put("/api/atlas/v2/orgs", org(ACME, "Acme-Cloud"));
        service.put("/api/atlas/v2/groups", project(SHOP, "shop", ACME), project(BANK, "Bank of Acme", ACME));
        service.put(
                "/api/atlas/v2/clusters",
                clusters(
                        SHOP,
                        "shop",
                        cluster("7f0000000000000000000001", "orders"),
                        cluster("7f0000000000000000000002", "carts")),
                clusters(BANK, "Bank of Acme", cluster("7f0000000000000000000003", "orders")));
        service.put("/api/atlas/v2/eventTypes", "{\"eventType\":\"CLUSTER_CREATED\"}");
        service.put("/api/public/v1.0/orgs", org("8f0000000000000000000001", "Acme"));
        service.put(
                "/api/public/v1.0/groups", project("9f0000000000000000000001", "legacy", "8f0000000000000000000001"));
        service.put(
                "/api/public/v1.0/clusters",
                clusters("9f0000000000000000000001", "legacy", cluster("af0000000000000000000001", "orders-rs")));
        return service;
    }

    /** An organization as JSON. */
    public static String org(String id, String name) {
        return "{\"id\":\"" + id + "\",\"name\":\"" + name + "\"}";
    }

    /** A project as JSON. */
    public static String project(String id, String name, String org) {
        return "{\"id\":\"" + id + "\",\"name\":\"" + name + "\",\"orgId\":\"" + org + "\"}";
    }

    static String cluster(String id, String name) {
        return "{\"clusterId\":\"" + id + "\",\"name\":\"" + name + "\"}";
    }

    static String clusters(String project, String name, String... clusters) {
        return "{\"groupId\":\"" + project + "\",\"groupName\":\"" + name + "\",\"clusters\":["
                + String.join(",", clusters) + "]}";
    }

    /** An id that begins with this letter. */
    public static String id(char first, int number) {
        return first + String.format("%023x", number);
    }

    void put(String path, String... elements) {
        lists.put(path, List.of(elements));
    }

    /** Fills a list. */
    public void put(String path, int count, IntFunction<String> elements) {
        lists.put(path, IntStream.range(0, count).mapToObj(elements).toList());
    }

    void answerNormally() {
        answer(this::page);
    }

    /** Answers otherwise from now on. */
    public void answer(Function<RecordedRequest, MockResponse> answers) {
        server.answerAll(request -> {
            synchronized (asked) {
                asked.add(request.getMethod() + " " + request.getTarget());
                asked.notifyAll();
            }
            return answers.apply(request);
        });
    }

    MockResponse page(RecordedRequest request) {
        List<String> all = lists.get(request.getUrl().encodedPath());
        if (all == null) {
            return WireServer.json(404, "{\"error\":404,\"errorCode\":\"RESOURCE_NOT_FOUND\",\"detail\":\"no\"}");
        }
        if (request.getUrl().encodedPath().endsWith("/availableProjects")) {
            return WireServer.json(200, "[" + String.join(",", all) + "]");
        }
        int size = number(request, "itemsPerPage", 100);
        int page = number(request, "pageNum", 1);
        List<String> some =
                all.stream().skip((long) (page - 1) * size).limit(size).toList();
        String next = page * size < all.size()
                ? "{\"rel\":\"next\",\"href\":\"http://elsewhere/x?pageNum=" + (page + 1) + "\"}"
                : "";
        return WireServer.json(
                200,
                "{\"links\":[" + next + "],\"results\":[" + String.join(",", some) + "],\"totalCount\":" + all.size()
                        + "}");
    }

    private static int number(RecordedRequest request, String name, int otherwise) {
        return Optional.ofNullable(request.getUrl().queryParameter(name))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }

    /** What it was asked, oldest first, such as {@code GET /api/atlas/v2/orgs?pageNum=1}. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** Waits until a path was asked for so often; fails when that takes a minute. */
    void awaitAsked(String path, long times) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        synchronized (asked) {
            while (asked(path) < times) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError(path + " was asked for " + asked(path) + " times");
                }
                TimeUnit.NANOSECONDS.timedWait(asked, left);
            }
        }
    }

    /** How often a path was asked for. */
    long asked(String path) {
        return asked.stream()
                .filter(line -> line.replaceAll("^\\S+ |\\?.*", "").equals(path))
                .count();
    }

    /** A client of the user's, from whose answers these names learn. */
    ApiClient client(Names names, ApiSide side) {
        return client(names, side, WireServer.ONCE);
    }

    private ApiClient client(Names names, ApiSide side, ApiClient.Settings settings) {
        ApiClient client = new ApiClient(server.connection(WireServer.KEY), settings.withAnswers(names.listener(side)));
        clients.add(client);
        return client;
    }

    /** Names that are read from here with so many calls a minute, and kept in a file, or not. */
    public Names names(int callsAMinute, @Nullable Path file) {
        AtomicReference<Names> made = new AtomicReference<>();
        Map<ApiSide, ApiClient> ways = new ConcurrentHashMap<>();
        Names names = new Names(new Names.Options(
                "TEST",
                callsAMinute,
                file,
                side -> Optional.of(ways.computeIfAbsent(side, any -> client(made.get(), any, SHORT))),
                time,
                time,
                LiveNames.NONE));
        made.set(names);
        return names;
    }

    /** The same, read already. */
    Names started() throws InterruptedException {
        Names names = names(60, null);
        names.start();
        names.settle();
        return names;
    }

    @Override
    public void close() {
        clients.forEach(ApiClient::close);
        server.close();
    }
}
