package dev.ferry.journal;

import dev.ferry.api.ApiSide;
import dev.ferry.api.catalog.Risk;
import dev.ferry.api.change.Change;
import dev.ferry.api.change.Outcome;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.WireServer;
import dev.ferry.profile.Connection;
import dev.ferry.profile.Folders;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** A process that has a run: it holds it until its input ends, or makes changes until it has failed twice. */
final class Child {
    private static final int MOST = 50;

    private Child() {}

    /** @param args the state folder, and the address of the service to change */
    public static void main(String[] args) throws IOException {
        Path state = Path.of(args[0]);
        Runs runs = new Runs(new Folders(state, state, state), Clock.systemUTC());
        RunStart start = new RunStart(
                "acme",
                null,
                Origin.shell(),
                false,
                change -> Map.of(),
                notice -> System.out.println("NOTICE " + notice));
        try (Run run = runs.begin(start)) {
            if (args.length == 1) {
                run.intend(new Change(
                                ApiSide.TARGET,
                                URI.create("http://127.0.0.1:1"),
                                "who",
                                "POST",
                                "/api/atlas/v2/groups",
                                Optional.empty(),
                                Map.of(),
                                null,
                                Risk.CHANGES))
                        .ended(new Outcome(Outcome.Kind.DONE, 200, null, null, ""));
                System.out.println(run.id());
                System.out.flush();
                var unused = System.in.read();
            } else {
                change(run, URI.create(args[1]));
            }
        }
    }

    private static void change(Run run, URI service) {
        try (ApiClient client =
                new ApiClient(new Connection(service, WireServer.KEY, null), WireServer.ONCE.withChangeLog(run))) {
            int failures = 0;
            for (int i = 0; i < MOST && failures < 2; i++) {
                try {
                    client.call("POST", "/api/atlas/v2/groups", Map.of(), Map.of("name", "p" + i));
                } catch (RuntimeException e) {
                    failures++;
                    System.out.println(e.getClass().getSimpleName() + " " + e.getMessage());
                }
            }
        }
    }
}
