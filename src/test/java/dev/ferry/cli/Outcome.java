package dev.ferry.cli;

import dev.ferry.output.Streams;
import dev.ferry.profile.Environment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a command left behind: its exit code and both streams. */
record Outcome(int code, String out, String err) {
    /** Runs a command in this process, without a terminal. */
    static Outcome of(Map<String, String> variables, String input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = Streams.of(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err, variables, Set.of());
        int code = CommandLineInterface.run(List.of(args), streams, Environment.of(variables));
        streams.out().flush();
        streams.err().flush();
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
