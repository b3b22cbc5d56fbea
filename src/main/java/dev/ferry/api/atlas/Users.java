package dev.ferry.api.atlas;

import dev.ferry.api.ApiVersion;
import dev.ferry.api.IdOf;
import dev.ferry.api.InQuery;
import dev.ferry.api.Listing;
import dev.ferry.api.NameOf;
import dev.ferry.api.OneOf;
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
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Tag;

/**
 * The people of Atlas organizations and of their projects, those who have only been invited included.
 *
 * <pre>{@code
 * atlas.users.invite(acme.id, username: 'new@acme.example', roles: [orgRoles: ['ORG_MEMBER']])
 * atlas.users.addToProject(shop.id, username: 'new@acme.example', roles: ['GROUP_READ_ONLY'])
 * }</pre>
 */
public interface Users {
    /**
     * The users of an organization.
     *
     * @param options the named arguments: {@code username} only the one with this address; {@code
     *     orgMembershipStatus} only those in this state: {@code PENDING}, {@code ACTIVE}, {@code
     *     INVITATION_EXPIRED} or {@code INVITATION_REJECTED}; {@code orgMembershipStatuses} only those in one of
     *     these states; not together with {@code orgMembershipStatus}: {@code PENDING}, {@code ACTIVE}, {@code
     *     INVITATION_EXPIRED} or {@code INVITATION_REJECTED}; {@code envelope} wraps the answer with its status;
     *     {@code pretty} asks for indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage}
     *     size of a page, 1 to 500; {@code includeCount} whether the answer counts all results
     * @param orgId organization, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code ORG_NOT_FOUND} when there is no such organization
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listorgusers">Atlas Administration API: listOrgUsers</a>
     */
    @GET("api/atlas/v2/orgs/{orgId}/users")
    @NameOf(value = Thing.USER, argument = "username")
    @ApiVersion("2025-02-19")
    @RequiredRole("ORG_MEMBER")
    Listing<OrgUser> list(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "username", type = String.class),
                        @NamedParam(value = "orgMembershipStatus", type = String.class),
                        @NamedParam(value = "orgMembershipStatuses", type = List.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class),
                        @NamedParam(value = "includeCount", type = Boolean.class)
                    })
                    @OneOf(
                            argument = "orgMembershipStatus",
                            value = {"PENDING", "ACTIVE", "INVITATION_EXPIRED", "INVITATION_REJECTED"})
                    @OneOf(
                            argument = "orgMembershipStatuses",
                            value = {"PENDING", "ACTIVE", "INVITATION_EXPIRED", "INVITATION_REJECTED"})
                    Map<String, Object> options,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId);

    /** The same as {@link #list(Map, String)} without options. */
    default Listing<OrgUser> list(@IdOf(Thing.ORGANIZATION) String orgId) {
        return list(Map.of(), orgId);
    }

    /**
     * One user of an organization.
     *
     * @param options the named arguments: {@code orgMembershipStatuses} only if it is in one of these states:
     *     {@code PENDING}, {@code ACTIVE}, {@code INVITATION_EXPIRED} or {@code INVITATION_REJECTED}; {@code
     *     envelope} wraps the answer with its status; {@code pretty} asks for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param userId user, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code USER_NOT_FOUND} when the organization has no such
     *     user
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getorguser">Atlas Administration API: getOrgUser</a>
     */
    @GET("api/atlas/v2/orgs/{orgId}/users/{userId}")
    @ApiVersion("2025-02-19")
    @RequiredRole("ORG_MEMBER")
    OrgUser get(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "orgMembershipStatuses", type = List.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    @OneOf(
                            argument = "orgMembershipStatuses",
                            value = {"PENDING", "ACTIVE", "INVITATION_EXPIRED", "INVITATION_REJECTED"})
                    Map<String, Object> options,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @IdOf(Thing.USER) @Path("userId") String userId);

    /** The same as {@link #get(Map, String, String)} without options. */
    default OrgUser get(@IdOf(Thing.ORGANIZATION) String orgId, @IdOf(Thing.USER) String userId) {
        return get(Map.of(), orgId, userId);
    }

    /**
     * Invites somebody into an organization. The user is pending until the invitation is accepted, and it expires.
     *
     * @param body the named arguments: {@code username} address of the user; {@code roles} {@code [orgRoles: […],
     *     groupRoleAssignments: [[groupId: …, groupRoles: […]]]]}; {@code teamIds} teams to join; {@code envelope}
     *     wraps the answer with its status; {@code pretty} asks for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 409 {@code USER_ALREADY_EXISTS} when the organization has the
     *     user or an invitation
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-createorguser">Atlas Administration API: createOrgUser</a>
     */
    @POST("api/atlas/v2/orgs/{orgId}/users")
    @IdOf(value = Thing.TEAM, argument = "teamIds")
    @ApiVersion("2025-02-19")
    @RequiredRole("ORG_OWNER")
    OrgUser invite(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "username", type = String.class, required = true),
                        @NamedParam(value = "roles", type = Map.class, required = true),
                        @NamedParam(value = "teamIds", type = List.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId);

    /**
     * Sets the roles and the teams of a user of an organization; what is given replaces what was.
     *
     * @param body the named arguments: {@code roles} {@code [orgRoles: […], groupRoleAssignments: [[groupId: …,
     *     groupRoles: […]]]]}; {@code teamIds} teams to be in; {@code envelope} wraps the answer with its status;
     *     {@code pretty} asks for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param userId user, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code USER_NOT_FOUND} when the organization has no such
     *     user
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-updateorguser">Atlas Administration API: updateOrgUser</a>
     */
    @PATCH("api/atlas/v2/orgs/{orgId}/users/{userId}")
    @IdOf(value = Thing.TEAM, argument = "teamIds")
    @ApiVersion("2025-02-19")
    @RequiredRole("ORG_OWNER")
    OrgUser update(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "roles", type = Map.class),
                        @NamedParam(value = "teamIds", type = List.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @IdOf(Thing.USER) @Path("userId") String userId);

    /**
     * Removes a user from an organization and from all its projects, or takes an invitation back.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param userId user, 24 hexadecimal digits
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code USER_NOT_FOUND} when the organization has no such
     *     user
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-removeorguser">Atlas Administration API: removeOrgUser</a>
     */
    @DELETE("api/atlas/v2/orgs/{orgId}/users/{userId}")
    @ApiVersion("2025-02-19")
    @RequiredRole("ORG_OWNER")
    @Nullable
    Void remove(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @IdOf(Thing.USER) @Path("userId") String userId);

    /** The same as {@link #remove(Map, String, String)} without options. */
    default @Nullable Void remove(@IdOf(Thing.ORGANIZATION) String orgId, @IdOf(Thing.USER) String userId) {
        return remove(Map.of(), orgId, userId);
    }

    /**
     * Gives a user one more role in an organization.
     *
     * @param body the named arguments: {@code orgRole} the role: {@code ORG_OWNER}, {@code ORG_MEMBER}, {@code
     *     ORG_GROUP_CREATOR}, {@code ORG_BILLING_ADMIN}, {@code ORG_BILLING_READ_ONLY}, {@code
     *     ORG_STREAM_PROCESSING_ADMIN} or {@code ORG_READ_ONLY}; {@code envelope} wraps the answer with its status;
     *     {@code pretty} asks for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param userId user, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code USER_NOT_FOUND} when the organization has no such
     *     user
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-addorguserrole">Atlas Administration API: addOrgUserRole</a>
     */
    @POST("api/atlas/v2/orgs/{orgId}/users/{userId}:addRole")
    @ApiVersion("2025-02-19")
    @RequiredRole("ORG_OWNER")
    OrgUser addRole(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "orgRole", type = String.class, required = true),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    @OneOf(
                            argument = "orgRole",
                            value = {
                                "ORG_OWNER",
                                "ORG_MEMBER",
                                "ORG_GROUP_CREATOR",
                                "ORG_BILLING_ADMIN",
                                "ORG_BILLING_READ_ONLY",
                                "ORG_STREAM_PROCESSING_ADMIN",
                                "ORG_READ_ONLY"
                            })
                    Map<String, Object> body,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @IdOf(Thing.USER) @Path("userId") String userId);

    /**
     * Takes one role in an organization from a user.
     *
     * @param body the named arguments: {@code orgRole} the role: {@code ORG_OWNER}, {@code ORG_MEMBER}, {@code
     *     ORG_GROUP_CREATOR}, {@code ORG_BILLING_ADMIN}, {@code ORG_BILLING_READ_ONLY}, {@code
     *     ORG_STREAM_PROCESSING_ADMIN} or {@code ORG_READ_ONLY}; {@code envelope} wraps the answer with its status;
     *     {@code pretty} asks for indented JSON
     * @param orgId organization, 24 hexadecimal digits
     * @param userId user, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code USER_NOT_FOUND} when the organization has no such
     *     user
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-removeorguserrole">Atlas Administration API: removeOrgUserRole</a>
     */
    @POST("api/atlas/v2/orgs/{orgId}/users/{userId}:removeRole")
    @ApiVersion("2025-02-19")
    @RequiredRole("ORG_OWNER")
    OrgUser removeRole(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "orgRole", type = String.class, required = true),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    @OneOf(
                            argument = "orgRole",
                            value = {
                                "ORG_OWNER",
                                "ORG_MEMBER",
                                "ORG_GROUP_CREATOR",
                                "ORG_BILLING_ADMIN",
                                "ORG_BILLING_READ_ONLY",
                                "ORG_STREAM_PROCESSING_ADMIN",
                                "ORG_READ_ONLY"
                            })
                    Map<String, Object> body,
            @IdOf(Thing.ORGANIZATION) @Path("orgId") String orgId,
            @IdOf(Thing.USER) @Path("userId") String userId);

    /**
     * The users of a project.
     *
     * @param options the named arguments: {@code flattenTeams} whether the members of its teams are listed; {@code
     *     includeOrgUsers} whether users are listed who see the project by a role in its organization; {@code
     *     orgMembershipStatus} only those in this state: {@code PENDING}, {@code ACTIVE}, {@code
     *     INVITATION_EXPIRED} or {@code INVITATION_REJECTED}; {@code orgMembershipStatuses} only those in one of
     *     these states; not together with {@code orgMembershipStatus}: {@code PENDING}, {@code ACTIVE}, {@code
     *     INVITATION_EXPIRED} or {@code INVITATION_REJECTED}; {@code username} only the one with this address;
     *     {@code envelope} wraps the answer with its status; {@code pretty} asks for indented JSON; {@code pageNum}
     *     first page to read, from 1; {@code itemsPerPage} size of a page, 1 to 500; {@code includeCount} whether
     *     the answer counts all results
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgroupusers">Atlas Administration API: listGroupUsers</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/users")
    @NameOf(value = Thing.USER, argument = "username")
    @ApiVersion("2025-02-19")
    @RequiredRole("GROUP_READ_ONLY")
    Listing<ProjectUser> listInProject(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "flattenTeams", type = Boolean.class),
                        @NamedParam(value = "includeOrgUsers", type = Boolean.class),
                        @NamedParam(value = "orgMembershipStatus", type = String.class),
                        @NamedParam(value = "orgMembershipStatuses", type = List.class),
                        @NamedParam(value = "username", type = String.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class),
                        @NamedParam(value = "includeCount", type = Boolean.class)
                    })
                    @OneOf(
                            argument = "orgMembershipStatus",
                            value = {"PENDING", "ACTIVE", "INVITATION_EXPIRED", "INVITATION_REJECTED"})
                    @OneOf(
                            argument = "orgMembershipStatuses",
                            value = {"PENDING", "ACTIVE", "INVITATION_EXPIRED", "INVITATION_REJECTED"})
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #listInProject(Map, String)} without options. */
    default Listing<ProjectUser> listInProject(@IdOf(Thing.PROJECT) String groupId) {
        return listInProject(Map.of(), groupId);
    }

    /**
     * One user of a project.
     *
     * @param options the named arguments: {@code orgMembershipStatuses} only if it is in one of these states:
     *     {@code PENDING}, {@code ACTIVE}, {@code INVITATION_EXPIRED} or {@code INVITATION_REJECTED}; {@code
     *     envelope} wraps the answer with its status; {@code pretty} asks for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param userId user, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code USER_NOT_FOUND} when the project has no such user
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupuser">Atlas Administration API: getGroupUser</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/users/{userId}")
    @ApiVersion("2025-02-19")
    @RequiredRole("GROUP_READ_ONLY")
    ProjectUser getInProject(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "orgMembershipStatuses", type = List.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    @OneOf(
                            argument = "orgMembershipStatuses",
                            value = {"PENDING", "ACTIVE", "INVITATION_EXPIRED", "INVITATION_REJECTED"})
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @IdOf(Thing.USER) @Path("userId") String userId);

    /** The same as {@link #getInProject(Map, String, String)} without options. */
    default ProjectUser getInProject(@IdOf(Thing.PROJECT) String groupId, @IdOf(Thing.USER) String userId) {
        return getInProject(Map.of(), groupId, userId);
    }

    /**
     * Gives a user roles in a project. Somebody whom the organization does not know is invited into it.
     *
     * @param body the named arguments: {@code username} address of the user; {@code roles} roles in the project,
     *     such as {@code GROUP_READ_ONLY}; {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 409 {@code USER_ALREADY_EXISTS} when the project has the user
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-addgroupusers">Atlas Administration API: addGroupUsers</a>
     */
    @POST("api/atlas/v2/groups/{groupId}/users")
    @NameOf(value = Thing.USER, argument = "username")
    @ApiVersion("2025-02-19")
    @RequiredRole("GROUP_ACCESS_MANAGER")
    ProjectUser addToProject(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "username", type = String.class, required = true),
                        @NamedParam(value = "roles", type = List.class, required = true),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /**
     * Takes all roles in a project from a user.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param userId user, 24 hexadecimal digits
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code USER_NOT_FOUND} when the project has no such user
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-removegroupuser">Atlas Administration API: removeGroupUser</a>
     */
    @DELETE("api/atlas/v2/groups/{groupId}/users/{userId}")
    @ApiVersion("2025-02-19")
    @RequiredRole("GROUP_ACCESS_MANAGER")
    @Nullable
    Void removeFromProject(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @IdOf(Thing.USER) @Path("userId") String userId);

    /** The same as {@link #removeFromProject(Map, String, String)} without options. */
    default @Nullable Void removeFromProject(@IdOf(Thing.PROJECT) String groupId, @IdOf(Thing.USER) String userId) {
        return removeFromProject(Map.of(), groupId, userId);
    }

    /**
     * Gives a user one more role in a project.
     *
     * @param body the named arguments: {@code groupRole} the role, such as {@code GROUP_CLUSTER_MANAGER}; {@code
     *     envelope} wraps the answer with its status; {@code pretty} asks for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param userId user, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code USER_NOT_FOUND} when the project has no such user
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-addgroupuserrole">Atlas Administration API: addGroupUserRole</a>
     */
    @POST("api/atlas/v2/groups/{groupId}/users/{userId}:addRole")
    @ApiVersion("2025-02-19")
    @RequiredRole("GROUP_ACCESS_MANAGER")
    ProjectUser addRoleInProject(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "groupRole", type = String.class, required = true),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @IdOf(Thing.USER) @Path("userId") String userId);

    /**
     * Takes one role in a project from a user.
     *
     * @param body the named arguments: {@code groupRole} the role, such as {@code GROUP_CLUSTER_MANAGER}; {@code
     *     envelope} wraps the answer with its status; {@code pretty} asks for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param userId user, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code USER_NOT_FOUND} when the project has no such user
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-removegroupuserrole">Atlas Administration API: removeGroupUserRole</a>
     */
    @POST("api/atlas/v2/groups/{groupId}/users/{userId}:removeRole")
    @ApiVersion("2025-02-19")
    @RequiredRole("GROUP_ACCESS_MANAGER")
    ProjectUser removeRoleInProject(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "groupRole", type = String.class, required = true),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> body,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @IdOf(Thing.USER) @Path("userId") String userId);
}
