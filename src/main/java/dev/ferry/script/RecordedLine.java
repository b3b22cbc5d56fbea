package dev.ferry.script;

import groovy.lang.GroovyClassLoader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.SourceUnit;
import org.jspecify.annotations.Nullable;

/**
 * What there is in one line of a session that may have to be written differently in a script. Places count the characters of the text
 * from 0, ends are exclusive.
 */
final class RecordedLine {
    /** A word of the text. */
    record Spot(int start, int end, String name) {}

    /**
     * A declaration of variables outside of any block.
     *
     * @param start where it begins
     * @param names where the first name begins, behind {@code def} or a type
     */
    record Declared(int start, int names, List<String> variables) {}

    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");
    private static final CompilerConfiguration CONFIGURATION = new CompilerConfiguration();

    final String text;

    /** Ids as whole texts with their quotes; the name is the id. */
    final List<Spot> ids = new ArrayList<>();

    /** Where a result is used by its name. */
    final List<Spot> results = new ArrayList<>();

    final List<Declared> declared = new ArrayList<>();

    /** Methods and classes; two of the same name cannot both stand in a script. */
    final List<Spot> definitions = new ArrayList<>();

    /** The variables that methods use and do not declare. */
    final Set<String> usedByMethods = new HashSet<>();

    /** Where the last statement begins, when it is an expression that declares and assigns nothing; else -1. */
    int lastExpression = -1;

    /** The variable that the last statement assigns. */
    Optional<String> lastAssigned = Optional.empty();

    /** Whether there is nothing but imports. */
    boolean onlyImports;

    RecordedLine(String text) {
        this.text = text;
        try {
            SourceUnit unit = new SourceUnit(
                    "line.groovy", text, CONFIGURATION, new GroovyClassLoader(), new ErrorCollector(CONFIGURATION));
            unit.parse();
            unit.completePhase();
            unit.gotoPhase(Phases.CONVERSION);
            unit.convert();
            read(unit.getAST());
        } catch (CompilationFailedException | StackOverflowError | AssertionError e) {
            // It ran, so this is a text that is no Groovy, such as a comment: it stays as it is.
            lastExpression = -1;
        }
    }

    private void read(ModuleNode module) {
        // A text without statements is given one that stands nowhere.
        List<Statement> statements = module.getStatementBlock().getStatements().stream()
                .filter(statement -> statement.getLineNumber() > 0)
                .toList();
        boolean imports = !module.getImports().isEmpty()
                || !module.getStarImports().isEmpty()
                || !module.getStaticImports().isEmpty()
                || !module.getStaticStarImports().isEmpty();
        boolean classes = module.getClasses().stream().anyMatch(type -> !type.isScript());
        onlyImports = imports && statements.isEmpty() && module.getMethods().isEmpty() && !classes;
        for (Statement statement : statements) {
            if (statement instanceof ExpressionStatement expression
                    && expression.getExpression() instanceof DeclarationExpression declaration) {
                declared.add(declared(declaration));
            }
            statement.visit(new Finder());
        }
        for (MethodNode method : module.getMethods()) {
            definitions.add(spot(method, method.getName() + "(" + method.getParameters().length + ")"));
            method.getCode().visit(new Finder());
            method.getCode().visit(new CodeVisitorSupport() {
                @Override
                public void visitVariableExpression(VariableExpression variable) {
                    usedByMethods.add(variable.getName());
                }
            });
        }
        for (ClassNode type : module.getClasses()) {
            if (!type.isScript() && type.getOuterClass() == null) {
                definitions.add(spot(type, type.getName()));
            }
        }
        if (!statements.isEmpty() && statements.get(statements.size() - 1) instanceof ExpressionStatement last) {
            last(last.getExpression());
        }
    }

    private void last(Expression expression) {
        if (expression instanceof BinaryExpression binary
                && binary.getOperation().getText().equals("=")) {
            if (binary.getLeftExpression() instanceof VariableExpression variable) {
                lastAssigned = Optional.of(variable.getName());
            }
        } else {
            lastExpression = start(expression);
        }
    }

    private Declared declared(DeclarationExpression declaration) {
        Expression left = declaration.getLeftExpression();
        List<String> names = new ArrayList<>();
        if (left instanceof TupleExpression tuple) {
            tuple.getExpressions().forEach(each -> names.add(each.getText()));
        } else {
            names.add(declaration.getVariableExpression().getName());
        }
        int start = start(declaration);
        int first = left instanceof TupleExpression ? text.indexOf('(', Math.max(start, 0)) : start(left);
        return new Declared(start, first, names);
    }

    private Spot spot(ASTNode node, String name) {
        return new Spot(start(node), end(node), name);
    }

    private int start(ASTNode node) {
        return offset(node.getLineNumber(), node.getColumnNumber());
    }

    private int end(ASTNode node) {
        return offset(node.getLastLineNumber(), node.getLastColumnNumber());
    }

    /** @param line from 1, as {@code column} */
    private int offset(int line, int column) {
        int offset = 0;
        for (int i = 1; i < line; i++) {
            offset = text.indexOf('\n', offset) + 1;
            if (offset == 0) {
                return -1;
            }
        }
        int place = offset + column - 1;
        return line < 1 || place > text.length() ? -1 : place;
    }

    /** Finds ids and results, wherever they are an expression of their own. */
    private final class Finder extends CodeVisitorSupport {
        private final List<String> hidden = new ArrayList<>();

        @Override
        public void visitConstantExpression(ConstantExpression constant) {
            int start = start(constant);
            int end = end(constant);
            if (constant.getValue() instanceof String id
                    && ID.matcher(id).matches()
                    && start >= 0
                    && end > start
                    && text.substring(start, end).matches("'" + id + "'|\"" + id + "\"")) {
                ids.add(new Spot(start, end, id));
            }
        }

        @Override
        public void visitVariableExpression(VariableExpression variable) {
            String name = variable.getName();
            int start = start(variable);
            if (Results.isName(name) && !hidden.contains(name) && start >= 0) {
                // In a text of double quotes the place is that of the dollar sign.
                int word = text.startsWith("$", start) ? start + 1 : start;
                if (text.startsWith(name, word)) {
                    results.add(new Spot(word, word + name.length(), name));
                }
            }
        }

        @Override
        public void visitClosureExpression(ClosureExpression closure) {
            Parameter @Nullable [] parameters = closure.getParameters();
            int before = hidden.size();
            if (parameters != null) {
                for (Parameter parameter : parameters) {
                    hidden.add(parameter.getName());
                }
            }
            super.visitClosureExpression(closure);
            hidden.subList(before, hidden.size()).clear();
        }

        @Override
        public void visitMethodCallExpression(MethodCallExpression call) {
            call.getObjectExpression().visit(this);
            if (!(call.getMethod() instanceof ConstantExpression)) {
                call.getMethod().visit(this);
            }
            call.getArguments().visit(this);
        }

        @Override
        public void visitPropertyExpression(PropertyExpression property) {
            property.getObjectExpression().visit(this);
            if (!(property.getProperty() instanceof ConstantExpression)) {
                property.getProperty().visit(this);
            }
        }

        @Override
        public void visitMapEntryExpression(MapEntryExpression entry) {
            if (!(entry.getKeyExpression() instanceof ConstantExpression)) {
                entry.getKeyExpression().visit(this);
            }
            entry.getValueExpression().visit(this);
        }
    }
}
