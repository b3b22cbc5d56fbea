package dev.ferry.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Sleeper;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.change.Change;
import dev.ferry.api.change.ChangeLog;
import dev.ferry.api.change.Outcome;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.Detour;
import dev.ferry.guard.Confirmation;
import dev.ferry.output.Format;
import dev.ferry.profile.Preferences;
import dev.ferry.script.Interpreter;
import dev.ferry.script.Screen;
import dev.ferry.script.Session;
import dev.ferry.script.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scripts that people copy from: rehearsed against a production that must not notice, then run for real. */
@Timeout(120)
class RehearsedScriptsTest {
    private Production production;

    @BeforeEach
    void start() throws IOException {
        production = Production.start();
    }

    @AfterEach
    void end() {
        production.close();
    }

    static List<List<String>> runs() {
        return List.of(
                List.of("explore-organizations.groovy", "--hosts"),
                List.of("migration-report.groovy"),
                List.of(
                        "link-organizations.groovy",
                        "--source-org=Acme-OnPrem",
                        "--target-org=Acme-Cloud",
                        "--allow=203.0.113.7"),
                List.of("move-project.groovy", "--project=shop", "--to=Acme-Europe"),
                List.of(
                        "migrate-cluster.groovy",
                        "--source-org=Acme-OnPrem",
                        "--target-org=Acme-Cloud",
                        "--source-project=Shop Production",
                        "--deployment=orders-rs",
                        "--target-project=Night",
                        "--target-cluster=orders",
                        "--host-address=203.0.113.0/24"),
                List.of(
                        "migrate-cluster.groovy",
                        "--source-org=Acme-OnPrem",
                        "--target-org=Acme-Cloud",
                        "--source-project=Shop Production",
                        "--deployment=orders-rs",
                        "--target-project=shop",
                        "--target-cluster=orders",
                        "--host-address=203.0.113.0/24"));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void a_rehearsal_changes_nothing_and_makes_the_changes_of_the_real_run_in_their_order(List<String> run)
            throws IOException {
        List<String> rehearsed = new ArrayList<>();
        Screen shown = new Screen();
        try (Rehearsal rehearsal = new Rehearsal(
                side -> production.way(side, true),
                Preferences.REHEARSAL_CALLS,
                each -> rehearsed.add(told(each.change(), each.outcome())),
                note -> {})) {
            run(run, shown, rehearsal.clock(), rehearsal.sleeper(), rehearsal::detour, ChangeLog.NONE);
        }
        assertEquals(List.of(), production.changing());
        List<String> real = new ArrayList<>();
        ChangeLog log = change -> outcome -> real.add(told(change, outcome));
        run(run, new Screen(), production.sandbox().clock(), this::pass, side -> Detour.NONE, log);
        assertEquals(String.join("\n", real), String.join("\n", rehearsed));
        assertEquals(run.get(0).startsWith("explore") || run.get(0).startsWith("migration-report"), real.isEmpty());
        assertFalse(shown.out().isBlank());
    }

    /** A change without the ids that every run gets others of. */
    private static String told(Change change, Outcome outcome) {
        String line = change.name() + " " + change.path() + " " + change.body();
        return line.replaceAll("(ffff|6600)[0-9a-f]{20}", "…") + " " + outcome.kind() + " " + outcome.status() + " by "
                + change.who() + " at " + change.host();
    }

    private void pass(Duration span) {
        production.sandbox().clock().advance(span.compareTo(Duration.ofMinutes(1)) > 0 ? span : Duration.ofMinutes(1));
    }

    private void run(
            List<String> run,
            Screen screen,
            Clock clock,
            Sleeper sleeper,
            Function<ApiSide, Detour> detours,
            ChangeLog log)
            throws IOException {
        Map<ApiSide, ApiClient> clients = new EnumMap<>(ApiSide.class);
        for (ApiSide side : ApiSide.values()) {
            ApiClient.Settings settings = ApiClient.Settings.defaults()
                    .withDetour(detours.apply(side))
                    .withChangeLog(log);
            clients.put(side, new ApiClient(production.connection(side, true), settings));
        }
        try {
            new Interpreter(Session.builder()
                            .atlas(() -> new Atlas(clients.get(ApiSide.TARGET)))
                            .cloudManager(() -> new CloudManager(clients.get(ApiSide.SOURCE)))
                            .streams(screen.streams())
                            .format(() -> Format.JSON)
                            .confirmation(Confirmation.yesToAll())
                            .clock(clock)
                            .sleeper(sleeper)
                            .build())
                    .run(Source.file(Path.of("scripts").resolve(run.get(0))), run.subList(1, run.size()));
        } finally {
            clients.values().forEach(ApiClient::close);
        }
    }
}
