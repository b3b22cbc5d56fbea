package dev.ferry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.change.Outcome;
import dev.ferry.journal.Entry;
import dev.ferry.journal.Journal;
import dev.ferry.journal.Reconciliation;
import dev.ferry.journal.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A script that makes every change of a migration, and what is true of it wherever it was cut off. */
final class MigrationScript {
    /** How many lines its journal has. */
    static final int LINES = 34;

    private static final Pattern ID = Pattern.compile("\"_id\"\\s*:\\s*\"([0-9a-f]{24})\"");

    private static final String SCRIPT = """
            def source = cm.orgs.list().first(), target = atlas.orgs.list().first()
            step('link') {
                def token = atlas.linkTokens.create(target.id, accessListIps: [])
                cm.links.create(source.id, linkToken: token.linkToken)
                await('link', every: '50ms', until: { it.synced() }) { cm.links.status(source.id) }
            }
            def from = step('choose') {
                def there = atlas.liveMigrations.availableProjects(target.id).find { it.migrationHosts && it.deployments }
                [project: there.projectId, host: there.migrationHosts[0], name: there.deployments[0].name,
                 version: there.deployments[0].mongoDBVersion.tokenize('.').take(2).join('.'), tls: there.deployments[0].tlsEnabled ?: false]
            }
            def project = step('project') { atlas.projects.create(name: 'killed', orgId: target.id) }
            step('cluster') {
                atlas.clusters.create(project.id, name: 'orders', clusterType: 'REPLICASET', mongoDBMajorVersion: from.version,
                    replicationSpecs: [[regionConfigs: [[providerName: 'AWS', regionName: 'EU_CENTRAL_1', priority: 7,
                        electableSpecs: [instanceSize: 'M30', nodeCount: 3, diskSizeGB: 2000]]]]])
                await('cluster', every: '50ms', until: { it.stateName == 'IDLE' }) { atlas.clusters.get(project.id, 'orders') }
            }
            step('access') {
                atlas.accessList.add(project.id, [[cidrBlock: '203.0.113.0/24']])
                await('entry', every: '50ms', until: { it.status == 'ACTIVE' }) { atlas.accessList.status(project.id, '203.0.113.0/24') }
            }
            def plan = [source: [groupId: from.project, clusterName: from.name, managedAuthentication: true, ssl: from.tls],
                        destination: [groupId: project.id, clusterName: 'orders', hostnameSchemaType: 'PUBLIC'],
                        migrationHosts: [from.host], dropDestinationData: false]
            step('validate') {
                def validation = atlas.liveMigrations.validate(plan, project.id)
                await('validation', every: '50ms') { atlas.liveMigrations.validation(project.id, validation.id) }
            }
            def migration = step('start') { atlas.liveMigrations.create(plan, project.id) }
            step('copy') {
                await('copy', every: '50ms', until: { it.readyForCutover }) { atlas.liveMigrations.get(project.id, migration.id) }
            }
            step('cutover') { atlas.liveMigrations.cutover(project.id, migration.id); null }
            println await('end', every: '50ms') { atlas.liveMigrations.get(project.id, migration.id) }.status
            """;

    private MigrationScript() {}

    /** Each change of the script, and the line of the journal that intends it. */
    enum Made {
        TOKENS("POST .*/liveMigrations/linkTokens", 3),
        LINK("POST .*/migrationLink", 5),
        PROJECT("POST .*/v2/groups", 11),
        CLUSTER("POST .*/clusters", 15),
        ACCESS("POST .*/accessList", 19),
        MIGRATION("POST .*/liveMigrations", 25),
        CUTOVER("PUT .*/cutover", 31);

        private final String request;
        private final int intended;

        Made(String request, int intended) {
            this.request = request;
            this.intended = intended;
        }

        static Made of(Entry.Intended intent) {
            String line = intent.method() + " " + intent.path();
            return Arrays.stream(values())
                    .filter(each -> line.matches(each.request))
                    .findFirst()
                    .orElseThrow();
        }

        static Made at(int line) {
            return Arrays.stream(values())
                    .filter(each -> each.intended == line)
                    .findFirst()
                    .orElseThrow();
        }

        /** Verb and path, as an expression. */
        String request() {
            return request;
        }

        /** The line of the journal that is written before it is sent. */
        int intended() {
            return intended;
        }

        /** The line that is written when it is answered. */
        int outcome() {
            return intended + 1;
        }

        /** How often the sandbox has made it. */
        long times(Gate gate) {
            return gate.accepted().stream()
                    .filter(each -> each.line().matches(request))
                    .count();
        }
    }

    /** What Ferry is given to run it. */
    static List<String> run(Path home) throws IOException {
        return writable(
                "run", Files.writeString(home.resolve("migrate.groovy"), SCRIPT).toString());
    }

    static List<String> resume() {
        return writable("resume");
    }

    private static List<String> writable(String... rest) {
        List<String> args = new ArrayList<>(List.of("--writable", "--confirm=orders", "--no-check"));
        args.addAll(List.of(rest));
        return args;
    }

    /** Whether the lines of a whole run are where they are said to be. */
    static void isAsSaid(Journal journal) {
        assertEquals(LINES, journal.entries().size());
        for (Made made : Made.values()) {
            assertTrue(
                    journal.entries().get(made.intended - 1) instanceof Entry.Intended intent
                            && Made.of(intent) == made,
                    made.toString());
        }
    }

    /** Resumes it until it is done; what is said of what nobody knew has to be true. */
    static void goesOn(Stage stage, Journal journal) throws Exception {
        List<Entry.Intended> open = Reconciliation.open(journal);
        boolean ended = journal.finished().filter(end -> end.exitCode() == 0).isPresent();
        List<Entry.Intended> made = open.stream()
                .filter(intent -> isMade(stage.gate(), journal, intent))
                .toList();
        Stage.Ended resumed = stage.start(List.of(), resume()).ended();
        assertEquals(
                journal.verdict().state() == Verdict.State.TORN,
                resumed.err().contains("is not whole; it is left out"),
                resumed.err());
        for (Entry.Intended intent : open) {
            if (Made.of(intent) == Made.MIGRATION && made.contains(intent) && !isRemembered(stage)) {
                assertEquals(3, resumed.code(), resumed.err());
                assertTrue(resumed.err().contains("Nobody can say whether createGroupLiveMigration"), resumed.err());
                adopt(stage, intent);
                resumed = stage.start(List.of(), resume()).ended();
                assertTrue(resumed.err().contains("it was done: what it made has been taken over"), resumed.err());
            } else {
                isTold(intent, made.contains(intent), resumed.err());
            }
        }
        if (ended) {
            assertEquals(2, resumed.code());
            assertTrue(resumed.err().contains("nothing to resume"), resumed.err());
        } else {
            assertEquals(0, resumed.code(), resumed.err());
            assertEquals("COMPLETE", resumed.out().strip(), resumed.err());
        }
    }

    /** Whether the truth is told of a change that the journal did not know the outcome of. */
    static void isTold(Entry.Intended intent, boolean made, String err) {
        String what =
                Made.of(intent) == Made.TOKENS ? "one more does no harm" : made ? "it was done:" : "it was not done:";
        assertTrue(err.contains(what), what + " was to be said: " + err);
    }

    /** Those of them that the sandbox has made. */
    static List<Entry.Intended> made(Gate gate, Journal journal, List<Entry.Intended> open) {
        return open.stream().filter(intent -> isMade(gate, journal, intent)).toList();
    }

    /** Whether the sandbox has made it: it has made more of its kind than the journal knows of. */
    private static boolean isMade(Gate gate, Journal journal, Entry.Intended intent) {
        Made made = Made.of(intent);
        long known = journal.changes()
                .filter(each -> !each.isOpen() && Made.of(each.intent()) == made)
                .filter(each -> each.ended().orElseThrow().outcome().kind() == Outcome.Kind.DONE)
                .count();
        return made.times(gate) > known;
    }

    private static String migration(Stage stage) {
        return stage.gate().accepted().stream()
                .filter(each -> each.line().matches(Made.MIGRATION.request()))
                .map(each -> ID.matcher(each.answer()))
                .filter(Matcher::find)
                .map(id -> id.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isRemembered(Stage stage) throws IOException {
        return Files.readString(stage.state().resolve("migrations.json")).contains(migration(stage));
    }

    /** What a person does who has found the migration in the web interface. */
    static void adopt(Stage stage, Entry.Intended intent) throws Exception {
        Stage.Ended adopted = stage.run(
                "-e", "migrations.adopt('" + intent.values().get("groupId") + "', '" + migration(stage) + "'); null");
        assertEquals(0, adopted.code(), adopted.err());
    }

    /** A token that nobody has used yet may be made once more: it does no harm. */
    static void onceEach(Gate gate) {
        for (Made made : Made.values()) {
            long times = made.times(gate);
            assertTrue(times == 1 || (made == Made.TOKENS && times >= 1), made + " was done " + times + " times");
        }
    }
}
