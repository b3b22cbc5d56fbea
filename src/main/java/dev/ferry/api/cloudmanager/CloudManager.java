package dev.ferry.api.cloudmanager;

import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.Operations;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The public API, version 1.0, of Cloud Manager or Ops Manager, as one set of credentials sees it.
 *
 * <pre>{@code
 * cm.orgs                                             // a table of organizations
 * cm.links.status(cm.orgs['Acme-OnPrem'].id)          // how its link stands
 * cm.api.listGroupClusters(groupId: id)               // any of the API's operations by name
 * cm.get('/orgs', itemsPerPage: 5)                    // anything else, as maps and lists
 * }</pre>
 */
public final class CloudManager {
    private final ApiClient client;

    /** The API behind this client. Nothing is connected until the first call. */
    public CloudManager(ApiClient client) {
        this.client = client;
    }

    /** The root of this API. */
    public Root getRoot() {
        return client.service(Root.class);
    }

    /** Organizations, with their projects. */
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

    /** Processes, host by host. */
    public Hosts getHosts() {
        return client.service(Hosts.class);
    }

    /** Agents and their versions. */
    public Agents getAgents() {
        return client.service(Agents.class);
    }

    /** What Automation is to keep, and how far it has come. */
    public Automation getAutomation() {
        return client.service(Automation.class);
    }

    /** Links to Atlas organizations. */
    public MigrationLinks getLinks() {
        return client.service(MigrationLinks.class);
    }

    /** Keys with which agents log in. */
    public AgentKeys getAgentKeys() {
        return client.service(AgentKeys.class);
    }

    /** What happened in projects and organizations. */
    public Events getEvents() {
        return client.service(Events.class);
    }

    /** What needs attention in projects. */
    public Alerts getAlerts() {
        return client.service(Alerts.class);
    }

    /** Which clusters are backed up, and when. */
    public Backups getBackups() {
        return client.service(Backups.class);
    }

    /** Snapshots of clusters. */
    public Snapshots getSnapshots() {
        return client.service(Snapshots.class);
    }

    /** When projects are worked on in silence. */
    public Maintenance getMaintenance() {
        return client.service(Maintenance.class);
    }

    /** Users of organizations and projects. */
    public Users getUsers() {
        return client.service(Users.class);
    }

    /** Teams of organizations, and their roles in projects. */
    public Teams getTeams() {
        return client.service(Teams.class);
    }

    /** API keys of organizations. */
    public ApiKeys getApiKeys() {
        return client.service(ApiKeys.class);
    }

    /** Service accounts of organizations. */
    public ServiceAccounts getServiceAccounts() {
        return client.service(ServiceAccounts.class);
    }

    /**
     * Every operation of this API by its name, checked by the table of operations: {@code cm.api.getGroup(groupId: …)}. The
     * names are those of the Atlas Administration API v2 wherever both have the same operation.
     */
    public Operations getApi() {
        return client.cloudManagerOperations("cm.api");
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

    /** The same with query parameters as named arguments: {@code get('/…', name: 'value')}. */
    public @Nullable Object get(Map<String, ?> query, CharSequence path) {
        return client.callBelow(Catalogs.CLOUD_MANAGER, "GET", path, query, null);
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
        return client.callBelow(Catalogs.CLOUD_MANAGER, "DELETE", path, query, null);
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
        return client.callBelow(Catalogs.CLOUD_MANAGER, "POST", path, query, body);
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
        return client.callBelow(Catalogs.CLOUD_MANAGER, "PUT", path, query, body);
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
        return client.callBelow(Catalogs.CLOUD_MANAGER, "PATCH", path, query, body);
    }

    /** Where it is, for whoever prints it. */
    @Override
    public String toString() {
        return "the public API of Cloud Manager or Ops Manager at "
                + client.connection().baseUrl();
    }
}
