package dev.ferry.migration;

import dev.ferry.api.json.JsonFormat;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/** Bodies as words of a command line. */
final class Bodies {
    private Bodies() {}

    static String text(Map<String, Object> body) {
        return new JsonFormat().write(body).utf8();
    }

    static Object of(String text) {
        try {
            return Objects.requireNonNull(
                    new JsonFormat().<Object>adapter(Object.class).fromJson(text));
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
