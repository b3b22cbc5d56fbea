package dev.ferry.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Thing;
import dev.ferry.api.VirtualTime;
import dev.ferry.api.http.ApiClient;
import dev.ferry.profile.Environment;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Profiles;
import dev.ferry.sandbox.Sandbox;
import dev.ferry.script.analysis.complete.LiveName;
import dev.ferry.script.analysis.complete.LiveNames;
import dev.ferry.script.analysis.complete.LiveNames.Wanted;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names against real services, and the setting that says what they may cost. */
@Timeout(60)
class NamesOfASandboxTest {
    @TempDir
    private Path home;

    private static List<String> found(Names names, ApiSide side, Thing thing, Map<Thing, String> within, String typed) {
        return names.find(new Wanted(side, thing, within), typed, 10).names().stream()
                .map(LiveName::name)
                .toList();
    }

    @Test
    void what_both_sides_have_is_known_by_name() throws Exception {
        Map<ApiSide, ApiClient> clients = new EnumMap<>(ApiSide.class);
        VirtualTime time = new VirtualTime();
        try (Sandbox sandbox = Sandbox.start(Sandbox.Options.standard());
                Names names = new Names(new Names.Options(
                        "TEST", 60, null, side -> Optional.of(clients.get(side)), time, time, LiveNames.NONE))) {
            for (ApiSide side : ApiSide.values()) {
                clients.put(
                        side,
                        new ApiClient(
                                side == ApiSide.TARGET ? sandbox.targetAccount() : sandbox.sourceAccount(),
                                ApiClient.Settings.defaults().withAnswers(names.listener(side))));
            }
            names.start();
            names.settle();

            assertTrue(found(names, ApiSide.TARGET, Thing.ORGANIZATION, Map.of(), "")
                    .contains("Acme-Cloud"));
            assertTrue(found(names, ApiSide.SOURCE, Thing.ORGANIZATION, Map.of(), "")
                    .contains("Acme-OnPrem"));
            assertEquals(
                    List.of("Shop Production"), found(names, ApiSide.SOURCE, Thing.PROJECT, Map.of(), "shop prod"));
            String orders = names.idOf(ApiSide.TARGET, Thing.PROJECT, "Orders").orElseThrow();
            assertEquals(
                    "Orders",
                    names.project(ApiSide.TARGET, orders).orElseThrow().name());
            String shop = found(names, ApiSide.TARGET, Thing.PROJECT, Map.of(), "shop")
                    .get(0);
            // The first question has them read.
            found(names, ApiSide.TARGET, Thing.CLUSTER, Map.of(Thing.PROJECT, shop), "");
            names.settle();
            assertTrue(
                    found(names, ApiSide.TARGET, Thing.CLUSTER, Map.of(Thing.PROJECT, shop), "")
                            .contains("shop-main"),
                    shop);
        } finally {
            clients.values().forEach(ApiClient::close);
        }
    }

    @ParameterizedTest
    @CsvSource({"off,0", "0,0", "7,7", "on,60", ",60"})
    void the_setting_says_how_many_calls_a_minute_they_may_cost(String said, int calls) {
        Map<String, String> variables = new HashMap<>(Map.of(
                "HOME", home.toString(),
                "MONGODB_ATLAS_BASE_URL", "http://127.0.0.1:1",
                "MONGODB_ATLAS_PUBLIC_API_KEY", "abcdefgh",
                "MONGODB_ATLAS_PRIVATE_API_KEY", "663a82e7-98bd-56bd-0931-f92496fd7881"));
        if (said != null) {
            variables.put("FERRY_NAMES", said);
        }
        Profile profile = Profiles.of(Environment.of(variables)).resolve(null).orElseThrow();
        AtomicInteger asked = new AtomicInteger();

        Names.Options options = Names.Options.of(profile, null, side -> {
            asked.incrementAndGet();
            return Optional.empty();
        });

        assertEquals(calls, options.callsAMinute());
        try (Names names = new Names(options)) {
            assertEquals(calls > 0, names.isOn());
            if (calls == 0) {
                names.start();
                assertFalse(names.isOn());
                assertEquals(List.of(), found(names, ApiSide.TARGET, Thing.PROJECT, Map.of(), ""));
                assertEquals(0, asked.get());
            }
        }
    }
}
