import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The same questions asked of Ferry, groovysh and jshell, in a real terminal, by typing a text and pressing Tab: was it offered, how long
 * did it take, and how many calls reached the server, which is one of our own on the loopback address. All three have the same objects
 * under the same names.
 *
 * <pre>
 *   mvn -q package -DskipTests
 *   GROOVYSH_CLASSPATH=… java src/bench/SideBySide.java      needs tmux; jshell comes with the JDK
 * </pre>
 *
 * GROOVYSH_CLASSPATH is the class path of groovysh; without it groovysh is left out. FERRY and JSHELL name other launchers.
 */
public final class SideBySide {
    private static final String FERRY = System.getenv().getOrDefault("FERRY", "target/ferry/bin/ferry");
    private static final String JSHELL = System.getenv().getOrDefault("JSHELL", "jshell");
    private static final String GROOVYSH_CLASSPATH = System.getenv().getOrDefault("GROOVYSH_CLASSPATH", "");
    private static final Path QUESTIONS = Path.of("src/bench/questions.tsv");
    private static final long PATIENCE_MS = 4_000;
    /** A screen that does not change for so long has said what it has to say; groovysh needs it for its first answers. */
    private static final long QUIET_MS = 1_200;

    private static final String CONNECT =
            "new dev.ferry.api.http.ApiClient(new dev.ferry.profile.Connection(URI.create(\"%s\"), new dev.ferry.profile.ApiKey(\"abcdefgh\","
                    + " dev.ferry.output.Secret.of(\"not-a-real-key\")), null), dev.ferry.api.http.ApiClient.Settings.defaults())";

    private record Question(String groovy, String java, String offered, String offeredJava) {}

    private record Answer(String verdict, long millis, int calls, int changes) {}

    /** A shell that is asked, and how it says things. */
    private record Tool(String name, String prompt, List<String> command, List<String> setUp, boolean java) {}

    private static final AtomicInteger CALLS = new AtomicInteger();
    private static final AtomicInteger CHANGES = new AtomicInteger();

    /** Asks everything and prints the table. */
    public static void main(String[] args) throws Exception {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", SideBySide::answer);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        List<Question> questions = questions();
        Map<String, List<Answer>> answers = new LinkedHashMap<>();
        try {
            for (Tool tool : tools(url)) {
                answers.put(tool.name(), ask(tool, url, questions));
            }
        } finally {
            server.stop(0);
        }
        print(questions, answers);
    }

    private static List<Question> questions() throws IOException {
        return Files.readAllLines(QUESTIONS).stream()
                .filter(line -> !line.startsWith("#") && !line.startsWith("groovy\t"))
                .map(line -> line.split("\t", -1))
                .map(cells -> new Question(cells[0], cells[1], cells[2], cells[3].equals("-") ? cells[2] : cells[3]))
                .toList();
    }

    private static List<Tool> tools(String url) {
        String lib = Path.of(FERRY).toAbsolutePath().getParent().resolveSibling("lib") + "/*";
        String client = String.format(Locale.ROOT, CONNECT, url).replace("URI", "java.net.URI");
        List<Tool> tools = new ArrayList<>();
        tools.add(new Tool("ferry", "writable>", List.of(FERRY), List.of("1 + 1", "atlas.orgs.list().size()"), false));
        if (!GROOVYSH_CLASSPATH.isEmpty()) {
            tools.add(new Tool(
                    "groovysh",
                    "groovy>",
                    List.of("java", "-cp", GROOVYSH_CLASSPATH + ":" + expanded(lib), "org.apache.groovy.groovysh.Main"),
                    List.of(
                            "atlas = new dev.ferry.api.atlas.Atlas(" + client + ")",
                            "cm = new dev.ferry.api.cloudmanager.CloudManager(" + client + ")",
                            "atlas.orgs.list().size()"),
                    false));
        }
        tools.add(new Tool(
                "jshell",
                "jshell>",
                List.of(JSHELL, "--class-path", expanded(lib)),
                List.of(
                        "var atlas = new dev.ferry.api.atlas.Atlas(" + client + ")",
                        "var cm = new dev.ferry.api.cloudmanager.CloudManager(" + client + ")",
                        "atlas.getOrgs().list().size()"),
                true));
        return tools;
    }

    /** The jars of a folder, without those that a shell brings itself. */
    private static String expanded(String folder) {
        String[] jars = Path.of(folder.substring(0, folder.length() - 2)).toFile().list();
        return Arrays.stream(jars == null ? new String[0] : jars)
                .filter(jar -> jar.endsWith(".jar") && !jar.startsWith("jline"))
                .map(jar -> folder.substring(0, folder.length() - 1) + jar)
                .reduce((one, other) -> one + ":" + other)
                .orElseThrow(() -> new IllegalStateException("There are no jars in " + folder + "; package Ferry first."));
    }

    private static List<Answer> ask(Tool tool, String url, List<Question> questions) throws Exception {
        List<Answer> answers = new ArrayList<>();
        try (Screen screen = new Screen(tool, url)) {
            for (String line : tool.setUp()) {
                screen.type(line);
                screen.key("Enter");
                screen.settle(60_000, 3_000);
            }
            for (Question question : questions) {
                String text = tool.java() ? question.java() : question.groovy();
                String wanted = tool.java() ? question.offeredJava() : question.offered();
                answers.add(text.equals("-") ? new Answer("cannot say", 0, 0, 0) : answer(screen, text, wanted));
            }
        }
        return answers;
    }

    private static Answer answer(Screen screen, String text, String wanted) throws Exception {
        screen.clear();
        screen.type(text);
        screen.settle(PATIENCE_MS, 300);
        int calls = CALLS.get();
        int changes = CHANGES.get();
        long start = System.nanoTime();
        screen.key("Tab");
        boolean offered = screen.shows(text, wanted);
        if (!offered) {
            // Some shells show the list at the second Tab only.
            screen.key("Tab");
            offered = screen.shows(text, wanted);
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        screen.settle(PATIENCE_MS, 300);
        return new Answer(offered ? "yes" : "no", offered ? millis : -1, CALLS.get() - calls, CHANGES.get() - changes);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        CALLS.incrementAndGet();
        if (!exchange.getRequestMethod().equals("GET")) {
            CHANGES.incrementAndGet();
        }
        exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        String one = path.endsWith("/groups")
                ? "{\"id\":\"5f00000000000000000000aa\",\"orgId\":\"5f00000000000000000000bb\",\"name\":\"Shop\"}"
                : "{\"id\":\"5f00000000000000000000bb\",\"name\":\"Acme\"}";
        boolean many = path.endsWith("/orgs") || path.endsWith("/groups") || path.endsWith("/clusters");
        String body = many && exchange.getRequestMethod().equals("GET")
                ? "{\"results\":[" + one + "],\"totalCount\":1}"
                : one;
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void print(List<Question> questions, Map<String, List<Answer>> answers) {
        System.out.printf("%-64s", "typed, then Tab");
        answers.keySet().forEach(name -> System.out.printf("  %-20s", name));
        System.out.println();
        for (int i = 0; i < questions.size(); i++) {
            String shown = questions.get(i).groovy();
            System.out.printf("%-64s", shown.length() > 62 ? shown.substring(0, 61) + "…" : shown);
            for (List<Answer> each : answers.values()) {
                System.out.printf("  %-20s", text(each.get(i)));
            }
            System.out.println();
        }
        System.out.printf("%-64s", "offered · calls (of them changes) · median ms");
        answers.values().forEach(each -> System.out.printf("  %-20s", summary(each)));
        System.out.println();
    }

    private static String text(Answer answer) {
        String calls = answer.calls() == 0
                ? ""
                : " " + answer.calls() + " calls" + (answer.changes() > 0 ? ", " + answer.changes() + " CHANGE" : "");
        return answer.verdict() + (answer.verdict().equals("yes") ? " " + answer.millis() + " ms" : "") + calls;
    }

    private static String summary(List<Answer> answers) {
        long[] times = answers.stream()
                .filter(answer -> answer.verdict().equals("yes"))
                .mapToLong(Answer::millis)
                .sorted()
                .toArray();
        return times.length + " · " + answers.stream().mapToInt(Answer::calls).sum() + " ("
                + answers.stream().mapToInt(Answer::changes).sum() + ") · " + (times.length == 0 ? "-" : times[times.length / 2]);
    }

    /** A shell in a terminal of tmux. */
    private static final class Screen implements AutoCloseable {
        private static final String SOCKET = "ferry-bench-" + ProcessHandle.current().pid();

        Screen(Tool tool, String url) throws Exception {
            Path home = Files.createTempDirectory("ferry-bench");
            List<String> command = new ArrayList<>(List.of("env", "-u", "JAVA_TOOL_OPTIONS", "HOME=" + home, "TERM=screen-256color"));
            for (String side : List.of("MONGODB_ATLAS", "MCLI")) {
                command.add(side + "_PUBLIC_API_KEY=abcdefgh");
                command.add(side + "_PRIVATE_API_KEY=not-a-real-key");
                command.add(side + "_OPS_MANAGER_URL=" + url);
            }
            command.addAll(tool.command());
            List<String> start = new ArrayList<>(List.of("new-session", "-d", "-x", "140", "-y", "60"));
            start.add(quoted(command));
            tmux(start.toArray(String[]::new));
            long began = System.nanoTime();
            while (!tmux("capture-pane", "-p").contains(tool.prompt())) {
                if (System.nanoTime() - began > 60_000L * 1_000_000) {
                    throw new IllegalStateException(tool.name() + " shows no prompt:\n" + tmux("capture-pane", "-p"));
                }
                Thread.sleep(30);
            }
            settle(60_000, 3_000);
        }

        void type(String text) throws Exception {
            tmux("send-keys", "-l", text);
        }

        void key(String name) throws Exception {
            tmux("send-keys", name);
        }

        /** Drops the line, and the menu that may be open, and empties the screen. */
        void clear() throws Exception {
            key("C-c");
            settle(PATIENCE_MS, 200);
            key("C-c");
            settle(PATIENCE_MS, 200);
            key("C-l");
            settle(PATIENCE_MS, 200);
        }

        /** Whether something that was not typed is on the screen before it has long been quiet. */
        boolean shows(String typed, String wanted) throws Exception {
            long start = System.nanoTime();
            String before = "";
            long since = start;
            while (System.nanoTime() - start < PATIENCE_MS * 1_000_000 && System.nanoTime() - since < QUIET_MS * 1_000_000) {
                String now = tmux("capture-pane", "-p", "-J");
                if (Arrays.stream(wanted.split("\\|")).anyMatch(each -> offered(now, typed, each))) {
                    return true;
                }
                since = now.equals(before) ? since : System.nanoTime();
                before = now;
                Thread.sleep(10);
            }
            return false;
        }

        private static boolean offered(String screen, String typed, String wanted) {
            return screen.replace(typed, "\u0000").contains(wanted) || completed(screen, typed, wanted);
        }

        /** Whether the word that was begun has been completed in the line itself. */
        private static boolean completed(String screen, String typed, String wanted) {
            int word = typed.length();
            while (word > 0 && Character.isJavaIdentifierPart(typed.charAt(word - 1))) {
                word--;
            }
            return word < typed.length() && screen.contains(typed.substring(0, word) + wanted);
        }

        void settle(long patience, long quiet) throws Exception {
            long start = System.nanoTime();
            long since = start;
            String before = "";
            while (System.nanoTime() - start < patience * 1_000_000 && System.nanoTime() - since < quiet * 1_000_000) {
                String now = tmux("capture-pane", "-p");
                since = now.equals(before) ? since : System.nanoTime();
                before = now;
                Thread.sleep(30);
            }
        }

        @Override
        public void close() throws Exception {
            tmux("kill-server");
        }

        private static String quoted(List<String> command) {
            return command.stream()
                    .map(word -> "'" + word.replace("'", "'\\''") + "'")
                    .reduce((one, other) -> one + " " + other)
                    .orElseThrow();
        }

        private static String tmux(String... words) throws Exception {
            List<String> command = new ArrayList<>(List.of("tmux", "-L", SOCKET));
            command.addAll(Arrays.asList(words));
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output;
        }
    }
}
