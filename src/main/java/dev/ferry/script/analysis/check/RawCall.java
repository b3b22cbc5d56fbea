package dev.ferry.script.analysis.check;

import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.cloudmanager.CloudManager;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;

/** Calls of a path, such as {@code atlas.get('/orgs')}. */
final class RawCall {

    static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

    /** Stands for what is only known when the text runs. */
    private static final String HOLE = "…";

    private RawCall() {}

    /** The path among the arguments. */
    static Optional<Expression> path(MethodCallExpression call) {
        return ServiceArguments.given(call).stream()
                .filter(argument -> !(argument instanceof MapExpression))
                .findFirst();
    }

    /** The whole path as a request would have it, with {@code …} for what is only known then; empty when all of it is. */
    static Optional<String> text(Class<?> api, Expression path) {
        String text;
        if (path instanceof ConstantExpression constant && constant.getValue() != null) {
            text = constant.getText();
        } else if (path instanceof GStringExpression parts) {
            StringBuilder joined = new StringBuilder();
            Iterator<? extends Expression> values = parts.getValues().iterator();
            for (ConstantExpression each : parts.getStrings()) {
                joined.append(each.getText());
                if (values.hasNext()) {
                    values.next();
                    joined.append(HOLE);
                }
            }
            text = joined.toString();
        } else {
            return Optional.empty();
        }
        String prefix = api == CloudManager.class ? Catalogs.CLOUD_MANAGER : Catalogs.ATLAS;
        String plain = text.replaceFirst("\\?.*", "");
        return Optional.of(plain.startsWith(prefix + "/") ? plain : prefix + plain);
    }
}
