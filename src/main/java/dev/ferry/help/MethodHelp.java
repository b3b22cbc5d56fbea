package dev.ferry.help;

import com.github.therapi.runtimejavadoc.MethodJavadoc;
import com.github.therapi.runtimejavadoc.ParamJavadoc;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import com.github.therapi.runtimejavadoc.SeeAlsoJavadoc;
import com.github.therapi.runtimejavadoc.ThrowsJavadoc;
import dev.ferry.api.ApiVersion;
import dev.ferry.api.OnlyAsks;
import dev.ferry.api.RequestLine;
import dev.ferry.api.RequiredRole;
import dev.ferry.javadoc.ArgumentMeanings;
import dev.ferry.javadoc.JavadocText;
import dev.ferry.output.TypeName;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Help on one method: everything from its Javadoc and its annotations, nothing said twice. */
public final class MethodHelp {
    private static final int NAME_WIDTH = 24;

    private final String path;
    private final List<Method> overloads;
    private final Method method;
    private final MethodJavadoc javadoc;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    /** @param overloads all methods of the name, the most telling first */
    public MethodHelp(String path, List<Method> overloads, int width) {
        this.path = path;
        this.overloads = overloads;
        this.method = overloads.get(0);
        this.javadoc = RuntimeJavadoc.getJavadoc(method);
        this.width = width;
    }

    public List<String> lines() {
        overloads.stream().map(each -> signature(path, each)).distinct().forEach(lines::add);
        lines.add("");
        JavadocText.lines(javadoc.getComment(), width).forEach(lines::add);
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
        Map<String, String> described = described();
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
        Map<String, String> meanings = new LinkedHashMap<>();
        for (Parameter parameter : method.getParameters()) {
            if (namedParams(parameter).isPresent()) {
                meanings.putAll(ArgumentMeanings.of(described().getOrDefault(parameter.getName(), ""), named));
            }
        }
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
        Optional.ofNullable(method.getAnnotation(RequiredRole.class))
                .ifPresent(role -> row("Role", String.join(" or ", role.value())));
        Optional.ofNullable(method.getAnnotation(ApiVersion.class))
                .ifPresent(version -> row("Version", version.value()));
        RequestLine.of(method).ifPresent(request -> {
            boolean reads = request.verb().equals("GET") || method.isAnnotationPresent(OnlyAsks.class);
            row("Changes something", reads ? "no" : "yes, refused in a read-only session");
            row("Request", request.toString());
        });
        for (ThrowsJavadoc error : javadoc.getThrows()) {
            row("Error", JavadocText.line(error.getComment()));
        }
        for (SeeAlsoJavadoc see : javadoc.getSeeAlso()) {
            SeeAlsoJavadoc.@Nullable HtmlLink link = see.getHtmlLink();
            if (link != null) {
                row("Documentation", link.getLink());
            }
        }
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
    }

    private Map<String, String> described() {
        Map<String, String> described = new LinkedHashMap<>();
        for (ParamJavadoc parameter : javadoc.getParams()) {
            described.put(parameter.getName(), JavadocText.line(parameter.getComment()));
        }
        return described;
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
