package dev.ferry.help;

import dev.ferry.api.RequestLine;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.catalog.Endpoint;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.migration.Migrations;
import dev.ferry.output.Printable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The typed interfaces of both sides, and what is remembered of migrations: services, their calls, and the records that come back. Found
 * by reflection, once.
 */
final class Services {
    /**
     * A call of a service.
     *
     * @param path such as {@code atlas.clusters.get}
     * @param overloads the methods of that name, the most telling first
     */
    record Call(String path, List<Method> overloads) {
        /** The method that does the work: the one with most parameters. */
        Method method() {
            return overloads.get(0);
        }

        Optional<Endpoint> endpoint() {
            return Endpoint.of(method());
        }
    }

    /**
     * A record that calls give, itself or within another.
     *
     * @param side {@code atlas}, {@code cm} or {@code migrations}
     * @param givenBy paths of the calls that give it or a list of it
     */
    record Given(String side, Class<?> type, List<String> givenBy) {}

    private static final class Loaded {
        private static final Set<Class<?>> NOT_CALLS = Set.of(Object.class, Printable.class);
        private static final Map<String, Class<?>> SERVICES = new LinkedHashMap<>();
        private static final List<Call> CALLS = new ArrayList<>();
        private static final Map<String, List<Call>> BY_REQUEST = new HashMap<>();
        private static final Map<Class<?>, Given> RECORDS = new LinkedHashMap<>();

        static {
            add("atlas", Atlas.class);
            add("cm", CloudManager.class);
            SERVICES.put("migrations", Migrations.class);
            addService("migrations", "migrations", Migrations.class);
            CALLS.forEach(call -> call.endpoint().ifPresent(endpoint -> BY_REQUEST
                    .computeIfAbsent(key(endpoint.request()), any -> new ArrayList<>())
                    .add(call)));
        }

        private static void add(String root, Class<?> api) {
            Arrays.stream(api.getMethods())
                    .filter(getter -> getter.getParameterCount() == 0
                            && getter.getName().matches("get[A-Z].*")
                            && getter.getReturnType().isInterface())
                    .sorted(Comparator.comparing(Method::getName))
                    .forEach(getter -> {
                        String path = root + "."
                                + Character.toLowerCase(getter.getName().charAt(3))
                                + getter.getName().substring(4);
                        SERVICES.put(path, getter.getReturnType());
                        addService(root, path, getter.getReturnType());
                    });
        }

        private static void addService(String root, String path, Class<?> service) {
            Map<String, List<Method>> byName = Arrays.stream(service.getMethods())
                    .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                    .filter(method -> !NOT_CALLS.contains(method.getDeclaringClass())
                            && !method.getName().equals("toPrint"))
                    .collect(Collectors.groupingBy(Method::getName));
            byName.keySet().stream().sorted().forEach(name -> {
                List<Method> overloads = new ArrayList<>(byName.getOrDefault(name, List.of()));
                overloads.sort(Comparator.comparing((Method method) -> -method.getParameterCount()));
                CALLS.add(new Call(path + "." + name, List.copyOf(overloads)));
                records(overloads.get(0).getGenericReturnType(), root, path + "." + name, new LinkedHashSet<>());
            });
        }

        private static void records(Type type, String root, String call, Set<Class<?>> outer) {
            if (type instanceof ParameterizedType generic) {
                Arrays.stream(generic.getActualTypeArguments()).forEach(each -> records(each, root, call, outer));
            } else if (type instanceof WildcardType wildcard) {
                Arrays.stream(wildcard.getUpperBounds()).forEach(each -> records(each, root, call, outer));
            } else if (type instanceof Class<?> found && found.isRecord() && isOurs(found) && outer.add(found)) {
                Given given = RECORDS.computeIfAbsent(found, any -> new Given(root, found, new ArrayList<>()));
                if (!given.givenBy().contains(call) && outer.size() == 1) {
                    given.givenBy().add(call);
                }
                for (RecordComponent component : found.getRecordComponents()) {
                    records(component.getGenericType(), root, call, outer);
                }
            }
        }

        private static boolean isOurs(Class<?> type) {
            return type.getName().startsWith("dev.ferry.api.")
                    || type.getPackageName().equals(Migrations.class.getPackageName());
        }
    }

    private Services() {}

    /** The interfaces by their path, such as {@code atlas.clusters}. */
    static Map<String, Class<?>> all() {
        return Collections.unmodifiableMap(Loaded.SERVICES);
    }

    static List<Call> calls() {
        return Collections.unmodifiableList(Loaded.CALLS);
    }

    static Collection<Given> records() {
        return Collections.unmodifiableCollection(Loaded.RECORDS.values());
    }

    /** The calls behind a verb and the template of a path. */
    static List<Call> of(String verb, String path) {
        return Loaded.BY_REQUEST.getOrDefault(key(new RequestLine(verb, path)), List.of());
    }

    private static String key(RequestLine request) {
        return request.toString().replaceAll("\\{[^}]*}", "{}");
    }
}
