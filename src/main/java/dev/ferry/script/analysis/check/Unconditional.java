package dev.ferry.script.analysis.check;

import dev.ferry.script.analysis.type.TypeCheck;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ClosureListExpression;
import org.codehaus.groovy.ast.expr.ElvisOperatorExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TernaryExpression;
import org.codehaus.groovy.ast.stmt.AssertStatement;
import org.codehaus.groovy.ast.stmt.DoWhileStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.IfStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.stmt.SwitchStatement;
import org.codehaus.groovy.ast.stmt.ThrowStatement;
import org.codehaus.groovy.ast.stmt.TryCatchStatement;
import org.codehaus.groovy.ast.stmt.WhileStatement;
import org.codehaus.groovy.syntax.Types;

/**
 * Finds the calls that a run of a whole script makes in any case: those that stand in no branch, no loop, no block of unknown use, and
 * behind nothing that may end the run. Within {@code step} and {@code await} it goes on, because they run their block.
 */
final class Unconditional extends CodeVisitorSupport {
    private static final Set<String> RUN_THEIR_BLOCK = Set.of("step", "await");
    private static final Set<String> END_THE_RUN = Set.of("fail", "exit");
    private static final String CONFIRM = "confirm";

    private final Set<ASTNode> reached = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Question> questions = new ArrayList<>();
    private final Set<String> own;
    private int unsure;
    private boolean left;
    private boolean over;

    Unconditional(ModuleNode module) {
        own = module.getMethods().stream()
                .filter(method -> !TypeCheck.isOurs(method))
                .map(MethodNode::getName)
                .collect(Collectors.toSet());
        for (ClassNode type : module.getClasses()) {
            MethodNode run = type.isScript() ? type.getDeclaredMethod("run", Parameter.EMPTY_ARRAY) : null;
            if (run != null && run.getCode() != null) {
                run.getCode().visit(this);
            }
        }
    }

    /** Whether a call is made in any case. */
    boolean has(ASTNode method) {
        return reached.contains(method);
    }

    /** The questions that the script asks, in the order of the text. */
    List<Question> questions() {
        return questions;
    }

    private boolean isCertain() {
        return unsure == 0 && !left && !over;
    }

    private void perhaps(Runnable visit) {
        unsure++;
        visit.run();
        unsure--;
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        // A name that is put together is none.
        String said = Objects.requireNonNullElse(call.getMethodAsString(), "");
        String name = call.isImplicitThis() && !own.contains(said) ? said : "";
        call.getObjectExpression().visit(this);
        boolean perhaps = call.isSafe() || call.isSpreadSafe();
        unsure += perhaps ? 1 : 0;
        for (Expression argument : ServiceArguments.given(call)) {
            if (argument instanceof ClosureExpression block && RUN_THEIR_BLOCK.contains(name)) {
                inline(block);
            } else {
                argument.visit(this);
            }
        }
        // What a call is given is worked out before it is made.
        if (isCertain()) {
            reached.add(call.getMethod());
        }
        if (CONFIRM.equals(name)) {
            asked(call);
        }
        over |= END_THE_RUN.contains(said);
        unsure -= perhaps ? 1 : 0;
    }

    private void asked(MethodCallExpression call) {
        List<Expression> given = ServiceArguments.given(call);
        Optional<String> name = given.size() == 2
                ? Constant.of(given.get(1)).filter(String.class::isInstance).map(String.class::cast)
                : Optional.empty();
        questions.add(new Question(call.getLineNumber(), given.size() == 2, name.orElse(""), isCertain()));
    }

    /** A {@code return} ends the block alone. */
    private void inline(ClosureExpression block) {
        boolean before = left;
        block.getCode().visit(this);
        left = before;
    }

    @Override
    public void visitClosureExpression(ClosureExpression block) {
        perhaps(() -> inline(block));
    }

    @Override
    public void visitIfElse(IfStatement statement) {
        statement.getBooleanExpression().visit(this);
        perhaps(() -> {
            statement.getIfBlock().visit(this);
            statement.getElseBlock().visit(this);
        });
    }

    @Override
    public void visitForLoop(ForStatement loop) {
        if (!(loop.getCollectionExpression() instanceof ClosureListExpression)) {
            loop.getCollectionExpression().visit(this);
        }
        perhaps(() -> loop.getLoopBlock().visit(this));
    }

    @Override
    public void visitWhileLoop(WhileStatement loop) {
        loop.getBooleanExpression().visit(this);
        perhaps(() -> loop.getLoopBlock().visit(this));
    }

    @Override
    public void visitDoWhileLoop(DoWhileStatement loop) {
        perhaps(() -> super.visitDoWhileLoop(loop));
    }

    /** What is refused in a block whose failures are caught does not end the run. */
    @Override
    public void visitTryCatchFinally(TryCatchStatement statement) {
        if (statement.getCatchStatements().isEmpty()) {
            statement.getTryStatement().visit(this);
        } else {
            perhaps(() -> {
                statement.getTryStatement().visit(this);
                statement.getCatchStatements().forEach(each -> each.visit(this));
            });
        }
        statement.getFinallyStatement().visit(this);
    }

    @Override
    public void visitSwitch(SwitchStatement statement) {
        statement.getExpression().visit(this);
        perhaps(() -> {
            for (Statement each : statement.getCaseStatements()) {
                each.visit(this);
            }
            statement.getDefaultStatement().visit(this);
        });
    }

    @Override
    public void visitTernaryExpression(TernaryExpression expression) {
        expression.getBooleanExpression().visit(this);
        perhaps(() -> {
            expression.getTrueExpression().visit(this);
            expression.getFalseExpression().visit(this);
        });
    }

    @Override
    public void visitShortTernaryExpression(ElvisOperatorExpression expression) {
        visitTernaryExpression(expression);
    }

    @Override
    public void visitBinaryExpression(BinaryExpression expression) {
        int operation = expression.getOperation().getType();
        expression.getLeftExpression().visit(this);
        if (operation == Types.LOGICAL_AND || operation == Types.LOGICAL_OR || operation == Types.ELVIS_EQUAL) {
            perhaps(() -> expression.getRightExpression().visit(this));
        } else {
            expression.getRightExpression().visit(this);
        }
    }

    @Override
    public void visitReturnStatement(ReturnStatement statement) {
        super.visitReturnStatement(statement);
        left = true;
    }

    @Override
    public void visitThrowStatement(ThrowStatement statement) {
        super.visitThrowStatement(statement);
        over = true;
    }

    @Override
    public void visitAssertStatement(AssertStatement statement) {
        super.visitAssertStatement(statement);
        over = true;
    }
}
