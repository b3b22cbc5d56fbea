package dev.ferry.api.json;

import static dev.ferry.output.Secret.MASK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ferry.output.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** JSON of something with a secret in it, for a service and for everybody else. */
final class SecretJsonTest {
    private static final String VALUE = "canary-in-a-body-0815";

    /** A body as scripts make them. */
    public record Body(Secret password, Map<String, Object> more) {}

    private final Secret secret = Secret.of(VALUE);

    private Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("plain", secret);
        body.put("list", List.of(secret));
        body.put("record", new Body(secret, Map.of("token", secret)));
        return body;
    }

    private static String json(String value) {
        return ("{\"plain\":\"#\",\"list\":[\"#\"],\"record\":{\"password\":\"#\",\"token\":\"#\"}}")
                .replace("#", value);
    }

    @Test
    void the_service_gets_the_value() {
        assertEquals(json(VALUE), new RevealingJson().write(body()).utf8());
        assertEquals(
                "{\"password\":\"" + VALUE + "\"}",
                new RevealingJson()
                        .write(Body.class, new Body(secret, Map.of()))
                        .utf8());
    }

    @Test
    void nobody_else_does() {
        JsonFormat json = new JsonFormat();
        assertEquals(json(MASK), json.adapter(Object.class).toJson(body()));
        assertEquals(json(MASK), json.write(body()).utf8());
        assertEquals("{\"password\":\"" + MASK + "\"}", json.adapter(Body.class).toJson(new Body(secret, Map.of())));
        assertEquals("\"" + MASK + "\"", json.adapter(Secret.class).toJson(secret));
        assertEquals(MASK, Texts.of(secret));
    }
}
