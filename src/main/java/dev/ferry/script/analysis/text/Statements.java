package dev.ferry.script.analysis.text;

import groovy.lang.GroovyClassLoader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.SourceUnit;

/** Cuts a text where a new statement or declaration begins on a new line of its own. */
public final class Statements {
    private static final CompilerConfiguration CONFIGURATION = new CompilerConfiguration();

    private record Span(int first, int last) {}

    private Statements() {}

    /** The parts in their order; together they are the text. A text that cannot be read is one part. */
    public static List<Part> of(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 2) {
            return List.of(new Part(1, text));
        }
        List<Integer> starts = starts(text);
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int i = 1; i < starts.size(); i++) {
            // What stands between two statements, a comment mostly, is about the second one.
            int to = starts.get(i);
            parts.add(new Part(from + 1, String.join("\n", lines.subList(from, to))));
            from = to;
        }
        parts.add(new Part(from + 1, String.join("\n", lines.subList(from, lines.size()))));
        boolean whole = parts.stream().allMatch(part -> Whole.of(part.text()) instanceof Completeness.Complete);
        return whole ? List.copyOf(parts) : List.of(new Part(1, text));
    }

    /** The index of the line after the end of what was before, for everything that begins on a new line. */
    private static List<Integer> starts(String text) {
        List<Span> spans = new ArrayList<>();
        try {
            SourceUnit unit = new SourceUnit(
                    "text.groovy", text, CONFIGURATION, new GroovyClassLoader(), new ErrorCollector(CONFIGURATION));
            unit.parse();
            unit.completePhase();
            unit.gotoPhase(Phases.CONVERSION);
            unit.convert();
            collect(unit.getAST(), spans);
        } catch (CompilationFailedException | StackOverflowError | AssertionError e) {
            return List.of(0);
        }
        spans.sort(Comparator.comparingInt(Span::first));
        List<Integer> starts = new ArrayList<>();
        int last = 0;
        for (Span span : spans) {
            if (span.first() > last) {
                starts.add(last);
            }
            last = Math.max(last, span.last());
        }
        return starts;
    }

    private static void collect(ModuleNode module, List<Span> spans) {
        List<ASTNode> nodes = new ArrayList<>(module.getStatementBlock().getStatements());
        nodes.addAll(module.getMethods());
        nodes.addAll(module.getImports());
        nodes.addAll(module.getStarImports());
        nodes.addAll(module.getStaticImports().values());
        nodes.addAll(module.getStaticStarImports().values());
        for (ClassNode type : module.getClasses()) {
            if (!type.isScript() && type.getOuterClass() == null) {
                nodes.add(type);
            }
        }
        for (ASTNode node : nodes) {
            int first = node.getLineNumber();
            if (node instanceof AnnotatedNode annotated) {
                for (ASTNode annotation : annotated.getAnnotations()) {
                    first = Math.min(first, annotation.getLineNumber());
                }
            }
            if (first > 0) {
                spans.add(new Span(first, Math.max(first, node.getLastLineNumber())));
            }
        }
    }
}
