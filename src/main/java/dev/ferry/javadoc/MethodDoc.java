package dev.ferry.javadoc;

import com.github.therapi.runtimejavadoc.MethodJavadoc;
import com.github.therapi.runtimejavadoc.ParamJavadoc;
import com.github.therapi.runtimejavadoc.SeeAlsoJavadoc;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the Javadoc of one of our methods says, as plain text. Everything is empty for a method that has none. */
public final class MethodDoc {
    private final Method method;
    private final @Nullable MethodJavadoc javadoc;

    private MethodDoc(Method method, @Nullable MethodJavadoc javadoc) {
        this.method = method;
        this.javadoc = javadoc;
    }

    /** The Javadoc of a method. */
    public static MethodDoc of(Method method) {
        return new MethodDoc(
                method,
                isOurs(method.getDeclaringClass())
                        ? TypeDoc.read(method.getDeclaringClass()).getMethods().stream()
                                .filter(each -> each.matches(method))
                                .findFirst()
                                .orElse(null)
                        : null);
    }

    /** Its first sentence; of the accessor of a record what the record says of its component. */
    public String summary() {
        return javadoc == null ? component() : JavadocText.firstSentence(javadoc.getComment());
    }

    private String component() {
        Class<?> type = method.getDeclaringClass();
        boolean accessor = type.isRecord() && method.getParameterCount() == 0 && isOurs(type);
        return accessor
                ? TypeDoc.read(type).getRecordComponents().stream()
                        .filter(each -> each.getName().equals(method.getName()))
                        .map(each -> JavadocText.line(each.getComment()))
                        .findFirst()
                        .orElse("")
                : "";
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("dev.ferry.");
    }

    /** All of it but the tags, as lines. */
    public List<String> lines(int width) {
        return javadoc == null ? List.of() : JavadocText.lines(javadoc.getComment(), width);
    }

    /** What its parameters mean, by name. */
    public Map<String, String> parameters() {
        Map<String, String> described = new LinkedHashMap<>();
        if (javadoc != null) {
            for (ParamJavadoc parameter : javadoc.getParams()) {
                described.put(parameter.getName(), JavadocText.line(parameter.getComment()));
            }
        }
        return described;
    }

    /** What its named arguments mean, by name; without those that are not described. */
    public Map<String, String> namedArguments() {
        Map<String, String> described = parameters();
        Map<String, String> meanings = new LinkedHashMap<>();
        for (Parameter parameter : method.getParameters()) {
            List<NamedParam> named = named(parameter);
            if (!named.isEmpty()) {
                meanings.putAll(ArgumentMeanings.of(described.getOrDefault(parameter.getName(), ""), named));
            }
        }
        return meanings;
    }

    private static List<NamedParam> named(Parameter parameter) {
        return Optional.ofNullable(parameter.getAnnotation(NamedParams.class))
                .map(found -> Arrays.asList(found.value()))
                .orElse(List.of());
    }

    /** How it may end badly, a sentence each. */
    public List<String> errors() {
        return javadoc == null
                ? List.of()
                : javadoc.getThrows().stream()
                        .map(error -> JavadocText.line(error.getComment()))
                        .toList();
    }

    /** The pages it refers to. */
    public List<String> pages() {
        return javadoc == null
                ? List.of()
                : javadoc.getSeeAlso().stream()
                        .map(SeeAlsoJavadoc::getHtmlLink)
                        .filter(Objects::nonNull)
                        .map(SeeAlsoJavadoc.HtmlLink::getLink)
                        .toList();
    }
}
