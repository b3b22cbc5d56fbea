package dev.ferry.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.dist.Launch;
import dev.ferry.profile.StandInKeyring;
import dev.ferry.shell.Tmux;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The questions of {@code ferry profile add}, on a real terminal: only there something can be typed that does not show. */
class ProfileAddIT {
    private static final String TYPED = "typed-and-not-shown-4711";

    @TempDir
    Path home;

    private StandInKeyring keyring;

    @BeforeEach
    void needsTmux() throws IOException {
        Tmux.needed();
        keyring = StandInKeyring.in(home.resolve("bin"));
    }

    private Tmux add(String environment) throws Exception {
        return new Tmux(
                home,
                60,
                24,
                "env -i TERM=xterm LC_ALL=C.UTF-8 HOME='" + home + "' PATH='" + home + "/bin':/usr/bin:/bin "
                        + environment + " '" + Launch.dist().resolve("bin/ferry") + "' profile add acme");
    }

    private static void answer(Tmux tmux, String question, String answer) throws Exception {
        tmux.awaitLast(question);
        tmux.type(answer);
        tmux.keys("Enter");
    }

    private void source(Tmux tmux) throws Exception {
        answer(tmux, "Public key or client id (Enter: none):", "abcdefgh");
        answer(tmux, "Private key (does not show):", TYPED);
        answer(tmux, "Address [https://cloud.mongodb.com]:", "https://ops.example.com:8443");
        answer(tmux, "File with certificates to trust (Enter: none):", "");
        tmux.await("Target, Atlas");
        answer(tmux, "Public key or client id (Enter: none):", "");
        answer(tmux, "Word for the prompt, as PROD or TEST:", "PROD");
    }

    @Test
    void a_typed_secret_goes_into_the_keyring_where_that_is_wanted_and_shows_nowhere() throws Exception {
        try (Tmux tmux = add("")) {
            source(tmux);
            answer(tmux, "Keep the secrets in the keyring (secret-tool) [y/N]:", "y");
            tmux.await("left: 0");
            assertFalse(tmux.written().contains(TYPED), tmux.written());
        }
        assertEquals(TYPED, keyring.kept("ferry", "acme/source"));
        assertFalse(keyring.words().contains(TYPED), keyring.words());
        String settings = Files.readString(home.resolve(".config/ferry/config.toml"));
        assertTrue(settings.contains("private_key_keyring = \"acme/source\""), settings);
        assertTrue(settings.contains("mode = \"read-only\""), settings);
        assertFalse(settings.contains(TYPED), settings);
    }

    @Test
    void without_that_it_goes_into_a_file_for_its_owner_alone() throws Exception {
        try (Tmux tmux = add("NO_COLOR=1")) {
            source(tmux);
            answer(tmux, "Keep the secrets in the keyring (secret-tool) [y/N]:", "");
            tmux.await("left: 0");
            assertFalse(tmux.written().contains(TYPED) || tmux.written().contains("\033["), tmux.written());
        }
        Path file = home.resolve(".config/ferry/config.toml");
        assertTrue(Files.readString(file).contains("private_key = \"" + TYPED + "\""));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("", keyring.words());
    }

    @Test
    void what_is_left_with_ctrl_c_halfway_leaves_nothing_behind() throws Exception {
        try (Tmux tmux = add("TERM=dumb")) {
            answer(tmux, "Public key or client id (Enter: none):", "abcdefgh");
            tmux.awaitLast("Private key (does not show):");
            tmux.type(TYPED);
            tmux.keys("C-c");
            tmux.await("left: 130");
            // The terminal shows again what is typed.
            tmux.type("shown again");
            tmux.await("shown again");
            assertFalse(tmux.written().contains(TYPED), tmux.written());
        }
        assertFalse(Files.exists(home.resolve(".config/ferry")));
        assertEquals("", keyring.words());
    }
}
