package dev.ferry.api.cloudmanager;

import dev.ferry.api.InQuery;
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
     * @throws dev.ferry.api.http.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
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
            @Path("groupId") String groupId);

    /** The same as {@link #status(Map, String)} without options. */
    default AutomationStatus status(String groupId) {
        return status(Map.of(), groupId);
    }
}
