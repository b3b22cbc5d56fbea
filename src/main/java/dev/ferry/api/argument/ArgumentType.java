package dev.ferry.api.argument;

import dev.ferry.api.catalog.ValueType;
import dev.ferry.output.Secret;
import java.time.Instant;
import java.util.Map;

/** What a named argument of a declared Java type takes, in the words of the tables. */
public final class ArgumentType {
    private static final ValueType TEXT = ValueType.named("string");
    private static final ValueType WHOLE = ValueType.named("integer");
    private static final ValueType YES_OR_NO = ValueType.named("boolean");
    private static final ValueType NUMBER = ValueType.named("number");

    private static final Map<Class<?>, ValueType> KNOWN = Map.ofEntries(
            Map.entry(Object.class, ValueType.named("any")),
            Map.entry(String.class, TEXT),
            Map.entry(Secret.class, new ValueType("a secret or a text", TEXT.takes(), TEXT.choices())),
            Map.entry(Boolean.class, YES_OR_NO),
            Map.entry(boolean.class, YES_OR_NO),
            Map.entry(Integer.class, ValueType.INT),
            Map.entry(int.class, ValueType.INT),
            Map.entry(Long.class, WHOLE),
            Map.entry(long.class, WHOLE),
            Map.entry(Double.class, NUMBER),
            Map.entry(double.class, NUMBER),
            Map.entry(Instant.class, ValueType.named("date-time")),
            Map.entry(Map.class, ValueType.named("object")));

    private ArgumentType() {}

    /** What an argument of this declared type takes. */
    public static ValueType of(Class<?> declared) {
        ValueType known = KNOWN.get(declared);
        if (known != null) {
            return known;
        }
        return Iterable.class.isAssignableFrom(declared) || declared.isArray()
                ? ValueType.named("[any]")
                : new ValueType("a value of type " + declared.getSimpleName(), declared::isInstance, TEXT.choices());
    }
}
