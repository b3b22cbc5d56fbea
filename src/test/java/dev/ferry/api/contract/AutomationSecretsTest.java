package dev.ferry.api.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.cloudmanager.AutomationConfig;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.WireServer;
import dev.ferry.output.Format;
import dev.ferry.output.Printer;
import dev.ferry.output.Redactor;
import dev.ferry.output.Secret;
import dev.ferry.output.Streams;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The automation configuration is full of passwords, under names that do not all look like it. */
final class AutomationSecretsTest {
    private static final String GROUP = "32b6e34b3d91647abb20e7b8";

    /** Every value that must not be seen contains {@code canary}; no two tests use the same, nothing is known of it before. */
    private static String config(String canary) {
        return """
                {"version": 7,
                 "processes": [{"name": "db1", "args2_6": {"net": {"port": 27017, "tls": {
                    "certificateKeyFilePassword": "CANARY01", "clusterPassword": "CANARY02"}}}}],
                 "auth": {"autoPwd": "CANARY03", "newAutoPwd": "CANARY04", "key": "CANARY05",
                    "usersWanted": [{"user": "u", "db": "admin", "pwd": "CANARY06", "initPwd": "CANARY07",
                       "scramSha1Creds": {"salt": "CANARY08", "serverKey": "CANARY09", "storedKey": "CANARY10"},
                       "scramSha256Creds": {"salt": "CANARY11", "serverKey": "CANARY12", "storedKey": "CANARY13"}}]},
                 "tls": {"autoPEMKeyFilePwd": "CANARY14"},
                 "ldap": {"bindQueryPassword": "CANARY15"},
                 "prometheus": {"passwordHash": "CANARY16", "passwordSalt": "CANARY17", "tlsPemPassword": "CANARY18"},
                 "somethingNew": {"serverKey": "CANARY19"}}
                """.replace("CANARY", canary);
    }

    private static String canary(String of) {
        return "canaryOf" + of + "q7Lm2Zx9Kc4Vb8Nh3Tj6Wp1Rd5Yf0Gs";
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void no_format_prints_a_secret_of_the_configuration_and_reveal_does(Format format) {
        String canary = canary("typed" + format);
        try (WireServer server = WireServer.start();
                ApiClient client = server.client()) {
            server.answer(200, config(canary));
            AutomationConfig config = new CloudManager(client).getAutomation().configWithSecrets(GROUP);
            assertNothingShown(canary, printed(config, format));
            assertNothingShown(canary, config.toString());
            assertEquals(
                    Secret.of(canary + "05"),
                    Objects.requireNonNull(config.auth()).key());
            assertEquals(
                    canary + "05",
                    Objects.requireNonNull(Objects.requireNonNull(config.auth()).key())
                            .reveal());
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void nor_does_a_raw_call(Format format) {
        String canary = canary("raw" + format);
        try (WireServer server = WireServer.start();
                ApiClient client = server.client()) {
            server.answer(200, config(canary));
            Object config = new CloudManager(client).get("/groups/" + GROUP + "/automationConfig");
            // The salts alone open nothing, and their name is that of a spice.
            assertNothingShown(
                    canary,
                    printed(Objects.requireNonNull(config), format)
                            .replace(canary + "08", "")
                            .replace(canary + "11", ""));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"JSON", "YAML"})
    void nor_does_a_log_of_the_body(Format any) {
        String canary = canary("log" + any);
        String log = Redactor.redact(config(canary));
        assertNothingShown(canary, log.replace(canary + "08", "").replace(canary + "11", ""));
        assertTrue(log.contains("\"user\": \"u\""));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void what_the_service_left_out_is_no_secret_to_look_for(Format format) {
        try (WireServer server = WireServer.start();
                ApiClient client = server.client()) {
            server.answer(200, "{\"auth\":{\"autoPwd\":\"<redacted>\",\"key\":\"<redacted>\"}}");
            new CloudManager(client).getAutomation().config(GROUP);
            assertEquals("a <redacted> word", Redactor.redact("a <redacted> word"));
            assertTrue(printed(Map.of("note", "was <redacted> there"), format).contains("<redacted>"));
        }
    }

    private static String printed(Object value, Format format) {
        return new Printer(Streams.system(Map.of()), format).render(value);
    }

    private static void assertNothingShown(String canary, String text) {
        Matcher seen = Pattern.compile(Pattern.quote(canary) + "\\d\\d").matcher(text);
        assertFalse(seen.find(), () -> "shown: " + seen.group() + " in " + text);
    }
}
