package dev.ferry.api.atlas;

import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.Operations;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Atlas Administration API, version 2, as one set of credentials sees it.
 *
 * <pre>{@code
 * atlas.orgs                                          // a table of organizations
 * atlas.clusters.list(atlas.projects['shop'].id)      // the clusters of a project
 * atlas.api.listOrgs(name: 'Acme')                    // any of the API's operations by name
 * atlas.get('/orgs', itemsPerPage: 5)                 // anything else, as maps and lists
 * }</pre>
 *
 * <p>A call of {@code api}, or of a path, may name its {@code version:}; else it has the session's pin, else the newest version
 * of the operation. {@code at} pins everything below it.
 */
public final class Atlas {
    private final ApiClient client;

    /** The API behind this client. Nothing is connected until the first call. */
    public Atlas(ApiClient client) {
        this.client = client;
    }

    /** The root of this API. */
    public Root getRoot() {
        return client.service(Root.class);
    }

    /** Organizations. */
    public Organizations getOrgs() {
        return client.service(Organizations.class);
    }

    /** Projects. */
    public Projects getProjects() {
        return client.service(Projects.class);
    }

    /** Clusters of projects. */
    public Clusters getClusters() {
        return client.service(Clusters.class);
    }

    /** IP access lists of projects. */
    public AccessList getAccessList() {
        return client.service(AccessList.class);
    }

    /** Tokens that link source organizations. */
    public LinkTokens getLinkTokens() {
        return client.service(LinkTokens.class);
    }

    /** Validations and live migrations. */
    public LiveMigrations getLiveMigrations() {
        return client.service(LiveMigrations.class);
    }

    /** What happened in projects and organizations. */
    public Events getEvents() {
        return client.service(Events.class);
    }

    /** People of organizations and projects. */
    public Users getUsers() {
        return client.service(Users.class);
    }

    /** Teams of organizations, and their roles in projects. */
    public Teams getTeams() {
        return client.service(Teams.class);
    }

    /** API keys of organizations and projects. */
    public ApiKeys getApiKeys() {
        return client.service(ApiKeys.class);
    }

    /** Service accounts of organizations and projects. */
    public ServiceAccounts getServiceAccounts() {
        return client.service(ServiceAccounts.class);
    }

    /** Flex clusters of projects. */
    public FlexClusters getFlexClusters() {
        return client.service(FlexClusters.class);
    }

    /** Database users of projects. */
    public DatabaseUsers getDatabaseUsers() {
        return client.service(DatabaseUsers.class);
    }

    /** Private endpoints of projects. */
    public PrivateEndpoints getPrivateEndpoints() {
        return client.service(PrivateEndpoints.class);
    }

    /** Networks of projects and their peers. */
    public Peering getPeering() {
        return client.service(Peering.class);
    }

    /** Alerts of projects. */
    public Alerts getAlerts() {
        return client.service(Alerts.class);
    }

    /** Cloud backups of clusters. */
    public Snapshots getSnapshots() {
        return client.service(Snapshots.class);
    }

    /** Maintenance windows of projects. */
    public Maintenance getMaintenance() {
        return client.service(Maintenance.class);
    }

    /** Processes of clusters. */
    public Processes getProcesses() {
        return client.service(Processes.class);
    }

    /**
     * Every operation of this API by its name, checked by the table of operations:
     * {@code atlas.api.getGroup(groupId: …)}.
     */
    public Operations getApi() {
        return client.atlasOperations("atlas.api");
    }

    /**
     * The same API with every call pinned to a version: {@code atlas.at('2023-02-01').clusters.list(…)}. A record reads what
     * that version answers; what it does not know is in its {@code more}.
     *
     * @param date {@code yyyy-mm-dd}, or {@code preview}
     */
    public Atlas at(CharSequence date) {
        return new Atlas(client.pinnedTo(date));
    }

    /**
     * Calls GET on any path, with our authentication, version and errors.
     *
     * @param path a path of this API, such as {@code /orgs}; it may carry a query
     * @return the answer as maps and lists, or null when it is empty
     */
    // Not a String: Groovy would call it for every property that this class lacks, and a misspelt name would be a
    // request.
    public @Nullable Object get(CharSequence path) {
        return get(Map.of(), path);
    }

    /**
     * The same with query parameters as named arguments: {@code get('/…', name: 'value')}; {@code version:} is the version to
     * ask for.
     */
    public @Nullable Object get(Map<String, ?> query, CharSequence path) {
        return client.callBelow(Catalogs.ATLAS, "GET", path, query, null);
    }

    /**
     * Calls DELETE on any path, with our authentication, version and errors.
     *
     * @param path a path of this API, such as {@code /orgs}; it may carry a query
     * @return the answer as maps and lists, or null when it is empty
     */
    public @Nullable Object delete(CharSequence path) {
        return delete(Map.of(), path);
    }

    /** The same with query parameters as named arguments: {@code delete('/…', name: 'value')}. */
    public @Nullable Object delete(Map<String, ?> query, CharSequence path) {
        return client.callBelow(Catalogs.ATLAS, "DELETE", path, query, null);
    }

    /**
     * Calls POST on any path, with our authentication, version and errors.
     *
     * @param path a path of this API, such as {@code /orgs}; it may carry a query
     * @param body maps and lists that become JSON, or null for none
     * @return the answer as maps and lists, or null when it is empty
     */
    public @Nullable Object post(CharSequence path, @Nullable Object body) {
        return post(Map.of(), path, body);
    }

    /** The same with query parameters as named arguments. */
    public @Nullable Object post(Map<String, ?> query, CharSequence path, @Nullable Object body) {
        return client.callBelow(Catalogs.ATLAS, "POST", path, query, body);
    }

    /**
     * Calls PUT on any path, with our authentication, version and errors.
     *
     * @param path a path of this API, such as {@code /orgs}; it may carry a query
     * @param body maps and lists that become JSON, or null for none
     * @return the answer as maps and lists, or null when it is empty
     */
    public @Nullable Object put(CharSequence path, @Nullable Object body) {
        return put(Map.of(), path, body);
    }

    /** The same with query parameters as named arguments. */
    public @Nullable Object put(Map<String, ?> query, CharSequence path, @Nullable Object body) {
        return client.callBelow(Catalogs.ATLAS, "PUT", path, query, body);
    }

    /**
     * Calls PATCH on any path, with our authentication, version and errors.
     *
     * @param path a path of this API, such as {@code /orgs}; it may carry a query
     * @param body maps and lists that become JSON, or null for none
     * @return the answer as maps and lists, or null when it is empty
     */
    public @Nullable Object patch(CharSequence path, @Nullable Object body) {
        return patch(Map.of(), path, body);
    }

    /** The same with query parameters as named arguments. */
    public @Nullable Object patch(Map<String, ?> query, CharSequence path, @Nullable Object body) {
        return client.callBelow(Catalogs.ATLAS, "PATCH", path, query, body);
    }

    /** Where it is, for whoever prints it. */
    @Override
    public String toString() {
        return "the Atlas Administration API at " + client.connection().baseUrl();
    }
}
