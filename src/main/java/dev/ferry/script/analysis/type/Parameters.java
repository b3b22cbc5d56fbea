package dev.ferry.script.analysis.type;

import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The parameters of a method as they are written in a call: named arguments as {@code name:}, others by name. */
public final class Parameters {

    private static final int SHOWN = 4;

    private Parameters() {}

    /** The named arguments that a parameter takes; none for an ordinary one. */
    public static List<NamedParam> named(Parameter parameter) {
        List<NamedParam> named = new ArrayList<>();
        NamedParams several = parameter.getAnnotation(NamedParams.class);
        if (several != null) {
            named.addAll(Arrays.asList(several.value()));
        }
        NamedParam one = parameter.getAnnotation(NamedParam.class);
        if (one != null) {
            named.add(one);
        }
        return named;
    }

    public static String display(Method method, int skipped) {
        List<String> shown = new ArrayList<>();
        Parameter[] parameters = method.getParameters();
        for (int i = skipped; i < parameters.length; i++) {
            List<NamedParam> named = i == skipped ? named(parameters[i]) : List.of();
            if (named.isEmpty()) {
                shown.add(name(parameters[i]));
            } else {
                named.stream().limit(SHOWN).forEach(param -> shown.add(param.value() + ":"));
                if (named.size() > SHOWN) {
                    shown.add("…");
                }
            }
        }
        return "(" + String.join(", ", shown) + ")";
    }

    /** Classes compiled without parameter names show the types instead. */
    private static String name(Parameter parameter) {
        return parameter.isNamePresent()
                ? parameter.getName()
                : parameter.getType().getSimpleName();
    }
}
