package dev.ferry.script.analysis.type;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.control.SourceUnit;
import org.jspecify.annotations.Nullable;

/**
 * Takes annotations out of a tree before the compiler acts on them. Only {@code @Field} stays, by its own class and not
 * by its written name, since scripts without it would see other variables.
 */
final class AnnotationStripper extends ClassCodeVisitorSupport {

    private static final ClassNode FIELD = ClassHelper.make(groovy.transform.Field.class);

    private AnnotationStripper() {}

    static void strip(ModuleNode module) {
        AnnotationStripper stripper = new AnnotationStripper();
        if (module.getPackage() != null) {
            stripper.visitAnnotations(module.getPackage());
        }
        Stream.of(
                        module.getImports(),
                        module.getStarImports(),
                        module.getStaticImports().values(),
                        module.getStaticStarImports().values())
                .flatMap(Collection::stream)
                .forEach(stripper::visitAnnotations);
        for (ClassNode type : new ArrayList<>(module.getClasses())) {
            stripper.visitClass(type);
        }
        module.getStatementBlock().visit(stripper);
        module.getMethods().forEach(stripper::visitMethod);
    }

    @Override
    public void visitAnnotations(AnnotatedNode node) {
        if (node.getAnnotations().isEmpty()) {
            return;
        }
        boolean field = node.getAnnotations().stream().anyMatch(AnnotationStripper::isField);
        List<AnnotationNode> annotations = node.getAnnotations();
        annotations.clear();
        if (field) {
            node.addAnnotation(new AnnotationNode(FIELD));
        }
    }

    private static boolean isField(AnnotationNode annotation) {
        String name = annotation.getClassNode().getName();
        return name.equals("Field") || name.equals(FIELD.getName());
    }

    @Override
    protected @Nullable SourceUnit getSourceUnit() {
        return null;
    }
}
