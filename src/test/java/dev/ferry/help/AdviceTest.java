package dev.ferry.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ferry.api.ApiSide;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.failure.ErrorDocument;
import dev.ferry.api.failure.Hints;
import dev.ferry.api.failure.OutcomeUnknownException;
import dev.ferry.api.http.ApiClient;
import dev.ferry.output.Secret;
import dev.ferry.profile.ApiKey;
import dev.ferry.sandbox.Sandbox;
import dev.ferry.sandbox.SandboxCredential;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    private static List<String> on(RuntimeException failure) {
        return new Advice(Catalogs.SHIPPED, Asking.COMMAND_LINE, side -> List.of()).on(failure);
    }

    private static ErrorAnswerException error(int status, @Nullable String code, @Nullable String id) {
        ErrorDocument document = new ErrorDocument(code, null, null, List.of(), Map.of());
        return new ErrorAnswerException(status, Headers.of(), document, "GET /api/atlas/v2/orgs", id, false);
    }

    static List<Hints.Hint> whatFerryRetries() {
        return Stream.concat(Hints.codes().stream(), Hints.statuses().stream())
                .filter(hint -> Set.of(429, 500, 502, 503, 504).contains(hint.status()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("whatFerryRetries")
    void nothing_is_advised_that_ferry_has_done_itself_already(Hints.Hint hint) {
        assertFalse(
                hint.next().matches("(?i).*(try (it )?again|wait a |send it again|request id).*"),
                hint.name() + ": " + hint.next());
    }

    @ParameterizedTest
    @MethodSource("whatFerryRetries")
    void of_a_change_whose_outcome_is_unknown_only_its_own_message_speaks(Hints.Hint hint) {
        String code = hint.name().matches("\\d+") ? null : hint.name();
        OutcomeUnknownException unknown = new OutcomeUnknownException(error(hint.status(), code, "r-1"), Instant.EPOCH);
        assertEquals(List.of(), on(unknown));
        assertEquals(List.of(), on(new IllegalStateException("in a script", unknown)));
    }

    @Test
    void the_request_id_is_asked_for_only_where_there_is_one() {
        assertEquals(
                List.of(
                        "Try this: if it stays, contact the support of the service with the request id r-7.",
                        "More: ferry help UNEXPECTED_ERROR"),
                on(error(500, "UNEXPECTED_ERROR", "r-7")));
        assertEquals(
                List.of(
                        "Try this: if it stays, contact the support of the service.",
                        "More: ferry help UNEXPECTED_ERROR"),
                on(error(500, "UNEXPECTED_ERROR", null)));
        assertEquals(
                "Try this: if it stays, contact the support of the service.",
                on(error(500, null, null)).get(0));
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
