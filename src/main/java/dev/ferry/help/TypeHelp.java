package dev.ferry.help;

import dev.ferry.javadoc.MethodDoc;
import dev.ferry.javadoc.TypeDoc;
import dev.ferry.output.TypeName;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Help on what a property holds: what it is, and what can be asked of it. */
public record TypeHelp(String path, Class<?> type, Asking asking, int width) {
    private static final int NAME_WIDTH = 34;

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(path + " → " + TypeName.of(type));
        lines.add("");
        lines.addAll(TypeDoc.of(type).lines(width));
        lines.add("");
        members()
                .forEach((name, method) ->
                        lines.addAll(Rows.row(name, MethodDoc.of(method).summary(), NAME_WIDTH, width)));
        lines.add("");
        lines.add("More on one of them: " + asking.topic(path + ".NAME"));
        return lines;
    }

    /** One entry a name, from the overload that says most. */
    private Map<String, Method> members() {
        Map<String, Method> members = new LinkedHashMap<>();
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.isSynthetic() && !method.isBridge())
                .sorted(Comparator.comparing(TypeHelp::name)
                        .thenComparing(TypeHelp::refersToAnother)
                        .thenComparing(method -> -method.getParameterCount()))
                .forEach(method -> members.putIfAbsent(name(method), method));
        return members;
    }

    /** Overloads are described once, by the one that does the work; the others say that they are the same. */
    private static boolean refersToAnother(Method method) {
        return MethodDoc.of(method).summary().startsWith("The same");
    }

    /** As it is written in Groovy: a getter is a property. */
    private static String name(Method method) {
        String name = method.getName();
        boolean getter = method.getParameterCount() == 0 && name.matches("get[A-Z].*");
        if (getter) {
            return Character.toLowerCase(name.charAt(3)) + name.substring(4);
        }
        return method.getDeclaringClass().isRecord() && method.getParameterCount() == 0 ? name : name + "()";
    }
}
