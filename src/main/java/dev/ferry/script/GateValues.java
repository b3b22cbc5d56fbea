package dev.ferry.script;

import dev.ferry.script.analysis.text.DeclaredText;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.BooleanExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.NotExpression;
import org.codehaus.groovy.ast.expr.RangeExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.syntax.Types;

/**
 * Has gates show what they compare: in the condition of a {@code gate}, each operand reports its value with its text, as
 * {@code migration.lagTimeSeconds = 3}.
 */
final class GateValues extends CompilationCustomizer {
    private static final String GATE = "gate";
    private static final String SEEN = "seen";

    GateValues() {
        super(CompilePhase.CONVERSION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode classNode) {
        if (!classNode.isScript() || !classNode.getDeclaredMethods(GATE).isEmpty()) {
            return;
        }
        Gates gates = new Gates(source);
        for (MethodNode method : List.copyOf(classNode.getMethods())) {
            if (method.getCode() != null) {
                method.getCode().visit(gates);
            }
        }
    }

    private static final class Gates extends CodeVisitorSupport {
        private final SourceUnit source;
        private List<String> lines = List.of();

        Gates(SourceUnit source) {
            this.source = source;
        }

        @Override
        public void visitMethodCallExpression(MethodCallExpression call) {
            super.visitMethodCallExpression(call);
            if (GATE.equals(call.getMethodAsString())
                    && call.isImplicitThis()
                    && call.getArguments() instanceof TupleExpression arguments
                    && !arguments.getExpressions().isEmpty()
                    && arguments.getExpression(arguments.getExpressions().size() - 1)
                            instanceof ClosureExpression condition
                    && condition.getCode() instanceof BlockStatement block
                    && !block.isEmpty()) {
                Statement last = block.getStatements().get(block.getStatements().size() - 1);
                if (last instanceof ExpressionStatement statement) {
                    statement.setExpression(observed(statement.getExpression()));
                } else if (last instanceof ReturnStatement statement) {
                    statement.setExpression(observed(statement.getExpression()));
                }
            }
        }

        private Expression observed(Expression condition) {
            if (condition instanceof NotExpression not) {
                NotExpression inverse = new NotExpression(observed(not.getExpression()));
                inverse.setSourcePosition(condition);
                return inverse;
            }
            if (condition instanceof BooleanExpression inner) {
                return observed(inner.getExpression());
            }
            if (condition instanceof BinaryExpression binary && compares(binary)) {
                BinaryExpression both = new BinaryExpression(
                        observed(binary.getLeftExpression()),
                        binary.getOperation(),
                        observed(binary.getRightExpression()));
                both.setSourcePosition(condition);
                return both;
            }
            return isFixed(condition) ? condition : seen(condition);
        }

        private static boolean compares(BinaryExpression binary) {
            int operator = binary.getOperation().getType();
            return !(binary instanceof DeclarationExpression)
                    && (Types.ofType(operator, Types.COMPARISON_OPERATOR)
                            || Types.ofType(operator, Types.LOGICAL_OPERATOR)
                            || Types.ofType(operator, Types.REGEX_COMPARISON_OPERATOR)
                            || operator == Types.KEYWORD_IN
                            || operator == Types.COMPARE_NOT_IN);
        }

        /** What says nothing more than its text does. */
        private static boolean isFixed(Expression operand) {
            return operand instanceof ConstantExpression
                    || operand instanceof ClosureExpression
                    || operand instanceof ClassExpression
                    || operand instanceof RangeExpression
                    || operand instanceof MapExpression
                    || operand instanceof DeclarationExpression
                    || (operand instanceof ListExpression list
                            && list.getExpressions().stream().allMatch(Gates::isFixed));
        }

        private Expression seen(Expression operand) {
            MethodCallExpression report = new MethodCallExpression(
                    new VariableExpression("this"),
                    SEEN,
                    new ArgumentListExpression(new ConstantExpression(text(operand)), operand));
            report.setSourcePosition(operand);
            return report;
        }

        private String text(Expression operand) {
            if (lines.isEmpty()) {
                lines = lines();
            }
            String written = DeclaredText.of(operand, lines).strip().replaceAll("\\s+", " ");
            return written.isEmpty() ? operand.getText() : written;
        }

        private List<String> lines() {
            try (Reader reader = source.getSource().getReader()) {
                StringBuilder text = new StringBuilder();
                char[] buffer = new char[8192];
                for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                    text.append(buffer, 0, read);
                }
                return text.toString().lines().toList();
            } catch (IOException e) {
                // The text was read a moment ago; without it the words of the tree do.
                return List.of("");
            }
        }
    }
}
