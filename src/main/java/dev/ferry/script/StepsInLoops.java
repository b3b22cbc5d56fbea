package dev.ferry.script;

import dev.ferry.script.analysis.type.RepeatedSteps;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/**
 * Tells steps that a script may begin several times from those that it begins once: a resumed run recognises only the latter by their
 * name.
 */
final class StepsInLoops extends CompilationCustomizer {
    private static final String REPEATED = "repeatedStep";

    StepsInLoops() {
        super(CompilePhase.CONVERSION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode classNode) {
        if (classNode.isScript() && classNode.getDeclaredMethods("step").isEmpty()) {
            RepeatedSteps.in(classNode).forEach(call -> {
                call.setObjectExpression(new VariableExpression("this"));
                call.setImplicitThis(false);
                call.setMethod(new ConstantExpression(REPEATED));
            });
        }
    }
}
