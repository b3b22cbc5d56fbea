package dev.ferry.rehearsal;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Sleeper;
import dev.ferry.api.http.Detour;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A run that changes nothing: reads go to the real services until something is changed; what a change touches lives from then on in a
 * twin, a sandbox that is filled with what the real services say, and reads of it come from there. Time goes by as the run waits.
 *
 * <pre>{@code
 * try (Rehearsal rehearsal = new Rehearsal(side -> Optional.of(ways.get(side)), Rehearsal.BUDGET, plan::add, streams::notice)) {
 *     ApiClient atlas = new ApiClient(connection, settings.withDetour(rehearsal.detour(ApiSide.TARGET)));
 *     Session.builder().clock(rehearsal.clock()).sleeper(rehearsal.sleeper());
 * }
 * }</pre>
 *
 * <p>May be used by several threads.
 */
public final class Rehearsal implements AutoCloseable {
    /** How many calls the real services take for a rehearsal when nothing else is said. */
    public static final int BUDGET = 500;

    /**
     * One that has not begun.
     *
     * @param ways how each side is reached, asked when it first matters; empty for a side that nobody works for
     * @param budget how many calls the real services take, those of the twin included
     * @param changes told of every change, in order, before its caller has the answer
     * @param notes told in one sentence what a person should know of what a twin cannot show
     */
    public Rehearsal(
            Function<ApiSide, Optional<Way>> ways, int budget, Consumer<Rehearsed> changes, Consumer<String> notes) {}

    /** Sends the calls of a side where they belong. */
    public Detour detour(ApiSide side) {
        return Detour.NONE;
    }

    /** What time it is: now, and what the run has waited. */
    public Clock clock() {
        return Clock.systemUTC();
    }

    /** Passes a wait at once. */
    public Sleeper sleeper() {
        return duration -> {};
    }

    /** Whether this text, an id or the name of a credential, is the twin's, and stands for another that only a real run gets. */
    public boolean isMadeUp(String text) {
        return false;
    }

    /** How many calls the real services may still take. */
    public int callsLeft() {
        return 0;
    }

    /** Ends the twin. */
    @Override
    public void close() {}
}
