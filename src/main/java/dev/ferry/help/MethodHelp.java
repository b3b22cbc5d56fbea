package dev.ferry.help;

import dev.ferry.api.Endpoint;
import dev.ferry.javadoc.MethodDoc;
import dev.ferry.output.TypeName;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
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
    private final List<Method> overloads;
    private final Method method;
    private final MethodDoc doc;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    /** @param overloads all methods of the name, the most telling first */
    public MethodHelp(String path, List<Method> overloads, int width) {
        this.path = path;
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
        facts();
        return lines;
    }

    /** How a method is called in Groovy: {@code atlas.clusters.get(groupId, clusterName, envelope:, pretty:) → Cluster}. */
    public static String signature(String path, Method method) {
        String arguments = Arrays.stream(method.getParameters())
                .filter(parameter -> namedParams(parameter).isEmpty())
                .map(Parameter::getName)
                .collect(Collectors.joining(", "));
        List<NamedParam> named = named(method);
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
                .filter(parameter -> namedParams(parameter).isEmpty())
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
        List<NamedParam> named = named(method);
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
        row("Changes something", endpoint.changes() ? "yes, refused in a read-only session" : "no");
        row("Request", endpoint.request().toString());
    }

    private static List<NamedParam> named(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> namedParams(parameter).stream())
                .flatMap(found -> Arrays.stream(found.value()))
                .toList();
    }

    private static Optional<NamedParams> namedParams(Parameter parameter) {
        return Optional.ofNullable(parameter.getAnnotation(NamedParams.class));
    }

    private void heading(String text) {
        lines.add("");
        lines.add(text);
    }

    private void row(String name, String text) {
        lines.addAll(Rows.row(name, text, NAME_WIDTH, width));
    }
}
