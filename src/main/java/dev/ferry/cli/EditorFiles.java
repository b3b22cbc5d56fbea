package dev.ferry.cli;

import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.catalog.Argument;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.http.Operations;
import dev.ferry.javadoc.MethodDoc;
import dev.ferry.migration.Migrations;
import dev.ferry.script.FerryScript;
import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What editors read to complete scripts, made from the classes and tables that Ferry itself works with.
 *
 * @see <a href="https://youtrack.jetbrains.com/articles/GROOVY-A-15796912/GDSL">IntelliJ IDEA: GDSL</a>
 */
final class EditorFiles {
    /** A method of Java has 64 KB at most, and so has a block of these files. */
    private static final int AT_ONCE = 20;

    private static final Set<String> PLUMBING = Set.of("setProperty", "invokeMethod", "getProperty");

    private static final Map<String, String> TYPES = Map.of(
            "boolean", "java.lang.Boolean",
            "integer", "java.lang.Long",
            "number", "java.lang.Number",
            "string", "java.lang.String",
            "id", "java.lang.String",
            "date", "java.lang.String",
            "date-time", "java.lang.String");

    private final Catalogs catalogs;

    EditorFiles(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    /** The description that IntelliJ IDEA reads: names and functions of scripts, and operations by name. */
    String gdsl() {
        StringBuilder text = new StringBuilder(
                "// What scripts of Ferry see, for IntelliJ IDEA. Written by 'ferry ide'; it may be written again at any time.\n\n");
        text.append("contributor(context(scope: scriptScope(), filetypes: ['groovy'])) {\n");
        properties().forEach((name, type) -> text.append("    property name: '")
                .append(name)
                .append("', type: '")
                .append(type)
                .append("'\n"));
        functions().forEach(method -> text.append(function(method)));
        text.append("}\n");
        Map<String, Operation> operations = new LinkedHashMap<>();
        for (var catalog : List.of(catalogs.atlas(), catalogs.cloudManager())) {
            for (Operation operation : catalog.operations()) {
                operations.putIfAbsent(operation.id(), operation);
                operations.putIfAbsent(operation.shortId(), operation);
            }
        }
        List<Map.Entry<String, Operation>> all = new ArrayList<>(operations.entrySet());
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            text.append("contributor(context(ctype: '")
                    .append(Operations.class.getName())
                    .append("')) {\n");
            all.subList(from, Math.min(all.size(), from + AT_ONCE))
                    .forEach(each -> text.append(operation(each.getKey(), each.getValue())));
            text.append("}\n");
        }
        return text.toString();
    }

    private static Map<String, String> properties() {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("atlas", Atlas.class.getName());
        properties.put("cm", CloudManager.class.getName());
        properties.put("migrations", Migrations.class.getName());
        properties.put("args", "java.util.List<java.lang.String>");
        properties.put("simulated", "boolean");
        return properties;
    }

    private static List<Method> functions() {
        return Arrays.stream(FerryScript.class.getMethods())
                .filter(method -> method.getDeclaringClass().getName().startsWith("dev.ferry.")
                        && !method.isSynthetic()
                        && !PLUMBING.contains(method.getName())
                        && !method.getName().matches("(get|is)[A-Z].*"))
                .sorted(Comparator.comparing(Method::getName)
                        .thenComparing(Method::getParameterCount)
                        .thenComparing(Method::toString))
                .toList();
    }

    private static String function(Method method) {
        List<String> plain = new ArrayList<>();
        List<String> named = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            NamedParams several = parameter.getAnnotation(NamedParams.class);
            plain.add(parameter.getName() + ": '" + parameter.getType().getCanonicalName() + "'");
            for (NamedParam each : several == null ? new NamedParam[0] : several.value()) {
                named.add(parameter(each.value(), each.type().getCanonicalName()));
            }
        }
        String type = method.getReturnType().getCanonicalName();
        return method(method.getName(), type, plain, named, summary(method));
    }

    private static String summary(Method method) {
        return MethodDoc.of(method).summary();
    }

    private static String operation(String name, Operation operation) {
        List<String> named = operation.arguments().stream()
                .map(argument -> parameter(argument.name(), type(argument)))
                .toList();
        return method(name, "java.lang.Object", List.of("arguments: 'java.util.Map'"), named, operation.line());
    }

    private static String type(Argument argument) {
        return argument.place() == Argument.Place.BODY
                ? "java.lang.Object"
                : TYPES.getOrDefault(argument.type(), "java.lang.Object");
    }

    private static String parameter(String name, String type) {
        return "parameter(name: '" + name + "', type: '" + type + "')";
    }

    private static String method(
            String name, String type, List<String> plain, List<String> named, String documentation) {
        StringBuilder text = new StringBuilder("    method(name: '" + name + "', type: '" + type + "', params: ");
        text.append(plain.isEmpty() ? "[:]" : "[" + String.join(", ", plain) + "]");
        if (!named.isEmpty()) {
            text.append(", namedParams: [").append(String.join(", ", named)).append(']');
        }
        if (!documentation.isEmpty()) {
            text.append(", doc: '").append(quoted(documentation)).append('\'');
        }
        return text.append(")\n").toString();
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("'", "\\'").replace('\n', ' ');
    }

    /** The setting that the Groovy extensions of VS Code read. */
    static String settings(List<Path> classPath) {
        return "{\n" + setting(classPath) + "\n}\n";
    }

    /** The same as it stands among others. */
    static String setting(List<Path> classPath) {
        return classPath.stream()
                .map(path -> "    \"" + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(",\n", "  \"groovy.classpath\": [\n", "\n  ]"));
    }

    /** A library for IntelliJ IDEA, so that it knows the classes. */
    static String library(List<Path> classPath) {
        String roots = classPath.stream()
                .map(path -> {
                    String url = path.toString().endsWith(".jar") ? "jar://" + path + "!/" : "file://" + path;
                    return "      <root url=\"" + url.replace("&", "&amp;").replace("\"", "&quot;") + "\" />\n";
                })
                .collect(Collectors.joining());
        return "<component name=\"libraryTable\">\n  <library name=\"ferry\">\n    <CLASSES>\n" + roots
                + "    </CLASSES>\n  </library>\n</component>\n";
    }
}
