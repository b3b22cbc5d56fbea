package dev.ferry.script.analysis.type;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A dotted path from a getter of the script base class, such as {@code atlas.orgs.list()}, followed by reflection. It
 * needs no compiler, so it answers in microseconds and before the compiler is loaded.
 */
public final class Chain {

    private static final String CALL = "\\((?:[^()'\"/\\\\{}\\[\\]]|'[^'\\\\\\n]*')*\\)";
    private static final String LINK = "[A-Za-z_]\\w*(?:" + CALL + ")?";
    private static final Pattern PATH =
            Pattern.compile("(?<![\\w.$)\\]}'\"])(" + LINK + "(?:\\s*\\??\\.\\s*" + LINK + ")*)\\s*$");
    private static final Pattern STEP = Pattern.compile("([A-Za-z_]\\w*)(" + CALL + ")?");

    private final Class<?> base;

    public Chain(Class<?> base) {
        this.base = base;
    }

    /**
     * What a path leads to.
     *
     * @param owner the class whose property or method comes last
     */
    public record End(Class<?> owner, Type type) {}

    /** The type of the path that the text ends with; empty when it is not such a path or reflection cannot tell. */
    public Optional<End> end(String text) {
        Matcher path = PATH.matcher(text);
        if (!path.find()) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        Matcher step = STEP.matcher(path.group(1));
        @Nullable Type type = base;
        Class<?> owner = base;
        while (step.find() && type != null) {
            names.add(step.group(1));
            owner = TypeText.raw(type);
            type = step.group(2) == null ? property(type, step.group(1)) : call(type, step.group(1));
        }
        boolean hidden = names.isEmpty() || mayBeRedeclared(names.get(0), text.substring(0, path.start(1)));
        return hidden || type == null || type == Object.class ? Optional.empty() : Optional.of(new End(owner, type));
    }

    /** Whether the text before may give the name another meaning: any use of it but a path. */
    private static boolean mayBeRedeclared(String name, String before) {
        return Pattern.compile("\\b" + name + "\\b(?!\\s*[.\\[?])")
                        .matcher(before)
                        .find()
                || before.contains("class ")
                || Pattern.compile("\\.\\s*(?:with|tap)\\b").matcher(before).find();
    }

    /** What a dotted path of names means, calls and all overloads included. */
    public Optional<Topic> topic(String path) {
        Type type = base;
        List<Method> methods = List.of();
        for (String name : path.strip().replaceAll("\\(.*?\\)", "").split("\\.", -1)) {
            Method getter = Members.properties(TypeText.raw(type)).get(name);
            methods = getter != null
                    ? List.of(getter)
                    : Members.methods(TypeText.raw(type)).getOrDefault(name, List.of());
            if (methods.isEmpty()) {
                return Optional.empty();
            }
            List<Method> telling = new ArrayList<>(methods);
            telling.sort((one, other) -> Integer.compare(other.getParameterCount(), one.getParameterCount()));
            methods = telling;
            type = result(type, methods.get(0));
        }
        return Optional.of(new Topic(path.strip(), methods, type));
    }

    private static @Nullable Type property(Type type, String name) {
        Method getter = Members.properties(TypeText.raw(type)).get(name);
        return getter == null ? null : result(type, getter);
    }

    /** The result when all overloads agree on it; otherwise the compiler has to choose. */
    private static @Nullable Type call(Type type, String name) {
        List<Method> overloads = Members.methods(TypeText.raw(type)).getOrDefault(name, List.of());
        List<Type> results = overloads.stream()
                .filter(method -> method.getTypeParameters().length == 0)
                .map(method -> result(type, method))
                .distinct()
                .toList();
        return results.size() == 1 ? results.get(0) : null;
    }

    private static Type result(Type type, Method method) {
        Map<TypeVariable<?>, Type> bindings = TypeText.bindings(type);
        return TypeText.resolve(method.getGenericReturnType(), bindings);
    }
}
