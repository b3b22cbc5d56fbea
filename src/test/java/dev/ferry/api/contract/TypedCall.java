package dev.ferry.api.contract;

import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.http.ApiClient;
import dev.ferry.output.Secret;
import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call as somebody types it, and what is expected of it: the blocks of {@code calls.txt}.
 *
 * @param text the call, in Groovy
 * @param request verb and path on the wire
 * @param body body on the wire, or null for none
 * @param status status of the answer
 * @param answer body of the answer
 * @param value what the call brings, as text
 */
record TypedCall(String text, String request, @Nullable String body, int status, String answer, String value) {
    static final String ID = "32b6e34b3d91647abb20e7b8";
    static final String OTHER = "5e2211c17a3e5a48f5497de3";
    private static final String ACCOUNT = "mdb_sa_id_" + OTHER;

    static List<TypedCall> all() {
        try (InputStream file = Objects.requireNonNull(TypedCall.class.getResourceAsStream("calls.txt"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n\n+", -1))
                    .filter(block -> !block.isBlank() && !block.startsWith("#"))
                    .map(TypedCall::of)
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static TypedCall of(String block) {
        List<String> lines = block.strip()
                .replace("<g>", ID)
                .replace("<o>", OTHER)
                .replace("<s>", ACCOUNT)
                .lines()
                .toList();
        String[] request = lines.get(1).split(" ", 3);
        String[] answer = lines.get(2).split(" ", 2);
        String content = answer.length == 1 ? "" : answer[1];
        return new TypedCall(
                lines.get(0),
                request[0] + " " + request[1],
                request.length == 2 ? null : request[2],
                Integer.parseInt(answer[0]),
                content.startsWith("results ") ? ServicesOnTheWireTest.list(content.substring(8)) : content,
                lines.get(3).substring(2));
    }

    /** The service as the facades name it and the method, for example {@code atlas.users.invite}. */
    String name() {
        return text.substring(0, text.indexOf('('));
    }

    /** Makes the call. */
    String run(ApiClient client) {
        Binding binding = new Binding(Map.of(
                "atlas",
                new Atlas(client),
                "cm",
                new CloudManager(client),
                "g",
                ID,
                "o",
                OTHER,
                "s",
                ACCOUNT,
                "secret",
                Secret.of("a-pass-word-4711")));
        return String.valueOf(new GroovyShell(binding).evaluate(text));
    }
}
