package dev.ferry.api.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.WireServer;
import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments that no service can take are refused before anything is sent, with what they should have been. */
final class RefusedArgumentsTest {
    private static final WireServer SERVER = WireServer.start();
    private static final ApiClient CLIENT = SERVER.client();

    @AfterAll
    static void stop() {
        CLIENT.close();
        SERVER.close();
    }

    private static Object run(String call) {
        Binding binding = new Binding(Map.of(
                "atlas",
                new Atlas(CLIENT),
                "cm",
                new CloudManager(CLIENT),
                "g",
                TypedCall.ID,
                "s",
                "mdb_sa_id_" + TypedCall.ID));
        return new GroovyShell(binding).evaluate(call);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "alerts.list(g, status: 'open') | atlas.alerts.list 'status' cannot be 'open'; it is one of OPEN, TRACKING, CLOSED",
                "users.list(g, orgMembershipStatuses: ['ACTIVE', 'GONE']) | atlas.users.list 'orgMembershipStatuses' cannot be 'GONE'; it is one of PENDING, ACTIVE, INVITATION_EXPIRED, INVITATION_REJECTED",
                "users.addRole(g, g, orgRole: 'OWNER') | atlas.users.addRole 'orgRole' cannot be 'OWNER'; it is one of ORG_OWNER, ORG_MEMBER, ORG_GROUP_CREATOR, ORG_BILLING_ADMIN, ORG_BILLING_READ_ONLY, ORG_STREAM_PROCESSING_ADMIN, ORG_READ_ONLY",
                "apiKeys.create(g, desc: 'x', roles: ['ORG_BOSS']) | atlas.apiKeys.create 'roles' cannot be 'ORG_BOSS'; it is one of ORG_OWNER, ORG_MEMBER, ORG_GROUP_CREATOR, ORG_BILLING_ADMIN, ORG_BILLING_READ_ONLY, ORG_STREAM_PROCESSING_ADMIN, ORG_READ_ONLY",
                "privateEndpoints.list(g, 'aws') | atlas.privateEndpoints.list 'cloudProvider' cannot be 'aws'; it is one of AWS, AZURE, GCP",
                "databaseUsers.get(g, 'test', 'x') | atlas.databaseUsers.get 'databaseName' cannot be 'test'; it is one of admin, $external",
                "clusters.update(g, 'c', clusterType: 'REPLICA_SET') | atlas.clusters.update 'clusterType' cannot be 'REPLICA_SET'; it is one of REPLICASET, SHARDED, GEOSHARDED",
                "clusters.create(g, name: 'c', clusterType: 'RS', replicationSpecs: []) | atlas.clusters.create 'clusterType' cannot be 'RS'; it is one of REPLICASET, SHARDED, GEOSHARDED",
                "peering.containers([:], g) | atlas.peering.containers needs the argument 'providerName'",
                "serviceAccounts.get(g, g) | atlas.serviceAccounts.get 'clientId' is '32b6e34b3d91647abb20e7b8', which is not a client id, 'mdb_sa_id_' and 24 hex digits",
                "serviceAccounts.deleteSecret(g, s, 'x') | atlas.serviceAccounts.deleteSecret 'secretId' is 'x', which is not an id of 24 hex digits",
                "snapshots.get(g, 'c', 'latest') | atlas.snapshots.get 'snapshotId' is 'latest', which is not an id of 24 hex digits",
                "privateEndpoints.get(g, 'AWS', 'vpce-1') | atlas.privateEndpoints.get 'endpointServiceId' is 'vpce-1', which is not an id of 24 hex digits",
                "databaseUsers.create(g, username: 'x', databaseName: 'admin', roles: 'read') | atlas.databaseUsers.create 'roles' takes a list, not a text",
                "users.invite(g, usernam: 'x') | atlas.users.invite takes no argument 'usernam'; did you mean 'username'?",
            })
    void it_is_refused_with_what_it_should_have_been(String call, String sentence) {
        CallRefusedException refused = assertThrows(CallRefusedException.class, () -> run("atlas." + call));
        assertEquals(sentence, refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "alerts.list(g, status: 'OPENED') | cm.alerts.list 'status' cannot be 'OPENED'; it is one of TRACKING, OPEN, CLOSED",
                "agents.list(g, 'monitoring') | cm.agents.list 'type' cannot be 'monitoring'; it is one of MONITORING, BACKUP, AUTOMATION",
                "apiKeys.get(g, 'ewmaqvdo') | cm.apiKeys.get 'apiKeyId' is 'ewmaqvdo', which is not an id of 24 hex digits",
                "snapshots.list(g, 'orders-rs') | cm.snapshots.list 'clusterId' is 'orders-rs', which is not an id of 24 hex digits",
                "projects.create(name: 'x') | cm.projects.create needs the argument 'orgId'",
            })
    void so_it_is_on_the_side_of_the_source(String call, String sentence) {
        CallRefusedException refused = assertThrows(CallRefusedException.class, () -> run("cm." + call));
        assertEquals(sentence, refused.getMessage());
    }

    @Test
    void pausing_and_resuming_are_changes_of_one_field() {
        for (String word : new String[] {"pause", "resume"}) {
            SERVER.answer(200, "{\"name\":\"shop\",\"paused\":true}");
            run("atlas.clusters." + word + "(g, 'shop')");
            RecordedRequest request = SERVER.take();
            assertEquals("PATCH", request.getMethod());
            assertEquals("/api/atlas/v2/groups/" + TypedCall.ID + "/clusters/shop", request.getTarget());
            assertEquals(
                    "{\"paused\":" + word.equals("pause") + "}",
                    String.valueOf(request.getBody().utf8()));
        }
    }
}
