package dev.ferry.api.atlas;

import dev.ferry.api.ApiVersion;
import dev.ferry.api.IdOf;
import dev.ferry.api.InQuery;
import dev.ferry.api.Listing;
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
 * The IP access lists of projects: from where their clusters may be reached.
 *
 * <pre>{@code
 * atlas.accessList.add(shop.id, [[ipAddress: '203.0.113.10', comment: 'migration host']])
 * }</pre>
 */
public interface AccessList {
    /**
     * The entries of the access list of a project.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to
     *     500; {@code includeCount} whether the answer counts all results
     * @param groupId project, 24 hexadecimal digits
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code GROUP_NOT_FOUND} when there is no such project
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-listgroupaccesslistentries">Atlas Administration API: listGroupAccessListEntries</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/accessList")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    Listing<AccessListEntry> list(
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
    default Listing<AccessListEntry> list(@IdOf(Thing.PROJECT) String groupId) {
        return list(Map.of(), groupId);
    }

    /**
     * Adds entries to the access list of a project; those it has stay.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON; {@code pageNum} first page to read, from 1; {@code itemsPerPage} size of a page, 1 to
     *     500; {@code includeCount} whether the answer counts all results
     * @param groupId project, 24 hexadecimal digits
     * @param entries one map an entry: one of {@code ipAddress}, {@code cidrBlock} and {@code awsSecurityGroup},
     *     and if wanted {@code comment} and {@code deleteAfterDate}
     * @return the whole list
     * @throws dev.ferry.api.failure.ErrorAnswerException 400 when an entry names no address or an ill-formed one
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-creategroupaccesslistentry">Atlas Administration API: createGroupAccessListEntry</a>
     */
    @POST("api/atlas/v2/groups/{groupId}/accessList")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_NETWORK_ACCESS_MANAGER")
    Listing<AccessListEntry> add(
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
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @Body List<Map<String, Object>> entries);

    /** The same as {@link #add(Map, String, List)} without options. */
    default Listing<AccessListEntry> add(@IdOf(Thing.PROJECT) String groupId, List<Map<String, Object>> entries) {
        return add(Map.of(), groupId, entries);
    }

    /**
     * Whether an entry has reached the clusters.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param entryValue address, block or security group of the entry
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND} when the
     *     list has no such entry
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupaccessliststatus">Atlas Administration API: getGroupAccessListStatus</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/accessList/{entryValue}/status")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    AccessListEntryStatus status(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @Path("entryValue") String entryValue);

    /** The same as {@link #status(Map, String, String)} without options. */
    default AccessListEntryStatus status(@IdOf(Thing.PROJECT) String groupId, String entryValue) {
        return status(Map.of(), groupId, entryValue);
    }

    /**
     * One entry of the access list of a project.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param entryValue address, block or security group of the entry
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND} when the
     *     list has no such entry
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-getgroupaccesslistentry">Atlas Administration API: getGroupAccessListEntry</a>
     */
    @GET("api/atlas/v2/groups/{groupId}/accessList/{entryValue}")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_READ_ONLY")
    AccessListEntry get(
            @Tag
                    @InQuery
                    @NamedParams({
                        @NamedParam(value = "envelope", type = Boolean.class),
                        @NamedParam(value = "pretty", type = Boolean.class)
                    })
                    Map<String, Object> options,
            @IdOf(Thing.PROJECT) @Path("groupId") String groupId,
            @Path("entryValue") String entryValue);

    /** The same as {@link #get(Map, String, String)} without options. */
    default AccessListEntry get(@IdOf(Thing.PROJECT) String groupId, String entryValue) {
        return get(Map.of(), groupId, entryValue);
    }

    /**
     * Removes an entry from the access list of a project.
     *
     * @param options the named arguments: {@code envelope} wraps the answer with its status; {@code pretty} asks
     *     for indented JSON
     * @param groupId project, 24 hexadecimal digits
     * @param entryValue address, block or security group of the entry
     * @return nothing: the answer has no body
     * @throws dev.ferry.api.failure.ErrorAnswerException 404 {@code ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND} when the
     *     list has no such entry
     * @see <a href="https://www.mongodb.com/docs/api/doc/atlas-admin-api-v2/operation/operation-deletegroupaccesslistentry">Atlas Administration API: deleteGroupAccessListEntry</a>
     */
    @DELETE("api/atlas/v2/groups/{groupId}/accessList/{entryValue}")
    @ApiVersion("2023-01-01")
    @RequiredRole("GROUP_NETWORK_ACCESS_MANAGER")
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
            @Path("entryValue") String entryValue);

    /** The same as {@link #delete(Map, String, String)} without options. */
    default @Nullable Void delete(@IdOf(Thing.PROJECT) String groupId, String entryValue) {
        return delete(Map.of(), groupId, entryValue);
    }
}
