package dev.ferry.api.atlas;

import dev.ferry.api.ApiVersion;
import dev.ferry.api.IdOf;
import dev.ferry.api.InBody;
import dev.ferry.api.InQuery;
import dev.ferry.api.Listing;
import dev.ferry.api.NameOf;
import dev.ferry.api.OneOf;
import dev.ferry.api.RequiredRole;
import dev.ferry.api.Thing;
import dev.ferry.output.Secret;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.time.Instant;
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
 * The database users of Atlas projects: who may log in to their clusters.
 *
 * <pre>{@code
 * atlas.databaseUsers.create(shop.id, databaseName: 'admin', username: 'migrator', password: secret('MIGRATOR_PASSWORD'),
 *         roles: [[roleName: 'readWriteAnyDatabase', databaseName: 'admin']])
 * }</pre>
 */
public interface DatabaseUsers {
    /**
     * The database users of a project.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to
     *     500; {@code includeCount} whether the answer counts all results
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgroupdatabaseusers">Atlas Administration API: listGroupDatabaseUsers</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/databaseUsers")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    Listing<DatabaseUser> list(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class),
                        @NamedParam(value = "pageNum", type = Integer.class),
                        @NamedParam(value = "itemsPerPage", type = Integer.class),
                        @NamedParam(value = "includeCount", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #list(Map, String)} without options. */
    default Listing<DatabaseUser> list(@IdOf(Thing.PROJECT) String groupId) {
        return list(Map.of(), groupId);
    }

    /**
     * One database user.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param databaseName database it logs in at: {@code admin} or {@code $external}
     * @param username user name as it is, signs and blanks included
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code USERNAME_NOT_FOUND} when the project has no such
     *     database user
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupdatabaseuser">Atlas Administration API: getGroupDatabaseUser</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/databaseUsers/{databaseName}/{username}")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    DatabaseUser get(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @Path("databaseName") @OneOf({"admin", "$external"}) String databaseName,
            @NameOf(Thing.DATABASE_USER) @Path("username") String username);

    /** The same as {@link #get(Map, String, String, String)} without options. */
    default DatabaseUser get(
            @IdOf(Thing.PROJECT) String groupId, String databaseName, @NameOf(Thing.DATABASE_USER) String username) {
        return get(Map.of(), groupId, databaseName, username);
    }

    /**
     * Makes a database user. It reaches the clusters within a minute.
     *
     * @param body the named arguments: {@code username} name it logs in with; {@code databaseName} database it logs
     *     in at: {@code admin} or {@code $external}; {@code password} its password, at least 8 characters, a text
     *     or a secret; {@code roles} what it may do, each {@code [roleName: …, databaseName: …]}; {@code scopes}
     *     where it may log in, each {@code [name: …, type: 'CLUSTER']}; none means everywhere; {@code description}
     *     what it is for; {@code labels} labels, each {@code [key: …, value: …]}; {@code deleteAfterDate} when
     *     Atlas removes it; at most a week ahead; {@code awsIAMType} login by IAM: {@code NONE}, {@code USER} or
     *     {@code ROLE}; {@code ldapAuthType} login by LDAP: {@code NONE}, {@code GROUP} or {@code USER}; {@code
     *     oidcAuthType} login by OIDC: {@code NONE}, {@code IDP_GROUP} or {@code USER}; {@code x509Type} login by
     *     certificate: {@code NONE}, {@code CUSTOMER} or {@code MANAGED}; {@code envelope} wraps the answer with
     *     its status; {@code pretty} asks for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 409 {@code USER_ALREADY_EXISTS} when the project has one with
     *     this name; 400 for a weak password or an unknown role
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-creategroupdatabaseuser">Atlas Administration API: createGroupDatabaseUser</a>
     */
    @POST("api/atlas/v2/groups/{groupId}/databaseUsers")
    @NameOf(value = Thing.CLUSTER, argument = "scopes.name")
    @ApiVersion("2023-01-01")
    @RequiredRole({"GROUP_DATABASE_ACCESS_ADMIN", "GROUP_STREAM_PROCESSING_OWNER"})
    DatabaseUser create(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "username", type = String.class, required = true),
                        @NamedParam(value = "databaseName", type = String.class, required = true),
                        @NamedParam(value = "password", type = Secret.class),
                        @NamedParam(value = "roles", type = List.class, required = true),
                        @NamedParam(value = "scopes", type = List.class),
                        @NamedParam(value = "description", type = String.class),
                        @NamedParam(value = "labels", type = List.class),
                        @NamedParam(value = "deleteAfterDate", type = Instant.class),
                        @NamedParam(value = "awsIAMType", type = String.class),
                        @NamedParam(value = "ldapAuthType", type = String.class),
                        @NamedParam(value = "oidcAuthType", type = String.class),
                        @NamedParam(value = "x509Type", type = String.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    @OneOf(
                            argument = "databaseName",
                            value = {"admin", "$external"})
                    @OneOf(
                            argument = "awsIAMType",
                            value = {"NONE", "USER", "ROLE"})
                    @OneOf(
                            argument = "ldapAuthType",
                            value = {"NONE", "GROUP", "USER"})
                    @OneOf(
                            argument = "oidcAuthType",
                            value = {"NONE", "IDP_GROUP", "USER"})
                    @OneOf(
                            argument = "x509Type",
                            value = {"NONE", "CUSTOMER", "MANAGED"})
                    Map<String, Object> body,
            @IdOf(Thing.PROJECT) @Path("groupId") @InBody String groupId);

    /**
     * Changes a database user; what is not given stays.
     *
     * @param body the named arguments: {@code password} its password, at least 8 characters, a text or a secret;
     *     {@code roles} what it may do, each {@code [roleName: …, databaseName: …]}; {@code scopes} where it may
     *     log in, each {@code [name: …, type: 'CLUSTER']}; none means everywhere; {@code description} what it is
     *     for; {@code labels} labels, each {@code [key: …, value: …]}; {@code deleteAfterDate} when Atlas removes
     *     it; at most a week ahead; {@code awsIAMType} login by IAM: {@code NONE}, {@code USER} or {@code ROLE};
     *     {@code ldapAuthType} login by LDAP: {@code NONE}, {@code GROUP} or {@code USER}; {@code oidcAuthType}
     *     login by OIDC: {@code NONE}, {@code IDP_GROUP} or {@code USER}; {@code x509Type} login by certificate:
     *     {@code NONE}, {@code CUSTOMER} or {@code MANAGED}; {@code envelope} wraps the answer with its status;
     *     {@code pretty} asks for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param databaseName database it logs in at: {@code admin} or {@code $external}
     * @param username user name as it is, signs and blanks included
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code USERNAME_NOT_FOUND} when the project has no such
     *     database user
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-updategroupdatabaseuser">Atlas Administration API: updateGroupDatabaseUser</a>
     */
    @PATCH("api/atlas/v2/groups/{groupId}/databaseUsers/{databaseName}/{username}")
    @NameOf(value = Thing.CLUSTER, argument = "scopes.name")
    @ApiVersion("2023-01-01")
    @RequiredRole({"GROUP_DATABASE_ACCESS_ADMIN", "GROUP_STREAM_PROCESSING_OWNER"})
    DatabaseUser update(
            @Body
                    @InQuery({"envelope", "pretty"})
                    @NamedParams({
                        @NamedParam(value = "password", type = Secret.class),
                        @NamedParam(value = "roles", type = List.class),
                        @NamedParam(value = "scopes", type = List.class),
                        @NamedParam(value = "description", type = String.class),
                        @NamedParam(value = "labels", type = List.class),
                        @NamedParam(value = "deleteAfterDate", type = Instant.class),
                        @NamedParam(value = "awsIAMType", type = String.class),
                        @NamedParam(value = "ldapAuthType", type = String.class),
                        @NamedParam(value = "oidcAuthType", type = String.class),
                        @NamedParam(value = "x509Type", type = String.class),
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    @OneOf(
                            argument = "awsIAMType",
                            value = {"NONE", "USER", "ROLE"})
                    @OneOf(
                            argument = "ldapAuthType",
                            value = {"NONE", "GROUP", "USER"})
                    @OneOf(
                            argument = "oidcAuthType",
                            value = {"NONE", "IDP_GROUP", "USER"})
                    @OneOf(
                            argument = "x509Type",
                            value = {"NONE", "CUSTOMER", "MANAGED"})
                    Map<String, Object> body,
            @IdOf(Thing.PROJECT) @Path("groupId") @InBody String groupId,
            @Path("databaseName") @OneOf({"admin", "$external"}) @InBody String databaseName,
            @NameOf(Thing.DATABASE_USER) @Path("username") @InBody String username);

    /**
     * Removes a database user. Its connections end.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param databaseName database it logs in at: {@code admin} or {@code $external}
     * @param username user name as it is, signs and blanks included
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code USERNAME_NOT_FOUND} when the project has no such
     *     database user
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-deletegroupdatabaseuser">Atlas Administration API: deleteGroupDatabaseUser</a>
     */
    @DELETE("api/atlas/v2/groups/{groupId}/databaseUsers/{databaseName}/{username}")
    @ApiVersion("2023-01-01")
    @RequiredRole({"GROUP_DATABASE_ACCESS_ADMIN", "GROUP_STREAM_PROCESSING_OWNER"})
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
            @Path("databaseName") @OneOf({"admin", "$external"}) String databaseName,
            @NameOf(Thing.DATABASE_USER) @Path("username") String username);

    /** The same as {@link #delete(Map, String, String, String)} without options. */
    default @Nullable Void delete(
            @IdOf(Thing.PROJECT) String groupId, String databaseName, @NameOf(Thing.DATABASE_USER) String username) {
        return delete(Map.of(), groupId, databaseName, username);
    }

    /**
     * The roles that a project has defined for its database users.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgroupcustomdbroleroles">Atlas Administration API: listGroupCustomDbRoleRoles</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/customDBRoles/roles")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    List<CustomRole> customRoles(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId);

    /** The same as {@link #customRoles(Map, String)} without options. */
    default List<CustomRole> customRoles(@IdOf(Thing.PROJECT) String groupId) {
        return customRoles(Map.of(), groupId);
    }
}
