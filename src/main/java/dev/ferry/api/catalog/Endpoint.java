package dev.ferry.api.catalog;

import dev.ferry.api.ApiVersion;
import dev.ferry.api.RequestLine;
import dev.ferry.api.RequiredRole;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a service method asks of its service, as its annotations say it.
 *
 * @param request verb and path
 * @param roles roles of which one is needed; empty when none is named
 * @param risk what it may do there, as far as that does not depend on its body
 * @param version date of the API's version; empty for v1.0
 */
public record Endpoint(RequestLine request, List<String> roles, Risk risk, String version) {
    public Endpoint {
        roles = List.copyOf(roles);
    }

    /**
     * The endpoint of a method. An overload without options has that of the method it calls.
     *
     * @return empty for a method that sends nothing by itself
     */
    public static Optional<Endpoint> of(Method method) {
        return annotated(method)
                .or(() -> Arrays.stream(method.getDeclaringClass().getMethods())
                        .filter(other -> isWithOptions(other, method))
                        .flatMap(other -> annotated(other).stream())
                        .findFirst());
    }

    private static boolean isWithOptions(Method other, Method method) {
        Class<?>[] types = other.getParameterTypes();
        return other.getName().equals(method.getName())
                && types.length == method.getParameterCount() + 1
                && types[0] == Map.class
                && Arrays.equals(Arrays.copyOfRange(types, 1, types.length), method.getParameterTypes());
    }

    private static Optional<Endpoint> annotated(Method method) {
        return RequestLine.of(method).map(request -> {
            RequiredRole role = method.getAnnotation(RequiredRole.class);
            ApiVersion version = method.getAnnotation(ApiVersion.class);
            return new Endpoint(
                    request,
                    role == null ? List.of() : List.of(role.value()),
                    Risks.of(request.verb(), request.path()),
                    version == null ? "" : version.value());
        });
    }
}
