package dev.ferry.script.analysis.type;

import dev.ferry.script.analysis.text.Lexemes;
import dev.ferry.script.analysis.text.Variants;
import groovy.lang.GroovyClassLoader;
import groovy.lang.Script;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.control.ClassNodeResolver;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.jspecify.annotations.Nullable;

/**
 * One pass of Groovy's static type checker over a text. The pass goes on after errors, since most texts that are being
 * typed have some, and ends before classes are made: nothing of the text is ever loaded or run. Annotations are taken
 * away before they can ask for a transformation ({@code @Grab} would download, {@code @ASTTest} would run code).
 */
public final class TypeCheck {

    private static final String SCOPE_PREFIX = "ferry__scope__";
    /** The lines before the text in what is compiled. */
    public static final int LINES_BEFORE = 1;

    private static final Pattern WORD = Pattern.compile("[A-Za-z_$][\\w$]*");

    private final CompilerConfiguration configuration;
    private final GroovyClassLoader classes;
    private final GroovyClassLoader transformations;
    private final ByName byName;
    /** Remembers across passes which names are classes and, above all, which are not. */
    private final ClassNodeResolver resolver = new ClassesOnly();

    public TypeCheck(Class<? extends Script> base, ClassLoader loader, ByName byName) {
        this.byName = byName;
        configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(base.getName());
        configuration.setTolerance(Integer.MAX_VALUE);
        classes = new GroovyClassLoader(loader, configuration);
        transformations = new WithoutServices(classes, configuration);
    }

    /** Checks a text that may hold the marker. What could not be found out is absent from the findings. */
    public Findings run(String text, Scope scope) {
        Findings findings = new Findings();
        String whole = whole(text, scope);
        if (Lexemes.unreadable(whole).isPresent()) {
            return findings;
        }
        try {
            LenientUnit unit = new LenientUnit(configuration, classes, transformations, resolver);
            unit.addSource(
                    new SourceUnit("ferry__text__.groovy", whole, configuration, classes, unit.getErrorCollector()));
            unit.addPhaseOperation((SourceUnit source) -> prepare(source.getAST()), Phases.CONVERSION);
            unit.addPhaseOperation((SourceUnit source) -> check(source, unit, findings), Phases.INSTRUCTION_SELECTION);
            try {
                unit.compile(Phases.INSTRUCTION_SELECTION);
            } finally {
                if (findings.module == null) {
                    note(unit.getErrorCollector(), findings);
                }
            }
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError broken) {
            // The compiler meets texts here that it normally refuses earlier; what it found until then counts.
            return findings;
        }
        return findings;
    }

    private static void prepare(ModuleNode module) {
        AnnotationStripper.strip(module);
        GivenImports.addTo(module);
    }

    /** What the compiler has refused so far; the type checker's own complaints come later, and Groovy runs such a text. */
    private static void note(ErrorCollector errors, Findings findings) {
        List<? extends Message> all = errors.getErrors();
        for (Message message : all == null ? List.<Message>of() : all) {
            if (message instanceof SyntaxErrorMessage error) {
                findings.refused.add(error.getCause());
            }
        }
    }

    private void check(SourceUnit source, CompilationUnit unit, Findings findings) {
        note(unit.getErrorCollector(), findings);
        findings.module = source.getAST();
        MarkedCalls marked = MarkedCalls.in(source.getAST());
        for (ClassNode type : source.getAST().getClasses()) {
            if (type.getOuterClass() == null) {
                MarkerVisitor visitor = new MarkerVisitor(source, type, byName, marked, findings);
                visitor.setCompilationUnit(unit);
                visitor.initialize();
                // Methods first: what they give is known when the lines that call them are looked at.
                type.getMethods().stream()
                        .filter(m -> !m.getName().equals("run"))
                        .forEach(visitor::visitMethod);
                visitor.visitClass(type);
                visitor.performSecondPass();
                visitor.finish();
                if (findings.types == null) {
                    findings.types = visitor;
                }
            }
        }
    }

    /** The text between what the session remembers: imports before it on one line, everything else after it. */
    private static String whole(String text, Scope scope) {
        StringBuilder whole = new StringBuilder();
        scope.imports().forEach(line -> whole.append(line.strip()).append(';'));
        // Only the very first line of a text may begin with a path of its interpreter.
        String plain = text.startsWith("#!") ? "//" + text.substring(2) : text;
        whole.append('\n').append(plain).append('\n');
        Set<String> words = new HashSet<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group());
        }
        boolean all = words.contains(Variants.MARKER);
        for (Map.Entry<String, String> variable : scope.variables().entrySet()) {
            if (all || words.contains(variable.getKey())) {
                whole.append("private ")
                        .append(variable.getValue())
                        .append(' ')
                        .append(SCOPE_PREFIX)
                        .append(variable.getKey())
                        .append("() { null }\n");
            }
        }
        scope.declarations().forEach(source -> whole.append(source).append('\n'));
        return whole.toString();
    }

    /** The type that the session remembers for a variable, if it does. */
    public static ClassNode remembered(ClassNode script, String variable) {
        for (MethodNode method : script.getMethods(SCOPE_PREFIX + variable)) {
            ClassNode type = method.getReturnType();
            return type.isResolved() || type.redirect().isPrimaryClassNode() ? type : ClassHelper.OBJECT_TYPE;
        }
        return ClassHelper.OBJECT_TYPE;
    }

    /** Whether a method of the checked text is one of ours, not the user's. */
    public static boolean isOurs(MethodNode method) {
        return method.getName().startsWith(SCOPE_PREFIX);
    }

    private static final class LenientUnit extends CompilationUnit {
        LenientUnit(
                CompilerConfiguration configuration,
                GroovyClassLoader classes,
                GroovyClassLoader transformations,
                ClassNodeResolver resolver) {
            super(configuration, null, classes, transformations);
            errorCollector = new LenientCollector(configuration);
            setClassNodeResolver(resolver);
        }
    }

    /** Goes on to the next phase whatever went wrong. */
    private static final class LenientCollector extends ErrorCollector {
        private static final long serialVersionUID = 1L;

        LenientCollector(CompilerConfiguration configuration) {
            super(configuration);
        }

        @Override
        protected void failIfErrors() {}
    }

    /** Finds compiled classes only: a name must not make the compiler read some source file that lies on the path. */
    private static final class ClassesOnly extends ClassNodeResolver {
        @Override
        public @Nullable LookupResult findClassNode(String name, CompilationUnit unit) {
            try {
                Class<?> found =
                        Class.forName(name, false, unit.getClassLoader().getParent());
                return new LookupResult(null, ClassHelper.make(found));
            } catch (ClassNotFoundException | LinkageError notThere) {
                return null;
            }
        }
    }

    /** Offers no global transformations, whatever lies on the class path. */
    private static final class WithoutServices extends GroovyClassLoader {
        WithoutServices(ClassLoader parent, CompilerConfiguration configuration) {
            super(parent, configuration);
        }

        @Override
        public Enumeration<URL> getResources(String name) {
            return Collections.emptyEnumeration();
        }
    }
}
