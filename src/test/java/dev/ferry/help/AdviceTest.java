package dev.ferry.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ferry.api.ApiSide;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.output.Secret;
import dev.ferry.profile.ApiKey;
import dev.ferry.sandbox.Sandbox;
import dev.ferry.sandbox.SandboxCredential;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdviceTest {
    @Test
    void a_refusal_names_the_role_and_those_that_are_held_or_how_to_find_out() throws IOException {
        try (Sandbox sandbox = Sandbox.start(Sandbox.Options.standard().withSpeed(0))) {
            SandboxCredential reader = sandbox.credentials().stream()
                    .filter(each -> each.side().equals("target") && each.role().equals("GROUP_READ_ONLY"))
                    .findFirst()
                    .orElseThrow();
            ApiKey key = new ApiKey(reader.publicKey(), Secret.of(reader.privateKey()));
            try (ApiClient client = new ApiClient(sandbox.connection(key), ApiClient.Settings.defaults())) {
                Atlas atlas = new Atlas(client);
                String shop = atlas.getProjects().byName("shop").id();
                ErrorAnswerException refused = assertThrows(
                        ErrorAnswerException.class, () -> atlas.getClusters().delete(shop, "shop-main"));

                assertEquals(
                        "The call needs the role GROUP_OWNER; ferry doctor tells which roles these credentials have, ferry"
                                + " check --can-i FILE which calls of a script they may not make.",
                        about(refused, List.of()));
                assertEquals(
                        "The call needs the role GROUP_OWNER; these credentials have GROUP_READ_ONLY.",
                        about(refused, List.of("GROUP_READ_ONLY")));
            }
        }
    }

    private static String about(ErrorAnswerException refused, List<String> held) {
        Advice advice = new Advice(
                Catalogs.SHIPPED, Asking.PROMPT, side -> side == ApiSide.TARGET ? held : List.of("ORG_OWNER"));
        return advice.on(refused).stream()
                .filter(line -> line.startsWith("The call needs"))
                .findFirst()
                .orElse("");
    }
}
