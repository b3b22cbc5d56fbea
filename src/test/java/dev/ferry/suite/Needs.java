package dev.ferry.suite;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * What a test needs of the machine. Where it is missing the test is left out, and the end of the build says so; on a build server, which
 * says {@code CI=true}, a missing program is a failure.
 */
public final class Needs {
    /** Where programs are that a search path of a build may leave out. */
    private static final List<String> USUAL = List.of("/usr/bin", "/bin", "/usr/local/bin", "/opt/homebrew/bin");

    private Needs() {}

    /** Needs a program that can be installed. */
    public static void program(String name) {
        if (find(name).isEmpty()) {
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError("'" + name
                        + "' is not installed, and with CI=true every test is run. Install: " + packageOf(name));
            }
            leaveOut(name);
        }
    }

    /** What to install for a program, as Debian and others call it. */
    static String packageOf(String program) {
        return program.equals("prlimit") ? "util-linux" : program;
    }

    /** Where a program is. */
    public static Optional<Path> find(String name) {
        String path = System.getenv("PATH");
        return Stream.concat(Stream.of((path == null ? "" : path).split(File.pathSeparator)), USUAL.stream())
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** Needs the rights of root, as to give a file away. */
    public static void root() {
        if (!"root".equals(System.getProperty("user.name"))) {
            leaveOut("the user root");
        }
    }

    /** Needs a file that a system has or has not, as {@code /dev/full}. */
    public static Path file(String path) {
        Path file = Path.of(path);
        if (!Files.exists(file)) {
            leaveOut(path);
        }
        return file;
    }

    /** Leaves the test out that calls this. */
    static void leaveOut(String need) {
        Assumptions.abort(NotTested.NEEDS + need);
    }
}
