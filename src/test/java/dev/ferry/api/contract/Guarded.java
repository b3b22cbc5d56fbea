package dev.ferry.api.contract;

import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.WireServer;
import dev.ferry.guard.Guard;
import dev.ferry.guard.Memory;
import dev.ferry.guard.Mode;
import dev.ferry.guard.SessionMode;
import dev.ferry.guard.Whose;
import dev.ferry.profile.Confirmations;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Clients whose changes pass a guard, as those of a session do. */
final class Guarded {
    /** What was said of calls that passed. */
    static final List<String> NOTICES = new CopyOnWriteArrayList<>();

    private Guarded() {}

    /** A client that asks nobody and reads nothing for a card, so that whatever arrives was let through. */
    static ApiClient client(WireServer server, Mode mode) {
        Guard guard = new Guard(
                new Guard.Rules(
                        SessionMode.of(mode),
                        () -> Confirmations.SEVERE,
                        () -> new Whose("acme", "PROD"),
                        "/unlock 30m lets changes leave"),
                Catalogs.SHIPPED,
                side -> Optional.empty(),
                Memory.NONE,
                NOTICES::add);
        return new ApiClient(server.connection(WireServer.KEY), WireServer.ONCE.withGuard(guard));
    }
}
