package dev.ferry.script.analysis;

import dev.ferry.script.analysis.Candidate.Kind;
import dev.ferry.script.analysis.Offer.Rank;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;
import org.codehaus.groovy.runtime.ProcessGroovyMethods;
import org.codehaus.groovy.runtime.ResourceGroovyMethods;
import org.codehaus.groovy.runtime.StreamGroovyMethods;
import org.codehaus.groovy.runtime.StringGroovyMethods;

/** The methods that Groovy adds to classes of the platform, such as {@code collect} and {@code groupBy}. */
final class Extensions {

    /** Offered without a letter typed, in this order. */
    private static final List<String> FAMILIAR = List.of(
            "each",
            "collect",
            "find",
            "findAll",
            "first",
            "any",
            "every",
            "count",
            "groupBy",
            "countBy",
            "sort",
            "toSorted",
            "collectEntries",
            "collectMany",
            "eachWithIndex",
            "last",
            "take",
            "drop",
            "sum",
            "max",
            "min",
            "join",
            "inject",
            "unique",
            "flatten",
            "reverse",
            "withIndex",
            "toList",
            "toSet");

    private static final Set<String> BLOCKS = Set.of(
            "find",
            "findAll",
            "collect",
            "any",
            "every",
            "findIndexOf",
            "countBy",
            "groupBy",
            "collectEntries",
            "collectMany");

    /** On any object: noise until asked for. */
    private static final Set<String> OF_ANYTHING = Set.of("with", "tap", "dump", "inspect", "asType", "is", "println");

    private static final List<Class<?>> HOLDERS = List.of(
            DefaultGroovyMethods.class,
            StringGroovyMethods.class,
            StreamGroovyMethods.class,
            ResourceGroovyMethods.class,
            ProcessGroovyMethods.class);

    /** Read once: two thousand methods, some twenty milliseconds. */
    private static final class Known {
        static final List<Method> METHODS = read();

        private static List<Method> read() {
            List<Method> methods = new ArrayList<>();
            for (Class<?> holder : HOLDERS) {
                for (Method method : holder.getMethods()) {
                    if (Modifier.isStatic(method.getModifiers())
                            && method.getParameterCount() > 0
                            && !method.isAnnotationPresent(Deprecated.class)) {
                        methods.add(method);
                    }
                }
            }
            return List.copyOf(methods);
        }
    }

    private Extensions() {}

    /** The extension methods of a type. */
    static List<Offer> of(Type type) {
        Class<?> receiver = boxed(TypeText.raw(type));
        boolean many = isWalkable(receiver);
        Map<String, List<Method>> byName = new TreeMap<>();
        for (Method method : Known.METHODS) {
            Class<?> self = method.getParameterTypes()[0];
            boolean fits =
                    self == Object.class ? offeredOnAnything(method.getName(), many) : self.isAssignableFrom(receiver);
            if (fits) {
                byName.computeIfAbsent(method.getName(), name -> new ArrayList<>())
                        .add(method);
            }
        }
        List<Offer> offers = new ArrayList<>();
        byName.forEach((name, overloads) -> {
            boolean familiar = many && FAMILIAR.contains(name);
            Rank rank = familiar ? Rank.FAMILIAR_EXTENSION : Rank.EXTENSION;
            offers.add(offer(overloads, type, rank, familiar ? FAMILIAR.indexOf(name) : 0));
        });
        return offers;
    }

    /** The extension methods of this name that the type has. */
    static List<Method> named(Type type, String name) {
        Class<?> receiver = boxed(TypeText.raw(type));
        return Known.METHODS.stream()
                .filter(method ->
                        method.getName().equals(name) && method.getParameterTypes()[0].isAssignableFrom(receiver))
                .toList();
    }

    /** Whether the method is mostly used with a block although it works without. */
    static boolean takesBlock(String name) {
        return BLOCKS.contains(name);
    }

    /** The simplest overload stands for all; its type is only told when the receiver's elements decide it. */
    private static Offer offer(List<Method> overloads, Type receiver, Rank rank, int order) {
        Method simplest = overloads.stream()
                .min(Comparator.comparing(Method::getParameterCount))
                .orElseThrow();
        Offer offer = Members.method(overloads, elements(simplest, receiver), Kind.EXTENSION, 1, rank);
        Candidate all = offer.candidate();
        String detail = all.detail().contains("Object") ? "" : all.detail();
        return new Offer(
                offer.name(), new Candidate(all.value(), all.display(), all.kind(), detail), offer.rank(), order);
    }

    /** What the type variables of an extension method stand for on this receiver. */
    static Map<TypeVariable<?>, Type> elements(Method method, Type receiver) {
        Map<TypeVariable<?>, Type> bindings = new HashMap<>();
        if (method.getGenericParameterTypes()[0] instanceof ParameterizedType self) {
            Map<TypeVariable<?>, Type> known = TypeText.bindings(receiver);
            TypeVariable<?>[] parameters = TypeText.raw(self).getTypeParameters();
            for (int i = 0; i < parameters.length; i++) {
                Type bound = known.get(parameters[i]);
                if (self.getActualTypeArguments()[i] instanceof TypeVariable<?> variable && bound != null) {
                    bindings.put(variable, bound);
                }
            }
        }
        return bindings;
    }

    /** Whether Groovy can walk over values of the type: it asks for a method named iterator, whatever the class. */
    private static boolean isWalkable(Class<?> type) {
        return Iterable.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || type.isArray()
                || Arrays.stream(type.getMethods())
                        .anyMatch(method -> method.getName().equals("iterator") && method.getParameterCount() == 0);
    }

    private static boolean offeredOnAnything(String name, boolean many) {
        return OF_ANYTHING.contains(name) || (many && FAMILIAR.contains(name));
    }

    private static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }
}
