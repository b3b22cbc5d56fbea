package dev.ferry.script.analysis.check;

import dev.ferry.api.ApiSide;
import dev.ferry.api.catalog.Risk;
import java.util.List;

/**
 * A request that a text may send.
 *
 * @param line where the call stands, from 1
 * @param column from 1
 * @param call how the text calls it, such as {@code atlas.clusters.create}
 * @param operation its id in the API's own document; empty for a path that no table knows
 * @param method the verb, such as {@code POST}
 * @param path the template of its path, such as {@code /api/atlas/v2/groups/{groupId}/clusters}
 * @param roles roles of which one is needed; empty when the tables have none
 * @param risk what it may do at the service, as far as that does not depend on its body
 * @param name of a thing that is deleted the name in the text by which its path has it; empty where there is none
 * @param certain whether a run sends it in any case, unless it fails before
 */
public record Effect(
        int line,
        int column,
        String call,
        ApiSide side,
        String operation,
        String method,
        String path,
        List<String> roles,
        Risk risk,
        String name,
        boolean certain) {

    public Effect {
        roles = List.copyOf(roles);
    }

    /** Whether it may change something at the service. */
    public boolean changes() {
        return risk.changes();
    }
}
