package dev.ferry.script.analysis.type;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The members of a loaded class as a Groovy programmer sees them: properties instead of getters, methods merged by name. */
public final class Members {

    /** Plumbing that Groovy or Java call by themselves. */
    private static final Set<String> HIDDEN = Set.of(
            "getClass",
            "notify",
            "notifyAll",
            "wait",
            "clone",
            "finalize",
            "getMetaClass",
            "setMetaClass",
            "invokeMethod",
            "getProperty",
            "setProperty",
            "propertyMissing",
            "methodMissing",
            "toPrint");

    private Members() {}

    /** The readable properties of a class with the method that reads each. */
    public static Map<String, Method> properties(Class<?> type) {
        Map<String, Method> properties = new LinkedHashMap<>();
        List<String> components = components(type);
        publicMethods(type).filter(m -> !Modifier.isStatic(m.getModifiers())).forEach(method -> {
            String name = propertyName(method);
            if (components.contains(method.getName()) && method.getParameterCount() == 0) {
                properties.put(method.getName(), method);
            } else if (name != null) {
                properties.merge(name, method, Members::narrower);
            }
        });
        return properties;
    }

    /** The methods of a class by name, without those that read or write a property. */
    public static Map<String, List<Method>> methods(Class<?> type) {
        Set<String> properties = new HashSet<>(properties(type).keySet());
        List<String> components = components(type);
        return grouped(publicMethods(type)
                .filter(m -> !Modifier.isStatic(m.getModifiers()))
                .filter(m -> propertyName(m) == null)
                .filter(m -> !(components.contains(m.getName()) && m.getParameterCount() == 0))
                .filter(m -> !(m.getName().startsWith("set")
                        && m.getParameterCount() == 1
                        && properties.contains(decapitalized(m.getName().substring(3))))));
    }

    /** The static methods of a class by name. */
    public static Map<String, List<Method>> functions(Class<?> type) {
        return grouped(publicMethods(type).filter(m -> Modifier.isStatic(m.getModifiers())));
    }

    private static Stream<Method> publicMethods(Class<?> type) {
        Stream<Method> inherited = type.isInterface() ? Arrays.stream(Object.class.getMethods()) : Stream.empty();
        return Stream.concat(Arrays.stream(type.getMethods()), inherited)
                .filter(method -> !method.isSynthetic() && !method.isBridge())
                .filter(method ->
                        !HIDDEN.contains(method.getName()) && method.getName().indexOf('$') < 0);
    }

    private static Map<String, List<Method>> grouped(Stream<Method> methods) {
        Map<String, List<Method>> byName = new LinkedHashMap<>();
        methods.sorted(Comparator.comparing(Method::getName).thenComparing(Method::getParameterCount))
                .forEach(method -> byName.computeIfAbsent(method.getName(), name -> new ArrayList<>())
                        .add(method));
        return byName;
    }

    private static List<String> components(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        return components == null
                ? List.of()
                : Arrays.stream(components).map(RecordComponent::getName).toList();
    }

    private static Method narrower(Method one, Method other) {
        return one.getReturnType().isAssignableFrom(other.getReturnType()) ? other : one;
    }

    private static @Nullable String propertyName(Method method) {
        String name = method.getName();
        if (method.getParameterCount() > 0 || method.getReturnType() == void.class) {
            return null;
        }
        if (name.startsWith("get") && name.length() > 3 && !Character.isLowerCase(name.charAt(3))) {
            return decapitalized(name.substring(3));
        }
        boolean question = method.getReturnType() == boolean.class
                && !Collection.class.isAssignableFrom(method.getDeclaringClass());
        return question && name.startsWith("is") && name.length() > 2 && Character.isUpperCase(name.charAt(2))
                ? decapitalized(name.substring(2))
                : null;
    }

    private static String decapitalized(String name) {
        boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return acronym || name.isEmpty() ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
