package dev.ferry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.squareup.moshi.Moshi;
import dev.ferry.output.Streams;
import dev.ferry.profile.Environment;
import dev.ferry.sandbox.Sandbox;
import dev.ferry.sandbox.SandboxCredential;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ferry doctor} against a service on this machine: what it says, and how it ends. */
final class DoctorCommandTest {
    @TempDir
    Path home;

    private Sandbox sandbox;
    private SandboxCredential owner;
    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(Sandbox.Options.standard().withTls(true));
        owner = sandbox.credentials().get(0);
        variables.put("HOME", home.toString());
        variables.put("MCLI_PUBLIC_API_KEY", owner.publicKey());
        variables.put("MCLI_PRIVATE_API_KEY", owner.privateKey());
        variables.put("MCLI_OPS_MANAGER_URL", sandbox.baseUrl().toString());
        variables.put("FERRY_CA_FILE", String.valueOf(sandbox.caFile()));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private static String oneBlank(String text) {
        return text.replaceAll(" +", " ");
    }

    private Outcome doctor(String... options) {
        String[] args = new String[options.length + 1];
        System.arraycopy(options, 0, args, 0, options.length);
        args[options.length] = "doctor";
        return Outcome.of(variables, "", args);
    }

    @Test
    void a_side_that_works_is_all_right_and_one_that_is_missing_is_skipped() {
        Outcome outcome = doctor();

        assertEquals(0, outcome.code(), outcome.out() + outcome.err());
        String text = oneBlank(outcome.out());
        assertTrue(text.startsWith("ok profile settings environment, by the environment alone\n"), text);
        assertTrue(
                text.contains("ok source settings " + sandbox.baseUrl() + " with the API key " + owner.publicKey()
                        + ", its secret from environment variable MCLI_PRIVATE_API_KEY\n base_url " + sandbox.baseUrl()
                        + " MCLI_OPS_MANAGER_URL\n ca_file " + sandbox.caFile() + " FERRY_CA_FILE\n public_key "
                        + owner.publicKey() + " MCLI_PUBLIC_API_KEY\n private_key •••••••• MCLI_PRIVATE_API_KEY\n"),
                text);
        assertTrue(outcome.out().contains("trusted by ca_file " + sandbox.caFile()), outcome.out());
        assertTrue(outcome.out().contains("OU=SIMULATED"), outcome.out());
        assertTrue(
                outcome.out().contains("ok      source  rights   organizations: Acme-OnPrem; roles: ORG_OWNER"),
                outcome.out());
        assertTrue(
                outcome.out()
                        .contains(
                                "skipped target  settings the profile environment (the environment alone) has no target"),
                outcome.out());
        assertFalse((outcome.out() + outcome.err()).contains(owner.privateKey()));
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_same_comes_as_data() throws IOException {
        Outcome outcome = doctor("-o", "json");

        assertEquals(0, outcome.code());
        List<Map<String, Object>> rows = (List<Map<String, Object>>)
                new Moshi.Builder().build().adapter(Object.class).fromJson(outcome.out());
        assertEquals(
                List.of(
                        "settings",
                        "settings",
                        "proxy",
                        "dns",
                        "tcp",
                        "tls",
                        "api",
                        "clock",
                        "login",
                        "rights",
                        "limits",
                        "settings"),
                rows.stream().map(row -> row.get("check")).toList());
        Map<String, Object> tls = (Map<String, Object>) rows.get(5).get("details");
        assertEquals("TLSv1.3", tls.get("protocol"));
        assertEquals(Map.of("publicKey", owner.publicKey()), rows.get(8).get("details"));
        assertFalse(outcome.out().contains(owner.privateKey()));
    }

    @Test
    void in_a_narrow_window_each_value_has_a_line_of_its_own() {
        variables.put("COLUMNS", "40");
        variables.put("NO_COLOR", "1");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Streams streams = Streams.of(InputStream.nullInputStream(), out, out, variables, Set.of(Streams.Stream.OUT));

        assertEquals(0, CommandLineInterface.run(List.of("doctor"), streams, Environment.of(variables)));

        streams.out().flush();
        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("\n  mode  writable\n    usual\n  confirm  severe\n"), text);
    }

    @Test
    void a_sandbox_is_examined_as_what_it_is() {
        Outcome outcome = doctor("--sandbox");

        assertEquals(0, outcome.code(), outcome.out() + outcome.err());
        assertTrue(outcome.out().contains("ok      source  settings SIMULATED: http://127.0.0.1:"), outcome.out());
        assertTrue(outcome.out().contains("ok      target  login"), outcome.out());
        assertTrue(outcome.err().startsWith("SIMULATED"), outcome.err());
    }

    @Test
    void a_key_that_is_not_known_ends_with_4() {
        variables.put("MCLI_PRIVATE_API_KEY", "wrong-private-key-1");
        Outcome outcome = doctor();

        assertEquals(4, outcome.code());
        assertTrue(outcome.out().contains("failed  source  login"), outcome.out());
        assertTrue(outcome.out().contains("→ check the keys of the profile"), outcome.out());
        assertFalse((outcome.out() + outcome.err()).contains("wrong-private-key-1"));
    }

    @Test
    void a_service_that_is_not_there_or_not_trusted_ends_with_9() {
        variables.remove("FERRY_CA_FILE");
        assertEquals(9, doctor().code());
        sandbox.close();
        Outcome outcome = doctor();

        assertEquals(9, outcome.code());
        assertTrue(outcome.out().contains("failed  source  tcp"), outcome.out());
    }

    @Test
    void settings_that_cannot_be_used_end_with_2() throws IOException {
        for (Map<String, String> wrong : List.of(
                Map.of("FERRY_CA_FILE", home.resolve("none.pem").toString()),
                Map.of("HTTPS_PROXY", "::bad::"),
                Map.of("MCLI_PRIVATE_API_KEY", " "),
                Map.of("FERRY_PROFILE", "nobody"))) {
            Map<String, String> before = new HashMap<>(variables);
            variables.putAll(wrong);
            Outcome outcome = doctor();
            assertEquals(2, outcome.code(), wrong + ": " + outcome.out() + outcome.err());
            variables.putAll(before);
            variables.keySet().retainAll(before.keySet());
        }
    }

    @Test
    void without_anybody_to_look_after_it_says_so_and_ends_with_4() {
        variables.keySet().retainAll(List.of("HOME"));
        Outcome outcome = doctor();

        assertEquals(4, outcome.code());
        assertTrue(outcome.err().contains("ferry profile add NAME"), outcome.err());
    }

    @Test
    void the_profile_and_its_file_are_named_and_what_the_environment_overrides() throws IOException {
        Path settings = home.resolve(".config/ferry/config.toml");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, """
                [profiles.acme.source]
                base_url = "https://ops.invalid"
                public_key = "abcdefgh"
                private_key_env = "NOT_THIS_ONE"
                ca_file = "ca.pem"

                [profiles.acme.target]
                base_url = "%s"
                client_id = "%s"
                client_secret_env = "THE_SECRET"
                """.formatted(
                        sandbox.baseUrl(), sandbox.credentials().get(1).clientId()));
        variables.put("THE_SECRET", sandbox.credentials().get(1).clientSecret());
        Outcome outcome = doctor();

        assertEquals(0, outcome.code(), outcome.out() + outcome.err());
        String text = oneBlank(outcome.out());
        assertTrue(text.startsWith("ok profile settings acme, by the only one in " + settings + "\n"), text);
        assertTrue(text.contains("\n base_url " + sandbox.baseUrl() + " MCLI_OPS_MANAGER_URL\n"), text);
        assertFalse(text.contains("ops.invalid") || text.contains("NOT_THIS_ONE"), text);
        assertTrue(
                text.contains(
                        "\n base_url " + sandbox.baseUrl() + " " + settings + ", line 8\n ca_file " + sandbox.caFile()
                                + " FERRY_CA_FILE\n client_id "
                                + sandbox.credentials().get(1).clientId() + " " + settings
                                + ", line 9\n client_secret_env THE_SECRET "
                                + settings + ", line 10\n"),
                text);
    }

    @Test
    void the_proxy_of_a_profile_is_named_as_such_and_its_password_is_not() throws IOException {
        Path settings = home.resolve(".config/ferry/config.toml");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, """
                [profiles.acme.target]
                base_url = "https://cloud.invalid"
                public_key = "abcdefgh"
                private_key_env = "MCLI_PRIVATE_API_KEY"
                proxy = "http://me:pass-word-1@127.0.0.1:1"
                """);
        Outcome outcome = doctor();

        assertEquals(9, outcome.code());
        assertTrue(
                outcome.out().contains("ok      target  proxy    through 127.0.0.1:1: the profile's proxy is set"),
                outcome.out());
        assertTrue(outcome.out().contains("failed  target  tcp"), outcome.out());
        assertFalse((outcome.out() + outcome.err()).contains("pass-word-1"));
    }
}
