package dev.ferry.api.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.api.IdOf;
import dev.ferry.api.Is;
import dev.ferry.api.Listing;
import dev.ferry.api.NameOf;
import dev.ferry.api.Named;
import dev.ferry.api.RequestLine;
import dev.ferry.api.Thing;
import dev.ferry.api.atlas.LiveMigrations;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Meant;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.catalog.Shapes;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import retrofit2.http.Path;

/** The marks that say which thing an argument means: none is missing, and none says what is not so. */
class MarksTest {

    /** A mark, whether it is on a parameter or speaks of a named argument. */
    private record Mark(String argument, Meant meant) {}

    private static List<Mark> marks(AnnotatedElement element) {
        return Stream.concat(
                        Arrays.stream(element.getAnnotationsByType(IdOf.class))
                                .map(mark -> new Mark(mark.argument(), new Meant(mark.value(), false))),
                        Arrays.stream(element.getAnnotationsByType(NameOf.class))
                                .map(mark -> new Mark(mark.argument(), new Meant(mark.value(), true))))
                .toList();
    }

    private static Optional<Meant> mark(Parameter parameter) {
        List<Mark> marks = marks(parameter);
        assertTrue(marks.size() <= 1, parameter + " is marked twice");
        return marks.stream().map(Mark::meant).findFirst();
    }

    private static Set<String> named(Method method) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            NamedParams params = parameter.getAnnotation(NamedParams.class);
            if (params != null) {
                Arrays.stream(params.value()).map(NamedParam::value).forEach(names::add);
            }
        }
        return names;
    }

    @Test
    void every_parameter_of_a_path_is_marked_with_what_it_means() {
        int marked = 0;
        for (Method method : ServiceMethods.all()) {
            String path = RequestLine.of(method).orElseThrow().path();
            for (Parameter parameter : method.getParameters()) {
                Path inPath = parameter.getAnnotation(Path.class);
                if (inPath != null) {
                    Optional<Meant> meant = Meant.of(path, inPath.value());
                    assertEquals(meant, mark(parameter), ServiceMethods.name(method) + " " + inPath.value());
                    marked += meant.isPresent() ? 1 : 0;
                }
            }
        }
        assertTrue(marked > 250, marked + " parameters");
    }

    @Test
    void overloads_without_options_are_marked_like_the_method_they_stand_for() {
        int marked = 0;
        for (Method method : ServiceMethods.all()) {
            List<Parameter> inPath = Arrays.stream(method.getParameters())
                    .filter(parameter -> parameter.isAnnotationPresent(Path.class))
                    .toList();
            for (Method overload : method.getDeclaringClass().getDeclaredMethods()) {
                if (Modifier.isAbstract(overload.getModifiers())
                        || !overload.getName().equals(method.getName())) {
                    continue;
                }
                for (Parameter original : inPath) {
                    for (Parameter parameter : overload.getParameters()) {
                        if (parameter.getName().equals(original.getName())) {
                            assertEquals(mark(original), mark(parameter), overload + " " + original.getName());
                            marked++;
                        }
                    }
                }
            }
        }
        assertTrue(marked > 100, marked + " parameters");
    }

    @Test
    void a_mark_of_a_named_argument_speaks_of_one_that_the_method_takes() {
        int marked = 0;
        for (Method method : ServiceMethods.all()) {
            for (Mark mark : marks(method)) {
                List<String> steps = List.of(mark.argument().split("\\."));
                assertTrue(named(method).contains(steps.get(0)), ServiceMethods.name(method) + " takes no " + mark);
                if (steps.size() > 1) {
                    assertTrue(isField(method, steps), ServiceMethods.name(method) + " has no field " + mark);
                }
                marked++;
            }
        }
        assertTrue(marked > 20, marked + " named arguments");
    }

    private static boolean isField(Method method, List<String> steps) {
        RequestLine line = RequestLine.of(method).orElseThrow();
        Operation operation =
                Catalogs.SHIPPED.atlas().of(line.verb(), line.path()).orElseThrow();
        Shapes shapes = Catalogs.SHIPPED.shapes();
        List<String> bodies = new ArrayList<>(operation.bodies().values());
        String type = bodies.get(bodies.size() - 1);
        for (String step : steps) {
            String shape = type.replaceAll("[\\[\\]]", "");
            Shapes.Field field = shapes.fields(shape).orElse(Map.of()).get(step);
            if (field == null) {
                return false;
            }
            type = field.type();
        }
        return true;
    }

    @Test
    void named_arguments_that_are_called_like_a_marked_parameter_are_marked_too() {
        Set<String> called = Set.of("orgId", "groupId", "clusterId", "clusterName", "userId", "teamId");
        for (Method method : ServiceMethods.all()) {
            if (method.getName().equals("rename")) {
                // It takes the new name of a cluster.
                continue;
            }
            List<String> marked = marks(method).stream().map(Mark::argument).toList();
            for (String name : named(method)) {
                assertTrue(!called.contains(name) || marked.contains(name), ServiceMethods.name(method) + " " + name);
            }
        }
    }

    @Test
    void the_body_of_a_live_migration_is_marked_with_both_sides() throws NoSuchMethodException {
        for (String name : List.of("create", "validate")) {
            Method method = LiveMigrations.class.getMethod(name, Map.class, String.class);
            List<String> sides = Stream.concat(
                            Arrays.stream(method.getAnnotationsByType(IdOf.class))
                                    .map(mark -> mark.argument() + List.of(mark.side())),
                            Arrays.stream(method.getAnnotationsByType(NameOf.class))
                                    .map(mark -> mark.argument() + List.of(mark.side())))
                    .toList();
            assertEquals(
                    List.of(
                            "source.groupId[SOURCE]",
                            "destination.groupId[]",
                            "source.clusterName[SOURCE]",
                            "destination.clusterName[]",
                            "migrationHosts[SOURCE]"),
                    sides);
        }
    }

    @Test
    void what_a_service_lists_says_which_thing_it_is_when_people_can_name_it() {
        Set<String> without = new TreeSet<>();
        Set<Thing> things = new TreeSet<>();
        for (Method method : ServiceMethods.all()) {
            if (method.getReturnType() == Listing.class
                    && method.getGenericReturnType() instanceof ParameterizedType listing
                    && listing.getActualTypeArguments()[0] instanceof Class<?> element) {
                Is is = element.getAnnotation(Is.class);
                if (is != null) {
                    things.add(is.value());
                } else if (Named.class.isAssignableFrom(element)) {
                    without.add(element.getName());
                }
            }
        }
        assertEquals(Set.of(), without);
        assertTrue(
                things.containsAll(
                        Set.of(Thing.ORGANIZATION, Thing.PROJECT, Thing.CLUSTER, Thing.HOST, Thing.TEAM, Thing.USER)),
                things.toString());
    }
}
