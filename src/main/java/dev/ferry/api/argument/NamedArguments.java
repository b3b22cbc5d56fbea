package dev.ferry.api.argument;

import dev.ferry.api.InBody;
import dev.ferry.api.InQuery;
import dev.ferry.api.OneOf;
import dev.ferry.api.failure.CallRefusedException;
import dev.ferry.api.json.FreeJson;
import groovy.transform.NamedParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.Path;

/**
 * Checks the arguments of one service method before anything is sent: ids, and the named arguments against what the
 * method declares with {@link NamedParam}. Scripts are dynamic, so the compiler has not done this for them.
 */
public final class NamedArguments {
    private final String name;
    private final List<Slot> slots;

    /** Positions of the path parameters that the body repeats, with their names. */
    private final Map<Integer, String> repeated;

    private NamedArguments(String name, List<Slot> slots, Map<Integer, String> repeated) {
        this.name = name;
        this.slots = slots;
        this.repeated = repeated;
    }

    /** The check for this method. */
    public static NamedArguments of(Method method) {
        List<Slot> slots = new ArrayList<>();
        Map<Integer, String> repeated = new LinkedHashMap<>();
        for (Parameter parameter : method.getParameters()) {
            Path path = parameter.getAnnotation(Path.class);
            if (path != null && parameter.isAnnotationPresent(InBody.class)) {
                repeated.put(slots.size(), path.value());
            }
            slots.add(slot(parameter));
        }
        return new NamedArguments(ServiceName.of(method), List.copyOf(slots), repeated);
    }

    private static Slot slot(Parameter parameter) {
        Path path = parameter.getAnnotation(Path.class);
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (OneOf oneOf : parameter.getAnnotationsByType(OneOf.class)) {
            values.put(oneOf.argument(), List.of(oneOf.value()));
        }
        if (path != null) {
            return new PathSlot(path.value(), values.getOrDefault("", List.of()));
        }
        boolean body = parameter.isAnnotationPresent(Body.class);
        if (body || parameter.isAnnotationPresent(InQuery.class)) {
            Map<String, NamedParam> declared = new LinkedHashMap<>();
            for (NamedParam param : parameter.getAnnotationsByType(NamedParam.class)) {
                declared.put(param.value(), param);
            }
            return new MapSlot(declared, values, body);
        }
        return (call, value) -> value;
    }

    /**
     * The arguments as they are to be sent: options without nulls, their names as texts.
     *
     * @throws CallRefusedException with a sentence that names the argument
     */
    @Nullable
    public Object[] check(@Nullable Object @Nullable [] arguments) {
        if (arguments == null) {
            return new @Nullable Object[0];
        }
        @Nullable Object[] checked = new @Nullable Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            checked[i] = slots.get(i).check(name, arguments[i]);
        }
        repeated.forEach((position, field) -> checked[0] = with(checked[0], field, checked[position]));
        return checked;
    }

    /** The body, which comes first, with a field that it lacked. */
    private static @Nullable Object with(@Nullable Object body, String field, @Nullable Object value) {
        if (!(body instanceof Map<?, ?> given) || given.containsKey(field)) {
            return body;
        }
        Map<Object, Object> whole = new LinkedHashMap<>(given);
        whole.put(field, value);
        return whole;
    }

    /** One parameter of the method. */
    @FunctionalInterface
    private interface Slot {
        @Nullable
        Object check(String call, @Nullable Object value);
    }

    private record PathSlot(String name, List<String> values) implements Slot {
        @Override
        public Object check(String call, @Nullable Object value) {
            Object checked = ArgumentRefusal.inPath(call, name, value);
            demandOneOf(call, name, values, checked);
            return checked;
        }
    }

    /** Options or body; without declared names anything goes. */
    private record MapSlot(Map<String, NamedParam> declared, Map<String, List<String>> values, boolean body)
            implements Slot {
        @Override
        public Object check(String call, @Nullable Object value) {
            if (value == null) {
                if (body) {
                    throw ArgumentRefusal.because(call, "needs a body");
                }
                return check(call, Map.of());
            }
            if (!(value instanceof Map<?, ?> given)) {
                return value;
            }
            Map<String, Object> kept = new LinkedHashMap<>();
            given.forEach((key, argument) -> {
                check(call, String.valueOf(key), argument);
                if (argument != null || body) {
                    FreeJson.putNullable(kept, String.valueOf(key), argument);
                }
            });
            declared.values().forEach(param -> demand(call, param, kept));
            return kept;
        }

        private void check(String call, String key, @Nullable Object argument) {
            if (declared.isEmpty()) {
                return;
            }
            NamedParam param = declared.get(key);
            if (param == null) {
                throw ArgumentRefusal.unknown(call, key, declared.keySet());
            }
            if (argument != null) {
                ArgumentRefusal.check(call, key, argument, ArgumentType.of(param.type()));
                demandOneOf(call, key, values.getOrDefault(key, List.of()), argument);
            }
        }

        private static void demand(String call, NamedParam param, Map<String, Object> given) {
            if (param.required() && given.get(param.value()) == null) {
                throw ArgumentRefusal.missing(call, param.value());
            }
        }
    }

    /** Refuses a value, or an element of a list of them, that is none of those there are; there may be any when none are given. */
    private static void demandOneOf(String call, String name, List<String> values, Object argument) {
        if (values.isEmpty()) {
            return;
        }
        for (Object each : argument instanceof Iterable<?> several ? several : List.of(argument)) {
            if (!values.contains(String.valueOf(each))) {
                throw ArgumentRefusal.because(
                        call, "'" + name + "' cannot be '" + each + "'; it is one of " + String.join(", ", values));
            }
        }
    }
}
