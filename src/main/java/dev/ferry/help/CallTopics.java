package dev.ferry.help;

import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Operation;
import dev.ferry.javadoc.MethodDoc;
import dev.ferry.javadoc.TypeDoc;
import dev.ferry.script.FerryScript;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What can be called: functions, services and their methods, operations by name. */
record CallTopics(Catalogs catalogs, Asking asking) {
    private static final String NOT_FUNCTIONS = "get.*|set.*|is.*|print.*|run|invokeMethod";

    List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        functions(entries);
        Services.all()
                .forEach((path, type) -> entries.add(new Entry(
                        Kind.SERVICE,
                        path,
                        List.of(),
                        () -> TypeDoc.of(type).summary(),
                        () -> "",
                        width -> new TypeHelp(path, type, asking, width).lines())));
        Services.calls()
                .forEach(call -> entries.add(new Entry(
                        Kind.METHOD,
                        call.path(),
                        List.of(),
                        () -> summary(call.overloads()),
                        () -> call.endpoint()
                                .map(endpoint -> endpoint.request().toString())
                                .orElse(""),
                        width -> new MethodHelp(call.path(), call.overloads(), catalogs, width).lines())));
        catalogs.atlas().operations().forEach(operation -> add(entries, OperationHelp.ATLAS, operation));
        catalogs.cloudManager().operations().forEach(operation -> add(entries, OperationHelp.CLOUD_MANAGER, operation));
        return entries;
    }

    /** Overloads are described once, by the one that does the work. */
    private static String summary(List<Method> overloads) {
        List<String> all =
                overloads.stream().map(method -> MethodDoc.of(method).summary()).toList();
        return all.stream()
                .filter(text -> !text.startsWith("The same"))
                .findFirst()
                .orElse(all.get(0));
    }

    private void functions(List<Entry> entries) {
        Map<String, List<Method>> functions = Arrays.stream(FerryScript.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> !method.getName().matches(NOT_FUNCTIONS))
                .collect(Collectors.groupingBy(Method::getName, TreeMap::new, Collectors.toList()));
        functions.forEach((name, overloads) -> {
            List<Method> telling = new ArrayList<>(overloads);
            telling.sort(Comparator.comparing((Method method) -> -method.getParameterCount()));
            entries.add(
                    new Entry(Kind.FUNCTION, name, List.of(), () -> summary(telling), () -> "", width -> new MethodHelp(
                                    name, telling, catalogs, width)
                            .lines()));
        });
    }

    private void add(List<Entry> entries, String prefix, Operation operation) {
        String call = prefix + operation.shortId();
        entries.add(new Entry(
                Kind.OPERATION,
                call,
                List.of(prefix + operation.id()),
                () -> operation.shortLine(),
                () -> operation.tag() + " " + operation.id() + " " + operation.path(),
                width -> new OperationHelp(catalogs, call, operation).lines(width)));
    }
}
