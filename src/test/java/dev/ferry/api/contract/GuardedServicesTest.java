package dev.ferry.api.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Risk;
import dev.ferry.api.catalog.Risks;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.api.failure.CallRefusedException.Why;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.WireServer;
import dev.ferry.guard.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls everything that the services have, and whatever else, in sessions that must not change anything, and counts what arrives. */
final class GuardedServicesTest {
    private static final String ID = "65f0000000000000000000a1";

    private final WireServer server = WireServer.start();

    @BeforeEach
    void answer() {
        server.answerAll(request -> WireServer.json(200, "{}"));
        Guarded.NOTICES.clear();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Risk risk(String request) {
        int blank = request.indexOf(' ');
        String method = request.substring(0, blank);
        String path = request.substring(blank + 1);
        return Risks.of(method, path, Catalogs.SHIPPED.match(method, path).map(Catalog.Match::operation), Map.of());
    }

    @ParameterizedTest
    @CsvSource({"READ_ONLY, READ_ONLY", "REHEARSAL, NOT_PLANNED"})
    void nothing_that_changes_something_arrives(Mode mode, Why why) {
        List<String> wrong = new ArrayList<>();
        int calls = 0;
        try (ApiClient client = Guarded.client(server, mode)) {
            for (ServicesOnTheWireTest.Row row : ServicesOnTheWireTest.rows()) {
                if (risk(row.request()).changes()) {
                    calls++;
                    if (!isRefused(why, () -> row.call().apply(client))) {
                        wrong.add(row.toString());
                    }
                }
            }
            Atlas atlas = new Atlas(client);
            CloudManager cm = new CloudManager(client);
            for (Executable raw : List.<Executable>of(
                    () -> atlas.post("/orgs", Map.of()),
                    () -> atlas.put("/groups/x", Map.of()),
                    () -> atlas.patch("/groups/x", "{}"),
                    () -> atlas.delete("/nobody/knows"),
                    () -> atlas.at("2024-05-30").delete("/groups/" + ID),
                    () -> cm.post("/orgs", Map.of()),
                    () -> cm.put("/groups/x", Map.of()),
                    () -> cm.patch("/groups/x", Map.of()),
                    () -> cm.delete("/nobody/knows"),
                    () -> client.call("PUT", "/elsewhere", Map.of(), "no JSON"),
                    () -> client.call("delete", "/elsewhere", Map.of(), null),
                    () -> client.call("PURGE", "/elsewhere", Map.of(), null))) {
                calls++;
                if (!isRefused(why, raw)) {
                    wrong.add("raw call " + calls);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(calls > 90, String.valueOf(calls));
        assertEquals(0, server.count());
    }

    private static boolean isRefused(Why why, Executable call) {
        return assertThrows(CallRefusedException.class, call).why() == why;
    }

    @Test
    void what_only_asks_is_sent_and_a_read_only_session_says_so() {
        String validate = "/api/atlas/v2/groups/" + ID + "/liveMigrations/validate";
        try (ApiClient readOnly = Guarded.client(server, Mode.READ_ONLY);
                ApiClient writable = Guarded.client(server, Mode.WRITABLE)) {
            readOnly.call("POST", validate, Map.of(), Map.of());
            writable.call("POST", validate, Map.of(), Map.of());
        }
        assertEquals(2, server.count());
        assertEquals(
                List.of("validateGroupLiveMigrations only asks: it is sent although this session is read-only."),
                Guarded.NOTICES);
    }
}
