package dev.ferry.names;

import static dev.ferry.names.NamedService.ACME;
import static dev.ferry.names.NamedService.BANK;
import static dev.ferry.names.NamedService.SHOP;
import static dev.ferry.names.NamedService.cluster;
import static dev.ferry.names.NamedService.clusters;
import static dev.ferry.names.NamedService.id;
import static dev.ferry.names.NamedService.org;
import static dev.ferry.names.NamedService.project;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Thing;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.http.WireServer;
import dev.ferry.script.analysis.complete.LiveName;
import dev.ferry.script.analysis.complete.LiveNames.Found;
import dev.ferry.script.analysis.complete.LiveNames.Wanted;
import dev.ferry.suite.Lateness;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class NamesTest {
    private static final Wanted PROJECTS = new Wanted(ApiSide.TARGET, Thing.PROJECT, Map.of());
    private static final Wanted CLUSTERS = new Wanted(ApiSide.TARGET, Thing.CLUSTER, Map.of());

    private final NamedService service = NamedService.small();
    private Names names = Names.off();

    @AfterEach
    void stop() {
        names.close();
        service.close();
    }

    private static List<String> names(Found found) {
        return found.names().stream().map(LiveName::name).toList();
    }

    private List<String> find(Wanted wanted, String typed) {
        return names(names.find(wanted, typed, 50));
    }

    private static Wanted clustersOf(Map<Thing, String> within) {
        return new Wanted(ApiSide.TARGET, Thing.CLUSTER, within);
    }

    @Test
    void what_exists_on_both_sides_is_known_after_a_few_calls() throws InterruptedException {
        names = service.started();
        assertEquals(
                List.of(
                        new LiveName(ApiSide.TARGET, Thing.PROJECT, BANK, "Bank of Acme", "Acme-Cloud", "", "TEST"),
                        new LiveName(ApiSide.TARGET, Thing.PROJECT, SHOP, "shop", "Acme-Cloud", "", "TEST")),
                names.find(PROJECTS, "", 50).names());
        assertEquals(
                List.of(new LiveName(
                        ApiSide.SOURCE,
                        Thing.CLUSTER,
                        "af0000000000000000000001",
                        "orders-rs",
                        "Acme",
                        "legacy",
                        "TEST")),
                names.find(new Wanted(ApiSide.SOURCE, Thing.CLUSTER, Map.of()), "ord", 50)
                        .names());
        assertEquals("", names.find(PROJECTS, "", 50).remark());
        assertTrue(service.asked().size() <= 8, service.asked().toString());
        assertTrue(
                service.asked().stream().allMatch(line -> line.startsWith("GET ")),
                service.asked().toString());
    }

    @Test
    void clusters_are_those_of_the_project_by_id_or_by_name_and_of_no_other() throws InterruptedException {
        names = service.started();
        assertEquals(List.of("carts", "orders"), find(clustersOf(Map.of(Thing.PROJECT, SHOP)), ""));
        assertEquals(List.of("carts", "orders"), find(clustersOf(Map.of(Thing.PROJECT, "shop")), ""));
        assertEquals(List.of("orders"), find(clustersOf(Map.of(Thing.PROJECT, BANK)), ""));
        assertEquals(List.of(), find(clustersOf(Map.of(Thing.PROJECT, "shp")), ""));
        assertEquals(List.of(), find(clustersOf(Map.of(Thing.PROJECT, id('5', 99))), ""));
        assertEquals(
                "no project 'shp' is known",
                names.find(clustersOf(Map.of(Thing.PROJECT, "shp")), "", 5).remark());
        assertEquals(List.of("carts", "orders", "orders"), find(clustersOf(Map.of(Thing.ORGANIZATION, ACME)), ""));
        assertEquals(List.of(), find(clustersOf(Map.of(Thing.ORGANIZATION, "Other")), ""));
    }

    @Test
    void a_name_that_two_projects_have_encloses_nothing_unless_the_organization_tells_them_apart()
            throws InterruptedException {
        service.put("/api/atlas/v2/orgs", org(ACME, "Acme-Cloud"), org(id('6', 2), "Other"));
        service.put("/api/atlas/v2/groups", project(SHOP, "shop", ACME), project(BANK, "shop", id('6', 2)));
        service.put(
                "/api/atlas/v2/clusters",
                clusters(SHOP, "shop", cluster(id('7', 1), "carts")),
                clusters(BANK, "shop", cluster(id('7', 2), "orders")));
        names = service.started();
        Found found = names.find(clustersOf(Map.of(Thing.PROJECT, "shop")), "", 5);
        assertEquals(new Found(List.of(), "2 projects are called 'shop': write the id"), found);
        assertEquals(
                List.of("orders"), find(clustersOf(Map.of(Thing.PROJECT, "shop", Thing.ORGANIZATION, "Other")), ""));
        assertEquals(Optional.empty(), names.idOf(ApiSide.TARGET, Thing.PROJECT, "shop"));
        assertEquals(Optional.of(SHOP), names.idOf(ApiSide.TARGET, Thing.PROJECT, SHOP));
    }

    @Test
    void a_service_that_does_not_tell_of_all_clusters_is_asked_project_by_project() throws InterruptedException {
        service.answer(request -> request.getUrl().encodedPath().equals("/api/atlas/v2/clusters")
                ? WireServer.json(501, "{\"error\":501,\"errorCode\":\"NOT_SIMULATED\"}")
                : service.page(request));
        service.put(
                "/api/atlas/v2/groups/" + SHOP + "/clusters",
                "{\"id\":\"" + id('7', 1) + "\",\"name\":\"orders\",\"groupId\":\"" + SHOP + "\"}");
        names = service.started();
        assertEquals(List.of("orders"), find(clustersOf(Map.of(Thing.PROJECT, "shop")), ""));
        assertEquals(
                "", names.find(clustersOf(Map.of(Thing.PROJECT, "shop")), "", 5).remark());
    }

    @Test
    void what_somebody_creates_is_offered_at_once_and_its_list_read_again() throws InterruptedException {
        names = service.started();
        long before = service.asked("/api/atlas/v2/groups");
        Atlas atlas = new Atlas(service.client(names, ApiSide.TARGET));
        service.answer(request -> request.getMethod().equals("POST")
                ? WireServer.json(200, project(id('5', 3), "brand-new", ACME))
                : service.page(request));
        service.put(
                "/api/atlas/v2/groups",
                project(SHOP, "shop", ACME),
                project(id('5', 3), "brand-new", ACME),
                project(id('5', 4), "made elsewhere", ACME));
        atlas.getProjects().create(Map.of("name", "brand-new", "orgId", ACME));
        names.settle();
        assertEquals(Optional.of(id('5', 3)), names.idOf(ApiSide.TARGET, Thing.PROJECT, "brand-new"));
        // The call itself, and the list.
        service.awaitAsked("/api/atlas/v2/groups", before + 2);
        names.settle();
        assertEquals(List.of("brand-new", "made elsewhere", "shop"), find(PROJECTS, ""));
    }

    @Test
    void the_id_of_a_validation_is_learned_where_it_is_told() throws InterruptedException {
        names = service.started();
        Wanted validations = new Wanted(ApiSide.TARGET, Thing.VALIDATION, Map.of(Thing.PROJECT, SHOP));
        assertEquals(
                "validations are known once an answer has told of them: the API cannot list them",
                names.find(validations, "", 5).remark());
        Atlas atlas = new Atlas(service.client(names, ApiSide.TARGET));
        String validation = id('b', 1);
        service.answer(request -> request.getMethod().equals("POST")
                ? WireServer.json(201, "{\"_id\":\"" + validation + "\",\"status\":\"NEW\"}")
                : service.page(request));
        atlas.getLiveMigrations()
                .validate(
                        Map.of("source", Map.of(), "destination", Map.of(), "migrationHosts", List.of("mig-01")), SHOP);
        names.settle();
        LiveName found = names.find(validations, "", 5).names().get(0);
        assertEquals(validation, found.id());
        assertEquals("shop", found.project());
        assertEquals(List.of(), find(new Wanted(ApiSide.TARGET, Thing.VALIDATION, Map.of(Thing.PROJECT, BANK)), ""));
        assertEquals("", names.find(validations, "", 5).remark());
    }

    @Test
    void lists_that_a_script_reads_are_learned_from_and_what_they_lack_is_forgotten() throws InterruptedException {
        names = service.started();
        CloudManager cm = new CloudManager(service.client(names, ApiSide.SOURCE));
        service.put(
                "/api/public/v1.0/groups/" + id('9', 1) + "/hosts",
                "{\"id\":\"h1\",\"hostname\":\"db-1.example.net\",\"port\":27017}",
                "{\"id\":\"h2\",\"hostname\":\"db-2.example.net\",\"port\":27017}");
        Wanted hosts = new Wanted(ApiSide.SOURCE, Thing.HOST, Map.of(Thing.PROJECT, id('9', 1)));
        cm.getHosts().list(id('9', 1));
        names.settle();
        assertEquals(List.of("db-1.example.net:27017", "db-2.example.net:27017"), find(hosts, "db"));

        service.put(
                "/api/public/v1.0/groups/" + id('9', 1) + "/hosts",
                "{\"id\":\"h2\",\"hostname\":\"db-2.example.net\",\"port\":27017}");
        cm.getHosts().list(Map.of("clusterId", id('a', 1)), id('9', 1));
        names.settle();
        assertEquals(2, find(hosts, "db").size());
        cm.getHosts().list(id('9', 1));
        names.settle();
        assertEquals(List.of("db-2.example.net:27017"), find(hosts, "db"));
    }

    @Test
    void calls_by_name_and_by_path_teach_as_much() throws InterruptedException {
        names = service.started();
        service.put("/api/atlas/v2/orgs/" + ACME + "/teams", "{\"id\":\"" + id('c', 1) + "\",\"name\":\"operators\"}");
        service.put(
                "/api/atlas/v2/orgs/" + ACME + "/users",
                "{\"id\":\"" + id('d', 1) + "\",\"username\":\"ops@example.com\"}");
        Atlas atlas = new Atlas(service.client(names, ApiSide.TARGET));
        atlas.getApi().call("listOrgTeams", Map.of("orgId", ACME));
        atlas.get("/orgs/" + ACME + "/users");
        names.settle();
        assertEquals(List.of("operators"), find(new Wanted(ApiSide.TARGET, Thing.TEAM, Map.of()), ""));
        assertEquals(
                List.of("ops@example.com"),
                find(new Wanted(ApiSide.TARGET, Thing.USER, Map.of(Thing.PROJECT, "shop")), "ops"));
    }

    @Test
    void what_nobody_has_read_is_read_when_it_is_asked_for() throws InterruptedException {
        names = service.started();
        service.put("/api/atlas/v2/orgs/" + ACME + "/teams", "{\"id\":\"" + id('c', 1) + "\",\"name\":\"operators\"}");
        Wanted teams = new Wanted(ApiSide.TARGET, Thing.TEAM, Map.of(Thing.ORGANIZATION, "Acme-Cloud"));
        assertEquals(new Found(List.of(), "not all teams are known yet"), names.find(teams, "", 5));
        names.settle();
        assertEquals(List.of("operators"), find(teams, ""));
    }

    @Test
    void migration_hosts_come_from_the_projects_that_can_be_migrated() throws InterruptedException {
        service.put(
                "/api/atlas/v2/orgs/" + ACME + "/liveMigrations/availableProjects",
                "{\"projectId\":\"" + id('9', 1) + "\",\"name\":\"legacy\",\"migrationHosts\":[\"mig-01.example.net\"],"
                        + "\"deployments\":[{\"clusterId\":\"" + id('a', 2) + "\",\"name\":\"carts-rs\"}]}");
        names = service.started();
        Map<Thing, String> legacy = Map.of(Thing.PROJECT, id('9', 1));
        assertEquals(
                List.of("mig-01.example.net"), find(new Wanted(ApiSide.SOURCE, Thing.MIGRATION_HOST, legacy), "mig"));
        assertTrue(find(new Wanted(ApiSide.SOURCE, Thing.CLUSTER, legacy), "").contains("carts-rs"));
    }

    @Test
    void a_list_is_read_again_when_it_is_asked_for_and_a_minute_old_and_not_before() throws InterruptedException {
        names = service.started();
        long before = service.asked().size();
        service.time.advance(Duration.ofSeconds(59));
        assertEquals(2, find(PROJECTS, "").size());
        names.settle();
        assertEquals(before, service.asked().size());
        service.time.advance(Duration.ofSeconds(2));
        service.put("/api/atlas/v2/groups", project(SHOP, "shop", ACME));
        assertEquals(2, find(PROJECTS, "").size());
        names.settle();
        assertEquals(before + 1, service.asked().size());
        assertEquals(List.of("shop"), find(PROJECTS, ""));
    }

    @Test
    void names_that_could_not_be_read_again_say_how_old_they_are() throws InterruptedException {
        names = service.started();
        Semaphore looked = new Semaphore(0);
        service.answer(request -> {
            looked.acquireUninterruptibly();
            return WireServer.json(503, "{\"error\":503}");
        });
        service.time.advance(Duration.ofMinutes(12));
        assertEquals("names are 12 min old", names.find(PROJECTS, "", 5).remark());
        // Several lists may be asked for, each more than once.
        looked.release(1000);
        names.settle();
        Found found = names.find(PROJECTS, "", 5);
        assertEquals("Atlas answered 503; names are 12 min old", found.remark());
        assertEquals(2, found.names().size());
        service.time.advance(Duration.ofHours(30));
        assertTrue(names.find(PROJECTS, "", 5).remark().endsWith("names are 30 h old"));
    }

    @Test
    void a_service_that_refuses_the_credentials_is_asked_once_and_again_when_it_answers_somebody()
            throws InterruptedException {
        service.answer(request -> request.getTarget().startsWith("/api/atlas")
                ? WireServer.json(401, "{\"error\":401,\"detail\":\"no\"}")
                : service.page(request));
        names = service.started();
        Found found = names.find(PROJECTS, "", 5);
        assertEquals(new Found(List.of(), "Atlas refused the credentials (401)"), found);
        names.settle();
        assertEquals(
                1,
                service.asked().stream()
                        .filter(line -> line.contains("/atlas/"))
                        .count());
        assertEquals(List.of("legacy"), find(new Wanted(ApiSide.SOURCE, Thing.PROJECT, Map.of()), ""));

        service.answerNormally();
        new Atlas(service.client(names, ApiSide.TARGET)).getOrgs().list();
        find(PROJECTS, "");
        names.settle();
        assertEquals(2, find(PROJECTS, "").size());
    }

    @Test
    void a_dead_service_is_left_alone_for_longer_and_longer() throws InterruptedException {
        names = service.names(60, null);
        service.server.close();
        names.start();
        names.settle();
        assertEquals(new Found(List.of(), "Atlas did not answer"), names.find(PROJECTS, "", 5));
    }

    @Test
    void a_slow_service_delays_neither_an_answer_nor_the_end() throws InterruptedException {
        names = service.started();
        service.answer(request -> new MockResponse.Builder()
                .code(200)
                .body("{\"results\":[]}")
                .headersDelay(5, TimeUnit.SECONDS)
                .build());
        service.time.advance(Duration.ofMinutes(5));
        try (Lateness machine = Lateness.watch()) {
            long begin = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                assertEquals(List.of("shop"), find(PROJECTS, "sho"));
            }
            service.server.take();
            names.close();
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            assertTrue(took.compareTo(machine.allow(Duration.ofMillis(900))) < 0, took::toString);
        }
    }

    @Test
    void no_more_calls_are_made_than_the_budget_has() throws InterruptedException {
        service.put("/api/atlas/v2/groups", 20_000, n -> project(id('5', n), "project-" + n, ACME));
        names = service.names(20, null);
        names.start();
        names.settle();
        int calls = service.asked().size();
        assertTrue(calls > 40, calls + " calls");
        Duration needed = Duration.ofSeconds((calls - 20) * 3L);
        Duration waited = service.time.slept();
        assertTrue(waited.compareTo(needed.minusSeconds(1)) >= 0, calls + " calls in " + waited);
        assertEquals(List.of("project-19999"), find(PROJECTS, "19999"));
    }

    @Test
    void nothing_is_asked_when_names_are_off_and_all_again_when_they_are_turned_on() throws InterruptedException {
        names = service.names(0, null);
        names.start();
        Atlas atlas = new Atlas(service.client(names, ApiSide.TARGET));
        atlas.getOrgs().list();
        assertEquals(Found.NOTHING, names.find(PROJECTS, "", 5));
        assertEquals(1, service.asked().size());
        assertFalse(names.isOn());

        names.turn(true);
        names.settle();
        assertEquals(2, find(PROJECTS, "").size());
        names.turn(false);
        int calls = service.asked().size();
        service.time.advance(Duration.ofHours(1));
        assertEquals(Found.NOTHING, names.find(PROJECTS, "", 5));
        names.settle();
        assertEquals(calls, service.asked().size());
    }

    @Test
    void clusters_of_a_deleted_project_and_deleted_organizations_are_not_offered() throws InterruptedException {
        service.put(
                "/api/atlas/v2/orgs", org(ACME, "Acme-Cloud"), "{\"id\":\"x\",\"name\":\"Gone\",\"isDeleted\":true}");
        names = service.started();
        assertEquals(List.of("Acme-Cloud"), find(new Wanted(ApiSide.TARGET, Thing.ORGANIZATION, Map.of()), ""));
        service.put("/api/atlas/v2/clusters", clusters(SHOP, "shop", cluster(id('7', 1), "orders")));
        service.time.advance(Duration.ofMinutes(2));
        find(CLUSTERS, "");
        names.settle();
        assertEquals(List.of("orders"), find(CLUSTERS, ""));
    }
}
