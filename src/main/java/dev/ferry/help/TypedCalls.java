package dev.ferry.help;

import dev.ferry.api.RequestLine;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.cloudmanager.CloudManager;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The service methods that call an operation, found by the verb and the path of their annotations. */
public final class TypedCalls {
    private TypedCalls() {}

    private static final class Loaded {
        private static final Map<String, List<String>> BY_REQUEST = new HashMap<>();

        static {
            add("atlas", Atlas.class);
            add("cm", CloudManager.class);
        }

        private static void add(String root, Class<?> api) {
            Arrays.stream(api.getMethods())
                    .filter(getter ->
                            getter.getParameterCount() == 0 && getter.getName().matches("get[A-Z].*"))
                    .filter(getter -> getter.getReturnType().isInterface())
                    .sorted(Comparator.comparing(Method::getName))
                    .forEach(getter -> addService(root + "." + property(getter.getName()), getter.getReturnType()));
        }

        private static void addService(String path, Class<?> service) {
            for (Method method : service.getMethods()) {
                RequestLine.of(method).ifPresent(request -> BY_REQUEST
                        .computeIfAbsent(key(request.verb(), request.path()), any -> new ArrayList<>())
                        .add(MethodHelp.signature(path + "." + method.getName(), method)));
            }
        }

        private static String property(String getter) {
            return Character.toLowerCase(getter.charAt(3)) + getter.substring(4);
        }
    }

    /** Their signatures, such as {@code atlas.clusters.get(groupId, clusterName, …) → Cluster}. */
    public static List<String> of(Operation operation) {
        return Loaded.BY_REQUEST.getOrDefault(key(operation.method(), operation.path()), List.of());
    }

    private static String key(String verb, String path) {
        return verb + " " + path.replaceAll("\\{[^}]*}", "{}");
    }
}
