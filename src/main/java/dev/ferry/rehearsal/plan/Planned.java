package dev.ferry.rehearsal.plan;

import dev.ferry.access.Verdict;
import dev.ferry.api.ApiSide;
import dev.ferry.api.catalog.Risk;
import dev.ferry.output.ShownFirst;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a plan.
 *
 * @param simulated always true: it was made in a twin, and nowhere else
 * @param number its place in the plan, from 1
 * @param operation the operation's name; verb and path where no table knows it
 * @param side which service it goes to
 * @param method HTTP verb
 * @param path path and query from the host, with stand-ins for what only the real run knows
 * @param hits what it is about, and what its body names, as people call them
 * @param organization where that belongs, of a project that is moved the one that it leaves; null where it is not known
 * @param environment the environment of the profile; empty when it has none
 * @param host scheme and host that it goes to
 * @param risk how much it may hurt
 * @param confirm the options that confirm it where no one can be asked, first of all the one that is named; any of them will do. With a
 *     stand-in for a name that only the real run knows; empty when nothing is asked
 * @param loss of a severe one what cannot be undone, as a sentence; empty where nothing is known
 * @param roles what it takes, and whether that is there
 * @param warnings sentences that a person should read before it is made
 * @param body what it sends, without secrets, with stand-ins; null for nothing
 * @param makes what later changes may use of its answer
 * @param afterSeconds how long after the start of the rehearsal, by its clock
 */
@ShownFirst({"number", "operation", "hits", "risk", "method", "path"})
public record Planned(
        boolean simulated,
        int number,
        String operation,
        ApiSide side,
        String method,
        String path,
        List<Named> hits,
        @Nullable Named organization,
        String environment,
        String host,
        Risk risk,
        List<String> confirm,
        String loss,
        Verdict roles,
        List<String> warnings,
        @Nullable Object body,
        List<Made> makes,
        long afterSeconds) {

    /** Copies the lists. */
    public Planned {
        hits = List.copyOf(hits);
        confirm = List.copyOf(confirm);
        warnings = List.copyOf(warnings);
        makes = List.copyOf(makes);
    }

    /** Verb and path. */
    public String line() {
        return method + " " + path;
    }
}
