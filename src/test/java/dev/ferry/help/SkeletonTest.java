package dev.ferry.help;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.http.ApiClient;
import dev.ferry.sandbox.Sandbox;
import dev.ferry.script.FerryScript;
import dev.ferry.script.Interpreter;
import dev.ferry.script.Session;
import dev.ferry.script.Source;
import dev.ferry.script.analysis.Analysis;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The calls that help ends with, pasted, with ids in place of what only a person can know, and sent to the sandbox. */
class SkeletonTest {
    private static final Help HELP = new Help(
            Catalogs.SHIPPED,
            new Analysis(FerryScript.class, SkeletonTest.class.getClassLoader())::resolve,
            List::of,
            Asking.PROMPT);

    private Sandbox sandbox;
    private ApiClient target;
    private ApiClient source;
    private Interpreter interpreter;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(Sandbox.Options.standard().withSpeed(0));
        target = new ApiClient(sandbox.target(), ApiClient.Settings.defaults());
        source = new ApiClient(sandbox.source(), ApiClient.Settings.defaults());
        interpreter = new Interpreter(Session.builder()
                .atlas(() -> new Atlas(target))
                .cloudManager(() -> new CloudManager(source))
                .build());
        run("cloud = atlas.orgs['Acme-Cloud']");
        run("premises = cm.orgs['Acme-OnPrem']");
        run("shop = atlas.projects['Orders']");
        run("ids = [groupId: shop.id, orgId: cloud.id]");
    }

    @AfterEach
    void end() {
        target.close();
        source.close();
        sandbox.close();
    }

    private Object run(String text) {
        return interpreter.evaluate(Source.line(text));
    }

    private static String skeleton(String topic) {
        List<String> lines = HELP.lines(topic, 100);
        return String.join("\n", lines.subList(lines.lastIndexOf("Example, to be edited") + 1, lines.size()))
                .stripIndent();
    }

    /** Each place with an ellipsis gets what the map {@code ids} has under its name. */
    private static String filled(String skeleton) {
        return Pattern.compile("(\\w+)(\\s*[:=]\\s*)'…'")
                .matcher(skeleton)
                .replaceAll((MatchResult place) -> place.group(1) + place.group(2) + "ids." + place.group(1))
                .replace("'…'", "cloud.id");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            atlas.projects.create            | 1
            atlas.api.createGroup            | 1
            atlas.clusters.create            | 1
            atlas.api.createGroupCluster     | 1
            atlas.clusters.update            | ids.clusterName = 'orders-atlas'
            atlas.accessList.add             | 1
            atlas.api.createGroupAccessListEntry | 1
            atlas.databaseUsers.create       | ids.password = 'correct horse 9 battery'
            atlas.api.createGroupDatabaseUser | ids.password = 'correct horse 9 battery'
            atlas.linkTokens.create          | 1
            atlas.api.createOrgLiveMigrationLinkToken | 1
            cm.links.create                  | ids.orgId = premises.id
            cm.api.createOrgMigrationLink    | ids.orgId = premises.id
            atlas.apiKeys.create             | 1
            atlas.api.createOrgApiKey        | 1
            atlas.apiKeys.createInProject    | 1
            atlas.apiKeys.addToAccessList    | ids.apiUserId = atlas.apiKeys.list(cloud.id).first().id
            atlas.serviceAccounts.create     | 1
            atlas.serviceAccounts.createSecret | ids.clientId = atlas.serviceAccounts.list(cloud.id).first().clientId
            atlas.users.invite               | 1
            atlas.users.addToProject         | 1
            atlas.snapshots.take             | ids.clusterName = 'orders-atlas'
            atlas.maintenance.update         | 1
            atlas.orgs.updateSettings        | 1
            atlas.projects.updateSettings    | 1
            cm.projects.create               | ids.orgId = premises.id
            cm.apiKeys.create                | ids.orgId = premises.id
            cm.agentKeys.create              | ids.groupId = cm.projects['Payments'].id
            """)
    void the_service_takes_the_skeleton(String topic, String preparation) {
        run(preparation);
        String call = skeleton(topic);
        assertTrue(call.contains("("), call);
        assertFalse(filled(call).contains("…"), call);
        run(filled(call));
    }

    @Test
    void a_migration_is_validated_and_started_with_the_skeletons() {
        run("ids.orgId = premises.id");
        run(filled(skeleton("cm.links.create")));
        sandbox.clock().advance(Duration.ofHours(1));
        run("from = cm.projects['Shop Production']");
        run("host = atlas.liveMigrations.availableProjects(cloud.id).find { it.name == from.name }.migrationHosts[0]");
        for (String topic : List.of(
                "atlas.liveMigrations.validate",
                "atlas.liveMigrations.create",
                "atlas.api.validateGroupLiveMigrations")) {
            String call = skeleton(topic)
                    .replaceFirst("(?s)(clusterName: 'orders-rs',\\s*groupId: )'…'", "$1from.id")
                    .replace("'mig-01.dc1.example.net'", "host")
                    .replace("ssl: false", "ssl: true")
                    .replace("clusterName: 'orders'", "clusterName: 'orders-atlas'");
            run(filled(call));
        }
    }
}
