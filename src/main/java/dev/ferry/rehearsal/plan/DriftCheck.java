package dev.ferry.rehearsal.plan;

import dev.ferry.api.ApiSide;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.RawRead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks the services again what a plan rests on. */
public final class DriftCheck {
    private static final int OK = 200;
    private static final int BAD = 400;
    private static final int TOO_MANY = 429;
    private static final int BROKEN = 500;

    private final Function<ApiSide, ApiClient> clients;
    private final Catalogs catalogs;

    /**
     * A check that has not begun.
     *
     * @param clients the way to each side; they are only read from
     */
    public DriftCheck(Function<ApiSide, ApiClient> clients, Catalogs catalogs) {
        this.clients = clients;
        this.catalogs = catalogs;
    }

    /**
     * Sends the requests of the rehearsal once more, and no other.
     *
     * @return what is different now, in the order of the requests; empty when the plan still holds
     * @throws dev.ferry.api.failure.ApiException when a service cannot be asked
     */
    public List<Drift> of(KeptPlan kept) {
        Fingerprint fingerprint = new Fingerprint(catalogs, kept.salt());
        Map<ApiSide, ApiClient> used = new HashMap<>();
        List<Drift> drifts = new ArrayList<>();
        for (Seen then : kept.seen()) {
            ApiClient client = used.computeIfAbsent(then.side(), clients);
            drifts.addAll(Drift.between(then, fingerprint.of(then.side(), again(client, then))));
        }
        return drifts;
    }

    private static RawRead again(ApiClient client, Seen then) {
        Map<String, Object> version = then.version() == null ? Map.of() : Map.of("version", then.version());
        try {
            return read(then, then.status() < BAD ? then.status() : OK, client.call("GET", then.path(), version, null));
        } catch (ErrorAnswerException e) {
            // That something is gone, or may not be seen any more, is what is looked for; anything else is no answer to
            // the question.
            if (e.status() == then.status() || (e.status() < BROKEN && e.status() != TOO_MANY)) {
                return read(then, e.status(), null);
            }
            throw e;
        }
    }

    private static RawRead read(Seen then, int status, @Nullable Object body) {
        return new RawRead(then.path(), then.version(), status, body);
    }
}
