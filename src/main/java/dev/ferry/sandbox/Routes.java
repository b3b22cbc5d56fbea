package dev.ferry.sandbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** All endpoints; finds the one that a request is for. */
final class Routes {
    private final List<Route> routes = new ArrayList<>();

    Routes(Iterable<Class<?>> services) {
        services.forEach(service -> routes.addAll(Route.of(service)));
        routes.sort(Comparator.comparingInt(Route::weight).reversed());
    }

    /** A route and what stood in the holes of its path. */
    record Found(Route route, Map<String, String> holes) {}

    /**
     * The endpoint for a verb and a path.
     *
     * @throws Refusal 404 for a path that no endpoint has, 405 when only the verb is wrong
     */
    Found find(String verb, String path) {
        boolean pathKnown = false;
        for (Route route : routes) {
            Map<String, String> holes = route.match(path);
            if (holes != null && route.verb().equals(verb)) {
                return new Found(route, holes);
            }
            pathKnown |= holes != null;
        }
        throw pathKnown
                ? new Refusal(ErrorCode.METHOD_NOT_ALLOWED, verb, path)
                : new Refusal(ErrorCode.RESOURCE_NOT_FOUND, path);
    }

    List<Route> all() {
        return List.copyOf(routes);
    }
}
