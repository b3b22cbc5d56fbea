package dev.ferry.api.cloudmanager;

import dev.ferry.api.IdOf;
import dev.ferry.api.InQuery;
import dev.ferry.api.RequiredRole;
import dev.ferry.api.Thing;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * The keys with which the agents of a project log in to Cloud Manager or Ops Manager. A new migration host needs one.
 */
public interface AgentKeys {
    /**
     * The agent API keys of a project. This API answers all of them at once, without pages.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/agents/">Cloud Manager API: agents</a>
     */
    @GET("api/public/v1.0/groups/{groupId}/agentapikeys")
    List<AgentKey> list(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #list(Map, String)} without options. */
    default List<AgentKey> list(@IdOf(Thing.PROJECT) String groupId) {
        return list(Map.of(), groupId);
    }

    /**
     * Makes an agent API key.
     *
     * @param body the named arguments: {@code desc} what it is for; {@code envelope} wraps the answer with its status;
     *     {@code pretty} asks for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/agents/">Cloud Manager API: agents</a>
     */
    @POST("api/public/v1.0/groups/{groupId}/agentapikeys")
    @RequiredRole("GROUP_OWNER")
    AgentKey create(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "desc", type = String.class, required = true),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /**
     * Deletes an agent API key. Agents that log in with it are locked out.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param keyId agent API key, 24 hexadecimal digits
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code AGENT_API_KEY_NOT_FOUND} when the project has none
     *     with this id
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/agents/">Cloud Manager API: agents</a>
     */
    @DELETE("api/public/v1.0/groups/{groupId}/agentapikeys/{keyId}")
    @RequiredRole("GROUP_OWNER")
    @Nullable
    Void delete(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @Path("keyId") String keyId);

    /** The same as {@link #delete(Map, String, String)} without options. */
    default @Nullable Void delete(@IdOf(Thing.PROJECT) String groupId, String keyId) {
        return delete(Map.of(), groupId, keyId);
    }
}
