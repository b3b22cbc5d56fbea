package dev.ferry.script;

import java.util.List;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/**
 * Makes {@code sleep} in a script's closures the script's own. Groovy's {@code sleep}, which a closure finds first,
 * swallows the interrupt: the loop around it would run on after Ctrl-C.
 */
final class OwnSleep extends CompilationCustomizer {

    OwnSleep() {
        super(CompilePhase.CONVERSION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode classNode) {
        if (!classNode.isScript() || !classNode.getDeclaredMethods("sleep").isEmpty()) {
            return;
        }
        for (MethodNode method : List.copyOf(classNode.getMethods())) {
            if (!method.isStatic() && method.getCode() != null) {
                method.getCode().visit(new CodeVisitorSupport() {
                    @Override
                    public void visitMethodCallExpression(MethodCallExpression call) {
                        if (call.isImplicitThis() && "sleep".equals(call.getMethodAsString())) {
                            call.setObjectExpression(new VariableExpression("this"));
                            call.setImplicitThis(false);
                        }
                        super.visitMethodCallExpression(call);
                    }
                });
            }
        }
    }
}
