package dev.ferry.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.ApiSide;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.guard.Confirmation;
import dev.ferry.guard.Guard;
import dev.ferry.guard.Mode;
import dev.ferry.guard.RefusedException;
import dev.ferry.guard.SessionMode;
import dev.ferry.guard.Whose;
import dev.ferry.output.Format;
import dev.ferry.output.Secret;
import dev.ferry.profile.ApiKey;
import dev.ferry.profile.Confirmations;
import dev.ferry.profile.Connection;
import dev.ferry.runbook.Runbook;
import dev.ferry.sandbox.Sandbox;
import dev.ferry.sandbox.SandboxCredential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts that people copy from, against the sandbox, whose clock moves on whenever a script pauses. */
@Timeout(120)
class ScriptsTest {

    private static final Path SCRIPTS = Path.of("scripts");

    @TempDir
    Path folder;

    private final Screen screen = new Screen();
    private Sandbox sandbox;
    private ApiClient target;
    private ApiClient source;
    private Guard guard;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(Sandbox.Options.standard().withSpeed(0));
        guard = new Guard(
                new Guard.Rules(
                        SessionMode.of(Mode.WRITABLE),
                        () -> Confirmations.SEVERE,
                        () -> new Whose("night", "TEST"),
                        ""),
                Catalogs.SHIPPED,
                side -> Optional.of(side == ApiSide.TARGET ? target : source),
                migration -> Optional.of("shop-main"),
                notice -> {});
        target = client(owner("target", 0));
        source = client(owner("source", 0));
    }

    @AfterEach
    void end() {
        target.close();
        source.close();
        sandbox.close();
    }

    private SandboxCredential owner(String side, int index) {
        return sandbox.credentials().stream()
                .filter(each -> each.side().equals(side) && each.role().equals("ORG_OWNER"))
                .toList()
                .get(index);
    }

    private ApiClient client(SandboxCredential credential) {
        ApiKey key = new ApiKey(credential.publicKey(), Secret.of(credential.privateKey()));
        return new ApiClient(
                new Connection(sandbox.baseUrl(), key, null),
                ApiClient.Settings.defaults().withGuard(guard));
    }

    private Interpreter interpreter(Confirmation confirmation, boolean simulated) {
        guard.askThrough(confirmation, () -> 80);
        return new Interpreter(Session.builder()
                .atlas(() -> new Atlas(target))
                .cloudManager(() -> new CloudManager(source))
                .streams(screen.streams())
                .format(() -> Format.JSON)
                .confirmation(confirmation)
                .simulated(simulated)
                .clock(sandbox.clock())
                .sleeper(span -> {
                    // A minute at least: a wait for hours should not take thousands of questions.
                    sandbox.clock().advance(span.compareTo(Duration.ofMinutes(1)) > 0 ? span : Duration.ofMinutes(1));
                })
                .build());
    }

    private void run(Interpreter interpreter, String script, String... args) throws IOException {
        interpreter.run(Source.file(SCRIPTS.resolve(script)), List.of(args));
    }

    private void run(String script, String... args) throws IOException {
        run(interpreter(Confirmation.yesToAll(), false), script, args);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "explore-organizations.groovy",
                "link-organizations.groovy",
                "migrate-cluster.groovy",
                "move-project.groovy",
                "migration-report.groovy"
            })
    void every_script_has_help_that_begins_with_what_it_does(String script) throws IOException {
        run(script, "--help");
        assertTrue(screen.out().contains("Usage: ferry run scripts/" + script), screen.out());
        assertTrue(screen.out().contains("Example: ferry "), screen.out());
        assertEquals("", screen.err());
    }

    @Test
    void organizations_are_explored() throws IOException {
        run("explore-organizations.groovy", "--hosts");
        assertTrue(screen.out().contains("\"orders-rs\""), screen.out());
        assertTrue(screen.out().contains("\"shop-main\""), screen.out());
        assertTrue(screen.out().contains("NOT_SYNCED"), screen.out());
    }

    @Test
    void organizations_are_linked_once_and_the_token_is_never_seen() throws IOException {
        run("link-organizations.groovy");
        assertTrue(screen.out().contains("\"orders-rs\""), screen.out());
        assertFalse((screen.out() + screen.err()).contains("linkToken"), screen.out());
        run("link-organizations.groovy");
        assertTrue(screen.err().contains("is linked already"), screen.err());
    }

    @Test
    void a_cluster_is_migrated_from_the_token_to_the_cutover() throws IOException {
        run(
                "migrate-cluster.groovy",
                "--source-project=Shop Production",
                "--deployment=orders-rs",
                "--target-project=Night",
                "--target-cluster=orders",
                "--host-address=203.0.113.0/24");
        assertTrue(screen.out().contains("\"COMPLETE\""), screen.out());
        assertTrue(screen.out().contains("mongodb+srv://orders"), screen.out());
        assertTrue(screen.err().contains("▸ Make project Night"), screen.err());
        assertTrue(screen.err().contains("Keep this id"), screen.err());
    }

    @Test
    void in_a_sandbox_a_cluster_is_migrated_without_any_option() throws IOException {
        run(interpreter(Confirmation.yesToAll(), true), "migrate-cluster.groovy");
        assertTrue(screen.out().contains("\"COMPLETE\""), screen.out());
    }

    @Test
    void a_source_with_a_password_reads_it_from_a_file_and_never_shows_it() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "sandbox-migrator\n");
        run(
                "migrate-cluster.groovy",
                "--source-project=Customer 360",
                "--deployment=customers-rs",
                "--target-cluster=customers-new",
                "--host-address=203.0.113.0/24",
                "--user=migrator",
                "--password-file=" + password);
        assertTrue(screen.out().contains("\"COMPLETE\""), screen.out());
        assertFalse((screen.out() + screen.err()).contains("sandbox-migrator"), screen.err());
    }

    @Test
    void without_a_choice_and_outside_a_sandbox_nothing_is_migrated() {
        ScriptException thrown = assertThrows(ScriptException.class, () -> run("migrate-cluster.groovy"));
        assertEquals(ScriptException.Kind.WRONG_ARGUMENTS, thrown.kind(), thrown::getMessage);
        assertTrue(thrown.getMessage().contains("--source-project: Shop Production, "), thrown.getMessage());
        assertEquals("", screen.err());
    }

    @Test
    void with_nobody_to_ask_nothing_is_migrated() {
        ScriptException thrown = assertThrows(
                ScriptException.class,
                () -> run(
                        interpreter(Confirmation.nobody(), false),
                        "migrate-cluster.groovy",
                        "--source-project=Shop Production",
                        "--deployment=orders-rs"));
        assertInstanceOf(RefusedException.class, thrown.getCause());
        assertEquals("", screen.err());
    }

    @Test
    void a_failed_validation_ends_the_run_before_the_migration_starts() {
        ScriptException thrown = assertThrows(
                ScriptException.class,
                () -> run(
                        "migrate-cluster.groovy",
                        "--source-project=Shop Production",
                        "--deployment=orders-rs",
                        "--target-cluster=orders"));
        WaitException wait = assertInstanceOf(WaitException.class, thrown.getCause());
        assertEquals(WaitException.Ending.VALIDATION_FAILED, wait.ending());
        assertEquals("Validate", thrown.step().orElseThrow());
        assertTrue(thrown.getMessage().contains("access list"), thrown.getMessage());
        assertFalse(screen.err().contains("Start the live migration"), screen.err());
    }

    @Test
    void a_migration_that_waits_for_its_cutover_is_resumed_by_its_id() throws IOException {
        Confirmation orderOnly = Confirmation.of(question -> "no", true, List.of());
        ScriptException declined = assertThrows(
                ScriptException.class,
                () -> run(
                        interpreter(orderOnly, false),
                        "migrate-cluster.groovy",
                        "--source-project=Shop Production",
                        "--deployment=orders-rs",
                        "--target-project=shop",
                        "--target-cluster=shop-main",
                        "--host-address=203.0.113.0/24"));
        assertEquals(
                CallRefusedException.Why.DECLINED,
                assertInstanceOf(CallRefusedException.class, declined.getCause())
                        .why());
        assertTrue(screen.err().contains("✓ gate the copy of orders-rs is ready"), screen.err());
        String id = screen.err().replaceAll("(?s).*Live migration (\\w+) in project.*", "$1");
        run("migration-report.groovy", "--project=shop", "--migration=" + id);
        assertTrue(screen.out().contains("\"readyForCutover\": true"), screen.out());
        assertTrue(screen.out().contains("CLUSTER_IMPORT_STARTED"), screen.out());
        run(
                "migrate-cluster.groovy",
                "--source-project=Shop Production",
                "--deployment=orders-rs",
                "--target-project=shop",
                "--target-cluster=shop-main",
                "--resume=" + id);
        assertTrue(screen.out().contains("\"COMPLETE\""), screen.out());
    }

    @Test
    void a_project_is_moved_once_with_a_key_of_the_destination() throws IOException {
        SandboxCredential europe = owner("target", 1);
        Path key = Files.writeString(folder.resolve("key"), europe.privateKey());
        String[] args = {
            "--project=Observability",
            "--to=" + europe.orgId(),
            "--to-public-key=" + europe.publicKey(),
            "--to-private-key-file=" + key
        };
        run("move-project.groovy", args);
        assertTrue(screen.out().contains(europe.orgId()), screen.out());
        assertFalse((screen.out() + screen.err()).contains(europe.privateKey()));
    }

    @Test
    void the_report_needs_no_option() throws IOException {
        run("migration-report.groovy");
        assertTrue(screen.out().contains("NOT_SYNCED"), screen.out());
        assertTrue(screen.err().contains("No event of a migration"), screen.err());
    }

    @Test
    void the_runbook_migrates_a_cluster() throws IOException {
        Runbook.read(SCRIPTS.resolve("migrate-a-cluster.md"))
                .run(interpreter(Confirmation.yesToAll(), true), List.of());
        assertTrue(screen.out().contains("\"COMPLETE\""), screen.out());
        assertTrue(screen.err().contains("✓ Cut over"), screen.err());
    }
}
