package dev.ferry.script.analysis.check;

import dev.ferry.api.catalog.Argument;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.catalog.ValueType;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.api.http.Operations;
import dev.ferry.script.analysis.type.ByName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.SpreadExpression;
import org.jspecify.annotations.Nullable;

/** Holds calls of operations by name against the tables. */
final class OperationCalls {

    private final ByName byName;
    private final Complaints complaints;

    OperationCalls(ByName byName, Complaints complaints) {
        this.byName = byName;
        this.complaints = complaints;
    }

    private static String said(@Nullable Class<?> owner) {
        return owner == CloudManager.class ? "cm.api" : "atlas.api";
    }

    /** Whether the name is one of the object's own, not an operation. */
    static boolean isOwn(String name) {
        return Accepted.by(Operations.class).methods().contains(name)
                || Accepted.by(Operations.class).properties().contains(name);
    }

    /** Checks {@code atlas.api.getGroup} without a call, which gives what is documented. */
    void property(@Nullable Class<?> owner, String name, Expression at) {
        if (byName.find(owner, name).isEmpty() && !isOwn(name)) {
            unknown(owner, name, at);
        }
    }

    private void unknown(@Nullable Class<?> owner, String name, Expression at) {
        complaints.add(at, said(owner) + " has no operation '" + name + "'.", name, byName.names(owner));
    }

    /** Checks {@code atlas.api.getGroup(…)}. */
    void call(@Nullable Class<?> owner, String name, MethodCallExpression call) {
        Optional<Operation> operation = byName.find(owner, name);
        if (operation.isEmpty()) {
            if (!isOwn(name)) {
                unknown(owner, name, call.getMethod());
            }
            return;
        }
        String said = said(owner) + "." + name;
        List<Expression> given = ServiceArguments.given(call);
        if (given.isEmpty()) {
            named(said, operation.get(), new MapExpression(), call);
        } else if (given.size() == 1 && given.get(0) instanceof MapExpression map) {
            named(said, operation.get(), map, call);
        } else if (given.size() > 1 || isPlain(given.get(0))) {
            String first = operation.get().arguments().stream()
                    .map(Argument::name)
                    .findFirst()
                    .orElse("…");
            complaints.add(given.get(0), said + " takes its arguments by name, as in " + first + ": ….", "");
        }
    }

    private static boolean isPlain(Expression argument) {
        return !(argument instanceof SpreadExpression)
                && (argument instanceof GStringExpression
                        || (argument instanceof ConstantExpression constant && !constant.isNullExpression()));
    }

    private void named(String said, Operation operation, MapExpression map, MethodCallExpression call) {
        Map<String, Argument> known = new LinkedHashMap<>();
        operation.arguments().forEach(argument -> known.put(argument.name(), argument));
        List<Constant.Entry> entries = Constant.entries(map);
        for (Constant.Entry entry : entries) {
            Argument argument = known.get(entry.key());
            if (argument != null) {
                value(said, operation, argument, entry.value(), map);
            } else if (entry.key().equals(Argument.BODY)) {
                complaints.add(entry.at(), said + " takes no body.", "");
            } else {
                complaints.add(
                        entry.at(), said + " takes no argument '" + entry.key() + "'.", entry.key(), known.keySet());
            }
        }
        boolean misspelt = entries.stream().anyMatch(entry -> !known.containsKey(entry.key()));
        if (misspelt || Constant.isOpen(map)) {
            return;
        }
        Set<String> present = entries.stream().map(Constant.Entry::key).collect(Collectors.toSet());
        for (Argument argument : known.values()) {
            boolean body = argument.place() == Argument.Place.BODY;
            boolean needed = body
                    ? operation.bodies().size()
                                    >= Math.max(1, operation.versions().size())
                            && operation.bodies().values().stream().noneMatch(String::isEmpty)
                    : argument.required();
            if (needed && !present.contains(argument.name())) {
                String problem = body
                        ? " needs a body; an empty one is body: [:]."
                        : " needs the argument '" + argument.name() + "'.";
                complaints.add(call.getMethod(), said + problem, "");
                return;
            }
        }
    }

    private void value(String said, Operation operation, Argument argument, Expression given, MapExpression map) {
        switch (argument.place()) {
            case PATH -> ServiceArguments.inPath(said, argument.name(), List.of(), given, complaints);
            case BODY -> {
                String asked = Constant.entries(map).stream()
                        .filter(entry -> entry.key().equals(Argument.VERSION))
                        .flatMap(entry -> Constant.of(entry.value()).stream())
                        .map(String::valueOf)
                        .findFirst()
                        .orElse("");
                BodyFields.check(byName.shapes(), operation, ByName.version(operation, asked), said, given, false)
                        .forEach(flaw -> complaints.add(flaw.at(), flaw.message(), flaw.suggestion()));
            }
            case QUERY, HEADER, CALL -> {
                ValueType type = ValueType.named(argument.type());
                Constant.kind(given)
                        .filter(value -> !argument.name().equals(Argument.VERSION)
                                && !type.takes().test(value))
                        .ifPresent(value ->
                                ServiceArguments.wrongValue(complaints, said, argument.name(), type, given, value));
            }
        }
    }
}
