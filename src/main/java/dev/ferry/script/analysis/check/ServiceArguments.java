package dev.ferry.script.analysis.check;

import dev.ferry.api.ApiVersion;
import dev.ferry.api.Named;
import dev.ferry.api.OneOf;
import dev.ferry.api.RequestLine;
import dev.ferry.api.argument.ArgumentType;
import dev.ferry.api.argument.ServiceName;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.catalog.ValueType;
import dev.ferry.script.analysis.type.ByName;
import dev.ferry.script.analysis.type.Parameters;
import groovy.transform.NamedParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.SpreadExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.reflection.ParameterTypes;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.Path;

/** Holds the arguments of a call of a service, or of a function of ours, against what the method declares. */
final class ServiceArguments {

    private final Certainty certainty;
    private final ByName byName;
    private final Complaints complaints;

    ServiceArguments(Certainty certainty, ByName byName, Complaints complaints) {
        this.certainty = certainty;
        this.byName = byName;
        this.complaints = complaints;
    }

    /** The arguments as they are handed over: named ones are one map. */
    static List<Expression> given(MethodCallExpression call) {
        return Certainty.arguments(call);
    }

    static boolean declares(Class<?> service, String method) {
        return Arrays.stream(service.getMethods())
                .anyMatch(each -> each.getName().equals(method));
    }

    private static List<Method> overloads(Class<?> type, String method) {
        return Arrays.stream(type.getMethods())
                .filter(each -> each.getName().equals(method) && !each.isBridge())
                .sorted(Comparator.comparingInt(Method::getParameterCount))
                .toList();
    }

    /** Checks a call of a service's method. */
    void check(Class<?> service, String method, MethodCallExpression call) {
        List<Expression> given = given(call);
        if (given.stream().anyMatch(SpreadExpression.class::isInstance)) {
            return;
        }
        String said = ServiceName.of(service) + "." + method;
        List<Method> overloads = overloads(service, method);
        Optional<Method> fitting =
                overloads.stream().filter(each -> misfit(each, given) < 0).findFirst();
        if (fitting.isPresent()) {
            slots(said, fitting.get(), overloads, given, call);
            return;
        }
        Optional<Method> sameCount = overloads.stream()
                .filter(each -> each.getParameterCount() == given.size())
                .max(Comparator.comparingInt(each -> misfit(each, given)));
        if (sameCount.isPresent()) {
            wrongType(said, sameCount.get(), given);
        } else {
            wrongCount(said, overloads, given, call.getMethod());
        }
    }

    /** The first argument that a method cannot take; -1 when it can take all of them, as far as is known. */
    private int misfit(Method method, List<Expression> given) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length != given.size()) {
            return 0;
        }
        for (int i = 0; i < types.length; i++) {
            if (!fits(types[i], given.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private boolean fits(Class<?> type, Expression argument) {
        if (argument instanceof ConstantExpression constant && constant.isNullExpression()) {
            return !type.isPrimitive();
        }
        if (argument instanceof MapExpression) {
            return type.isAssignableFrom(LinkedHashMap.class);
        }
        if (argument instanceof ListExpression) {
            return type.isAssignableFrom(ArrayList.class) || type.isArray();
        }
        if (argument instanceof ClosureExpression) {
            return type.isInterface() || type.isAssignableFrom(groovy.lang.Closure.class);
        }
        Class<?> known = certainty.certain(argument);
        return known == null || new ParameterTypes(new Class<?>[] {type}).isValidMethod(new Class<?>[] {known});
    }

    private void wrongType(String said, Method method, List<Expression> given) {
        int wrong = Math.max(0, misfit(method, given));
        Expression argument = given.get(wrong);
        Parameter parameter = method.getParameters()[wrong];
        String name = name(parameter);
        Class<?> known = argument instanceof MapExpression ? Map.class : certainty.certain(argument);
        String what = known == null ? "this" : Accepted.one(known);
        Object constant = Constant.kind(argument).orElse(null);
        if (constant != null) {
            what = ValueType.wordsFor(constant);
        }
        complaints.add(
                argument,
                said + " takes " + ArgumentType.of(parameter.getType()).words() + " as '" + name + "', not " + what
                        + ".",
                part(argument, known, name));
    }

    /** The part of a thing that was probably meant: its id, or its name. */
    private static String part(Expression argument, @Nullable Class<?> known, String name) {
        boolean path = argument instanceof VariableExpression || argument instanceof PropertyExpression;
        if (known == null || !path || !Named.class.isAssignableFrom(known)) {
            return "";
        }
        return argument.getText() + (name.endsWith("Id") ? ".id" : ".name");
    }

    private void wrongCount(String said, List<Method> overloads, List<Expression> given, ASTNode at) {
        Method shortest = overloads.get(0);
        List<String> plain = Arrays.stream(shortest.getParameters())
                .filter(each -> Parameters.named(each).isEmpty() && !isMap(each))
                .map(ServiceArguments::name)
                .toList();
        long values =
                given.stream().filter(each -> !(each instanceof MapExpression)).count();
        if (values < plain.size()) {
            complaints.add(at, said + " needs a value for '" + plain.get((int) values) + "'.", "");
            return;
        }
        if (values == plain.size()) {
            // Only the named arguments can be missing, or be too many.
            String problem = given.size() > values
                    ? " takes no named arguments."
                    : " needs named arguments" + required(shortest) + ".";
            complaints.add(at, said + problem, "");
            return;
        }
        String takes = plain.isEmpty()
                ? "no plain argument"
                : plain.stream().map(each -> "'" + each + "'").collect(Collectors.joining(" and "));
        complaints.add(
                at, said + " takes " + takes + ", not " + values + (values == 1 ? " value" : " values") + ".", "");
    }

    private static boolean isMap(Parameter parameter) {
        return Map.class.isAssignableFrom(parameter.getType());
    }

    private static String required(Method method) {
        String names = Parameters.named(method.getParameters()[0]).stream()
                .filter(NamedParam::required)
                .map(each -> each.value() + ":")
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : ", as in " + names + " …";
    }

    private static String name(Parameter parameter) {
        Path path = parameter.getAnnotation(Path.class);
        return path != null ? path.value() : parameter.getName();
    }

    /** Checks every argument that is there against the parameter that takes it in the end. */
    private void slots(
            String said, Method method, List<Method> overloads, List<Expression> given, MethodCallExpression call) {
        Method endpoint = RequestLine.of(method).isPresent()
                ? method
                : overloads.stream()
                        .filter(each -> RequestLine.of(each).isPresent()
                                && each.getParameterCount() == method.getParameterCount() + 1)
                        .findFirst()
                        .orElse(null);
        if (endpoint == null) {
            return;
        }
        int skipped = endpoint.getParameterCount() - given.size();
        for (int i = 0; i < given.size(); i++) {
            Parameter parameter = endpoint.getParameters()[i + skipped];
            Expression argument = given.get(i);
            Path path = parameter.getAnnotation(Path.class);
            if (path != null) {
                inPath(said, path.value(), values(parameter, ""), argument, complaints);
            } else if (argument instanceof MapExpression map) {
                named(said, parameter, map, call.getMethod());
                body(said, endpoint, parameter, map);
            }
        }
    }

    /** Checks the named arguments of a function of ours. */
    void named(Class<?> type, String function, MethodCallExpression call) {
        List<Expression> given = given(call);
        if (given.isEmpty() || !(given.get(0) instanceof MapExpression map)) {
            return;
        }
        for (Method method : overloads(type, function)) {
            if (method.getParameterCount() == given.size()) {
                named(function, method.getParameters()[0], map, call.getMethod());
            }
        }
    }

    private void named(String said, Parameter parameter, MapExpression map, ASTNode at) {
        Map<String, NamedParam> declared = new LinkedHashMap<>();
        Parameters.named(parameter).forEach(each -> declared.put(each.value(), each));
        if (declared.isEmpty()) {
            return;
        }
        List<Constant.Entry> entries = Constant.entries(map);
        for (Constant.Entry entry : entries) {
            NamedParam param = declared.get(entry.key());
            if (param == null) {
                complaints.add(
                        entry.at(), said + " takes no argument '" + entry.key() + "'.", entry.key(), declared.keySet());
            } else {
                named(said, param, values(parameter, entry.key()), entry.value());
            }
        }
        Set<String> present = entries.stream().map(Constant.Entry::key).collect(Collectors.toSet());
        if (!Constant.isOpen(map) && declared.keySet().containsAll(present)) {
            declared.values().stream()
                    .filter(each -> each.required() && !present.contains(each.value()))
                    .findFirst()
                    .ifPresent(each -> complaints.add(at, said + " needs the argument '" + each.value() + "'.", ""));
        }
    }

    private void named(String said, NamedParam param, List<String> values, Expression given) {
        ValueType type = ArgumentType.of(param.type());
        Optional<Object> value = Constant.kind(given);
        if (value.isPresent()) {
            if (!type.takes().test(value.get())) {
                wrongValue(complaints, said, param.value(), type, given, value.get());
            } else {
                oneOf(said, param.value(), values, given, complaints);
            }
            return;
        }
        Class<?> known = certainty.certain(given);
        if (known != null && param.type() == String.class && known.isRecord()) {
            complaints.add(
                    given,
                    said + ": '" + param.value() + "' takes " + type.words() + ", not " + Accepted.one(known) + ".",
                    part(given, known, param.value()));
        }
    }

    /** Fields of the maps within a body, by the documented shape of it. */
    private void body(String said, Method endpoint, Parameter parameter, MapExpression map) {
        Optional<Operation> operation =
                RequestLine.of(endpoint).flatMap(request -> byName.find(request.verb(), request.path()));
        if (operation.isEmpty() || !parameter.isAnnotationPresent(Body.class)) {
            return;
        }
        ApiVersion version = endpoint.getAnnotation(ApiVersion.class);
        String asked = ByName.version(operation.get(), version == null ? "" : version.value());
        BodyFields.check(
                        byName.shapes(),
                        operation.get(),
                        asked,
                        said,
                        map,
                        !Parameters.named(parameter).isEmpty())
                .forEach(flaw -> complaints.add(flaw.at(), flaw.message(), flaw.suggestion()));
    }

    private static List<String> values(Parameter parameter, String argument) {
        for (OneOf oneOf : parameter.getAnnotationsByType(OneOf.class)) {
            if (oneOf.argument().equals(argument)) {
                return List.of(oneOf.value());
            }
        }
        return List.of();
    }

    /** A value that goes into a path: refused where the call itself would refuse it. */
    static void inPath(String said, String name, List<String> values, Expression given, Complaints complaints) {
        if (given instanceof ConstantExpression constant && constant.isNullExpression()) {
            complaints.add(given, said + " needs a value for '" + name + "'.", "");
            return;
        }
        Optional<String> text =
                Constant.of(given).filter(String.class::isInstance).map(String.class::cast);
        if (text.isEmpty()) {
            return;
        }
        ValueType type = ValueType.inPath(name);
        if (text.get().isEmpty()) {
            complaints.add(given, said + " needs a value for '" + name + "'.", "");
        } else if (!type.takes().test(text.get())) {
            complaints.add(given, said + ": '" + name + "' has to be " + type.words() + ".", "");
        } else {
            oneOf(said, name, values, given, complaints);
        }
    }

    /** A value that is none of those there are, or an element that is. */
    private static void oneOf(String said, String name, List<String> values, Expression given, Complaints complaints) {
        if (values.isEmpty()) {
            return;
        }
        List<Expression> each = given instanceof ListExpression list ? list.getExpressions() : List.of(given);
        for (Expression one : each) {
            Constant.of(one)
                    .map(String::valueOf)
                    .filter(text -> !values.contains(text))
                    .ifPresent(text -> complaints.add(
                            one,
                            said + ": '" + name + "' cannot be '" + text + "'; it is one of "
                                    + String.join(", ", values) + ".",
                            text,
                            values));
        }
    }

    /** A value of another kind, or none of the choices. */
    static void wrongValue(
            Complaints complaints, String said, String name, ValueType type, Expression at, Object value) {
        boolean choice = value instanceof String && !type.choices().isEmpty();
        String not = choice ? "" : ", not " + ValueType.wordsFor(value);
        complaints.add(
                at, said + ": '" + name + "' takes " + type.words() + not + ".", String.valueOf(value), type.choices());
    }
}
