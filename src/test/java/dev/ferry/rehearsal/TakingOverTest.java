package dev.ferry.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.ApiSide;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.json.JsonFormat;
import dev.ferry.sandbox.Twin;
import dev.ferry.sandbox.VirtualClock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a twin has taken over, it answers as the real service does. */
@Timeout(120)
class TakingOverTest {
    private static final JsonFormat JSON = new JsonFormat();

    /** The paths of the aspects of a side that can be asked for with these values. */
    private static List<String> paths(ApiSide side, Map<String, String> values) {
        return Aspect.all().stream()
                .filter(aspect -> aspect.side() == side)
                .flatMap(aspect -> aspect.reads().stream())
                .filter(template -> values.keySet().stream().anyMatch(name -> template.contains("{" + name + "}")))
                .map(template -> Aspect.filled(template, values))
                .filter(path -> !path.contains("{"))
                .distinct()
                .toList();
    }

    private static List<String> paths(ApiSide side, Reality reality) {
        String prefix = side == ApiSide.TARGET ? Catalogs.ATLAS : Catalogs.CLOUD_MANAGER;
        List<String> all = new ArrayList<>(List.of(prefix + "/orgs", prefix + "/groups"));
        for (Map<String, Object> org : reality.read(prefix + "/orgs")) {
            String orgId = String.valueOf(org.get("id"));
            all.addAll(paths(side, Map.of("orgId", orgId)));
            // A key may look at the access lists of its own organization only.
            boolean own = side == ApiSide.TARGET || "Acme-OnPrem".equals(org.get("name"));
            String key = side == ApiSide.TARGET ? "apiUserId" : "apiKeyId";
            for (Map<String, Object> each :
                    own ? reality.read(prefix + "/orgs/" + orgId + "/apiKeys") : List.<Map<String, Object>>of()) {
                all.addAll(paths(side, Map.of("orgId", orgId, key, String.valueOf(each.get("id")))));
            }
            for (Map<String, Object> each : reality.read(prefix + "/orgs/" + orgId + "/serviceAccounts")) {
                all.addAll(paths(side, Map.of("orgId", orgId, "clientId", String.valueOf(each.get("clientId")))));
            }
        }
        for (Map<String, Object> project :
                reality.read(prefix + "/groups").stream().limit(12).toList()) {
            String groupId = String.valueOf(project.get("id"));
            all.addAll(paths(side, Map.of("groupId", groupId)));
            String clusters = prefix + "/groups/" + groupId + "/clusters";
            for (Map<String, Object> cluster :
                    side == ApiSide.TARGET ? reality.read(clusters) : List.<Map<String, Object>>of()) {
                all.addAll(paths(side, Map.of("groupId", groupId, "clusterName", String.valueOf(cluster.get("name")))));
            }
        }
        return all.stream().distinct().toList();
    }

    @ParameterizedTest
    @EnumSource(ApiSide.class)
    void what_was_taken_over_is_answered_as_it_was(ApiSide side) throws Exception {
        try (Production production = Production.start();
                Twin twin = Twin.start(
                        VirtualClock.from(production.sandbox().clock().instant(), 0));
                Reality reality = new Reality(side, production.way(side, true).orElseThrow(), new Budget(9_999));
                ApiClient here = new ApiClient(twin.connection(side, true), ApiClient.Settings.defaults());
                Reality copy = new Reality(side, new Way(here.connection(), here.settings()), new Budget(9_999))) {
            Map<String, List<Map<String, Object>>> real = new LinkedHashMap<>();
            for (String path : paths(side, reality)) {
                try {
                    real.put(path, reality.read(path));
                } catch (ErrorAnswerException e) {
                    assertEquals(404, e.status(), path);
                }
            }
            real.forEach((path, documents) -> twin.take(side, path, documents));
            List<String> wrong = new ArrayList<>();
            for (String path : real.keySet()) {
                String there = text(real.get(path));
                String shown = shown(copy, path);
                if (!there.equals(shown)) {
                    wrong.add(path + "\n  " + from(there, shown) + "\n  " + from(shown, there));
                }
            }
            assertEquals("", String.join("\n", wrong));
            assertTrue(real.size() > 40, real.size() + " paths");
        }
    }

    private static String shown(Reality copy, String path) {
        try {
            return text(copy.read(path));
        } catch (ErrorAnswerException e) {
            return e.getMessage();
        }
    }

    /** Where the two begin to differ. */
    private static String from(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return one.substring(Math.max(0, at - 60), Math.min(one.length(), at + 120));
    }

    /** As JSON with the names of fields in order. */
    private static String text(List<Map<String, Object>> documents) {
        return JSON.write(documents.stream().map(TreeMap::new).toList()).utf8();
    }
}
