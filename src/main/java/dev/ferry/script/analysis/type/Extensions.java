package dev.ferry.script.analysis.type;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.runtime.DefaultGroovyMethods;
import org.codehaus.groovy.runtime.ProcessGroovyMethods;
import org.codehaus.groovy.runtime.ResourceGroovyMethods;
import org.codehaus.groovy.runtime.StreamGroovyMethods;
import org.codehaus.groovy.runtime.StringGroovyMethods;

/** The methods that Groovy adds to classes of the platform, such as {@code collect} and {@code groupBy}. */
public final class Extensions {

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

    /** All of them, the receiver being the first parameter. */
    public static List<Method> all() {
        return Known.METHODS;
    }

    /** The extension methods of this name that the type has. */
    public static List<Method> named(Type type, String name) {
        Class<?> receiver = boxed(TypeText.raw(type));
        return Known.METHODS.stream()
                .filter(method ->
                        method.getName().equals(name) && method.getParameterTypes()[0].isAssignableFrom(receiver))
                .toList();
    }

    /** What the type variables of an extension method stand for on this receiver. */
    public static Map<TypeVariable<?>, Type> elements(Method method, Type receiver) {
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

    public static Class<?> boxed(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }
}
