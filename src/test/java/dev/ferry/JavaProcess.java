package dev.ferry;

import dev.ferry.suite.Signals;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of its own that runs a class of ours. It inherits no variables, and ignores no signals. */
public final class JavaProcess {
    private JavaProcess() {}

    /**
     * Ready to be given variables and started.
     *
     * @param main its {@code main} is run
     * @param options for Java itself, beyond those that make it start soon
     */
    public static ProcessBuilder of(Class<?> main, List<String> options, List<String> args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(args);
        ProcessBuilder builder = new ProcessBuilder(Signals.byDefault(command));
        builder.environment().clear();
        return builder;
    }
}
