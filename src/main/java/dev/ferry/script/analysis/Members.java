package dev.ferry.script.analysis;

import dev.ferry.script.analysis.Candidate.Kind;
import dev.ferry.script.analysis.Offer.Rank;
import groovy.lang.Closure;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
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
final class Members {

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

    private static final Set<String> QUIET = Set.of(
            "equals",
            "hashCode",
            "toString",
            "compareTo",
            "getAt",
            "putAt",
            "isCase",
            "iterator",
            "spliterator",
            "toArray",
            "parallelStream",
            "describeConstable",
            "resolveConstantDesc",
            "class");

    private Members() {}

    /** What may follow a dot after a value of this type. */
    static List<Offer> of(Type type) {
        Map<TypeVariable<?>, Type> bindings = TypeText.bindings(type);
        List<Offer> offers = new ArrayList<>();
        for (Map.Entry<String, Method> property : properties(TypeText.raw(type)).entrySet()) {
            Type value = TypeText.resolve(property.getValue().getGenericReturnType(), bindings);
            Offer offer = property(property.getKey(), value, rank(property.getValue(), Rank.OWN_PROPERTY));
            offers.add(offer.saying(Docs.of(property.getValue()).summary()));
        }
        for (List<Method> overloads : methods(TypeText.raw(type)).values()) {
            offers.add(method(overloads, bindings, Kind.METHOD, 0, rank(overloads.get(0), Rank.OWN_METHOD)));
        }
        return offers;
    }

    /** What may follow a dot after the name of this class. */
    static List<Offer> ofClass(Class<?> type) {
        List<Offer> offers = new ArrayList<>();
        for (Field field : type.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                offers.add(property(field.getName(), field.getGenericType(), Rank.OWN_PROPERTY));
            }
        }
        for (List<Method> overloads : grouped(publicMethods(type).filter(m -> Modifier.isStatic(m.getModifiers())))
                .values()) {
            offers.add(method(overloads, Map.of(), Kind.METHOD, 0, Rank.OWN_METHOD));
        }
        for (Class<?> inner : type.getClasses()) {
            String name = inner.getSimpleName();
            offers.add(new Offer(name, new Candidate(name, name, Kind.CLASS, ""), Rank.PLATFORM));
        }
        offers.add(property("class", Class.class, Rank.QUIET));
        return offers;
    }

    /** The readable properties of a class with the method that reads each. */
    static Map<String, Method> properties(Class<?> type) {
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
    static Map<String, List<Method>> methods(Class<?> type) {
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

    static Offer property(String name, Type type, Rank rank) {
        return new Offer(name, new Candidate(name, name, Kind.PROPERTY, TypeText.shortly(type)), rank);
    }

    /** @param skipped how many parameters the caller does not see: the receiver of an extension method */
    static Offer method(
            List<Method> overloads, Map<TypeVariable<?>, Type> bindings, Kind kind, int skipped, Rank rank) {
        String name = overloads.get(0).getName();
        boolean arguments = false;
        boolean plain = false;
        boolean closure = false;
        Method telling = overloads.get(0);
        for (Method method : overloads) {
            int count = method.getParameterCount() - skipped;
            arguments |= count > 0;
            plain |= count == 0;
            closure |= count == 1 && method.getParameterTypes()[skipped] == Closure.class;
            // Our own methods are told in full, extension methods by their simplest form.
            int more = count - (telling.getParameterCount() - skipped);
            telling = (skipped == 0 ? more > 0 : more < 0) ? method : telling;
        }
        boolean block = closure && (!plain || Extensions.takesBlock(name));
        String value = name + (block ? " {" : arguments ? "(" : "()");
        String detail = TypeText.shortly(TypeText.resolve(telling.getGenericReturnType(), bindings));
        String display = block ? name + " { }" : name + Parameters.display(telling, skipped);
        return new Offer(name, new Candidate(value, display, kind, detail), rank)
                .saying(Docs.of(telling).summary());
    }

    private static Rank rank(Method method, Rank own) {
        Class<?> owner = method.getDeclaringClass();
        boolean platform =
                owner.getName().startsWith("java.") || owner.getName().startsWith("groovy.");
        if (method.getName().equals("more")) {
            // The fields that an answer had beyond the known ones: there, but never what one looks for first.
            return Rank.PLATFORM;
        }
        if (QUIET.contains(method.getName()) || owner == Object.class) {
            return Rank.QUIET;
        }
        return platform && (Iterable.class.isAssignableFrom(owner) || Map.class.isAssignableFrom(owner))
                ? Rank.PLATFORM
                : own;
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
