package dev.ferry.script.analysis.call;

import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.catalog.Argument;
import dev.ferry.api.catalog.Endpoint;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.catalog.Risks;
import dev.ferry.api.catalog.ValueType;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.script.analysis.call.Signature.Facts;
import dev.ferry.script.analysis.call.Signature.Parameter;
import dev.ferry.script.analysis.type.ByName;
import dev.ferry.script.analysis.type.Findings;
import dev.ferry.script.analysis.type.Findings.Form;
import dev.ferry.script.analysis.type.Place;
import dev.ferry.script.analysis.type.Services;
import dev.ferry.script.analysis.type.TypeText;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;

/** Makes the signature of a call that the checker met. */
public final class Signatures {

    private final ByName byName;
    private final NamedArguments named;
    private final Overloads overloads;
    private final Services services;

    public Signatures(ByName byName, NamedArguments named, Overloads overloads, Services services) {
        this.byName = byName;
        this.named = named;
        this.overloads = overloads;
        this.services = services;
    }

    /**
     * The signature of a call; empty when nobody declares what it calls.
     *
     * @param typed the beginning of a name at the cursor
     */
    public Optional<Signature> of(Findings.Call call, String typed) {
        return call.operations()
                ? byName.find(call.owner(), call.method()).map(operation -> operation(call, operation, typed))
                : Overload.fitting(overloads.of(call), call).map(overload -> method(call, overload, typed));
    }

    private Signature method(Findings.Call call, Overload overload, String typed) {
        Docs docs = docs(overload);
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < overload.plain().size(); i++) {
            Overload.Slot slot = overload.plain().get(i);
            boolean anonymous = slot.name().isEmpty();
            parameters.add(new Parameter(
                    anonymous ? slot.type() : slot.name(),
                    false,
                    anonymous ? "" : slot.type(),
                    docs.meanings().getOrDefault(slot.name(), ""),
                    slot.required(),
                    isGiven(call, i)));
        }
        add(parameters, call, overload.named(), docs.meanings());
        Optional<Facts> facts = overload.code() instanceof Method method
                ? Endpoint.of(method).map(Signatures::facts)
                : Optional.empty();
        return signature(
                call,
                name(call, overload),
                parameters,
                overload.named(),
                typed,
                result(call, overload),
                docs.summary(),
                facts);
    }

    private Signature operation(Findings.Call call, Operation operation, String typed) {
        String version = call.given().getOrDefault(Argument.VERSION, "");
        Collection<Named> arguments = named.of(operation, version).values();
        Docs docs = services.of(operation).map(Docs::of).orElse(Docs.NONE);
        Map<String, String> meanings = new HashMap<>(docs.meanings());
        for (Named argument : arguments) {
            ValueType type = ValueType.named(argument.type());
            if (type.choices().isEmpty() && !argument.words().equals("map")) {
                meanings.putIfAbsent(argument.name(), type.words());
            }
        }
        List<Parameter> parameters = new ArrayList<>();
        add(parameters, call, arguments, meanings);
        boolean target = byName.isTarget(operation);
        Type result = ByName.result(operation, call.given());
        String used = ByName.version(operation, version);
        Facts facts = new Facts(
                operation.line(),
                operation.roles(),
                Risks.of(operation.method(), operation.path()),
                used.equals(Operation.UNVERSIONED) ? "" : used);
        String api = services.path(target ? Atlas.class : CloudManager.class).orElse("") + ".api.";
        return signature(
                call,
                api + call.method(),
                parameters,
                arguments,
                typed,
                result == Object.class ? "" : TypeText.shortly(result),
                docs.summary(),
                Optional.of(facts));
    }

    /** Named ones behind the plain ones, what is required first. */
    private static void add(
            List<Parameter> parameters, Findings.Call call, Collection<Named> named, Map<String, String> meanings) {
        named.stream()
                .sorted(Comparator.comparing((Named each) -> !each.required()))
                .map(each -> new Parameter(
                        each.name(),
                        true,
                        each.words(),
                        meanings.getOrDefault(each.name(), ""),
                        each.required(),
                        call.given().containsKey(each.name())))
                .forEach(parameters::add);
    }

    private Signature signature(
            Findings.Call call,
            String name,
            List<Parameter> parameters,
            Collection<Named> named,
            String typed,
            String result,
            String summary,
            Optional<Facts> facts) {
        boolean finished = call.place().kind() == Place.Kind.BEHIND;
        int active = finished ? -1 : active(call.place(), parameters, typed);
        return new Signature(name, parameters, active, field(call.place(), named), finished, result, summary, facts);
    }

    /** The parameter at the cursor; a name that has been begun stands for the first one it fits. */
    private static int active(Place place, List<Parameter> parameters, String typed) {
        int plain = (int) parameters.stream().filter(each -> !each.named()).count();
        if (!place.path().isEmpty() && !place.path().get(0).startsWith("#")) {
            return index(
                    parameters,
                    each -> each.named() && each.name().equals(place.path().get(0)));
        }
        if (place.kind() == Place.Kind.KEY && place.path().isEmpty()) {
            return begun(parameters, typed);
        }
        int position = place.path().isEmpty()
                ? place.position()
                : Integer.parseInt(place.path().get(0).substring(1));
        if (position < plain) {
            return position;
        }
        boolean several = plain > 0
                && parameters.get(plain - 1).type().endsWith("[]")
                && parameters.stream().noneMatch(Parameter::named);
        return several ? plain - 1 : begun(parameters, typed);
    }

    private static int begun(List<Parameter> parameters, String typed) {
        return typed.isEmpty()
                ? -1
                : index(
                        parameters,
                        each -> each.named() && !each.given() && each.name().startsWith(typed));
    }

    private static int index(List<Parameter> parameters, java.util.function.Predicate<Parameter> wanted) {
        for (int i = 0; i < parameters.size(); i++) {
            if (wanted.test(parameters.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private Optional<Parameter> field(Place place, Collection<Named> arguments) {
        List<String> path = place.path();
        if (path.size() < 2) {
            return Optional.empty();
        }
        Map<String, Named> byName = new HashMap<>();
        arguments.forEach(each -> byName.put(each.name(), each));
        List<String> names = path.stream()
                .skip(1)
                .filter(step -> !step.equals(Place.ELEMENT_OF))
                .toList();
        String type = named.type(byName, path);
        return names.isEmpty() || type.isEmpty()
                ? Optional.empty()
                : Optional.of(new Parameter(
                        String.join(".", names), true, Named.words(type), "", named.isRequired(byName, path), true));
    }

    private static boolean isGiven(Findings.Call call, int position) {
        Place place = call.place();
        boolean begun = place.kind() == Place.Kind.ARGUMENT && place.position() == position && place.whole();
        return position < call.plain().size() && !begun;
    }

    /** What the checker knows of a finished call is better than what is declared, where that is a variable. */
    private static String result(Findings.Call call, Overload overload) {
        ClassNode result = call.place().kind() == Place.Kind.BEHIND ? call.result() : null;
        boolean known = result != null && !ClassHelper.isObjectType(result) && !result.equals(ClassHelper.VOID_TYPE);
        return result != null && known && !overload.result().isEmpty() ? TypeText.shortly(result) : overload.result();
    }

    private String name(Findings.Call call, Overload overload) {
        if (call.form() == Form.CONSTRUCTOR) {
            return "new " + call.method();
        }
        if (call.form() == Form.ON_CLASS) {
            return call.receiver().getNameWithoutPackage() + "." + call.method();
        }
        return Optional.ofNullable(overload.code())
                .flatMap(code -> services.path(code.getDeclaringClass()))
                .map(path -> path + "." + call.method())
                .orElse(call.method());
    }

    private static Facts facts(Endpoint endpoint) {
        return new Facts(endpoint.request().toString(), endpoint.roles(), endpoint.risk(), endpoint.version());
    }

    private static Docs docs(Overload overload) {
        return overload.code() instanceof Method method ? Docs.of(method) : Docs.NONE;
    }
}
