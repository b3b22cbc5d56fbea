package dev.ferry.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.dist.Launch;
import dev.ferry.dist.Launch.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every script of the packed Ferry against a sandbox in another process, as on the wire between two machines. */
class ScriptsIT {

    @TempDir
    Path folder;

    @Test
    void every_script_works_over_http_with_api_keys() throws IOException {
        try (SandboxProcess sandbox = SandboxProcess.start()) {
            Map<?, ?> europe = sandbox.credential("target", "ORG_OWNER", "Acme-Europe");
            Path key = Files.writeString(folder.resolve("key"), String.valueOf(europe.get("privateKey")));
            everyScript(
                    sandbox.keys(),
                    List.of(),
                    List.of(
                            "--to=" + europe.get("orgId"),
                            "--to-public-key=" + europe.get("publicKey"),
                            "--to-private-key-file=" + key));
        }
    }

    @Test
    void every_script_works_over_https_with_service_accounts() throws IOException {
        try (SandboxProcess sandbox = SandboxProcess.start("--tls")) {
            // The service accounts see every organization, so a script has to be told which one it is about.
            everyScript(
                    sandbox.serviceAccounts(),
                    List.of("--source-org=Acme-OnPrem", "--target-org=Acme-Cloud"),
                    List.of("--to=Acme-Europe"));
        }
    }

    private void everyScript(Map<String, String> credentials, List<String> orgs, List<String> destination) {
        Result explored = done(credentials, "-o", "csv", "run", script("explore-organizations.groovy"));
        assertTrue(explored.out().contains("Acme-OnPrem,NOT_SYNCED,Shop Production,orders-rs"), explored::toString);

        List<String> link = new ArrayList<>(List.of("-o", "json", "run", script("link-organizations.groovy")));
        link.addAll(orgs);
        assertTrue(done(credentials, link).out().contains("orders-rs"));

        List<String> migrate = new ArrayList<>(
                List.of("-o", "json", "-y", "--confirm=orders", "run", script("migrate-cluster.groovy")));
        migrate.addAll(orgs);
        migrate.addAll(List.of(
                "--source-project=Shop Production",
                "--deployment=orders-rs",
                "--target-project=Night",
                "--target-cluster=orders",
                "--host-address=203.0.113.0/24"));
        Result migrated = done(credentials, migrate);
        assertTrue(migrated.out().contains("\"COMPLETE\""), migrated::toString);

        Result reported = done(credentials, "run", script("migration-report.groovy"), "--project=Night");
        assertTrue(reported.out().contains("CLUSTER_IMPORT_CUTOVER"), reported::toString);

        List<String> move = new ArrayList<>(
                List.of("--confirm=Observability", "run", script("move-project.groovy"), "--project=Observability"));
        move.addAll(destination);
        done(credentials, move);

        for (Result each : List.of(explored, migrated, reported)) {
            for (String name : List.of("PRIVATE_API_KEY", "CLIENT_SECRET")) {
                String secret = credentials.get("MONGODB_ATLAS_" + name);
                assertFalse(secret != null && (each.out() + each.err()).contains(secret), each::toString);
            }
        }
    }

    @Test
    void the_runbook_and_the_migration_run_in_a_sandbox_of_their_own() {
        Result runbook = done(Map.of(), "--sandbox", "-o", "json", "run", script("migrate-a-cluster.md"));
        assertTrue(runbook.out().contains("\"COMPLETE\""), runbook::toString);
    }

    private static String script(String name) {
        return Launch.dist().resolve("scripts").resolve(name).toString();
    }

    private Result done(Map<String, String> variables, String... command) {
        return done(variables, List.of(command));
    }

    private Result done(Map<String, String> variables, List<String> command) {
        Launch launch = Launch.of(Launch.dist()).with("HOME", folder);
        String java = System.getenv("JAVA_HOME");
        if (java != null) {
            launch.with("JAVA_HOME", java);
        }
        variables.forEach(launch::with);
        Result result = launch.run(command.toArray(String[]::new));
        assertEquals(0, result.code(), result::toString);
        return result;
    }
}
