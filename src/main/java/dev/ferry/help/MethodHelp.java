package dev.ferry.help;

import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Endpoint;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.catalog.Shapes;
import dev.ferry.javadoc.MethodDoc;
import dev.ferry.output.TypeName;
import groovy.transform.NamedParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Help on one method: everything from its Javadoc and its annotations, nothing said twice. */
public final class MethodHelp {
    private static final int NAME_WIDTH = 24;

    private final String path;
    private final Catalogs catalogs;
    private final List<Method> overloads;
    private final Method method;
    private final MethodDoc doc;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    /**
     * Help on a method.
     *
     * @param catalogs knows the fields of bodies
     * @param overloads all methods of the name, the most telling first
     */
    public MethodHelp(String path, List<Method> overloads, Catalogs catalogs, int width) {
        this.path = path;
        this.catalogs = catalogs;
        this.overloads = overloads;
        this.method = overloads.get(0);
        this.doc = MethodDoc.of(method);
        this.width = width;
    }

    public List<String> lines() {
        overloads.stream().map(each -> signature(path, each)).distinct().forEach(lines::add);
        lines.add("");
        doc.lines(width).forEach(lines::add);
        parameters();
        namedArguments();
        String shape = bodyShape();
        inside(shape);
        facts();
        skeleton(shape);
        return lines;
    }

    /** How a method is called in Groovy: {@code atlas.clusters.get(groupId, clusterName, envelope:, pretty:) → Cluster}. */
    public static String signature(String path, Method method) {
        String arguments = Arrays.stream(method.getParameters())
                .filter(parameter -> NamedParameters.of(parameter).isEmpty())
                .map(Parameter::getName)
                .collect(Collectors.joining(", "));
        List<NamedParam> named = NamedParameters.of(method);
        String names = named.stream()
                .filter(NamedParam::required)
                .map(each -> each.value() + ":")
                .collect(Collectors.joining(", "));
        boolean optional = named.stream().anyMatch(each -> !each.required());
        String all = Stream.of(arguments, names, optional ? "…" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return path + "(" + all + ")" + result(method);
    }

    private static String result(Method method) {
        return method.getReturnType() == void.class ? "" : " → " + TypeName.of(method.getGenericReturnType());
    }

    private void parameters() {
        Map<String, String> described = doc.parameters();
        List<Parameter> plain = Arrays.stream(method.getParameters())
                .filter(parameter -> NamedParameters.of(parameter).isEmpty())
                .toList();
        if (!plain.isEmpty()) {
            heading("Parameters");
            plain.forEach(parameter -> row(
                    parameter.getName(),
                    TypeName.of(parameter.getParameterizedType()) + ": "
                            + described.getOrDefault(parameter.getName(), "")));
        }
    }

    private void namedArguments() {
        List<NamedParam> named = NamedParameters.of(method);
        if (named.isEmpty()) {
            return;
        }
        Map<String, String> meanings = doc.namedArguments();
        heading("Named arguments");
        named.forEach(each -> row(
                each.value() + ":",
                each.type().getSimpleName()
                        + (each.required() ? ", required" : "")
                        + Optional.ofNullable(meanings.get(each.value()))
                                .map(text -> ": " + text)
                                .orElse("")));
    }

    private void facts() {
        lines.add("");
        Endpoint.of(method).ifPresent(this::endpoint);
        doc.errors().forEach(error -> row("Error", error));
        doc.pages().forEach(page -> row("Documentation", page));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
    }

    private void endpoint(Endpoint endpoint) {
        if (!endpoint.roles().isEmpty()) {
            row("Role", String.join(" or ", endpoint.roles()));
        }
        if (!endpoint.version().isEmpty()) {
            row("Version", endpoint.version());
        }
        row(
                "Changes something",
                Consequences.of(endpoint.request().verb(), endpoint.request().path()));
        row("Request", endpoint.request().toString());
    }

    /** The shape of the body in the version that the method is written for; empty when there is none. */
    private String bodyShape() {
        return Endpoint.of(method)
                .flatMap(endpoint -> operation(endpoint).map(found -> {
                    String version = endpoint.version().isEmpty() ? Operation.UNVERSIONED : endpoint.version();
                    return found.bodies().getOrDefault(version, "");
                }))
                .orElse("");
    }

    private Optional<Operation> operation(Endpoint endpoint) {
        String verb = endpoint.request().verb();
        String request = endpoint.request().path();
        return (path.startsWith("cm.") ? catalogs.cloudManager() : catalogs.atlas()).of(verb, request);
    }

    /** The fields of the maps among the arguments. */
    private void inside(String shape) {
        BodyHelp body = new BodyHelp(catalogs.shapes(), width);
        List<NamedParam> named = NamedParameters.of(method);
        Map<String, Shapes.Field> fields = new BodyFields(catalogs.shapes()).of(shape);
        for (NamedParam each : named) {
            Shapes.Field field = fields.get(each.value());
            boolean belongs = field != null && (each.required() || BodyFields.belongs(shape, each.value(), field));
            if (field != null && belongs) {
                lines.addAll(body.lines("Fields of " + each.value() + ", * required", field.type()));
            }
        }
        if (named.stream().noneMatch(each -> fields.containsKey(each.value()))) {
            lines.addAll(body.lines("Fields of each element, * required", shape));
        }
    }

    private void skeleton(String shape) {
        boolean sends = !shape.isEmpty() || NamedParameters.of(method).stream().anyMatch(NamedParam::required);
        if (sends) {
            heading("Example, to be edited");
            new Skeleton(catalogs.shapes()).of(path, method, shape).forEach(line -> lines.add("  " + line));
        }
    }

    private void heading(String text) {
        lines.add("");
        lines.add(text);
    }

    private void row(String name, String text) {
        lines.addAll(Rows.row(name, text, NAME_WIDTH, width));
    }
}
