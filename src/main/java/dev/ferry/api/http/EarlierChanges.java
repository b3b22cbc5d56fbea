package dev.ferry.api.http;

import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Trace;
import dev.ferry.api.catalog.Traces;
import dev.ferry.api.change.EarlierChange;
import dev.ferry.api.change.Finding;
import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.CallInterruptedException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what became of a change that an earlier run left open. It judges as {@link Aftermath} does; but time has passed since,
 * so that what is not seen by now was not done.
 */
final class EarlierChanges {
    private final HttpUrl base;
    private final Witness.Means means;

    EarlierChanges(HttpUrl base, Witness.Means means) {
        this.base = base;
        this.means = means;
    }

    /** @throws ApiException when the service cannot be asked, or the thread is interrupted */
    Finding look(EarlierChange earlier) {
        Catalogs catalogs = means.settings().rules().catalogs();
        HttpUrl url = base.resolve(earlier.path().substring(1));
        if (url == null) {
            return new Finding(Finding.Kind.UNKNOWN, "", null, "", Optional.empty());
        }
        Optional<Catalog.Match> match = catalogs.match(earlier.method(), url.encodedPath());
        Request request = new Request.Builder().url(url).build();
        LostChange change = LostChange.of(request, match, earlier.body(), new Traces(catalogs));
        Trace trace = change.trace().orElse(null);
        String path = trace == null ? null : change.readPath(trace).orElse(null);
        if (trace == null || path == null || trace.kind() == Trace.Kind.CANNOT_TELL) {
            return of(trace, change, path, new Evidence(Evidence.Finding.OPEN, "", null), null);
        }
        Witness witness = new Witness(change, trace, path, earlier.at(), means, Witness.AFTER);
        Evidence evidence = witness.lookOrFail();
        if (evidence.finding() == Evidence.Finding.NOT_SEEN && slept(trace, earlier)) {
            evidence = witness.lookOrFail();
        }
        return of(trace, change, path, evidence.against(trace, earlier.before()), witness);
    }

    /** Waits until what was sent shows itself; true when there was something to wait for. */
    private boolean slept(Trace trace, EarlierChange earlier) {
        Clock clock = means.settings().time().clock();
        Duration left = trace.settles().minus(Duration.between(earlier.at(), clock.instant()));
        if (left.isNegative() || left.isZero()) {
            return false;
        }
        try {
            means.settings().time().sleeper().sleep(left.compareTo(trace.settles()) > 0 ? trace.settles() : left);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(
                    "interrupted while it looked what became of " + earlier.method() + " " + earlier.path(),
                    null,
                    null,
                    e);
        }
    }

    private Finding of(
            @Nullable Trace trace,
            LostChange change,
            @Nullable String path,
            Evidence evidence,
            @Nullable Witness witness) {
        Optional<String> look = (path == null ? change.nearPath() : Optional.of(path)).map(LostChange::command);
        String words = trace == null ? "" : trace.words();
        Object answer = null;
        if (evidence.finding() == Evidence.Finding.DONE && witness != null) {
            answer = Aftermath.readIfShown(witness.answer(evidence), means.reader()::anything);
        }
        return new Finding(kind(trace, evidence), evidence.seen(), answer, words, look);
    }

    private static Finding.Kind kind(@Nullable Trace trace, Evidence evidence) {
        return switch (evidence.finding()) {
            case DONE -> Finding.Kind.DONE;
            case NOT_SEEN -> Finding.Kind.NOT_DONE;
            case PARTLY, OPEN -> trace != null && trace.repeatable() ? Finding.Kind.HARMLESS : Finding.Kind.UNKNOWN;
        };
    }
}
