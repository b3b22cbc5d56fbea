package dev.ferry.script;

import dev.ferry.script.analysis.type.GivenImports;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/**
 * What stands above a script's first statement. The classes that options need are imported unless the script imports
 * the name itself.
 *
 * <p>A script may also carry the header that picocli documents for Groovy: {@code @Command(…) @PicocliScript2 import
 * picocli.groovy.PicocliScript2}. {@code @PicocliScript2} would put picocli's base class in the place of ours, so it is
 * taken off, and {@code @Command} goes where picocli reads it, on the script's class.
 *
 * @see <a href="https://picocli.info/#_groovy_scripts">picocli: Groovy scripts</a>
 */
final class ScriptHeader extends CompilationCustomizer {

    private static final Set<String> BASE = Set.of("PicocliScript2", "PicocliScript");
    private static final String COMMAND = "Command";

    ScriptHeader() {
        super(CompilePhase.CONVERSION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode classNode) {
        ModuleNode module = classNode.getModule();
        GivenImports.addTo(module);
        if (!classNode.isScript()) {
            return;
        }
        List<AnnotatedNode> carriers = new ArrayList<>(module.getImports());
        if (module.getPackage() != null) {
            carriers.add(module.getPackage());
        }
        for (AnnotatedNode carrier : carriers) {
            for (AnnotationNode annotation : List.copyOf(carrier.getAnnotations())) {
                String name = annotation.getClassNode().getNameWithoutPackage();
                if (BASE.contains(name) || COMMAND.equals(name)) {
                    carrier.getAnnotations().remove(annotation);
                }
                if (COMMAND.equals(name)) {
                    classNode.addAnnotation(annotation);
                }
            }
        }
    }
}
