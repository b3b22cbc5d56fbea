package dev.ferry.api.contract;

import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.cloudmanager.CloudManager;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;

/** Every method of every service that goes to the wire, found from the two facades. */
final class ServiceMethods {
    private static final Map<Class<? extends Annotation>, Function<Annotation, String>> VERBS = Map.of(
            GET.class, verb -> "GET " + ((GET) verb).value(),
            POST.class, verb -> "POST " + ((POST) verb).value(),
            PUT.class, verb -> "PUT " + ((PUT) verb).value(),
            PATCH.class, verb -> "PATCH " + ((PATCH) verb).value(),
            DELETE.class, verb -> "DELETE " + ((DELETE) verb).value());

    private ServiceMethods() {}

    static List<Method> all() {
        return Stream.concat(ofAtlas().stream(), of(CloudManager.class)).toList();
    }

    static List<Method> ofAtlas() {
        return of(Atlas.class).toList();
    }

    /** Every service by the words that lead to it at the prompt, for example {@code atlas.orgs}. */
    static Map<String, Class<?>> services() {
        Map<String, Class<?>> services = new HashMap<>();
        Map.of("atlas", Atlas.class, "cm", CloudManager.class)
                .forEach((side, facade) -> getters(facade).forEach(getter -> {
                    String name = getter.getName().substring(3);
                    String property = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
                    services.put(side + "." + property, getter.getReturnType());
                }));
        return services;
    }

    private static Stream<Method> getters(Class<?> facade) {
        return Arrays.stream(facade.getMethods())
                .filter(getter -> getter.getParameterCount() == 0
                        && getter.getReturnType().isInterface()
                        && getter.getName().startsWith("get"));
    }

    private static Stream<Method> of(Class<?> facade) {
        return getters(facade)
                .<Class<?>>map(Method::getReturnType)
                .flatMap(service -> Arrays.stream(service.getDeclaredMethods()))
                .filter(method -> Modifier.isAbstract(method.getModifiers()));
    }

    /** Verb and path template as the method's annotation says them, for example {@code GET api/atlas/v2/orgs}. */
    static String operation(Method method) {
        return Arrays.stream(method.getAnnotations())
                .filter(annotation -> VERBS.containsKey(annotation.annotationType()))
                .map(annotation -> VERBS.get(annotation.annotationType()).apply(annotation))
                .findFirst()
                .orElseThrow(() -> new AssertionError(method + " has no verb"));
    }

    /** {@code atlas.Projects.list}. */
    static String name(Method method) {
        String room = method.getDeclaringClass().getPackageName();
        return room.substring(room.lastIndexOf('.') + 1) + "."
                + method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
