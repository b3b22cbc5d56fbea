package dev.ferry.script.analysis.check;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Asks;
import dev.ferry.api.Listed;
import dev.ferry.api.argument.ServiceName;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.catalog.Endpoint;
import dev.ferry.api.catalog.Meant;
import dev.ferry.api.catalog.Operation;
import dev.ferry.api.catalog.Risk;
import dev.ferry.api.catalog.Risks;
import dev.ferry.api.cloudmanager.CloudManager;
import dev.ferry.script.analysis.type.ByName;
import dev.ferry.script.analysis.type.TypeCheck;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.MethodPointerExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.SpreadExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Types;
import org.jspecify.annotations.Nullable;

/**
 * Finds the requests that a text may send: wherever a service is called, whatever way the text writes it. The checker's
 * suppositions are good enough here, since a call too many in the list is better than one that is missing.
 */
final class EffectFinder extends ClassCodeVisitorSupport {

    /** Methods that call another one, which is the one with an address. */
    private static final Map<String, String> BEHIND = Map.of(
            "pause",
            "update",
            "resume",
            "update",
            "getAt",
            "list",
            "iterator",
            "list",
            "isCase",
            "list",
            "size",
            "list",
            "toPrint",
            "list");

    private static final Pattern LAST_PARAMETER = Pattern.compile("\\{(\\w+)}$");

    /** What maps, lists and texts have too: on something unknown it says nothing. */
    private static final Set<String> COMMON = Set.of("get", "size", "add", "remove", "status", "all", "types");

    private final Certainty certainty;
    private final ByName byName;
    private final Unconditional unconditional;
    private final Set<Effect> effects = new LinkedHashSet<>();
    private final Set<Integer> untold = new TreeSet<>();
    private final Set<Integer> unknownCalls = new TreeSet<>();
    private final Set<Expression> receivers = new HashSet<>();
    private final IdentityHashMap<ASTNode, MethodCallExpression> calls = new IdentityHashMap<>();
    private final int lines;
    private boolean handedOver;

    EffectFinder(String text, ModuleNode module, Certainty certainty, ByName byName) {
        this.certainty = certainty;
        this.byName = byName;
        this.lines = (int) text.lines().count();
        this.unconditional = new Unconditional(module);
        new ArrayList<>(module.getClasses()).forEach(this::visitClass);
    }

    /** The requests in the order of the text. */
    List<Effect> effects() {
        List<Effect> all = new ArrayList<>(effects);
        all.sort(Comparator.comparingInt(Effect::line).thenComparingInt(Effect::column));
        return all;
    }

    /** The lines of calls that may send something nobody can name. */
    List<Integer> untold() {
        Set<Integer> all = new TreeSet<>(untold);
        if (handedOver) {
            all.addAll(unknownCalls);
        }
        return List.copyOf(all);
    }

    /** The questions that the text asks, in its order. */
    List<Question> questions() {
        return unconditional.questions().stream()
                .map(each ->
                        new Question(each.line() - TypeCheck.LINES_BEFORE, each.severe(), each.name(), each.certain()))
                .filter(each -> each.line() >= 1 && each.line() <= lines)
                .toList();
    }

    private void add(ASTNode at, String call, ApiSide side, Operation operation) {
        add(
                at,
                call,
                side,
                operation.id(),
                operation.method(),
                operation.path(),
                operation.roles(),
                Risks.of(operation.method(), operation.path()));
    }

    private void add(
            ASTNode at,
            String call,
            ApiSide side,
            String operation,
            String verb,
            String path,
            List<String> roles,
            Risk risk) {
        int line = at.getLineNumber() - TypeCheck.LINES_BEFORE;
        if (line >= 1 && line <= lines) {
            String name = verb.equals("DELETE") ? deleted(at, path) : "";
            boolean certain = unconditional.has(at);
            effects.add(new Effect(
                    line, at.getColumnNumber(), call, side, operation, verb, path, roles, risk, name, certain));
        }
    }

    /** The name that the innermost parameter of a path has in the text, where the path goes by names. */
    private String deleted(ASTNode at, String path) {
        MethodCallExpression call = calls.get(at);
        Matcher last = LAST_PARAMETER.matcher(path);
        if (call == null
                || !last.find()
                || Meant.of(path, last.group(1)).filter(Meant::byName).isEmpty()) {
            return "";
        }
        List<Expression> given = ServiceArguments.given(call);
        Optional<Expression> innermost = given.size() == 1 && given.get(0) instanceof MapExpression named
                ? Constant.entries(named).stream()
                        .filter(entry -> entry.key().equals(last.group(1)))
                        .map(Constant.Entry::value)
                        .findFirst()
                : given.isEmpty() ? Optional.empty() : Optional.of(given.get(given.size() - 1));
        return innermost
                .flatMap(Constant::of)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .orElse("");
    }

    private static ApiSide side(Class<?> service) {
        return service == CloudManager.class || service.getPackageName().endsWith(".cloudmanager")
                ? ApiSide.SOURCE
                : ApiSide.TARGET;
    }

    private @Nullable Class<?> type(Expression expression) {
        return certainty.supposedClass(expression);
    }

    private static boolean sends(@Nullable Class<?> type) {
        return type != null
                && (Certainty.isService(type)
                        || Certainty.isOperations(type)
                        || type == Atlas.class
                        || type == CloudManager.class);
    }

    /** A call of a service's method, directly or through one that only hands it on. */
    private void service(Class<?> service, String method, ASTNode at) {
        Set<Endpoint> endpoints = endpoints(service, method);
        String name = method;
        if (endpoints.isEmpty() && BEHIND.containsKey(method)) {
            name = BEHIND.getOrDefault(method, method);
            endpoints = endpoints(service, name);
        }
        if (endpoints.isEmpty() && Listed.class.isAssignableFrom(service)) {
            // Groovy's own methods walk over the list.
            endpoints = endpoints(service, "list");
        }
        for (Endpoint endpoint : endpoints) {
            String verb = endpoint.request().verb();
            Optional<Operation> known = byName.find(verb, endpoint.request().path());
            List<String> roles =
                    endpoint.roles().isEmpty() ? known.map(Operation::roles).orElse(List.of()) : endpoint.roles();
            add(
                    at,
                    ServiceName.of(service) + "." + method,
                    side(service),
                    known.map(Operation::id).orElse(""),
                    verb,
                    endpoint.request().path(),
                    roles,
                    endpoint.risk());
        }
    }

    /** A call of what is no service and asks one all the same. */
    private boolean asks(Class<?> type, String method, ASTNode at) {
        Set<String> requests = new LinkedHashSet<>();
        for (Method each : type.getMethods()) {
            Asks asks = each.getName().equals(method) ? each.getAnnotation(Asks.class) : null;
            requests.addAll(asks == null ? List.of() : List.of(asks.value()));
        }
        for (String request : requests) {
            String[] parts = request.split(" ", 2);
            byName.find(parts[0], parts[1])
                    .ifPresent(operation -> add(
                            at,
                            type.getSimpleName().toLowerCase(Locale.ROOT) + "." + method,
                            ApiSide.TARGET,
                            operation));
        }
        return !requests.isEmpty();
    }

    private static Set<Endpoint> endpoints(Class<?> service, String method) {
        Set<Endpoint> endpoints = new LinkedHashSet<>();
        for (Method each : service.getMethods()) {
            if (each.getName().equals(method)) {
                Endpoint.of(each).ifPresent(endpoints::add);
            }
        }
        return endpoints;
    }

    private @Nullable Class<?> owner(Expression expression) {
        return expression instanceof PropertyExpression property ? type(property.getObjectExpression()) : null;
    }

    private void operation(@Nullable Class<?> owner, String name, ASTNode at) {
        byName.find(owner, name).ifPresent(operation -> {
            boolean source = operation.path().startsWith(dev.ferry.api.catalog.Catalogs.CLOUD_MANAGER);
            add(at, (source ? "cm.api." : "atlas.api.") + name, source ? ApiSide.SOURCE : ApiSide.TARGET, operation);
        });
    }

    private void raw(Class<?> api, String verb, Optional<Expression> path, ASTNode at) {
        String method = verb.toUpperCase(Locale.ROOT);
        String call = (api == CloudManager.class ? "cm." : "atlas.") + verb;
        Optional<String> text = path.flatMap(each -> RawCall.text(api, each));
        Optional<Operation> known = text.flatMap(each -> byName.matching(api, method, each));
        if (known.isPresent()) {
            add(at, call, side(api), known.get());
        } else {
            add(at, call, side(api), "", method, text.orElse("…"), List.of(), risk(method, text));
        }
    }

    private static Risk risk(String method, Optional<String> path) {
        return Risks.of(method, path.orElse(""), Optional.empty(), null);
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        receivers.add(call.getObjectExpression());
        calls.put(call.getMethod(), call);
        String name = call.getMethodAsString();
        Expression object = call.getObjectExpression();
        Class<?> type = call.isImplicitThis() ? null : type(object);
        if (call.isSpreadSafe()) {
            listed(type, object);
        }
        ASTNode at = call.getMethod();
        if (name == null || call.getMethod() instanceof GStringExpression) {
            if (sends(type)) {
                untold(at);
            }
        } else if (type != null && Certainty.isService(type)) {
            service(type, name, at);
        } else if (Certainty.isOperations(type)) {
            operations(owner(object), name, call);
        } else if (type != null
                && (type == Atlas.class || type == CloudManager.class)
                && RawCall.VERBS.contains(name)) {
            raw(type, name, RawCall.path(call), at);
        } else if (type != null && asks(type, name, at)) {
            // Listed with what it asks.
        } else if (isUnknown(type) && !call.isImplicitThis() && Known.METHODS.contains(name)) {
            unknownCalls.add(at.getLineNumber() - TypeCheck.LINES_BEFORE);
        }
        for (Expression argument : ServiceArguments.given(call)) {
            Expression value = argument instanceof SpreadExpression spread ? spread.getExpression() : argument;
            listed(type(value), value);
        }
        super.visitMethodCallExpression(call);
    }

    private static boolean isUnknown(@Nullable Class<?> type) {
        return type == null || type == Object.class;
    }

    private void operations(@Nullable Class<?> owner, String name, MethodCallExpression call) {
        boolean direct = name.equals("call") || name.equals("invokeMethod");
        if (!direct) {
            operation(owner, name, call.getMethod());
            return;
        }
        Optional<String> named = ServiceArguments.given(call).stream()
                .findFirst()
                .flatMap(Constant::of)
                .map(String::valueOf);
        named.ifPresentOrElse(each -> operation(owner, each, call.getMethod()), () -> untold(call.getMethod()));
    }

    private void untold(ASTNode at) {
        untold.add(at.getLineNumber() - TypeCheck.LINES_BEFORE);
    }

    /** Whoever reads such a service as a list asks for the list. */
    private void listed(@Nullable Class<?> type, Expression at) {
        if (type != null && Certainty.isService(type) && Listed.class.isAssignableFrom(type)) {
            service(type, "list", at);
        }
    }

    @Override
    public void visitMethodPointerExpression(MethodPointerExpression expression) {
        receivers.add(expression.getExpression());
        Class<?> type = type(expression.getExpression());
        boolean named = expression.getMethodName() instanceof ConstantExpression;
        String name = expression.getMethodName().getText();
        if (sends(type) && !named) {
            untold(expression.getMethodName());
        } else if (type != null && Certainty.isService(type)) {
            service(type, name, expression.getMethodName());
        } else if (Certainty.isOperations(type)) {
            operation(owner(expression.getExpression()), name, expression.getMethodName());
        } else if (type != null
                && (type == Atlas.class || type == CloudManager.class)
                && RawCall.VERBS.contains(name)) {
            raw(type, name, Optional.empty(), expression.getMethodName());
        }
        super.visitMethodPointerExpression(expression);
    }

    @Override
    public void visitPropertyExpression(PropertyExpression expression) {
        receivers.add(expression.getObjectExpression());
        if (expression.isSpreadSafe()) {
            listed(type(expression.getObjectExpression()), expression.getObjectExpression());
        }
        if (expression.getPropertyAsString() == null && sends(type(expression.getObjectExpression()))) {
            handedOver = true;
        }
        handedOver(expression);
        super.visitPropertyExpression(expression);
    }

    @Override
    public void visitVariableExpression(VariableExpression variable) {
        handedOver(variable);
        super.visitVariableExpression(variable);
    }

    /** A service that is not called here may be called somewhere under a name of which nothing is known. */
    private void handedOver(Expression expression) {
        handedOver |= sends(type(expression)) && !receivers.contains(expression);
    }

    @Override
    public void visitBinaryExpression(BinaryExpression expression) {
        Expression left = expression.getLeftExpression();
        Expression right = expression.getRightExpression();
        int operation = expression.getOperation().getType();
        if (operation == Types.LEFT_SQUARE_BRACKET) {
            receivers.add(left);
            Class<?> type = type(left);
            if (sends(type) && !Certainty.isService(type) && !(right instanceof ConstantExpression)) {
                untold(right);
            }
            listed(type, left);
        } else if (operation == Types.KEYWORD_IN || operation == Types.COMPARE_NOT_IN) {
            receivers.add(right);
            listed(type(right), right);
        } else if (operation == Types.EQUAL && left instanceof VariableExpression && sends(type(left))) {
            // A variable whose type is known hands nothing over.
            receivers.add(left);
            receivers.add(right);
        } else if (operation != Types.EQUAL) {
            listed(type(left), left);
            listed(type(right), right);
        }
        super.visitBinaryExpression(expression);
    }

    @Override
    public void visitForLoop(ForStatement loop) {
        Expression collection = loop.getCollectionExpression();
        receivers.add(collection);
        listed(type(collection), collection);
        super.visitForLoop(loop);
    }

    /** The names of methods that send something, but for those that much else has too. */
    private static final class Known {
        static final Set<String> METHODS = read();

        private static Set<String> read() {
            Set<String> names = new HashSet<>();
            for (Class<?> api : List.of(Atlas.class, CloudManager.class)) {
                for (Method getter : api.getMethods()) {
                    if (Certainty.isService(getter.getReturnType())) {
                        Arrays.stream(getter.getReturnType().getMethods())
                                .filter(each -> Endpoint.of(each).isPresent())
                                .forEach(each -> names.add(each.getName()));
                    }
                }
            }
            names.removeAll(COMMON);
            return Set.copyOf(names);
        }
    }

    @Override
    protected @Nullable SourceUnit getSourceUnit() {
        return null;
    }
}
