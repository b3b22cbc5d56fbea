package dev.ferry.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packed Ferry in a real terminal, as a person drives it. */
class ShellIT {
    private static final String PROMPT = "ferry SANDBOX writable>";

    @TempDir
    Path home;

    @BeforeEach
    void needsTmux() {
        Tmux.needed();
    }

    private Tmux start(String environment, String arguments) throws Exception {
        String ferry = Path.of(System.getProperty("ferry.dist", "target/ferry"), "bin", "ferry")
                .toAbsolutePath()
                .toString();
        String clean = "env -u XDG_CONFIG_HOME -u XDG_STATE_HOME -u XDG_CACHE_HOME -u NO_COLOR HOME='" + home + "' ";
        return new Tmux(home, 120, 50, clean + environment + " '" + ferry + "' " + arguments);
    }

    @Test
    void a_session_from_the_first_tab_to_the_exit() throws Exception {
        try (Tmux tmux = start("", "--sandbox")) {
            tmux.awaitLast(PROMPT);
            // Loads Groovy for certain, however busy the machine is: a Tab does not wait for it.
            tmux.type("'wa' + 'rm'");
            tmux.keys("Enter");
            tmux.await("\nwarm\n");
            tmux.type("atlas.");
            tmux.keys("Tab");
            String menu = tmux.await("liveMigrations");
            assertTrue(menu.contains("projects") && menu.contains("clusters"), menu);
            tmux.type("proj");
            tmux.keys("Tab");
            tmux.await(PROMPT + " atlas.projects");
            tmux.keys("Enter");
            String table = tmux.await("the table", screen -> screen.contains("orgId") && screen.endsWith(PROMPT));
            assertTrue(table.contains("shop"), table);

            tmux.type("atlas.projects.findAll {");
            tmux.keys("Enter");
            tmux.await("\n                      >");
            tmux.type("it.name == 'shop'");
            tmux.keys("Enter");
            tmux.type("}*.name.join() + '!'");
            tmux.keys("Enter");
            tmux.await("\nshop!\n" + PROMPT);

            tmux.type("atlas.projcts");
            tmux.keys("Enter");
            String error = tmux.await("Atlas has no 'projcts'. Did you mean 'projects'?");
            assertFalse(error.contains("\tat "), error);

            tmux.type("println 'be' + 'gun'; await('the end of time', timeout: '2h') { false }");
            tmux.keys("Enter");
            tmux.await("\nbegun\n");
            tmux.keys("C-c");
            tmux.await("Stopping");
            tmux.await("the prompt", screen -> screen.endsWith(PROMPT));

            tmux.type("/exit");
            tmux.keys("Enter");
            tmux.await("left: 0");
        }
        Path history = home.resolve(".local/state/ferry/history");
        assertTrue(Files.readString(history).contains("atlas.projcts"), Files.readString(history));
        assertEquals(
                "rw-------",
                java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(history)));
    }

    @Test
    void a_hint_and_a_suggestion_are_shown_and_leave_nothing_behind() throws Exception {
        try (Tmux tmux = start("", "--sandbox")) {
            tmux.awaitLast(PROMPT);
            tmux.type("atlas.clusters.get(");
            tmux.await("\natlas.clusters.get(groupId, clusterName");
            tmux.type("'东京', ");
            tmux.await("\nclusterName (String, required)");
            tmux.keys("F1");
            tmux.await(
                    "help, and the line again",
                    screen -> screen.contains(PROMPT + " /help atlas.clusters.get\n")
                            && screen.contains("\n" + PROMPT + " atlas.clusters.get('东京',"));
            tmux.keys("C-c");
            tmux.await("a clean line", screen -> screen.endsWith("atlas.clusters.get('东京',\n" + PROMPT));
            tmux.type("'wa' + 'rm'");
            tmux.keys("Enter");
            tmux.await("\nwarm\n");
            tmux.type("'w");
            tmux.awaitLast("\n" + PROMPT + " 'wa' + 'rm'");
            tmux.keys("F2");
            tmux.awaitLast("\n" + PROMPT + " 'w");
        }
    }

    @Test
    void ctrl_c_ends_a_call_to_a_server_that_does_not_answer() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Tmux tmux = start(
                        "MONGODB_ATLAS_PUBLIC_API_KEY=abcdefgh MONGODB_ATLAS_PRIVATE_API_KEY=00000000-0000-0000-0000-000000000000"
                                + " MONGODB_ATLAS_BASE_URL=http://127.0.0.1:" + silent.getLocalPort(),
                        "")) {
            tmux.await("the prompt", screen -> screen.endsWith(">"));
            tmux.type("atlas.orgs");
            tmux.keys("Enter");
            try (Socket call = silent.accept()) {
                assertTrue(call.getInputStream().read() >= 0, "the call has left");
                tmux.keys("C-c");
                tmux.await("Stopping");
                tmux.await("the prompt", screen -> screen.endsWith(">") && !screen.endsWith("atlas.orgs"));
            }
            tmux.type("6 * 7");
            tmux.keys("Enter");
            tmux.await("\n42\n");
            tmux.keys("C-d");
            tmux.await("left: 0");
        }
    }
}
