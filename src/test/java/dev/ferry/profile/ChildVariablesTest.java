package dev.ferry.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ferry.output.Secret;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ChildVariablesTest {
    private final Map<String, String> variables = new HashMap<>(Map.of(
            "PATH", "/usr/bin",
            "PWD", "/home/joe",
            "MCLI_PRIVATE_API_KEY", "a-canary-4711",
            "MCLI_PUBLIC_API_KEY", "abcdefgh",
            "MONGODB_ATLAS_CLIENT_SECRET", "mdb_sa_sk_canary",
            "FERRY_PROFILE", "acme",
            "VAULT_TOKEN", "hvs.canary-4712",
            "ACME_PROD", "named-by-a-setting-0815",
            "HTTPS_PROXY", "http://joe:canary@proxy:3128"));

    @Test
    void a_program_that_prints_a_secret_gets_its_own_and_none_of_ours() {
        ChildVariables.withoutOurSecrets(variables);
        assertEquals(
                Set.of(
                        "PATH",
                        "PWD",
                        "MCLI_PUBLIC_API_KEY",
                        "FERRY_PROFILE",
                        "VAULT_TOKEN",
                        "ACME_PROD",
                        "HTTPS_PROXY"),
                variables.keySet());
    }

    @Test
    void a_program_that_shows_something_gets_none_by_name_or_value() {
        Secret.of("named-by-a-setting-0815");
        ChildVariables.withoutSecrets(variables);
        assertEquals(Set.of("PATH", "PWD", "MCLI_PUBLIC_API_KEY", "FERRY_PROFILE"), variables.keySet());
    }
}
