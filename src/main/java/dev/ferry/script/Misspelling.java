package dev.ferry.script;

import dev.ferry.output.Suggestion;
import groovy.lang.GroovySystem;
import groovy.lang.MetaClass;
import groovy.lang.MetaMethod;
import groovy.lang.MetaProperty;
import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A name that Groovy did not find, said in a sentence with the name that was probably meant. */
final class Misspelling {
    private Misspelling() {}

    /**
     * The sentence for a failure that is one of a name.
     *
     * @param variables the names of the session's variables, which any line may use
     */
    static Optional<String> sentence(Throwable failure, Collection<String> variables) {
        if (failure instanceof MissingPropertyException missing && missing.getProperty() != null) {
            return Optional.of(property(missing.getProperty(), said(missing.getType()), variables));
        }
        if (failure instanceof MissingMethodException missing) {
            return Optional.of(method(missing, said(missing.getType()), variables));
        }
        return Optional.empty();
    }

    private static String property(String name, @Nullable Class<?> type, Collection<String> variables) {
        Set<String> known = new TreeSet<>();
        if (type == null || FerryScript.class.isAssignableFrom(type)) {
            known.addAll(variables);
            known.addAll(properties(FerryScript.class));
            return "Nothing here is called '" + name + "'." + Suggestion.didYouMean(name, known);
        }
        known.addAll(properties(type));
        return type.getSimpleName() + " has no '" + name + "'." + Suggestion.didYouMean(name, known);
    }

    private static String method(
            MissingMethodException missing, @Nullable Class<?> type, Collection<String> variables) {
        String name = missing.getMethod();
        Class<?> owner = type == null ? FerryScript.class : type;
        boolean script = FerryScript.class.isAssignableFrom(owner);
        Set<String> signatures = new TreeSet<>();
        Set<String> names = new TreeSet<>(script ? variables : Set.of());
        // Groovy's own view of an interface, which is what a service is, leaves out the methods it declares.
        for (Method each : owner.getMethods()) {
            names.add(each.getName());
            if (each.getName().equals(name)) {
                signatures.add(types(each.getParameterTypes()));
            }
        }
        MetaClass meta = GroovySystem.getMetaClassRegistry().getMetaClass(owner);
        for (Collection<MetaMethod> methods : Arrays.asList(meta.getMethods(), meta.getMetaMethods())) {
            for (MetaMethod each : methods) {
                names.add(each.getName());
                if (each.getName().equals(name)) {
                    signatures.add(types(each.getNativeParameterTypes()));
                }
            }
        }
        String what = script ? name : owner.getSimpleName() + "." + name;
        if (!signatures.isEmpty()) {
            String given = given(missing.getArguments());
            return what + " cannot be called with " + given + ": it takes " + String.join(" or ", signatures) + ".";
        }
        String subject = script ? "There is no function '" : owner.getSimpleName() + " has no method '";
        return subject + name + "'." + Suggestion.didYouMean(name, names);
    }

    private static String given(@Nullable Object @Nullable [] arguments) {
        if (arguments == null) {
            return "()";
        }
        return Arrays.stream(arguments)
                .map(each -> each == null ? "null" : said(each.getClass()).getSimpleName())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static Set<String> properties(Class<?> type) {
        Set<String> names = new TreeSet<>();
        MetaClass meta = GroovySystem.getMetaClassRegistry().getMetaClass(type);
        for (MetaProperty each : meta.getProperties()) {
            names.add(each.getName());
        }
        if (type.isRecord()) {
            Arrays.stream(type.getRecordComponents()).forEach(each -> names.add(each.getName()));
        }
        for (MetaMethod each : meta.getMethods()) {
            names.add(each.getName());
        }
        return names;
    }

    private static String types(Class<?>[] types) {
        return Arrays.stream(types).map(Class::getSimpleName).collect(Collectors.joining(", ", "(", ")"));
    }

    /** The type as people know it: a service is its interface, not the proxy that calls it. */
    private static Class<?> said(Class<?> type) {
        return Proxy.isProxyClass(type) && type.getInterfaces().length > 0 ? type.getInterfaces()[0] : type;
    }
}
