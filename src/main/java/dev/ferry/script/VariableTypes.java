package dev.ferry.script;

import dev.ferry.script.analysis.Analysis;
import dev.ferry.script.analysis.type.Scope;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The types of a session's variables. What the type checker knows about the line that assigned a variable comes first,
 * since it knows type arguments; where it knows nothing, the class of the value serves. Lines are looked at when the
 * types are asked for, so that evaluating does not wait for the checker.
 */
final class VariableTypes {

    private static final String UNKNOWN = "java.lang.Object";

    private final Supplier<Map<String, @Nullable Object>> variables;
    /** @param result the variable that holds its value: {@code _}, that of a job, or empty when there is none */
    private record Evaluated(String text, String result) {}

    private final Queue<Evaluated> lines = new ArrayDeque<>();
    private final Map<String, String> declared = new LinkedHashMap<>();
    private @Nullable Analysis analysis;

    VariableTypes(Supplier<Map<String, @Nullable Object>> variables) {
        this.variables = variables;
    }

    /**
     * A line that was evaluated to its end.
     *
     * @param result the variable that holds its value: {@code _}, that of a job, or empty when there is none
     */
    void evaluated(String line, String result) {
        lines.add(new Evaluated(line, result));
    }

    /** Lets another analysis be asked than one of its own, which would have to be loaded. */
    void askedOf(Analysis shared) {
        analysis = shared;
    }

    Scope scope(List<String> imports, List<String> sources) {
        if (analysis == null) {
            analysis = new Analysis(FerryScript.class, FerryScript.class.getClassLoader());
        }
        for (Evaluated line = lines.poll(); line != null; line = lines.poll()) {
            Scope before = new Scope(declared, imports, sources);
            @Nullable String type = analysis.typeOf(line.text(), before).orElse(null);
            if (line.result().equals("_")) {
                Results.addType(declared, type);
            } else if (!line.result().isEmpty() && type != null) {
                declared.put(line.result(), type);
            }
            declared.putAll(analysis.declaredTypes(line.text(), before));
        }
        Map<String, String> types = new LinkedHashMap<>();
        Map<String, @Nullable Object> values = variables.get();
        values.forEach((name, value) -> {
            String type = declared.getOrDefault(name, UNKNOWN);
            boolean unknown = type.equals(UNKNOWN) || type.equals("Object") || !mayBe(value, type);
            types.put(name, unknown ? classOf(value) : type);
        });
        return new Scope(types, imports, sources, HeldTexts.of(values));
    }

    /** Whether a value can have a type that was found for an earlier one: a script may have put another one there. */
    private static boolean mayBe(@Nullable Object value, String type) {
        String raw = type.replaceFirst("<.*", "");
        boolean plain = !raw.contains(".") || raw.endsWith("[]");
        return value == null || plain || isA(value.getClass(), raw);
    }

    private static boolean isA(@Nullable Class<?> type, String raw) {
        if (type == null) {
            return false;
        }
        String name = String.valueOf(type.getCanonicalName());
        return name.equals(raw)
                || isA(type.getSuperclass(), raw)
                || Arrays.stream(type.getInterfaces()).anyMatch(each -> isA(each, raw));
    }

    /** The nearest class or interface of the value that a text can name. */
    private static String classOf(@Nullable Object value) {
        if (value == null) {
            return UNKNOWN;
        }
        for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
            String name = type.getCanonicalName();
            if (name != null && Modifier.isPublic(type.getModifiers()) && !type.isHidden() && type != Object.class) {
                return name;
            }
        }
        return UNKNOWN;
    }
}
