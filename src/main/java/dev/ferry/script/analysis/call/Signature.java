package dev.ferry.script.analysis.call;

import dev.ferry.api.catalog.Risk;
import java.util.List;
import java.util.Optional;

/**
 * The call that the cursor is in, or that ends right before it.
 *
 * @param name how it is called: the path where it can be told, such as {@code atlas.clusters.get}, else the method's name
 * @param parameters the plain ones in their order, then the named ones, required ones first
 * @param active index in {@code parameters} of the one the cursor is at; -1 when it is at none, or behind the call
 * @param field the field of a map within the active parameter that the cursor is at; its name is the path to it, such as
 *     {@code replicationSpecs.regionConfigs.priority}
 * @param finished whether the cursor stands behind the closing bracket
 * @param result what the call gives, in short form such as {@code Listing<Cluster>}; empty for nothing
 * @param summary what the call does, in one sentence; empty when nobody says
 * @param facts what it asks of the service; empty for a call that sends nothing
 */
public record Signature(
        String name,
        List<Parameter> parameters,
        int active,
        Optional<Parameter> field,
        boolean finished,
        String result,
        String summary,
        Optional<Facts> facts) {

    public Signature {
        parameters = List.copyOf(parameters);
    }

    /**
     * One parameter.
     *
     * @param named whether it is written with its name, {@code name: …}
     * @param type in short form; empty when not known
     * @param meaning in our own words; empty when nobody says
     * @param given whether the call has it already
     */
    public record Parameter(String name, boolean named, String type, String meaning, boolean required, boolean given) {}

    /**
     * What a call asks of the service.
     *
     * @param request verb and path, such as {@code GET /api/atlas/v2/groups/{groupId}/clusters}
     * @param roles roles of which one is needed; empty when the tables have none
     * @param risk what it may do there, as far as that does not depend on its body
     * @param version the version date of the API it uses; empty for v1.0
     */
    public record Facts(String request, List<String> roles, Risk risk, String version) {
        public Facts {
            roles = List.copyOf(roles);
        }

        /** Whether it may change something there. */
        public boolean changes() {
            return risk.changes();
        }
    }
}
