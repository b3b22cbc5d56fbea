package dev.ferry.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.change.Outcome;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.failure.OutcomeUnknownException;
import dev.ferry.api.http.ApiClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changes that fail with 500 and do nothing, where the sandbox shows before them what they ask for. Nobody may call them done. */
class AlreadyThereTest {
    private final List<String> notices = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private Sandbox sandbox;
    private ApiClient source;
    private ApiClient target;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(Sandbox.Options.standard().withSpeed(1));
        ApiClient.Settings settings = ApiClient.Settings.defaults()
                .withClock(sandbox.clock())
                .withSleeper(pause -> {})
                .withNotices(notices::add)
                .withChangeLog(change -> outcomes::add);
        source = new ApiClient(sandbox.source(), settings);
        target = new ApiClient(sandbox.target(), settings);
    }

    @AfterEach
    void stop() {
        source.close();
        target.close();
        sandbox.close();
    }

    /** What a call needs. */
    private record Side(Atlas atlas, CloudManager cm, String org, String sourceOrg, String project) {}

    @FunctionalInterface
    private interface Call {
        Object of(Side side);
    }

    /** A change that can be asked for twice. */
    private record Twice(String name, Call call) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Twice twice(String name, Call call) {
        return new Twice(name, call);
    }

    static Stream<Twice> changes() {
        Map<String, Object> user = Map.of(
                "username",
                "reporting",
                "databaseName",
                "admin",
                "password",
                "a-Secret-of-Mine-77",
                "roles",
                List.of(Map.of("roleName", "read", "databaseName", "sales")));
        Map<String, Object> team = Map.of("name", "night shift", "usernames", List.of("dana@acme.example"));
        Map<String, Object> invited =
                Map.of("username", "new@acme.example", "roles", Map.of("orgRoles", List.of("ORG_MEMBER")));
        Map<String, Object> member = Map.of("username", "guest@acme.example", "roles", List.of("GROUP_READ_ONLY"));
        String limit = "atlas.project.security.databaseAccess.users";
        return Stream.of(
                twice("a link to the other side", side -> side.cm()
                        .getLinks()
                        .create(
                                Map.of(
                                        "linkToken",
                                        side.atlas()
                                                .getLinkTokens()
                                                .create(Map.of("accessListIps", List.of("203.0.113.10")), side.org())
                                                .linkToken()),
                                side.sourceOrg())),
                twice("a database user", side -> side.atlas().getDatabaseUsers().create(user, side.project())),
                twice("a team", side -> side.atlas().getTeams().create(team, side.org())),
                twice("an invitation", side -> side.atlas().getUsers().invite(invited, side.org())),
                twice("a user of a project", side -> side.atlas().getUsers().addToProject(member, side.project())),
                twice("an address", side -> side.atlas()
                        .getAccessList()
                        .add(side.project(), List.of(Map.of("ipAddress", "203.0.113.77")))),
                twice(
                        "a project",
                        side -> side.atlas().getProjects().create(Map.of("name", "Again", "orgId", side.org()))),
                twice(
                        "a cluster",
                        side -> side.atlas().getClusters().create(ClusterBody.of("again", "M30"), side.project())),
                twice("settings", side -> side.atlas()
                        .getProjects()
                        .updateSettings(Map.of("isDataExplorerEnabled", false), side.project())),
                twice(
                        "a limit",
                        side -> side.atlas().getProjects().setLimit(Map.of("value", 55), side.project(), limit)),
                twice(
                        "a window",
                        side -> String.valueOf(side.atlas()
                                .getMaintenance()
                                .update(Map.of("dayOfWeek", 3, "hourOfDay", 4), side.project()))));
    }

    private Side side() {
        Atlas atlas = new Atlas(target);
        CloudManager cm = new CloudManager(source);
        return new Side(
                atlas,
                cm,
                atlas.getOrgs().list().getAt("Acme-Cloud").id(),
                cm.getOrgs().list().getAt("Acme-OnPrem").id(),
                atlas.getProjects().list().getAt("Orders").id());
    }

    private String isUnknown(Runnable change) {
        notices.clear();
        outcomes.clear();
        for (String method : List.of("POST match=migrationLink", "PUT", "PATCH", "DELETE")) {
            sandbox.faults().add("500 first=1 method=" + method);
        }
        sandbox.faults().add("500 first=1 method=POST match=/groups");
        sandbox.faults().add("500 first=1 method=POST match=/teams");
        sandbox.faults().add("500 first=1 method=POST match=/users");
        OutcomeUnknownException unknown = assertThrows(OutcomeUnknownException.class, change::run);
        sandbox.faults().clear();
        assertEquals(List.of(), notices);
        assertEquals(Outcome.Kind.UNKNOWN, outcomes.get(outcomes.size() - 1).kind());
        return String.valueOf(unknown.getMessage());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void what_was_asked_for_before_proves_nothing(Twice change) {
        Side side = side();
        String message = isUnknown(() -> change.call().of(side));
        assertTrue(!message.contains("before this call"), message);

        change.call().of(side);
        message = isUnknown(() -> change.call().of(side));
        boolean late = change.name().startsWith("a link");
        assertTrue(late || message.contains("but that was so before this call"), message);

        sandbox.clock().advance(Duration.ofMinutes(2));
        message = isUnknown(() -> change.call().of(side));
        assertTrue(
                message.contains("but that was so before this call") || message.contains("it shows one that is older"),
                message);
    }

    @Test
    void what_is_gone_was_perhaps_never_there() {
        Side side = side();
        Atlas atlas = side.atlas();
        assertTrue(isUnknown(() -> atlas.getAccessList().delete(side.project(), "203.0.113.78"))
                .contains("it is gone, but that was so before this call"));
        assertTrue(isUnknown(() -> atlas.getClusters().delete(side.project(), "never"))
                .contains("it is gone, but that was so before this call"));
        assertTrue(isUnknown(() -> side.cm().getLinks().delete(side.sourceOrg()))
                .contains("it is on its way out, but that was so before this call"));
    }

    @Test
    void a_link_that_is_still_being_made_is_not_taken_for_the_next_one() {
        Side side = side();
        Call link = changes().findFirst().orElseThrow().call();
        ApiClient.Settings settings = ApiClient.Settings.defaults()
                .withClock(sandbox.clock())
                .withNotices(notices::add)
                .withSleeper(pause -> sandbox.clock().advance(Duration.ofMinutes(1)));
        try (ApiClient other = new ApiClient(sandbox.source(), settings)) {
            Side same = new Side(side.atlas(), new CloudManager(other), side.org(), side.sourceOrg(), side.project());
            link.of(same);
            sandbox.faults().add("500 first=1 method=POST match=migrationLink");
            OutcomeUnknownException unknown = assertThrows(OutcomeUnknownException.class, () -> link.of(same));
            String message = String.valueOf(unknown.getMessage());
            assertTrue(message.contains("it shows what was sent, but that may have been so before this call"), message);
        }
    }
}
