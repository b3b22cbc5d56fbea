package dev.ferry.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Writes down which tests were left out, and why, in the folder that the system property {@code ferry.suite} names: a file for each process
 * of tests. At the end of the build {@link #main} makes one line of them.
 */
public final class NotTested implements TestExecutionListener {
    static final String NEEDS = "needs ";

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        note(test, reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            note(test, result.getThrowable().map(Throwable::getMessage).orElse(""));
        }
    }

    private static void note(TestIdentifier test, String reason) {
        String folder = System.getProperty("ferry.suite");
        if (folder == null) {
            return;
        }
        String why = reason.replaceFirst("^Assumption failed: ", "")
                .lines()
                .findFirst()
                .orElse("");
        try {
            Files.createDirectories(Path.of(folder));
            Files.writeString(
                    Path.of(folder, "not-tested-" + ProcessHandle.current().pid() + ".tsv"),
                    why + "\t" + test.getUniqueId() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Prints what was not tested, in one line, or nothing when everything was.
     *
     * @param args the folder
     */
    public static void main(String[] args) throws IOException {
        List<String> noted = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            for (Path file : files.filter(each -> each.getFileName().toString().startsWith("not-tested-"))
                    .toList()) {
                noted.addAll(Files.readAllLines(file));
            }
        }
        String line = line(noted);
        if (!line.isEmpty()) {
            System.out.println(line);
        }
    }

    /** @param noted reason, tab, test */
    static String line(List<String> noted) {
        Map<String, Long> counts = noted.stream()
                .map(each -> each.split("\t", 2)[0])
                .collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting()));
        if (counts.isEmpty()) {
            return "";
        }
        String what = counts.entrySet().stream()
                .map(each -> each.getKey() + " (" + each.getValue() + (each.getValue() == 1 ? " test)" : " tests)"))
                .collect(Collectors.joining(", "));
        String programs = counts.keySet().stream()
                .filter(each -> each.matches(NEEDS + "[a-z]+"))
                .map(each -> Needs.packageOf(each.substring(NEEDS.length())))
                .collect(Collectors.joining(" "));
        return "Not tested: what " + what + "." + (programs.isEmpty() ? "" : " To test it, install: " + programs);
    }
}
