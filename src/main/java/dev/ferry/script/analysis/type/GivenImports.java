package dev.ferry.script.analysis.type;

import groovy.transform.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ModuleNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The classes that every script sees without an import: those that options need, and spans and points of time. */
public final class GivenImports {

    private static final List<Class<?>> CLASSES =
            List.of(Field.class, Duration.class, Instant.class, Command.class, Option.class, Parameters.class);

    private GivenImports() {}

    /** Imports them where the text does not import another class of that name itself. */
    public static void addTo(ModuleNode module) {
        for (Class<?> type : CLASSES) {
            if (module.getImport(type.getSimpleName()) == null) {
                module.addImport(type.getSimpleName(), ClassHelper.make(type));
            }
        }
    }
}
