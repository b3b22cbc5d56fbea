import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How long a person waits: for the prompt, the first answer, a Tab and one expression; with mongosh beside Ferry where it
 * is installed. Each round runs everything once, so that a busy moment hits all alike; printed are median, least and most.
 *
 * <pre>
 *   mvn -q package -DskipTests
 *   java src/bench/Bench.java [ROUNDS]      needs script(1) of util-linux for its terminal
 *   target/ferry/bin/ferry --sandbox src/bench/listing.groovy
 * </pre>
 *
 * FERRY names another launcher, MONGOSH another mongosh. JAVA_HOME and the other variables of the launcher hold as usual.
 */
public final class Bench {
    private static final String FERRY = System.getenv().getOrDefault("FERRY", "target/ferry/bin/ferry");
    private static final String MONGOSH = System.getenv().getOrDefault("MONGOSH", "mongosh");
    private static final long PATIENCE_MS = 60_000;

    private final Map<String, List<Double>> times = new LinkedHashMap<>();

    /** Runs the rounds and prints the table. */
    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 9;
        Bench bench = new Bench();
        boolean mongosh = installed(MONGOSH);
        for (int round = -1; round < rounds; round++) {
            bench.round(mongosh);
            if (round < 0) {
                // The first one fills the caches of the file system.
                bench.times.clear();
            }
        }
        bench.print();
        if (!mongosh) {
            System.out.println("mongosh is not installed here.");
        }
    }

    private void round(boolean mongosh) throws Exception {
        once("-e '1+1'            ferry", FERRY, "-e", "1+1");
        if (mongosh) {
            once("-e '1+1'            mongosh", MONGOSH, "--nodb", "--quiet", "--eval", "1+1");
        }
        once("--version           ferry", FERRY, "--version");
        terminal("ferry", quoted(FERRY), "writable> ", "/exit\r", true);
        if (mongosh) {
            terminal("mongosh", quoted(MONGOSH) + " --nodb --quiet", "> ", ".exit\r", false);
        }
    }

    private void once(String name, String... command) throws Exception {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        int code = process.waitFor();
        if (code != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + code);
        }
        add(name, start);
    }

    private void terminal(String name, String command, String prompt, String exit, boolean completes) throws Exception {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        "script", "-qec", "stty rows 24 cols 100; TERM=xterm exec " + command, "/dev/null")
                .redirectErrorStream(true)
                .start();
        try (Screen screen = new Screen(process.getInputStream());
                OutputStream keys = process.getOutputStream()) {
            screen.await(prompt);
            add("prompt              " + name, start);

            start = System.nanoTime();
            type(keys, "40+2\r");
            screen.await("42");
            screen.await(prompt);
            add("first answer        " + name, start);

            if (completes) {
                // The first one may wait for the compiler; what is felt is every later one.
                type(keys, "atlas.clusters.cr\t");
                screen.await("create(");
                type(keys, "\u0015");
                for (String receiver : List.of("atlas.org", "atlas.project", "cm.host")) {
                    start = System.nanoTime();
                    type(keys, receiver + "\t");
                    screen.await(receiver.substring(receiver.indexOf('.') + 1) + "s");
                    add("Tab, warm           " + name, start);
                    type(keys, "\u0015");
                }
            }
            type(keys, exit);
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private void add(String name, long start) {
        times.computeIfAbsent(name, key -> new ArrayList<>()).add((System.nanoTime() - start) / 1e6);
    }

    private void print() {
        times.forEach((name, all) -> {
            double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            System.out.printf(
                    Locale.ROOT,
                    "%-30s %7.0f ms [%.0f-%.0f]%n",
                    name,
                    sorted[sorted.length / 2],
                    sorted[0],
                    sorted[sorted.length - 1]);
        });
    }

    private static void type(OutputStream keys, String text) throws IOException {
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    private static String quoted(String file) {
        return "'" + file.replace("'", "'\\''") + "'";
    }

    private static boolean installed(String command) {
        Stream<Path> places = command.contains("/")
                ? Stream.of(Path.of(command))
                : Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, command));
        return places.anyMatch(Files::isExecutable);
    }

    /** What has been printed since the last text that was waited for, without the codes of the terminal. */
    private static final class Screen implements AutoCloseable {
        private final InputStream output;
        private final StringBuilder text = new StringBuilder();
        private final Thread reader = new Thread(this::read);

        Screen(InputStream output) {
            this.output = output;
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            byte[] buffer = new byte[8192];
            try {
                for (int n = output.read(buffer); n >= 0; n = output.read(buffer)) {
                    synchronized (text) {
                        text.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
                        text.notifyAll();
                    }
                }
            } catch (IOException e) {
                // The terminal is gone: whoever waits runs out of patience and says for what.
            }
        }

        void await(String wanted) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
            synchronized (text) {
                while (true) {
                    String plain = text.toString().replaceAll("\u001b\\[[0-9;?]*[A-Za-z]|\u001b[=>]", "");
                    int at = plain.indexOf(wanted);
                    if (at >= 0) {
                        text.setLength(0);
                        text.append(plain.substring(at + wanted.length()));
                        return;
                    }
                    long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                    if (left <= 0) {
                        throw new IllegalStateException("'" + wanted + "' did not appear; on the screen is:\n" + text);
                    }
                    text.wait(left);
                }
            }
        }

        @Override
        public void close() throws Exception {
            output.close();
        }
    }
}
