package dev.ferry.sandbox;

import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All endpoints, simulated or not; finds the one that a request is for. */
final class Routes {
    private static final List<String> VERBS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final Map<String, Route> documented = new HashMap<>();
    private final List<Route> others = new ArrayList<>();

    Routes(Iterable<Class<?>> services) {
        services.forEach(service -> Route.of(service).forEach(this::add));
        others.sort(Comparator.comparingInt(Route::weight).reversed());
    }

    private void add(Route route) {
        route.documented()
                .ifPresentOrElse(operation -> documented.put(operation.line(), route), () -> others.add(route));
    }

    /**
     * An endpoint and what stood in the holes of its path.
     *
     * @param route null when it is not simulated
     * @param operation null when the API does not document it
     */
    record Found(@Nullable Route route, @Nullable Operation operation, Map<String, String> holes) {}

    /**
     * The endpoint for a verb and a path.
     *
     * @throws Refusal 404 for a path that no endpoint has, 405 when only the verb is wrong
     */
    Found find(Side side, String verb, String path) {
        Catalog catalog = side == Side.TARGET ? Catalog.atlas() : Catalog.cloudManager();
        Optional<Catalog.Match> match = catalog.match(verb, path);
        if (match.isPresent()) {
            Operation operation = match.get().operation();
            Route route = documented.get(operation.line());
            Map<String, String> holes = route == null ? null : route.match(path);
            return new Found(route, operation, holes == null ? match.get().path() : holes);
        }
        boolean pathKnown =
                VERBS.stream().anyMatch(other -> catalog.match(other, path).isPresent());
        for (Route route : others) {
            Map<String, String> holes = route.match(path);
            if (holes != null && route.verb().equals(verb)) {
                return new Found(route, null, holes);
            }
            pathKnown |= holes != null;
        }
        throw pathKnown
                ? new Refusal(ErrorCode.METHOD_NOT_ALLOWED, verb, path)
                : new Refusal(ErrorCode.RESOURCE_NOT_FOUND, path);
    }
}
