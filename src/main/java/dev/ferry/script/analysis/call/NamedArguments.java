package dev.ferry.script.analysis.call;

import dev.ferry.api.ApiVersion;
import dev.ferry.api.OneOf;
import dev.ferry.api.RequestLine;
import dev.ferry.api.catalog.Argument;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.catalog.Shapes;
import dev.ferry.script.analysis.type.ByName;
import dev.ferry.script.analysis.type.Parameters;
import dev.ferry.script.analysis.type.Place;
import groovy.transform.NamedParam;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The named arguments of operations and of methods, with the types that the tables give them; a service method has them from
 * the operation behind its path.
 */
public final class NamedArguments {

    private final ByName byName;
    private final Shapes shapes;

    public NamedArguments(ByName byName) {
        this.byName = byName;
        this.shapes = byName.shapes();
    }

    /**
     * What a call of an operation can name.
     *
     * @param version the version that the call asks for; empty for none
     */
    public Map<String, Named> of(Operation operation, String version) {
        Map<String, Named> named = new LinkedHashMap<>();
        for (Argument argument : operation.arguments()) {
            String type = argument.place() == Argument.Place.BODY
                    ? operation.bodies().getOrDefault(ByName.version(operation, version), argument.type())
                    : argument.type();
            named.put(argument.name(), Named.of(argument.name(), type, argument.required()));
        }
        return named;
    }

    public Map<String, Named> of(Executable method) {
        Map<String, Named> named = new LinkedHashMap<>();
        if (method.getParameterCount() == 0) {
            return named;
        }
        Parameter first = method.getParameters()[0];
        List<NamedParam> params = Parameters.named(first);
        Map<String, String> types = params.isEmpty() ? Map.of() : types(method, first, params);
        for (NamedParam param : params) {
            String type = types.getOrDefault(param.value(), "");
            String words =
                    type.startsWith("enum") ? Named.words(type) : param.type().getSimpleName();
            named.put(param.value(), new Named(param.value(), type, param.required(), words));
        }
        return named;
    }

    /** What the operation behind a service method says of its named arguments: fields of the body, or of the query. */
    private Map<String, String> types(Executable method, Parameter first, List<NamedParam> params) {
        Map<String, String> types = new LinkedHashMap<>();
        for (NamedParam param : params) {
            if (param.type() == Boolean.class) {
                types.put(param.value(), "boolean");
            }
        }
        Optional<Operation> operation =
                method instanceof Method service ? RequestLine.of(service).flatMap(this::operation) : Optional.empty();
        operation.ifPresent(found -> {
            ApiVersion version = method.getAnnotation(ApiVersion.class);
            String shape =
                    found.bodies().getOrDefault(ByName.version(found, version == null ? "" : version.value()), "");
            shapes.fields(shape).orElse(Map.of()).forEach((name, field) -> types.put(name, field.type()));
            found.query().forEach(query -> types.put(query.name(), query.type()));
        });
        for (OneOf oneOf : first.getAnnotationsByType(OneOf.class)) {
            types.put(oneOf.argument(), "enums " + String.join("|", oneOf.value()));
        }
        return types;
    }

    private Optional<Operation> operation(RequestLine request) {
        return byName.find(request.verb(), request.path());
    }

    /** The type of what stands at the end of a path of names, the first of them an argument; empty where that is not known. */
    public String type(Map<String, Named> named, List<String> path) {
        Named first = named.get(path.get(0));
        String type = first == null ? "" : first.type();
        for (String step : path.subList(1, path.size())) {
            type = step.equals(Place.ELEMENT_OF) ? element(type) : below(type, step);
        }
        return type;
    }

    /** Whether the field at the end of a path has to be given. */
    public boolean isRequired(Map<String, Named> named, List<String> path) {
        int last = path.size() - 1;
        Shapes.Field found = shapes.fields(type(named, path.subList(0, last)))
                .orElse(Map.of())
                .get(path.get(last));
        return found != null && found.required();
    }

    private String below(String type, String field) {
        if (type.startsWith("map ")) {
            return type.substring(4);
        }
        Shapes.Field found = shapes.fields(type).orElse(Map.of()).get(field);
        return found == null ? "" : found.type();
    }

    /** The type of the elements of a list; empty where it is none. */
    public static String element(String type) {
        if (type.startsWith("[")) {
            return type.substring(1, type.length() - 1);
        }
        return type.startsWith("enums ") ? type.replaceFirst("s", "") : "";
    }
}
