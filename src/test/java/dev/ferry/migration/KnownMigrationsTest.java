package dev.ferry.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Sleeper;
import dev.ferry.api.Thing;
import dev.ferry.names.Names;
import dev.ferry.names.Ways;
import dev.ferry.profile.Folders;
import dev.ferry.script.analysis.complete.LiveName;
import dev.ferry.script.analysis.complete.LiveNames;
import dev.ferry.script.analysis.complete.LiveNames.Wanted;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Tab and the tree know of live migrations: what any process of this user has met, today or before. */
class KnownMigrationsTest {
    private static final URI HOST = URI.create("https://cloud.example");
    private static final Instant YESTERDAY = Instant.parse("2026-11-21T12:00:00Z");
    private static final String SHOP = "65f0c0ffee00000000000001";
    private static final String BANK = "65f0c0ffee00000000000002";
    private static final String OPEN = "5f2a61c3d8e94b07a1f20c14";
    private static final String ENDED = "6f2a61c3d8e94b07a1f20c15";
    private static final String ELSEWHERE = "7f2a61c3d8e94b07a1f20c16";

    @TempDir
    private Path state;

    private static Remembered met(String id, URI host, String projectId, String cluster, String status) {
        return Remembered.of(host, id)
                .between(
                        new Place(null, null, null, null, "orders-rs"),
                        new Place(null, "Acme", projectId, "shop", cluster))
                .with(new Sighting(YESTERDAY, status, false, null));
    }

    private LiveNames known() {
        Registries.in(state)
                .keep(List.of(
                        met(ENDED, HOST, SHOP, "billing", "COMPLETE"),
                        met(OPEN, HOST, SHOP, "orders", "WORKING"),
                        met(ELSEWHERE, URI.create("https://other.example"), SHOP, "orders", "WORKING")));
        // Another process, a day later; names that are turned off cost nobody a call.
        return new Names(new Names.Options("PROD", 0, null, Ways.NONE, Clock.systemUTC(), Sleeper.REAL, LiveNames.NONE)
                .withMigrations(new KnownMigrations(() -> Registries.in(state), () -> Optional.of(HOST), "PROD")));
    }

    private static List<String> ids(LiveNames names, Map<Thing, String> within, String typed) {
        return names.find(new Wanted(ApiSide.TARGET, Thing.LIVE_MIGRATION, within), typed, 5).names().stream()
                .map(LiveName::id)
                .toList();
    }

    @Test
    void an_id_that_was_met_yesterday_is_known_today_and_those_that_are_open_come_first() {
        LiveNames names = known();

        assertEquals(List.of(OPEN, ENDED), ids(names, Map.of(), ""));
        assertEquals(List.of(OPEN, ENDED), ids(names, Map.of(Thing.PROJECT, SHOP), ""));
        assertEquals(List.of(OPEN, ENDED), ids(names, Map.of(Thing.PROJECT, "shop"), ""));
        assertEquals(List.of(), ids(names, Map.of(Thing.PROJECT, BANK), ""));
        assertEquals(List.of(ENDED), ids(names, Map.of(), "6F2"));
        assertEquals(List.of(ENDED), ids(names, Map.of(), "bill"));
        LiveName first = names.find(new Wanted(ApiSide.TARGET, Thing.LIVE_MIGRATION, Map.of()), "", 1)
                .names()
                .get(0);
        assertEquals("orders-rs → orders", first.name());
        assertEquals("shop", first.project());
        assertEquals(Optional.of(OPEN), names.idOf(ApiSide.TARGET, Thing.LIVE_MIGRATION, OPEN));
    }

    @Test
    void what_is_not_known_says_why() throws IOException {
        LiveNames names = new KnownMigrations(() -> Registries.in(state), Optional::empty, "");
        Wanted wanted = new Wanted(ApiSide.TARGET, Thing.LIVE_MIGRATION, Map.of());
        assertTrue(names.find(wanted, "", 5).remark().contains("the API cannot list them"));
        Files.writeString(Folders.makeFile(Registries.file(state)), "{");
        assertTrue(names.find(wanted, "", 5).remark().contains("migrations.json"));
    }
}
