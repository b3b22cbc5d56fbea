package dev.ferry.api.argument;

import dev.ferry.api.catalog.Argument;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.catalog.ValueType;
import dev.ferry.api.failure.CallRefusedException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one call by name, checked against what the operation takes before anything is sent.
 *
 * @param call how people call it, for messages
 */
public record OperationArguments(String call, Operation operation, Map<String, Object> given) {
    /**
     * Checks names and types; of body and version only whether they may be there.
     *
     * @throws CallRefusedException with a sentence that names the argument
     */
    public static OperationArguments check(String call, Operation operation, Map<?, ?> arguments) {
        Map<String, Argument> known = new LinkedHashMap<>();
        operation.arguments().forEach(argument -> known.put(argument.name(), argument));
        Map<String, Object> given = new LinkedHashMap<>();
        arguments.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (name.equals(Argument.BODY) && !known.containsKey(name)) {
                throw ArgumentRefusal.because(call, "takes no body");
            }
            if (!known.containsKey(name)) {
                throw ArgumentRefusal.unknown(call, name, known.keySet());
            }
            if (value != null) {
                given.put(name, value);
            }
        });
        known.values().forEach(argument -> check(call, argument, given.get(argument.name())));
        return new OperationArguments(call, operation, given);
    }

    private static void check(String call, Argument argument, @Nullable Object value) {
        switch (argument.place()) {
            case PATH -> ArgumentRefusal.inPath(call, argument.name(), value);
            case BODY -> {
                // Whether there has to be one depends on the version.
            }
            case QUERY, HEADER, CALL -> {
                if (value != null && !argument.name().equals(Argument.VERSION)) {
                    ArgumentRefusal.check(call, argument.name(), value, ValueType.named(argument.type()));
                } else if (value == null && argument.required()) {
                    throw ArgumentRefusal.missing(call, argument.name());
                }
            }
        }
    }

    /** The argument of this name, or null. */
    @Nullable
    public Object get(String name) {
        return given.get(name);
    }

    /** What goes into the query. */
    public Map<String, Object> query() {
        Map<String, Object> query = new LinkedHashMap<>();
        for (Operation.Query parameter : operation.query()) {
            Object value = given.get(parameter.name());
            if (value != null) {
                query.put(parameter.name(), value);
            }
        }
        return query;
    }
}
