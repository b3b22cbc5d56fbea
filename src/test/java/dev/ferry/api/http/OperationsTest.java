package dev.ferry.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ferry.api.Listing;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.failure.CallRefusedException;
import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls by name as a script writes them. */
final class OperationsTest {
    private static final String ID = "65f0000000000000000000a1";

    private WireServer server;
    private ApiClient client;

    @BeforeEach
    void start() {
        server = WireServer.start();
        client = server.client();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private Object run(String script) {
        Binding binding = new Binding(Map.of("atlas", new Atlas(client), "cm", new CloudManager(client), "id", ID));
        return new GroovyShell(binding).evaluate(script);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "atlas.api.listOrg() | atlas.api has no operation 'listOrg'; did you mean 'listOrgs'?",
                "atlas.api.listOrg | atlas.api has no operation 'listOrg'; did you mean 'listOrgs'?",
                "atlas.api.getGroup(id) | atlas.api.getGroup takes its arguments by name, as in groupId: …",
                "atlas.api.getGroup() | atlas.api.getGroup needs a value for 'groupId'",
                "atlas.api.getGroup(groupId: 'shop') | atlas.api.getGroup 'groupId' is 'shop', which is not an id of 24 hex digits",
                "atlas.api.getGroup(groupId: id, grupId: 1) | atlas.api.getGroup takes no argument 'grupId'; did you mean 'groupId'?",
                "atlas.api.getOrgServiceAccount(orgId: id, clientId: id) | atlas.api.getOrgServiceAccount 'clientId' is '65f0000000000000000000a1', which is not a client id, 'mdb_sa_id_' and 24 hex digits",
                "atlas.api.listOrgs(itemsPerPage: '5') | atlas.api.listOrgs 'itemsPerPage' takes a whole number, not a text",
                "atlas.api.listAlerts(groupId: id, status: 'OPENED') | atlas.api.listAlerts 'status' takes one of OPEN, TRACKING, CLOSED; did you mean 'OPEN'?",
                "atlas.api.listGroupContainers(groupId: id) | atlas.api.listGroupContainers needs the argument 'providerName'",
                "atlas.api.getGroupCluster(groupId: id, clusterName: 'c', useEffectiveInstanceFields: 1) | atlas.api.getGroupCluster 'useEffectiveInstanceFields' takes true or false, not a whole number",
                "atlas.api.listGroupEvents(groupId: id, minDate: 'yesterday') | atlas.api.listGroupEvents 'minDate' takes a time such as '2025-03-12T08:00:00Z', not a text",
                "atlas.api.getGroup(groupId: id, body: [:]) | atlas.api.getGroup takes no body",
                "atlas.api.createGroup() | atlas.api.createGroup needs a body (Group); an empty one is body: [:]",
                "atlas.api.createGroup(body: []) | atlas.api.createGroup 'body' takes a map, not a list",
                "atlas.api.createGroup(body: '{') | atlas.api.createGroup takes a map, a list or JSON as 'body', and this text is not JSON",
                "atlas.api.createGroup(body: [nam: 'x', orgId: id]) | atlas.api.createGroup does not know 'body.nam'; did you mean 'name'?",
                "atlas.api.createGroup(body: '{\"name\":\"x\",\"orgId\":7}') | atlas.api.createGroup 'body.orgId' takes an id of 24 hex digits, not a whole number",
                "atlas.api.createGroup(body: [name: 'x', orgId: id, id: id]) | atlas.api.createGroup does not take 'body.id', which is read-only: only answers have it",
                "atlas.api.createGroup(body: [name: 'x', orgId: id, tags: [[key: 'a']]]) | atlas.api.createGroup needs 'body.tags[0].value', a text",
                "atlas.api.createGroupLiveMigration(groupId: id, body: [migrationHosts: ['h'], destination: [clusterName: 'c', groupId: id, hostnameSchemaType: 'PUBLIK']]) | atlas.api.createGroupLiveMigration 'body.destination.hostnameSchemaType' takes one of PUBLIC, PRIVATE_LINK, VPC_PEERING; did you mean 'PUBLIC'?",
                "atlas.api.listOrgs(version: 'new') | atlas.api.listOrgs takes a date such as '2023-01-01' as 'version', not 'new'",
                "atlas.api.listOrgs(version: 'preview') | atlas.api.listOrgs has no version of preview; it has 2023-01-01",
                "atlas.api.getOrgUser(orgId: id, userId: id, version: '2024-01-01') | atlas.api.getOrgUser has no version of 2024-01-01; it has 2025-02-19",
                "atlas.api.listOrgs(format: 'csv') | atlas.api.listOrgs takes no argument 'format'; it takes envelope, includeCount, itemsPerPage, pageNum, pretty, name, version",
                "atlas.api.getOrgInvoice(orgId: id, invoiceId: id, format: 'xml') | atlas.api.getOrgInvoice 'format' takes one of json, csv",
                "atlas.api.downloadAuditLogs(groupId: id, tenantName: 't') | atlas.api.downloadAuditLogs needs the argument 'to'",
                "atlas.get('/orgs', version: 'new') | GET /api/atlas/v2/orgs takes a date such as '2025-03-12', or preview, as 'version', not 'new'",
                "atlas.at('new') | a version is a date such as 2025-03-12, or preview, but not 'new'",
                "cm.api.createOrgMigrationLink(orgId: id, body: [:]) | cm.api.createOrgMigrationLink needs 'body.linkToken', a text",
                "cm.api.listOrgs(version: '2023-01-01') | cm.api.listOrgs takes no argument 'version'; it takes pretty, envelope, pageNum, itemsPerPage, name, includeDeletedOrgs",
            })
    void what_is_not_as_documented_is_refused_before_anything_is_sent(String script, String sentence) {
        CallRefusedException refused = assertThrows(CallRefusedException.class, () -> run(script));
        assertEquals(CallRefusedException.Why.BAD_ARGUMENT, refused.why());
        TreeSet<String> words = new TreeSet<>(List.of(sentence.split("[ ,]+")));
        TreeSet<String> said =
                new TreeSet<>(List.of(String.valueOf(refused.getMessage()).split("[ ,]+")));
        // The order of columns in the table may change; the words may not.
        assertEquals(words, said, refused.getMessage());
        assertEquals(0, server.count());
    }

    @Test
    void a_secret_in_a_body_is_not_in_the_refusal() {
        CallRefusedException refused = assertThrows(
                CallRefusedException.class,
                () -> run("cm.api.createOrgMigrationLink(orgId: id, body: [linkTokn: 'not-a-real-token'])"));
        assertEquals(
                "cm.api.createOrgMigrationLink does not know 'body.linkTokn'; did you mean 'linkToken'?",
                refused.getMessage());
    }

    @Test
    void a_list_goes_on_from_page_to_page_and_keeps_every_field() {
        server.answer(
                200,
                "{\"results\":[{\"id\":\"a\",\"new\":{\"x\":1}}],\"totalCount\":2,\"links\":[{\"rel\":\"next\",\"href\":\"http://else/where?pageNum=2\"}]}");
        server.answer(200, "{\"results\":[{\"id\":\"b\"}],\"totalCount\":2,\"links\":[]}");
        Listing<?> all = assertInstanceOf(Listing.class, run("atlas.api.listGroups()"));
        assertEquals(List.of(Map.of("id", "a", "new", Map.of("x", 1)), Map.of("id", "b")), new ArrayList<Object>(all));
    }

    @Test
    void a_page_that_is_asked_for_by_number_comes_alone() {
        server.answer(200, "{\"results\":[{\"id\":\"b\"}],\"totalCount\":2}");
        Object page = run("atlas.api.listGroups(pageNum: 2)");
        assertEquals(Map.of("results", List.of(Map.of("id", "b")), "totalCount", 2), page);
        assertEquals("GET /api/atlas/v2/groups?pageNum=2", server.next());
    }

    @Test
    void an_empty_answer_is_null_and_a_bare_array_a_list() {
        server.answer(204, "");
        assertNull(run("atlas.api.deleteGroup(groupId: id)"));
        server.answer(200, "[{\"name\":\"x\"}]");
        assertEquals(List.of(Map.of("name", "x")), run("atlas.api.listGroupLimits(groupId: id)"));
    }

    @Test
    void the_name_without_a_call_says_what_is_documented() {
        Operation operation = assertInstanceOf(Operation.class, run("atlas.api.migrateGroup"));
        assertEquals("POST /api/atlas/v2/groups/{groupId}:migrate", operation.line());
        assertEquals(0, server.count());
    }

    @Test
    void names_that_both_apis_share_stay_apart() {
        server.answer(200, "{}");
        run("cm.api.getGroup(groupId: id)");
        assertEquals("GET /api/public/v1.0/groups/" + ID, server.next());
    }

    @Test
    void a_read_only_session_refuses_changes_by_name() {
        try (ApiClient careful = new ApiClient(
                server.connection(WireServer.KEY), ApiClient.Settings.defaults().withReadOnly(() -> true))) {
            CallRefusedException refused =
                    assertThrows(CallRefusedException.class, () -> careful.atlasOperations("atlas.api")
                            .call("deleteGroup", Map.of("groupId", ID)));
            assertEquals(CallRefusedException.Why.READ_ONLY, refused.why());
        }
        assertEquals(0, server.count());
    }
}
