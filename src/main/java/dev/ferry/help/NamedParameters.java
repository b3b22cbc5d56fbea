package dev.ferry.help;

import groovy.transform.NamedParam;
import groovy.transform.NamedParams;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;

/** The named arguments that a method declares. */
final class NamedParameters {
    private NamedParameters() {}

    /** Those of all maps of the method. */
    static List<NamedParam> of(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> of(parameter).stream())
                .toList();
    }

    /** Those of one parameter; empty for one that is no map of named arguments. */
    static List<NamedParam> of(Parameter parameter) {
        NamedParams found = parameter.getAnnotation(NamedParams.class);
        return found == null ? List.of() : List.of(found.value());
    }
}
