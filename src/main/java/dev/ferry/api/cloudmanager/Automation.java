package dev.ferry.api.cloudmanager;

import dev.ferry.api.IdOf;
import dev.ferry.api.InQuery;
import dev.ferry.api.RequiredRole;
import dev.ferry.api.Thing;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.util.Map;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * How far Automation has come in the projects of the source.
 */
public interface Automation {
    /**
     * How far the processes of a project have followed the automation configuration.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/automation-status/">Cloud Manager API: automation status</a>
     */
    @GET("api/public/v1.0/groups/{groupId}/automationStatus")
    AutomationStatus status(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #status(Map, String)} without options. */
    default AutomationStatus status(@IdOf(Thing.PROJECT) String groupId) {
        return status(Map.of(), groupId);
    }

    /**
     * The deployments of a project as Automation is to keep them: processes, replica sets, shards, users. The service
     * has replaced every secret in it.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code AUTOMATION_CONFIG_NOT_FOUND} when Automation manages
     *     nothing in this project
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/automation-config/get-automation-config-no-secrets/">Cloud Manager API: get the automation configuration without secrets</a>
     */
    @GET("api/public/v1.0/groups/{groupId}/automationConfig/noSecrets")
    @RequiredRole("GROUP_AUTOMATION_ADMIN")
    AutomationConfig config(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #config(Map, String)} without options. */
    default AutomationConfig config(@IdOf(Thing.PROJECT) String groupId) {
        return config(Map.of(), groupId);
    }

    /**
     * The same as {@link #config(Map, String)} with the passwords and keys in it. They come as secrets: shown as dots,
     * their value only through {@code reveal()}.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks for
     *     indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code AUTOMATION_CONFIG_NOT_FOUND} when Automation manages
     *     nothing in this project
     * @see <a href="https://www.mongodb.com/docs/cloud-manager/reference/api/automation-config/get-automation-config/">Cloud Manager API: get the automation configuration</a>
     */
    @GET("api/public/v1.0/groups/{groupId}/automationConfig")
    @RequiredRole("GROUP_AUTOMATION_ADMIN")
    AutomationConfig configWithSecrets(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #configWithSecrets(Map, String)} without options. */
    default AutomationConfig configWithSecrets(@IdOf(Thing.PROJECT) String groupId) {
        return configWithSecrets(Map.of(), groupId);
    }
}
