package dev.ferry.script.analysis.check;

import groovy.lang.GroovySystem;
import groovy.lang.MetaClass;
import groovy.lang.MetaMethod;
import groovy.lang.MetaProperty;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.codehaus.groovy.reflection.ParameterTypes;
import org.jspecify.annotations.Nullable;

/** What Groovy accepts of a class when it runs: everything it declares, and everything that Groovy adds to it. */
final class Accepted {

    /** One way to call a method. */
    private record Overload(String name, ParameterTypes types, boolean isStatic) {}

    private static final Map<Class<?>, Accepted> KNOWN = new ConcurrentHashMap<>();

    private final List<Overload> overloads = new ArrayList<>();
    private final Set<String> methods = new TreeSet<>();
    private final Set<String> properties = new TreeSet<>();

    private Accepted(Class<?> type) {
        // Groovy's own view of an interface, which is what a service is, leaves out the methods it declares.
        for (Method each : type.getMethods()) {
            add(each.getName(), new ParameterTypes(each.getParameterTypes()), Modifier.isStatic(each.getModifiers()));
        }
        MetaClass meta = GroovySystem.getMetaClassRegistry().getMetaClass(type);
        for (Collection<MetaMethod> all : Arrays.asList(meta.getMethods(), meta.getMetaMethods())) {
            for (MetaMethod each : all) {
                add(each.getName(), new ParameterTypes(each.getNativeParameterTypes()), each.isStatic());
            }
        }
        for (MetaProperty each : meta.getProperties()) {
            properties.add(each.getName());
        }
        Arrays.stream(type.getFields()).forEach(field -> properties.add(field.getName()));
        if (type.isRecord()) {
            Arrays.stream(type.getRecordComponents()).forEach(each -> properties.add(each.getName()));
        }
        methods.stream().map(Accepted::read).filter(name -> !name.isEmpty()).forEach(properties::add);
        properties.addAll(Set.of("class", "metaClass", "properties"));
    }

    private void add(String name, ParameterTypes types, boolean isStatic) {
        methods.add(name);
        overloads.add(new Overload(name, types, isStatic));
    }

    /** The property that a method of this name reads; empty when it is none. */
    private static String read(String method) {
        int skipped = method.startsWith("get") ? 3 : method.startsWith("is") ? 2 : 0;
        if (skipped == 0 || method.length() == skipped || Character.isLowerCase(method.charAt(skipped))) {
            return "";
        }
        return java.beans.Introspector.decapitalize(method.substring(skipped));
    }

    static Accepted by(Class<?> type) {
        return KNOWN.computeIfAbsent(type, Accepted::new);
    }

    Set<String> methods() {
        return methods;
    }

    Set<String> properties() {
        return properties;
    }

    /** Whether the method takes as many arguments, whatever they are. */
    boolean takes(String method, int arguments) {
        return overloads.stream()
                .filter(each -> each.name().equals(method))
                .anyMatch(each -> isMany(each.types())
                        ? arguments >= each.types().getParameterTypes().length - 1
                        : each.types().getParameterTypes().length == arguments
                                || (arguments == 0 && each.types().getParameterTypes().length == 1));
    }

    /** Whether the method takes arguments of these classes; null stands for the value null. */
    boolean takes(String method, @Nullable Class<?>[] arguments) {
        boolean none = arguments.length == 0;
        return overloads.stream()
                .filter(each -> each.name().equals(method))
                .anyMatch(each -> each.types().isValidMethod(arguments)
                        || (none && each.types().isValidMethod(new Class<?>[] {null})));
    }

    /** What the overloads of a method take, for people. */
    String taken(String method) {
        return overloads.stream()
                .filter(each -> each.name().equals(method))
                .map(each -> Arrays.stream(each.types().getParameterTypes())
                        .map(type -> said(type.getTheClass()))
                        .collect(Collectors.joining(", ", "(", ")")))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" or "));
    }

    /** A class as people say it who need not know Java. */
    static String said(@Nullable Class<?> type) {
        if (type == null) {
            return "null";
        }
        String name = type.getSimpleName();
        return name.equals("GStringImpl") || name.equals("CharSequence") ? "String" : name;
    }

    /** One of a class, for people: {@code a text}, {@code an Organization}. */
    static String one(Class<?> type) {
        String name = said(type);
        if (name.equals("String")) {
            return "a text";
        }
        return ("AEIOU".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }

    private static boolean isMany(ParameterTypes types) {
        int count = types.getParameterTypes().length;
        return count > 0 && types.getParameterTypes()[count - 1].isArray;
    }

    /** The type of a property that a class declares by a getter; null when it has none. */
    static @Nullable Class<?> property(Class<?> type, String name) {
        String capital = name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
        List<String> getters = List.of("get" + capital, "is" + capital);
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getParameterCount() == 0 && getters.contains(method.getName()))
                .min(Comparator.comparing(method -> getters.indexOf(method.getName())))
                .map(Method::getReturnType)
                .orElse(null);
    }
}
