package dev.ferry.script.analysis.complete;

import dev.ferry.api.ApiSide;
import dev.ferry.api.IdOf;
import dev.ferry.api.Is;
import dev.ferry.api.NameOf;
import dev.ferry.api.Thing;
import dev.ferry.api.catalog.Argument;
import dev.ferry.api.catalog.Meant;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.script.analysis.type.Parameters;
import dev.ferry.script.analysis.type.Place;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import retrofit2.http.Body;

/**
 * An argument that means a thing at a service.
 *
 * @param path where it stands among the arguments: {@code #0} for a plain one, names with dots for a named one or a field in it
 * @param name what the API calls it, such as {@code groupId}
 * @param byName whether it is the name of the thing, not its id
 */
record Mark(String path, String name, Thing thing, boolean byName, ApiSide side) {

    /** What the arguments of these names mean is around the other things of the same call. */
    private static final Set<String> AROUND = Set.of("orgId", "groupId", "groupName", "clusterId", "clusterName");

    /** The marks of a service method and of its parameters. */
    static List<Mark> of(Method method) {
        ApiSide side = side(method.getDeclaringClass());
        List<Mark> marks = new ArrayList<>();
        int plain = 0;
        for (Parameter parameter : method.getParameters()) {
            if (Parameters.named(parameter).isEmpty()) {
                add(marks, parameter, Place.plain(plain), inPath(parameter), side);
                plain++;
            }
        }
        add(marks, method, "", "", side);
        return marks;
    }

    private static String inPath(Parameter parameter) {
        retrofit2.http.Path path = parameter.getAnnotation(retrofit2.http.Path.class);
        return path == null ? parameter.getName() : path.value();
    }

    private static void add(List<Mark> marks, AnnotatedElement element, String path, String name, ApiSide own) {
        for (IdOf mark : element.getAnnotationsByType(IdOf.class)) {
            marks.add(mark(path, name, mark.argument(), mark.value(), false, side(mark.side(), own)));
        }
        for (NameOf mark : element.getAnnotationsByType(NameOf.class)) {
            marks.add(mark(path, name, mark.argument(), mark.value(), true, side(mark.side(), own)));
        }
    }

    private static Mark mark(String path, String name, String argument, Thing thing, boolean byName, ApiSide side) {
        String last = argument.substring(argument.lastIndexOf('.') + 1);
        return path.isEmpty()
                ? new Mark(argument, last, thing, byName, side)
                : new Mark(path, name, thing, byName, side);
    }

    /**
     * The marks of an operation by name: what the tables know of its path, and what the service method that calls the same says
     * of its named arguments.
     */
    static List<Mark> of(Operation operation, ApiSide side, Optional<Method> same) {
        List<Mark> marks = new ArrayList<>();
        for (String parameter : operation.pathParameters()) {
            Meant.of(operation.path(), parameter)
                    .ifPresent(meant -> marks.add(new Mark(parameter, parameter, meant.thing(), meant.byName(), side)));
        }
        same.ifPresent(method -> {
            boolean body = method.getParameterCount() > 0 && method.getParameters()[0].isAnnotationPresent(Body.class);
            for (Mark mark : of(method)) {
                if (!mark.path.startsWith("#")) {
                    String path = body ? Argument.BODY + "." + mark.path : mark.path;
                    marks.add(new Mark(path, mark.name, mark.thing, mark.byName, mark.side));
                }
            }
        });
        return marks;
    }

    /** What a record is, when it says so. */
    static Optional<Mark> of(Class<?> record) {
        return Optional.ofNullable(record.getAnnotation(Is.class))
                .map(is -> new Mark("", "", is.value(), true, side(is.side(), side(record))));
    }

    private static ApiSide side(ApiSide[] said, ApiSide own) {
        return said.length > 0 ? said[0] : own;
    }

    private static ApiSide side(Class<?> type) {
        return type.getPackageName().equals(CloudManager.class.getPackageName()) ? ApiSide.SOURCE : ApiSide.TARGET;
    }

    /** Whether what this argument means is around what the other one means. */
    boolean isAround(Mark other) {
        return side == other.side
                && AROUND.contains(name)
                && contains(thing, other.thing)
                && other.parent().startsWith(parent());
    }

    /** The map that a field is in. */
    private String parent() {
        return path.contains(".") ? path.substring(0, path.lastIndexOf('.') + 1) : "";
    }

    private static boolean contains(Thing outer, Thing inner) {
        return switch (outer) {
            case ORGANIZATION -> inner != Thing.ORGANIZATION && inner != Thing.EVENT_TYPE;
            case PROJECT -> inner != Thing.ORGANIZATION && inner != Thing.PROJECT && inner != Thing.EVENT_TYPE;
            case CLUSTER -> inner == Thing.SNAPSHOT || inner == Thing.PROCESS || inner == Thing.HOST;
            default -> false;
        };
    }
}
