package dev.ferry.script;

import dev.ferry.api.Named;
import dev.ferry.output.Redactor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ids and names that variables hold: short texts, and the fields of our own records that are called so. No code of the
 * user's is asked, and no secret is among them: what looks for names tells people what it found none of.
 */
final class HeldTexts {
    /** Ids and names are shorter. */
    private static final int LONGEST = 100;

    private HeldTexts() {}

    /** By how a script would write it: {@code id}, {@code shop.id}, {@code shop.orgId}. */
    static Map<String, String> of(Map<String, @Nullable Object> variables) {
        Map<String, String> texts = new LinkedHashMap<>();
        variables.forEach((name, value) -> {
            if (value instanceof String text) {
                put(texts, name, text);
            } else if (value instanceof Named && value instanceof Record one && isOurs(one)) {
                for (RecordComponent component : one.getClass().getRecordComponents()) {
                    if (component.getType() == String.class && isIdOrName(component.getName())) {
                        put(texts, name + "." + component.getName(), read(one, component));
                    }
                }
            }
        });
        return texts;
    }

    private static boolean isOurs(Record one) {
        return one.getClass().getName().startsWith("dev.ferry.api.");
    }

    private static boolean isIdOrName(String component) {
        String lower = component.toLowerCase(Locale.ROOT);
        return lower.endsWith("id") || lower.endsWith("name");
    }

    private static void put(Map<String, String> texts, String name, @Nullable String text) {
        if (text != null && !text.isBlank() && text.length() <= LONGEST && !isSecret(name, text)) {
            texts.put(name, text);
        }
    }

    private static boolean isSecret(String name, String text) {
        return Redactor.isSecret(name, text) || !Redactor.redact(text).equals(text);
    }

    private static @Nullable String read(Record one, RecordComponent component) {
        try {
            return (String) component.getAccessor().invoke(one);
        } catch (IllegalAccessException | InvocationTargetException notOurs) {
            throw new IllegalStateException("A record of ours cannot be read: " + component, notOurs);
        }
    }
}
