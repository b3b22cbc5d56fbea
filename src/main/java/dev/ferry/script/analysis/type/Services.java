package dev.ferry.script.analysis.type;

import dev.ferry.api.RequestLine;
import dev.ferry.api.catalog.Operation;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The service interfaces that a script reaches from the getters of its base class: how they are called, what they call. */
public final class Services {

    private final Map<Class<?>, String> paths = new LinkedHashMap<>();
    private final Map<String, Method> byRequest = new HashMap<>();

    public Services(Class<?> base) {
        Members.properties(base).forEach((root, getter) -> {
            Class<?> api = getter.getReturnType();
            if (api.getName().startsWith("dev.ferry.api.")) {
                paths.put(api, root);
                Members.properties(api).forEach((name, service) -> {
                    if (service.getReturnType().isInterface()) {
                        add(service.getReturnType(), root + "." + name);
                    }
                });
            }
        });
    }

    private void add(Class<?> service, String path) {
        paths.putIfAbsent(service, path);
        for (Method method : service.getMethods()) {
            RequestLine.of(method)
                    .ifPresent(request -> byRequest.putIfAbsent(key(request.verb(), request.path()), method));
        }
    }

    /** How scripts call a service, such as {@code atlas.clusters}; empty for any other class. */
    public Optional<String> path(Class<?> type) {
        return Optional.ofNullable(paths.get(type));
    }

    /** The service method that calls the same operation. */
    public Optional<Method> of(Operation operation) {
        return Optional.ofNullable(byRequest.get(key(operation.method(), operation.path())));
    }

    private static String key(String verb, String path) {
        return verb + " " + path.replaceAll("\\{[^}]*}", "{}");
    }
}
