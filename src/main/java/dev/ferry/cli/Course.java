package dev.ferry.cli;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Sleeper;
import dev.ferry.api.change.Change;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.ApiClient.Settings.OnChange;
import dev.ferry.journal.Journal;
import dev.ferry.rehearsal.Rehearsal;
import dev.ferry.rehearsal.plan.PlanMaker;
import dev.ferry.rehearsal.plan.Planned;
import dev.ferry.rehearsal.plan.PlannedRun;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Whether a run is rehearsed now, or keeps to a plan. Everything that the session has made already follows it. */
final class Course {
    /**
     * A rehearsal and what is written down of it.
     *
     * @param before told of each change of the run before the twin makes it
     */
    record Rehearsing(Rehearsal rehearsal, PlanMaker maker, Consumer<Change> before) {}

    private volatile @Nullable Rehearsing rehearsing;
    private volatile @Nullable PlannedRun planned;

    /** Sends from now on what changes something to a twin; null sends it where it belongs. */
    void rehearse(@Nullable Rehearsing begun) {
        rehearsing = begun;
    }

    /** The rehearsal that is going on. */
    Optional<Rehearsing> rehearsing() {
        return Optional.ofNullable(rehearsing);
    }

    /** Lets from now on nothing leave but the next change of a plan. */
    void keepTo(PlannedRun run) {
        planned = run;
    }

    /**
     * Takes changes of the plan, if there is one, as made by earlier processes of the run.
     *
     * @return what of the plan is left
     */
    List<Planned> madeBefore(List<Journal.Made> changes) {
        PlannedRun run = planned;
        if (run == null) {
            return List.of();
        }
        changes.forEach(run::madeBefore);
        return run.left();
    }

    /** How the calls of a side are made, whatever the course is. */
    ApiClient.Settings of(ApiSide side, ApiClient.Settings settings) {
        OnChange usual = settings.rules().changes();
        return settings.withDetour((url, change) -> rehearsing().flatMap(now -> {
                    if (change != null) {
                        now.before().accept(change);
                    }
                    return now.rehearsal().detour(side).of(url, change);
                }))
                .withReadsTo(
                        () -> rehearsing().map(now -> now.maker().reads(side)).orElse(null))
                .withGuard(usual.guard().checkingBy(change -> {
                    PlannedRun run = planned;
                    (run == null ? usual.guard() : run.guard(usual.guard())).check(change);
                }))
                .withChangeLog(change -> {
                    PlannedRun run = planned;
                    return (run == null ? usual.log() : run.log(usual.log())).intend(change);
                });
    }

    /** Answers a read as the run would be answered now: by the twin of a rehearsal, if there is one, or by the service. */
    Optional<ApiClient> asRehearsed(ApiSide side, HttpUrl url, @Nullable Change change) {
        return rehearsing().flatMap(now -> now.rehearsal().detour(side).of(url, change));
    }

    /** Lets a read through that serves a rehearsal, if there is one, and counts it among those of that. */
    Optional<ApiClient> counting(HttpUrl url, @Nullable Change change) {
        return rehearsing().flatMap(now -> now.rehearsal().counting().of(url, change));
    }

    /** The time of the session: that of the rehearsal while there is one. */
    Clock clock() {
        return new Clock() {
            @Override
            public Instant instant() {
                return rehearsing()
                        .map(now -> now.rehearsal().clock())
                        .orElse(Clock.systemUTC())
                        .instant();
            }

            @Override
            public ZoneId getZone() {
                return Clock.systemUTC().getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return Clock.system(zone);
            }
        };
    }

    /** How the session waits. */
    Sleeper sleeper() {
        return span -> rehearsing()
                .map(now -> now.rehearsal().sleeper())
                .orElse(Sleeper.REAL)
                .sleep(span);
    }
}
