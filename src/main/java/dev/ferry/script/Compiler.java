package dev.ferry.script;

import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyCodeSource;
import groovy.transform.ThreadInterrupt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.customizers.ASTTransformationCustomizer;
import org.codehaus.groovy.tools.GroovyClass;

/** Groovy text to a class. One for a session, since classes of earlier lines are found by its class loader. */
final class Compiler {

    /**
     * A class that can be run.
     *
     * @param type a {@link FerryScript}, or a class of the user's when the text declares classes only
     * @param methods the names of the methods that shall live on
     */
    record Compiled(Class<?> type, Set<String> methods) {}

    private final Declarations declarations = new Declarations();
    private final CompilerConfiguration configuration = new CompilerConfiguration();
    private final GroovyClassLoader loader;

    Compiler() {
        configuration.setScriptBaseClass(FerryScript.class.getName());
        configuration.setTargetBytecode(CompilerConfiguration.JDK17);
        configuration.addCompilationCustomizers(
                declarations,
                new ScriptHeader(),
                new OwnSleep(),
                new StepsInLoops(),
                new GateValues(),
                new ASTTransformationCustomizer(ThreadInterrupt.class));
        this.loader = new GroovyClassLoader(FerryScript.class.getClassLoader(), configuration);
    }

    /** The imports that live on, as written. */
    List<String> imports() {
        return declarations.imports();
    }

    /** The source text of the methods and classes that live on. */
    List<String> sources() {
        return declarations.sources();
    }

    /**
     * Compiles a line of the session: what it declares lives on.
     *
     * @throws ScriptException of kind {@link ScriptException.Kind#DOES_NOT_COMPILE}
     */
    Compiled line(Source source, String unit, Optional<String> step) {
        String text = padded(source);
        declarations.start(text, true);
        try {
            Class<?> type = loader.parseClass(new GroovyCodeSource(text, unit, "/ferry/script"), false);
            return new Compiled(type, declarations.keep());
        } catch (CompilationFailedException e) {
            throw Diagnosis.doesNotCompile(source, step, e);
        }
    }

    /**
     * Compiles a script: what it declares stays its own.
     *
     * @throws ScriptException of kind {@link ScriptException.Kind#DOES_NOT_COMPILE}
     */
    ClassFiles script(Source source, String unit, Optional<String> step) {
        declarations.start("", false);
        CompilationUnit compilation = new CompilationUnit(configuration, null, loader);
        compilation.addSource(unit, padded(source));
        try {
            compilation.compile(Phases.CLASS_GENERATION);
        } catch (CompilationFailedException e) {
            throw Diagnosis.doesNotCompile(source, step, e);
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (GroovyClass each : compilation.getClasses()) {
            files.put(each.getName(), each.getBytes());
        }
        String script = unit.substring(0, unit.lastIndexOf('.'));
        return new ClassFiles(
                files.containsKey(script)
                        ? script
                        : compilation.getFirstClassNode().getName(),
                files);
    }

    /** Where the classes are found that lines of the session declared. */
    ClassLoader loader() {
        return loader;
    }

    /** With empty lines before it, so that its lines have the numbers they have where it comes from. */
    private static String padded(Source source) {
        return "\n".repeat(source.firstLine() - 1) + source.text();
    }
}
