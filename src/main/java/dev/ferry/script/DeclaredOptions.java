package dev.ferry.script;

import groovy.lang.GroovyClassLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.FieldNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Types;

/**
 * The options of a script, read from its syntax tree. Nothing of the script is loaded, initialised or run, and the compiler acts on none of
 * its annotations. What only running could tell (a default that is computed, a converter) is left out.
 */
final class DeclaredOptions {
    private static final String PICOCLI = "picocli.CommandLine.";
    private static final String COMMAND = "Command";
    private static final String NAMES = "names";
    private static final List<String> KINDS = List.of("Option", "Parameters");
    private static final List<String> DEFAULT_PACKAGES =
            List.of("java.lang.", "java.util.", "java.io.", "java.net.", "java.math.", "java.time.", "");

    private final ModuleNode module;
    private final Map<DeclarationExpression, AnnotationNode> declared = new LinkedHashMap<>();

    private DeclaredOptions(ModuleNode module) {
        this.module = module;
        module.getStatementBlock().getStatements().stream()
                .filter(ExpressionStatement.class::isInstance)
                .map(statement -> ((ExpressionStatement) statement).getExpression())
                .filter(DeclarationExpression.class::isInstance)
                .map(DeclarationExpression.class::cast)
                .filter(declaration -> !declaration.isMultipleAssignmentDeclaration())
                .forEach(declaration -> declaration.getAnnotations().stream()
                        .filter(annotation -> KINDS.contains(simpleName(annotation)))
                        .findFirst()
                        .ifPresent(annotation -> declared.put(declaration, annotation)));
    }

    /**
     * Reads them.
     *
     * @throws ScriptException of kind {@link ScriptException.Kind#DOES_NOT_COMPILE}
     */
    static DeclaredOptions of(Source source) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        SourceUnit unit = new SourceUnit(
                "options.groovy",
                source.text(),
                configuration,
                new GroovyClassLoader(),
                new ErrorCollector(configuration));
        try {
            unit.parse();
            unit.completePhase();
            unit.gotoPhase(Phases.CONVERSION);
            unit.convert();
            return new DeclaredOptions(unit.getAST());
        } catch (CompilationFailedException e) {
            throw Diagnosis.doesNotCompile(source, Optional.empty(), e);
        } catch (StackOverflowError e) {
            throw new ScriptException(
                    ScriptException.Kind.DOES_NOT_COMPILE,
                    new ScriptException.Place(source.name(), 0, 0, ""),
                    null,
                    source.name() + ": nested too deeply to be read.",
                    e);
        }
    }

    boolean isEmpty() {
        return declared.isEmpty();
    }

    /** Whether one of them has this name, with its hyphens. */
    boolean has(String name) {
        return declared.values().stream()
                .map(annotation -> annotation.getMember(NAMES))
                .flatMap(DeclaredOptions::texts)
                .anyMatch(name::equals);
    }

    /**
     * An object with the same annotated fields as the script, for picocli.
     *
     * @throws ReflectiveOperationException when picocli's annotations do not fit what is declared
     */
    Object fields() throws ReflectiveOperationException {
        StringBuilder text = new StringBuilder();
        carriers()
                .flatMap(carrier -> carrier.getAnnotations().stream())
                .filter(annotation -> simpleName(annotation).equals(COMMAND))
                .findFirst()
                .ifPresent(annotation -> text.append(annotation(COMMAND, annotation)));
        text.append("class Options {\n");
        enums().forEach(type -> text.append("enum ")
                .append(type.getNameWithoutPackage())
                .append(constants(type).collect(Collectors.joining(", ", " { ", " }\n"))));
        declared.forEach((declaration, annotation) -> {
            text.append(annotation(simpleName(annotation), annotation))
                    .append("public ")
                    .append(type(declaration.getVariableExpression().getOriginType()))
                    .append(' ')
                    .append(declaration.getVariableExpression().getName());
            constant(declaration.getRightExpression())
                    .ifPresent(value -> text.append(" = ").append(value));
            text.append('\n');
        });
        try (GroovyClassLoader loader = new GroovyClassLoader(DeclaredOptions.class.getClassLoader())) {
            Class<?> fields = loader.parseClass(text.append("}\n").toString());
            return fields.getDeclaredConstructor().newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<AnnotatedNode> carriers() {
        return Stream.concat(module.getImports().stream(), Stream.ofNullable((AnnotatedNode) module.getPackage()));
    }

    private Stream<ClassNode> enums() {
        return module.getClasses().stream().filter(ClassNode::isEnum);
    }

    private static Stream<String> constants(ClassNode type) {
        return type.getFields().stream().filter(FieldNode::isEnum).map(FieldNode::getName);
    }

    private static String simpleName(AnnotationNode annotation) {
        String name = annotation.getClassNode().getName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** As text, with those of its members that are constants. */
    private static String annotation(String name, AnnotationNode annotation) {
        return annotation.getMembers().entrySet().stream()
                .flatMap(member -> constant(member.getValue()).map(value -> member.getKey() + " = " + value).stream())
                .collect(Collectors.joining(", ", "@" + PICOCLI + name + "(", ")\n"));
    }

    /** The value as text of Groovy; empty when it takes running to know it. */
    private static Optional<String> constant(Expression expression) {
        if (expression instanceof ListExpression list) {
            List<Optional<String>> each = list.getExpressions().stream()
                    .map(DeclaredOptions::constant)
                    .toList();
            return each.stream().allMatch(Optional::isPresent)
                    ? Optional.of(each.stream().map(Optional::orElseThrow).collect(Collectors.joining(", ", "[", "]")))
                    : Optional.empty();
        }
        if (expression instanceof ConstantExpression constant && constant.getValue() instanceof Number number) {
            return Optional.of(number.toString());
        }
        if (expression instanceof ConstantExpression constant && constant.getValue() instanceof Boolean bool) {
            return Optional.of(bool.toString());
        }
        return text(expression).map(DeclaredOptions::quoted);
    }

    private static Optional<String> text(Expression expression) {
        if (expression instanceof ConstantExpression constant && constant.getValue() instanceof String text) {
            return Optional.of(text);
        }
        if (expression instanceof BinaryExpression sum && sum.getOperation().getType() == Types.PLUS) {
            Optional<String> right = text(sum.getRightExpression());
            return text(sum.getLeftExpression()).flatMap(left -> right.map(left::concat));
        }
        return Optional.empty();
    }

    private static Stream<String> texts(Expression expression) {
        return expression instanceof ListExpression list
                ? list.getExpressions().stream().flatMap(DeclaredOptions::texts)
                : text(expression).stream();
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\")
                .replace("'", "\\'")
                .chars()
                .mapToObj(
                        unit -> unit < ' ' || unit > '~' ? String.format("\\u%04x", unit) : String.valueOf((char) unit))
                .collect(Collectors.joining("", "'", "'"));
    }

    /** A class that is there without the script, an enum of the script, or else text. */
    private String type(ClassNode written) {
        if (written.isArray()) {
            return type(written.getComponentType()) + "[]";
        }
        if (ClassHelper.isPrimitiveType(written)) {
            return written.getName();
        }
        String name = written.getName();
        if (enums().anyMatch(type -> type.getName().equals(name))) {
            return name;
        }
        ImportNode imported = module.getImport(name);
        if (imported != null) {
            return loaded(imported.getClassName()).orElse("String");
        }
        return Stream.concat(
                        DEFAULT_PACKAGES.stream(),
                        module.getStarImports().stream().map(ImportNode::getPackageName))
                .flatMap(each -> loaded(each + name).stream())
                .findFirst()
                .orElse("String");
    }

    private static Optional<String> loaded(String name) {
        try {
            return Optional.ofNullable(Class.forName(name, false, DeclaredOptions.class.getClassLoader())
                    .getCanonicalName());
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }
}
