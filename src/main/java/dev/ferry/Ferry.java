package dev.ferry;

import dev.ferry.cli.CommandLineInterface;
import dev.ferry.output.Redactor;
import dev.ferry.output.Streams;
import dev.ferry.profile.Environment;
import java.util.List;

/** The entry point of the command line. */
public final class Ferry {
    private Ferry() {}

    /** Runs the command and ends the process with its {@link dev.ferry.cli.ExitCode}. */
    public static void main(String[] args) {
        Environment environment = Environment.system();
        Streams streams = Streams.system(environment.asMap());
        // What a script or a library prints past our streams is redacted too.
        System.setOut(streams.out());
        System.setErr(streams.err());
        Redactor.learnFrom(List.of(args));
        int code = CommandLineInterface.run(List.of(args), streams, environment);
        streams.err().flush();
        Redactor.wipe();
        System.exit(code);
    }
}
