package dev.ferry.api.argument;

import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Map;

/** How people call a service and its methods at the prompt, for messages: {@code atlas.projects.list}. */
public final class ServiceName {
    private static final Map<String, String> SIDES = Map.of("cloudmanager", "cm");
    private static final Map<String, String> SERVICES = Map.of("Organizations", "orgs", "MigrationLinks", "links");

    private ServiceName() {}

    /** What people call this service, such as {@code atlas.orgs}. */
    public static String of(Class<?> service) {
        String room = service.getPackageName();
        String side = room.substring(room.lastIndexOf('.') + 1);
        String name = service.getSimpleName();
        String plain = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        return SIDES.getOrDefault(side, side) + "." + SERVICES.getOrDefault(name, plain);
    }

    /** What people call this method, such as {@code atlas.orgs.list}. */
    public static String of(Method method) {
        return of(method.getDeclaringClass()) + "." + method.getName();
    }
}
