package dev.ferry.script;

import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyCodeSource;
import groovy.transform.ThreadInterrupt;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.customizers.ASTTransformationCustomizer;

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
    private final GroovyClassLoader loader;
    private int lines;

    Compiler() {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(FerryScript.class.getName());
        configuration.setTargetBytecode(CompilerConfiguration.JDK17);
        configuration.addCompilationCustomizers(
                declarations,
                new ScriptHeader(),
                new OwnSleep(),
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
     * Compiles; {@code keep} when what the text declares shall live on.
     *
     * @throws ScriptException of kind {@link ScriptException.Kind#DOES_NOT_COMPILE}
     */
    Compiled compile(Source source, String unit, boolean keep, Optional<String> step) {
        String text = "\n".repeat(source.firstLine() - 1) + source.text();
        declarations.start(text, keep);
        try {
            Class<?> type = loader.parseClass(new GroovyCodeSource(text, unit, "/ferry/script"), false);
            return new Compiled(type, declarations.keep());
        } catch (CompilationFailedException e) {
            throw Diagnosis.doesNotCompile(source, step, e);
        }
    }

    /** A name for the class file's source that no other text of this session has, so that stack frames can be told apart. */
    String unitName(Source source) {
        lines++;
        String stem = source.shortName().replaceAll("\\.\\w+$", "").replaceAll("\\W+", "_");
        return "ferry_" + stem + "_" + lines + ".groovy";
    }
}
