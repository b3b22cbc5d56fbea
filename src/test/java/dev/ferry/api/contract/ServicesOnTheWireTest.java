package dev.ferry.api.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ferry.api.ApiVersion;
import dev.ferry.api.RemoteJob.Outcome;
import dev.ferry.api.atlas.AccessList;
import dev.ferry.api.atlas.Events;
import dev.ferry.api.atlas.LinkTokens;
import dev.ferry.api.atlas.LiveMigrations;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.WireServer;
import dev.ferry.output.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One row for every method of every service: what it sends and what it makes of the answer. The answers are those that
 * the documentation prints, cut down.
 */
final class ServicesOnTheWireTest {
    static final String ID = TypedCall.ID;
    static final String OTHER = TypedCall.OTHER;
    private static final String ERROR =
            "{\"error\":404,\"errorCode\":\"RESOURCE_NOT_FOUND\",\"reason\":\"Not Found\",\"detail\":\"Gone.\"}";

    /**
     * @param service the interface
     * @param method the method's name
     * @param call calls it and takes one value out of what comes back
     * @param request verb and path as they are expected on the wire
     * @param body the body that is expected there, or null for none
     * @param status the status of the answer
     * @param answer the body of the answer
     * @param value what {@code call} is to bring
     */
    record Row(
            Class<?> service,
            String method,
            Function<ApiClient, @Nullable Object> call,
            String request,
            @Nullable String body,
            int status,
            String answer,
            @Nullable Object value) {
        String name() {
            String room = service.getPackageName();
            return room.substring(room.lastIndexOf('.') + 1) + "." + service.getSimpleName() + "." + method;
        }

        @Override
        public String toString() {
            return name() + ": " + request;
        }
    }

    static <S> Row get(
            Class<S> service,
            String method,
            Function<S, @Nullable Object> call,
            String path,
            String answer,
            @Nullable Object value) {
        return row(service, method, call, "GET /" + path, null, 200, answer, value);
    }

    static <S> Row row(
            Class<S> service,
            String method,
            Function<S, @Nullable Object> call,
            String request,
            @Nullable String body,
            int status,
            String answer,
            @Nullable Object value) {
        return new Row(
                service, method, client -> call.apply(client.service(service)), request, body, status, answer, value);
    }

    static String list(String element) {
        return "{\"links\":[{\"rel\":\"self\",\"href\":\"https://cloud.mongodb.com/x\"}],\"results\":[" + element
                + "],\"totalCount\":1}";
    }

    static final String NAMED = "{\"id\":\"" + ID + "\",\"name\":\"shop\"}";

    static List<Row> rows() {
        return Stream.of(atlas(), CloudManagerRows.rows(), typed())
                .flatMap(List::stream)
                .toList();
    }

    /** The rows of {@code calls.txt}. */
    private static List<Row> typed() {
        Map<String, Class<?>> services = ServiceMethods.services();
        return TypedCall.all().stream()
                .map(call -> {
                    int dot = call.name().lastIndexOf('.');
                    return new Row(
                            Objects.requireNonNull(services.get(call.name().substring(0, dot)), call.name()),
                            call.name().substring(dot + 1),
                            call::run,
                            call.request(),
                            call.body(),
                            call.status(),
                            call.answer(),
                            call.value());
                })
                .toList();
    }

    private static List<Row> atlas() {
        return List.of(
                get(
                        dev.ferry.api.atlas.Root.class,
                        "status",
                        root -> root.status().build(),
                        "api/atlas/v2",
                        "{\"appName\":\"MongoDB Atlas\",\"build\":\"abc\",\"throttling\":false}",
                        "abc"),
                get(
                        dev.ferry.api.atlas.Organizations.class,
                        "list",
                        orgs -> orgs.list(Map.of("name", "Acme Cloud")).getAt(0).id(),
                        "api/atlas/v2/orgs?name=Acme%20Cloud",
                        list(NAMED),
                        ID),
                get(
                        dev.ferry.api.atlas.Organizations.class,
                        "get",
                        orgs -> orgs.get(ID).name(),
                        "api/atlas/v2/orgs/" + ID,
                        NAMED,
                        "shop"),
                get(
                        dev.ferry.api.atlas.Organizations.class,
                        "projects",
                        orgs -> orgs.projects(ID).getAt("shop").id(),
                        "api/atlas/v2/orgs/" + ID + "/groups",
                        list(NAMED),
                        ID),
                get(
                        dev.ferry.api.atlas.Projects.class,
                        "list",
                        projects -> projects.list(Map.of("itemsPerPage", 500))
                                .getAt(0)
                                .created(),
                        "api/atlas/v2/groups?itemsPerPage=500",
                        list("{\"id\":\"" + ID + "\",\"created\":\"2025-05-04T09:42:00Z\"}"),
                        Instant.parse("2025-05-04T09:42:00Z")),
                get(
                        dev.ferry.api.atlas.Projects.class,
                        "get",
                        projects -> projects.get(Map.of("envelope", true), ID).name(),
                        "api/atlas/v2/groups/" + ID + "?envelope=true",
                        "{\"status\":200,\"content\":" + NAMED + "}",
                        "shop"),
                get(
                        dev.ferry.api.atlas.Projects.class,
                        "byName",
                        projects -> projects.byName("my shop/1").name(),
                        "api/atlas/v2/groups/byName/my%20shop%2F1",
                        NAMED,
                        "shop"),
                row(
                        dev.ferry.api.atlas.Projects.class,
                        "create",
                        projects -> projects.create(
                                        new TreeMap<>(Map.of("name", "shop", "orgId", OTHER, "pretty", true)))
                                .id(),
                        "POST /api/atlas/v2/groups?pretty=true",
                        "{\"name\":\"shop\",\"orgId\":\"" + OTHER + "\"}",
                        200,
                        NAMED,
                        ID),
                row(
                        dev.ferry.api.atlas.Projects.class,
                        "delete",
                        projects -> projects.delete(ID),
                        "DELETE /api/atlas/v2/groups/" + ID,
                        null,
                        204,
                        "",
                        null),
                row(
                        dev.ferry.api.atlas.Projects.class,
                        "migrate",
                        projects -> projects.migrate(
                                        new TreeMap<>(Map.of(
                                                "destinationOrgId",
                                                OTHER,
                                                "destinationOrgPublicApiKey",
                                                "zmmrboas",
                                                "destinationOrgPrivateApiKey",
                                                Secret.of("55c3bbb6-b4bb-0be1-e66d20841f3e"))),
                                        ID)
                                .orgId(),
                        "POST /api/atlas/v2/groups/" + ID + ":migrate",
                        "{\"destinationOrgId\":\"" + OTHER
                                + "\",\"destinationOrgPrivateApiKey\":\"55c3bbb6-b4bb-0be1-e66d20841f3e\","
                                + "\"destinationOrgPublicApiKey\":\"zmmrboas\"}",
                        200,
                        "{\"id\":\"" + ID + "\",\"orgId\":\"" + OTHER + "\"}",
                        OTHER),
                get(
                        dev.ferry.api.atlas.Clusters.class,
                        "list",
                        clusters -> clusters.list(ID).getAt("shop").id(),
                        "api/atlas/v2/groups/" + ID + "/clusters",
                        list(NAMED),
                        ID),
                get(
                        dev.ferry.api.atlas.Clusters.class,
                        "get",
                        clusters -> clusters.get(ID, "shop").stateName(),
                        "api/atlas/v2/groups/" + ID + "/clusters/shop",
                        "{\"name\":\"shop\",\"stateName\":\"IDLE\"}",
                        "IDLE"),
                row(
                        dev.ferry.api.atlas.Clusters.class,
                        "create",
                        clusters -> clusters.create(
                                        new TreeMap<>(Map.of(
                                                "name",
                                                "shop",
                                                "clusterType",
                                                "REPLICASET",
                                                "replicationSpecs",
                                                List.of(Map.of("regionConfigs", List.of())))),
                                        ID)
                                .stateName(),
                        "POST /api/atlas/v2/groups/" + ID + "/clusters",
                        "{\"clusterType\":\"REPLICASET\",\"name\":\"shop\","
                                + "\"replicationSpecs\":[{\"regionConfigs\":[]}]}",
                        201,
                        "{\"name\":\"shop\",\"stateName\":\"CREATING\"}",
                        "CREATING"),
                get(
                        AccessList.class,
                        "list",
                        access -> access.list(ID).getAt(0).cidrBlock(),
                        "api/atlas/v2/groups/" + ID + "/accessList",
                        list("{\"cidrBlock\":\"10.0.0.0/8\"}"),
                        "10.0.0.0/8"),
                row(
                        AccessList.class,
                        "add",
                        access -> access.add(ID, List.of(Map.of("ipAddress", "10.1.2.3")))
                                .size(),
                        "POST /api/atlas/v2/groups/" + ID + "/accessList",
                        "[{\"ipAddress\":\"10.1.2.3\"}]",
                        200,
                        list("{\"ipAddress\":\"10.1.2.3\"}"),
                        1),
                get(
                        AccessList.class,
                        "status",
                        access -> access.status(ID, "10.0.0.0/8").status(),
                        "api/atlas/v2/groups/" + ID + "/accessList/10.0.0.0%2F8/status",
                        "{\"STATUS\":\"ACTIVE\"}",
                        "ACTIVE"),
                row(
                        LinkTokens.class,
                        "create",
                        tokens -> tokens.create(Map.of("accessListIps", List.of("203.0.113.7")), ID)
                                .linkToken(),
                        "POST /api/atlas/v2/orgs/" + ID + "/liveMigrations/linkTokens",
                        "{\"accessListIps\":[\"203.0.113.7\"]}",
                        200,
                        "{\"linkToken\":\"a-link-token-4711\"}",
                        Secret.of("a-link-token-4711")),
                row(
                        LinkTokens.class,
                        "delete",
                        tokens -> tokens.delete(ID),
                        "DELETE /api/atlas/v2/orgs/" + ID + "/liveMigrations/linkTokens",
                        null,
                        204,
                        "",
                        null),
                get(
                        LiveMigrations.class,
                        "availableProjects",
                        migrations -> migrations.availableProjects(ID).get(0).id(),
                        "api/atlas/v2/orgs/" + ID + "/liveMigrations/availableProjects",
                        "[{\"projectId\":\"" + OTHER + "\",\"name\":\"p\",\"migrationHosts\":[],\"deployments\":[]}]",
                        OTHER),
                row(
                        LiveMigrations.class,
                        "validate",
                        migrations -> migrations.validate(migration(), ID).outcome(),
                        "POST /api/atlas/v2/groups/" + ID + "/liveMigrations/validate",
                        MIGRATION,
                        200,
                        "{\"_id\":\"" + OTHER + "\",\"status\":\"PENDING\"}",
                        Outcome.RUNNING),
                get(
                        LiveMigrations.class,
                        "validation",
                        migrations -> migrations.validation(ID, OTHER).outcome(),
                        "api/atlas/v2/groups/" + ID + "/liveMigrations/validate/" + OTHER,
                        "{\"_id\":\"" + OTHER + "\",\"status\":\"SUCCESS\"}",
                        Outcome.SUCCEEDED),
                row(
                        LiveMigrations.class,
                        "create",
                        migrations -> migrations.create(migration(), ID).id(),
                        "POST /api/atlas/v2/groups/" + ID + "/liveMigrations",
                        MIGRATION,
                        201,
                        "{\"_id\":\"" + OTHER + "\",\"status\":\"NEW\"}",
                        OTHER),
                get(
                        LiveMigrations.class,
                        "get",
                        migrations -> migrations.get(ID, OTHER).lagTimeSeconds(),
                        "api/atlas/v2/groups/" + ID + "/liveMigrations/" + OTHER,
                        "{\"_id\":\"" + OTHER + "\",\"status\":\"WORKING\",\"lagTimeSeconds\":7}",
                        7L),
                row(
                        LiveMigrations.class,
                        "cutover",
                        migrations -> migrations.cutover(ID, OTHER),
                        "PUT /api/atlas/v2/groups/" + ID + "/liveMigrations/" + OTHER + "/cutover",
                        null,
                        202,
                        "",
                        null),
                get(
                        Events.class,
                        "forProject",
                        events -> events.forProject(Map.of("eventType", List.of("A", "B")), ID)
                                .getAt(0)
                                .eventTypeName(),
                        "api/atlas/v2/groups/" + ID + "/events?eventType=A&eventType=B",
                        list("{\"id\":\"" + OTHER + "\",\"eventTypeName\":\"CLUSTER_READY\"}"),
                        "CLUSTER_READY"),
                get(
                        Events.class,
                        "forOrg",
                        events -> events.forOrg(Map.of("minDate", Instant.parse("2025-03-12T08:00:00Z")), ID)
                                .getAt(0)
                                .created(),
                        "api/atlas/v2/orgs/" + ID + "/events?minDate=2025-03-12T08%3A00%3A00Z",
                        list("{\"id\":\"" + OTHER + "\",\"created\":\"2025-03-12T08:00:01Z\"}"),
                        Instant.parse("2025-03-12T08:00:01Z")));
    }

    private static final String MIGRATION = "{\"destination\":{\"clusterName\":\"shop\"},"
            + "\"migrationHosts\":[\"host-1.example.com\"],\"source\":{\"clusterName\":\"old\"}}";

    private static Map<String, Object> migration() {
        return new TreeMap<>(Map.of(
                "source", Map.of("clusterName", "old"),
                "destination", Map.of("clusterName", "shop"),
                "migrationHosts", List.of("host-1.example.com")));
    }

    private static final WireServer SERVER = WireServer.start();
    private static final ApiClient CLIENT = SERVER.client();

    @AfterAll
    static void stop() {
        CLIENT.close();
        SERVER.close();
    }

    @Test
    void every_method_of_every_service_has_a_row() {
        Set<String> methods = new TreeSet<>();
        ServiceMethods.all().forEach(method -> methods.add(ServiceMethods.name(method)));
        Set<String> rows = new TreeSet<>();
        rows().forEach(row -> rows.add(row.name()));
        assertEquals(methods, rows);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void it_sends_what_the_documentation_asks_for_and_reads_what_it_prints(Row row) {
        SERVER.answer(row.status(), row.answer());
        assertEquals(row.value(), row.call().apply(CLIENT));
        RecordedRequest request = SERVER.take();
        assertEquals(row.request(), request.getMethod() + " " + request.getTarget());
        String type = mediaType(row);
        assertEquals(type, request.getHeaders().get("Accept"));
        assertEquals(row.body() == null ? null : type, request.getHeaders().get("Content-Type"));
        assertEquals(row.body() == null ? "" : row.body(), body(request));
    }

    private static String body(RecordedRequest request) {
        return request.getBody() == null ? "" : request.getBody().utf8();
    }

    private static String mediaType(Row row) {
        return ServiceMethods.all().stream()
                .filter(method -> ServiceMethods.name(method).equals(row.name()))
                .map(method -> method.getAnnotation(ApiVersion.class))
                .map(version ->
                        version == null ? "application/json" : "application/vnd.atlas." + version.value() + "+json")
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void an_error_names_the_request_and_says_what_the_service_says(Row row) {
        SERVER.answer(404, ERROR);
        ErrorAnswerException error =
                assertThrows(ErrorAnswerException.class, () -> row.call().apply(CLIENT));
        assertEquals(row.request() + ": 404 RESOURCE_NOT_FOUND: Gone.", error.getMessage());
        SERVER.take();
    }
}
