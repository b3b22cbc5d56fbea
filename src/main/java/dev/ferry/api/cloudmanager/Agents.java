package dev.ferry.api.cloudmanager;

import dev.ferry.api.IdOf;
import dev.ferry.api.InQuery;
import dev.ferry.api.Listing;
import dev.ferry.api.OneOf;
import dev.ferry.api.Thing;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.Map;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * The agents of the source. A migration host is seen here as one more agent.
 */
public interface Agents {
    /**
     * The agents of one type in a project.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to
     *     500
     * @param groupId project, 24 hexadecimal digits
     * @param type {@code MONITORING}, {@code BACKUP} or {@code AUTOMATION}
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/agents-get-by-type/">Cloud Manager API: get agents by type</a>
     */
    @GET("api/public/v1.0/groups/{groupId}/agents/{type}")
    Listing<Agent> list(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @Path("type") @OneOf({"MONITORING", "BACKUP", "AUTOMATION"}) String type);

    /** The same as {@link #list(Map, String, String)} without options. */
    default Listing<Agent> list(@IdOf(Thing.PROJECT) String groupId, String type) {
        return list(Map.of(), groupId, type);
    }

    /**
     * The versions of the agents of a project, agent by agent.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/agents/">Cloud Manager API: agents</a>
     */
    @GET("api/public/v1.0/groups/{groupId}/agents/versions")
    AgentVersions versions(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #versions(Map, String)} without options. */
    default AgentVersions versions(@IdOf(Thing.PROJECT) String groupId) {
        return versions(Map.of(), groupId);
    }

    /**
     * The newest versions of the agent and the tools that this Cloud Manager or Ops Manager knows.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/agents/">Cloud Manager API: agents</a>
     */
    @GET("api/public/v1.0/softwareComponents/versions")
    SoftwareVersions softwareVersions(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options);

    /** The same as {@link #softwareVersions(Map)} without options. */
    default SoftwareVersions softwareVersions() {
        return softwareVersions(Map.of());
    }
}
