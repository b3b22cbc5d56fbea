package dev.ferry.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Signals to processes of tests. A build that was started in the background of a script, or by {@code nohup}, ignores some signals; so does
 * every process that it starts, and neither Java nor a shell can take that back (POSIX, 2.11). Some programs can.
 */
public final class Signals {
    /** Those that Ferry listens to, or that end it, with their numbers. */
    private static final Map<String, Integer> NUMBERS = Map.of("HUP", 1, "INT", 2, "QUIT", 3, "TERM", 15);

    /** What is put before a command, so that its process begins with the usual answers to signals. */
    private static final List<List<String>> WAYS = List.of(
            List.of("env", "--default-signal=HUP,INT,QUIT,TERM"),
            List.of(
                    "perl",
                    "-e",
                    "$SIG{$_} = 'DEFAULT' for qw(HUP INT QUIT TERM); exec { $ARGV[0] } @ARGV or exit 127"),
            List.of(
                    "python3",
                    "-c",
                    "import os, signal, sys\n"
                            + "for s in (1, 2, 3, 15): signal.signal(s, signal.SIG_DFL)\n"
                            + "os.execvp(sys.argv[1], sys.argv[1:])"));

    private static final List<String> PREFIX = prefix();

    private Signals() {}

    /** The command, in a process that ignores no signal where that can be had. It becomes the command: its id is that one's. */
    public static List<String> byDefault(List<String> command) {
        List<String> all = new ArrayList<>(PREFIX);
        all.addAll(command);
        return all;
    }

    /** Needs processes that listen to this signal, as in {@code INT}. */
    public static void needs(String signal) {
        if (ignored(byDefault(List.of("sh"))).contains(signal)) {
            Needs.leaveOut("a build that was started with SIG" + signal + " not ignored");
        }
    }

    /** Sends a signal, by the shell's own {@code kill}: the program of that name is no part of a small system. */
    public static void send(String signal, Process process) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
                .inheritIO()
                .start();
        if (!kill.waitFor(60, TimeUnit.SECONDS) || kill.exitValue() != 0) {
            throw new AssertionError("SIG" + signal + " was not sent");
        }
    }

    private static List<String> prefix() {
        if (ignored(List.of("sh")).isEmpty()) {
            return List.of();
        }
        return WAYS.stream()
                .filter(way -> ignored(joined(way, "sh")).isEmpty())
                .findFirst()
                .map(way -> joined(List.of(String.valueOf(Needs.find(way.get(0)).orElseThrow())), way))
                .orElse(List.of());
    }

    private static List<String> joined(List<String> way, String last) {
        List<String> all = new ArrayList<>(way);
        all.add(last);
        return all;
    }

    private static List<String> joined(List<String> program, List<String> way) {
        List<String> all = new ArrayList<>(program);
        all.addAll(way.subList(1, way.size()));
        return all;
    }

    /** Which of them a shell ignores that is started by these words; all of them when it cannot be started. */
    private static Set<String> ignored(List<String> shell) {
        List<String> command = new ArrayList<>(shell);
        // A shell never lists what it was started to ignore: the kernel does.
        command.addAll(List.of("-c", "exec grep SigIgn /proc/self/status"));
        if (!Files.exists(Path.of("/proc/self/status"))) {
            return Set.of();
        }
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String line = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            if (process.waitFor() != 0) {
                return NUMBERS.keySet();
            }
            long bits = Long.parseUnsignedLong(line.replaceAll("\\s|SigIgn:", ""), 16);
            return NUMBERS.entrySet().stream()
                    .filter(each -> (bits >>> (each.getValue() - 1) & 1) != 0)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            return NUMBERS.keySet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NUMBERS.keySet();
        }
    }
}
