package dev.ferry.api;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;

/**
 * The verb and the path that a service method stands for, as Retrofit's annotations say them.
 *
 * @param verb HTTP verb
 * @param path path with a leading slash and {@code {name}} for its parameters, such as {@code /api/atlas/v2/orgs/{orgId}}
 */
public record RequestLine(String verb, String path) {
    private static final List<Annotated<?>> VERBS = List.of(
            new Annotated<>("GET", GET.class, GET::value),
            new Annotated<>("POST", POST.class, POST::value),
            new Annotated<>("PUT", PUT.class, PUT::value),
            new Annotated<>("PATCH", PATCH.class, PATCH::value),
            new Annotated<>("DELETE", DELETE.class, DELETE::value));

    private record Annotated<A extends Annotation>(String verb, Class<A> type, Function<A, String> path) {
        Optional<RequestLine> on(Method method) {
            return Optional.ofNullable(method.getAnnotation(type))
                    .map(found -> new RequestLine(verb, "/" + path.apply(found)));
        }
    }

    /** The request line of a method; empty for one that is no endpoint, such as an overload without options. */
    public static Optional<RequestLine> of(Method method) {
        return VERBS.stream().flatMap(verb -> verb.on(method).stream()).findFirst();
    }

    /** As it stands in a request: {@code GET /api/atlas/v2/orgs}. */
    @Override
    public String toString() {
        return verb + " " + path;
    }
}
