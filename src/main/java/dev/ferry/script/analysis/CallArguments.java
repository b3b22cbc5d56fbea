package dev.ferry.script.analysis;

import dev.ferry.api.ApiVersion;
import dev.ferry.api.OneOf;
import dev.ferry.api.RequestLine;
import dev.ferry.api.catalog.Argument;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.catalog.Shapes;
import dev.ferry.api.catalog.ValueType;
import dev.ferry.script.analysis.Candidate.Kind;
import dev.ferry.script.analysis.Offer.Rank;
import groovy.transform.NamedParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may be written among the arguments of a call: their names, the fields of the maps they take, and their values. Types
 * are those of the tables ({@link ValueType}); a service method has them from the operation behind its path.
 */
final class CallArguments {

    /** More than any method has arguments. */
    private static final int OPTIONAL = 1000;

    private static final int LONGEST_DETAIL = 40;

    private final ByName byName;
    private final Shapes shapes;
    private final Findings.Call call;
    private final List<Method> methods;

    /** @param receiver the class that declares the method; null when it is not known */
    CallArguments(ByName byName, Findings.Call call, @Nullable Class<?> receiver) {
        this.byName = byName;
        this.shapes = byName.shapes();
        this.call = call;
        this.methods = receiver == null
                ? List.of()
                : List.of(receiver.getMethods()).stream()
                        .filter(method -> method.getName().equals(call.method()) && method.getParameterCount() > 0)
                        .toList();
    }

    /** One that can be named; {@code type} is empty where only Java's type is known. */
    private record Named(String name, String type, boolean required, String detail) {}

    /** What fits the place of the marker. */
    List<Offer> offers(boolean quoted) {
        Place place = call.place();
        return switch (place.kind()) {
            case ARGUMENT -> quoted ? values(positional(), true) : names(place);
            case KEY -> place.path().isEmpty() ? names(place) : fields(type(place.path()), place.siblings());
            case VALUE -> values(type(place.path()), quoted);
            case ELEMENT -> {
                String type = type(place.path());
                List<Offer> fields = quoted ? List.of() : fields(type, place.siblings());
                yield fields.isEmpty() ? values(element(type), quoted) : fields;
            }
        };
    }

    private List<Offer> names(Place place) {
        List<Offer> offers = new ArrayList<>();
        for (Named named : named().values()) {
            if (!place.siblings().containsKey(named.name())) {
                offers.add(name(named, Kind.NAMED_ARGUMENT, offers.size()));
            }
        }
        offers.addAll(values(positional(), false));
        return offers;
    }

    private List<Offer> fields(String type, Map<String, String> given) {
        List<Offer> offers = new ArrayList<>();
        shapes.fields(type).orElse(Map.of()).forEach((name, field) -> {
            if (!field.readOnly() && !given.containsKey(name)) {
                offers.add(name(
                        new Named(name, field.type(), field.required(), detail(field.type(), field.required())),
                        Kind.FIELD,
                        offers.size()));
            }
        });
        return offers;
    }

    /** Required ones first, the others in the order of the documentation. */
    private static Offer name(Named named, Kind kind, int position) {
        Candidate candidate = new Candidate(named.name() + ": ", named.name() + ":", kind, named.detail());
        return new Offer(named.name(), candidate, Rank.ARGUMENT, named.required() ? position : position + OPTIONAL);
    }

    private static List<Offer> values(String type, boolean quoted) {
        List<Offer> offers = new ArrayList<>();
        if (type.equals("boolean") && !quoted) {
            for (String value : List.of("true", "false")) {
                offers.add(new Offer(value, new Candidate(value, value, Kind.VALUE, ""), Rank.ARGUMENT, offers.size()));
            }
        }
        for (String value : ValueType.named(type).choices()) {
            String text = quoted ? value : "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
            offers.add(new Offer(value, new Candidate(text, value, Kind.VALUE, ""), Rank.ARGUMENT, offers.size()));
        }
        return offers;
    }

    /** The type of what stands at the end of a path; empty where that is not known. */
    private String type(List<String> path) {
        Named first = named().get(path.get(0));
        String type = first == null ? "" : first.type();
        for (String step : path.subList(1, path.size())) {
            type = step.equals(Place.ELEMENT_OF) ? element(type) : below(type, step);
        }
        return type;
    }

    private String below(String type, String field) {
        if (type.startsWith("map ")) {
            return type.substring(4);
        }
        Shapes.Field found = shapes.fields(type).orElse(Map.of()).get(field);
        return found == null ? "" : found.type();
    }

    private static String element(String type) {
        if (type.startsWith("[")) {
            return type.substring(1, type.length() - 1);
        }
        return type.startsWith("enums ") ? type.replaceFirst("s", "") : "";
    }

    /** The values of a plain argument of a service method, as a type. */
    private String positional() {
        for (Method method : methods) {
            Parameter[] parameters = method.getParameters();
            int skipped = Parameters.named(parameters[0]).isEmpty() ? 0 : 1;
            int position = skipped + call.place().position();
            if (position < parameters.length) {
                for (OneOf oneOf : parameters[position].getAnnotationsByType(OneOf.class)) {
                    return "enum " + String.join("|", oneOf.value());
                }
            }
        }
        return "";
    }

    private Map<String, Named> named() {
        Map<String, Named> named = new LinkedHashMap<>();
        if (call.operations()) {
            byName.find(call.owner(), call.method()).ifPresent(operation -> operation
                    .arguments()
                    .forEach(argument -> named.put(argument.name(), named(operation, argument))));
        }
        for (Method method : methods) {
            Parameter first = method.getParameters()[0];
            Map<String, String> types = types(method, first);
            for (NamedParam param : Parameters.named(first)) {
                String detail = param.type().getSimpleName() + (param.required() ? ", required" : "");
                named.putIfAbsent(
                        param.value(),
                        new Named(param.value(), types.getOrDefault(param.value(), ""), param.required(), detail));
            }
        }
        return named;
    }

    private Named named(Operation operation, Argument argument) {
        String type = argument.type();
        if (argument.place() == Argument.Place.BODY) {
            String version = ByName.version(operation, call.given().getOrDefault(Argument.VERSION, ""));
            type = operation.bodies().getOrDefault(version, type);
        }
        return new Named(argument.name(), type, argument.required(), detail(type, argument.required()));
    }

    /** What the operation behind a service method says of its named arguments: fields of the body, or of the query. */
    private Map<String, String> types(Method method, Parameter first) {
        Map<String, String> types = new LinkedHashMap<>();
        for (NamedParam param : Parameters.named(first)) {
            if (param.type() == Boolean.class) {
                types.put(param.value(), "boolean");
            }
        }
        Optional<Operation> operation =
                RequestLine.of(method).flatMap(request -> byName.find(request.verb(), request.path()));
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

    private static String detail(String type, boolean required) {
        String words = type;
        if (type.startsWith("enum")) {
            words = type.substring(type.indexOf(' ') + 1);
            words = words.length() > LONGEST_DETAIL ? words.substring(0, LONGEST_DETAIL) + "…" : words;
        } else if (type.startsWith("[")) {
            words = "list";
        } else if (type.startsWith("map ") || Character.isUpperCase(type.isEmpty() ? 'x' : type.charAt(0))) {
            words = "map";
        }
        return words + (required ? ", required" : "");
    }
}
