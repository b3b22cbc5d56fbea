package dev.ferry.shell;

import dev.ferry.script.analysis.Analysis;
import dev.ferry.script.analysis.Scope;
import groovy.lang.GroovyClassLoader;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.SourceUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the lines of a session leave behind for the completion of the next one: imports, methods, classes, and the types of variables. It
 * reads texts that ran; it never asks a value for more than its class.
 */
final class Memory {
    private final Analysis analysis;
    private final Function<String, @Nullable Object> values;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Map<String, String> imports = new LinkedHashMap<>();
    private final Map<String, String> declarations = new LinkedHashMap<>();
    private volatile Scope scope = Scope.EMPTY;

    /** @param values the value of a session variable, null when there is none */
    Memory(Analysis analysis, Function<String, @Nullable Object> values) {
        this.analysis = analysis;
        this.values = values;
    }

    /** What is known now. */
    Scope scope() {
        return scope;
    }

    /** Takes in a text that ran without failing. */
    synchronized void add(String text) {
        analysis.declaredTypes(text, scope).forEach((name, type) -> variables.put(name, better(name, type)));
        ModuleNode module = parsed(text);
        List<ImportNode> found = new ArrayList<>(module.getImports());
        found.addAll(module.getStarImports());
        found.addAll(module.getStaticImports().values());
        found.addAll(module.getStaticStarImports().values());
        found.forEach(each -> imports.put(each.getText(), each.getText()));
        for (MethodNode method : module.getMethods()) {
            declarations.put(method.getName() + "/" + method.getParameters().length, source(text, method));
        }
        for (ClassNode type : module.getClasses()) {
            if (!type.isScript() && type.getOuterClass() == null) {
                declarations.put(type.getName(), source(text, type));
            }
        }
        scope = new Scope(variables, List.copyOf(imports.values()), List.copyOf(declarations.values()));
    }

    /** Where the checker knows nothing, the class of the value may: what {@code atlas.get(…)} answered is a map. */
    private String better(String name, String type) {
        if (!type.equals("Object") && !type.equals("java.lang.Object")) {
            return type;
        }
        @Nullable Object value = values.apply(name);
        if (value == null) {
            return type;
        }
        Class<?> known = value.getClass();
        boolean nameable = known.getCanonicalName() != null
                && Modifier.isPublic(known.getModifiers())
                && !known.isSynthetic()
                && known.getClassLoader() != null == known.getName().startsWith("dev.ferry.");
        return nameable ? known.getCanonicalName() : type;
    }

    private static ModuleNode parsed(String text) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        SourceUnit unit = new SourceUnit(
                "line.groovy", text, configuration, new GroovyClassLoader(), new ErrorCollector(configuration));
        unit.parse();
        unit.completePhase();
        unit.gotoPhase(Phases.CONVERSION);
        unit.convert();
        return unit.getAST();
    }

    private static String source(String text, ASTNode node) {
        List<String> lines = text.lines().toList();
        StringBuilder source = new StringBuilder();
        for (int i = node.getLineNumber(); i <= node.getLastLineNumber() && i <= lines.size(); i++) {
            String line = lines.get(i - 1);
            int start = i == node.getLineNumber() ? node.getColumnNumber() - 1 : 0;
            int end = i == node.getLastLineNumber()
                    ? Math.min(node.getLastColumnNumber() - 1, line.length())
                    : line.length();
            source.append(line, start, end).append('\n');
        }
        return source.toString().strip();
    }
}
