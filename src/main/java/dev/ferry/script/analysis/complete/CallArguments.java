package dev.ferry.script.analysis.complete;

import dev.ferry.api.OneOf;
import dev.ferry.api.catalog.Argument;
import dev.ferry.api.catalog.Shapes;
import dev.ferry.api.catalog.ValueType;
import dev.ferry.script.analysis.call.Docs;
import dev.ferry.script.analysis.call.Named;
import dev.ferry.script.analysis.call.NamedArguments;
import dev.ferry.script.analysis.complete.Candidate.Kind;
import dev.ferry.script.analysis.complete.Offer.Rank;
import dev.ferry.script.analysis.type.ByName;
import dev.ferry.script.analysis.type.Findings;
import dev.ferry.script.analysis.type.Parameters;
import dev.ferry.script.analysis.type.Place;
import dev.ferry.script.analysis.type.Services;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What may be written among the arguments of a call: their names, the fields of the maps they take, and their values. Types
 * are those of the tables ({@link ValueType}); a service method has them from the operation behind its path.
 */
final class CallArguments {

    /** More than any method has arguments. */
    private static final int OPTIONAL = 1000;

    private final ByName byName;
    private final Services services;
    private final NamedArguments named;
    private final Shapes shapes;
    private final Findings.Call call;
    private final List<Method> methods;

    /** @param methods the methods of this name that may be meant */
    CallArguments(ByName byName, Services services, Findings.Call call, List<Method> methods) {
        this.byName = byName;
        this.services = services;
        this.named = new NamedArguments(byName);
        this.shapes = byName.shapes();
        this.call = call;
        this.methods = methods;
    }

    /** What fits the place of the marker. */
    List<Offer> offers(boolean quoted) {
        Place place = call.place();
        return switch (place.kind()) {
            case ARGUMENT -> quoted ? values(positional(), true) : names(place);
            case KEY -> place.path().isEmpty() ? names(place) : fields(type(place.path()), place.siblings());
            case VALUE -> values(type(place.path()), quoted);
            case BEHIND -> List.of();
            case ELEMENT -> {
                String type = type(place.path());
                List<Offer> fields = quoted ? List.of() : fields(type, place.siblings());
                yield fields.isEmpty() ? values(NamedArguments.element(type), quoted) : fields;
            }
        };
    }

    private List<Offer> names(Place place) {
        List<Offer> offers = new ArrayList<>();
        Map<String, String> meanings = meanings();
        for (Named argument : named().values()) {
            if (!place.siblings().containsKey(argument.name())) {
                offers.add(name(argument, Kind.NAMED_ARGUMENT, offers.size())
                        .saying(meanings.getOrDefault(argument.name(), "")));
            }
        }
        offers.addAll(values(positional(), false));
        return offers;
    }

    private List<Offer> fields(String type, Map<String, String> given) {
        List<Offer> offers = new ArrayList<>();
        shapes.fields(type).orElse(Map.of()).forEach((name, field) -> {
            if (!field.readOnly() && !given.containsKey(name)) {
                offers.add(name(Named.of(name, field.type(), field.required()), Kind.FIELD, offers.size()));
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

    private String type(List<String> path) {
        return named.type(named(), path);
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

    private Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        if (call.operations()) {
            byName.find(call.owner(), call.method())
                    .flatMap(services::of)
                    .ifPresent(method -> meanings.putAll(Docs.of(method).meanings()));
        }
        methods.forEach(method -> Docs.of(method).meanings().forEach(meanings::putIfAbsent));
        return meanings;
    }

    private Map<String, Named> named() {
        Map<String, Named> all = new LinkedHashMap<>();
        if (call.operations()) {
            byName.find(call.owner(), call.method())
                    .ifPresent(operation ->
                            all.putAll(named.of(operation, call.given().getOrDefault(Argument.VERSION, ""))));
        }
        for (Method method : methods) {
            named.of(method).forEach(all::putIfAbsent);
        }
        return all;
    }
}
