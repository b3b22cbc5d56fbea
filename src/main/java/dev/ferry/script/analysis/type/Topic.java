package dev.ferry.script.analysis.type;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;

/**
 * What a dotted path such as {@code atlas.clusters.create} means.
 *
 * @param path the path as it was asked
 * @param methods the methods behind the last name: the getter or accessor of a property, all overloads of a method, the
 *     most telling (most parameters) first
 * @param type what the property or the first method gives
 */
public record Topic(String path, List<Method> methods, Type type) {

    public Topic {
        methods = List.copyOf(methods);
    }
}
