package dev.ferry.script;

import dev.ferry.script.analysis.text.DeclaredText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/**
 * Makes what one line declares live on for the next. Groovy itself keeps undeclared assignments ({@code x = 1}) only:
 * here a line's imports are added to every later line, and {@code def x = 1} outside of any block becomes the
 * assignment of a session variable, with the conversion its declared type asks for. Nothing of a line is kept before it
 * compiled.
 */
final class Declarations extends CompilationCustomizer {

    private final Map<String, ImportNode> importsByText = new LinkedHashMap<>();
    private Map<String, ImportNode> importsOfThisLine = new LinkedHashMap<>();
    private final Set<ModuleNode> seen = new LinkedHashSet<>();
    private final Map<String, String> sourcesByName = new LinkedHashMap<>();
    private Map<String, String> sourcesOfThisLine = new LinkedHashMap<>();
    private Set<String> methods = new LinkedHashSet<>();
    private List<String> text = List.of();
    private boolean keeping;

    Declarations() {
        super(CompilePhase.CONVERSION);
    }

    /** Prepares for one compilation; {@code keep} when what it declares shall live on. */
    void start(String source, boolean keep) {
        text = source.lines().toList();
        keeping = keep;
        seen.clear();
        sourcesOfThisLine = new LinkedHashMap<>();
        importsOfThisLine = new LinkedHashMap<>();
        methods = new LinkedHashSet<>();
    }

    /** The line compiled: keeps its imports and answers the names of the methods it declares. */
    Set<String> keep() {
        importsByText.putAll(importsOfThisLine);
        sourcesByName.putAll(sourcesOfThisLine);
        return Set.copyOf(methods);
    }

    /** The imports that live on, as written. */
    List<String> imports() {
        return List.copyOf(importsByText.keySet());
    }

    /** The source text of the methods and classes that live on. */
    List<String> sources() {
        return List.copyOf(sourcesByName.values());
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode classNode) {
        ModuleNode module = classNode.getModule();
        if (!keeping || !seen.add(module)) {
            return;
        }
        List<ImportNode> own = new ArrayList<>(module.getImports());
        own.addAll(module.getStarImports());
        own.addAll(module.getStaticImports().values());
        own.addAll(module.getStaticStarImports().values());
        importsByText.forEach((text, node) -> {
            if (own.stream().noneMatch(each -> sameName(each, node))) {
                addTo(module, node);
            }
        });
        own.forEach(node -> importsOfThisLine.put(node.getText(), node));
        ListIterator<Statement> statements =
                module.getStatementBlock().getStatements().listIterator();
        while (statements.hasNext()) {
            if (statements.next() instanceof ExpressionStatement statement
                    && statement.getExpression() instanceof DeclarationExpression declaration) {
                statement.setExpression(assignment(declaration));
            }
        }
        for (MethodNode method : module.getMethods()) {
            methods.add(method.getName());
            sourcesOfThisLine.put(method.getName() + "()", DeclaredText.of(method, text));
        }
        for (ClassNode declared : module.getClasses()) {
            if (!declared.isScript() && declared.getOuterClass() == null) {
                sourcesOfThisLine.put(declared.getName(), DeclaredText.of(declared, text));
            }
        }
    }

    private static boolean sameName(ImportNode one, ImportNode other) {
        return one.getText().equals(other.getText())
                || (one.getAlias() != null
                        && one.getAlias().equals(other.getAlias())
                        && one.isStatic() == other.isStatic());
    }

    private static void addTo(ModuleNode module, ImportNode node) {
        if (node.isStatic() && node.isStar()) {
            module.addStaticStarImport(node.getClassName(), node.getType());
        } else if (node.isStatic()) {
            module.addStaticImport(node.getType(), node.getFieldName(), node.getAlias());
        } else if (node.isStar()) {
            module.addStarImport(node.getPackageName());
        } else {
            module.addImport(node.getAlias(), node.getType());
        }
    }

    private static Expression assignment(DeclarationExpression declaration) {
        Expression left = declaration.getLeftExpression();
        Expression right = declaration.getRightExpression();
        if (left instanceof VariableExpression variable) {
            ClassNode type = variable.getOriginType();
            if (right instanceof EmptyExpression) {
                right = initialValue(type);
            } else if (!variable.isDynamicTyped()) {
                right = new CastExpression(type, right);
                right.setSourcePosition(declaration.getRightExpression());
            }
            left = undeclared(variable);
        } else if (left instanceof TupleExpression tuple) {
            List<Expression> variables = new ArrayList<>();
            for (Expression each : tuple.getExpressions()) {
                variables.add(each instanceof VariableExpression variable ? undeclared(variable) : each);
            }
            left = new TupleExpression(variables);
            left.setSourcePosition(tuple);
        }
        BinaryExpression assignment = new BinaryExpression(left, declaration.getOperation(), right);
        assignment.setSourcePosition(declaration);
        return assignment;
    }

    private static Expression initialValue(ClassNode type) {
        if (!ClassHelper.isPrimitiveType(type)) {
            return new ConstantExpression(null);
        }
        Expression zero = new ConstantExpression(ClassHelper.isPrimitiveBoolean(type) ? (Object) false : (Object) 0);
        return new CastExpression(type, zero);
    }

    private static VariableExpression undeclared(VariableExpression declared) {
        VariableExpression variable = new VariableExpression(declared.getName());
        variable.setSourcePosition(declared);
        return variable;
    }
}
