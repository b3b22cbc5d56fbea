package dev.ferry.dist;

import dev.ferry.suite.OwnThread;
import dev.ferry.suite.Signals;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A start of the packed Ferry in a process of its own, with an environment that has nothing but what a test puts there:
 *
 * <pre>{@code Launch.of(Launch.dist()).with("JAVA_HOME", home).run("--version").out()}</pre>
 */
public final class Launch {
    private static final long SECONDS = 120;

    private final Path dist;
    private final Map<String, String> environment = new LinkedHashMap<>();

    private Launch(Path dist) {
        this.dist = dist;
    }

    /** What a process said and how it ended. */
    public record Result(int code, String out, String err) {}

    /** The folder that the build has packed. */
    public static Path dist() {
        String dist = System.getProperty("ferry.dist");
        if (dist == null) {
            throw new IllegalStateException("Needs the packed folder: run mvn verify, or set -Dferry.dist.");
        }
        return Path.of(dist);
    }

    /** A start of the Ferry that is unpacked in this folder, without variables except a plain search path. */
    public static Launch of(Path dist) {
        return new Launch(dist).with("PATH", "/usr/bin:/bin");
    }

    /** Sets a variable of the process. */
    public Launch with(String name, Object value) {
        environment.put(name, value.toString());
        return this;
    }

    /** Runs {@code bin/ferry} with these arguments until it ends. */
    public Result run(String... arguments) {
        return run(dist.resolve("bin/ferry"), arguments);
    }

    /** Runs the shell with this file as its standard input. */
    public Result runWith(Path input) {
        return run(List.of(dist.resolve("bin/ferry").toString()), ProcessBuilder.Redirect.from(input.toFile()));
    }

    /** Runs this file, a link to the launcher for instance. */
    public Result run(Path launcher, String... arguments) {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        return run(command, ProcessBuilder.Redirect.PIPE);
    }

    private Result run(List<String> command, ProcessBuilder.Redirect input) {
        ProcessBuilder builder = new ProcessBuilder(Signals.byDefault(command)).redirectInput(input);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            CompletableFuture<String> out = OwnThread.begin(() -> text(process.getInputStream()));
            CompletableFuture<String> err = OwnThread.begin(() -> text(process.getErrorStream()));
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(command + " did not end within " + SECONDS + " seconds");
            }
            return new Result(process.exitValue(), out.join(), err.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + command, e);
        }
    }

    /** Copies the packed folder to another place, without the class archive that fits only the first place. */
    static Path copy(Path to) throws IOException {
        Path from = dist();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(file -> !file.startsWith(from.resolve("lib/archive")))
                    .toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return to;
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
