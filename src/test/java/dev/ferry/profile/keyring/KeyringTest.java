package dev.ferry.profile.keyring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.output.Secret;
import dev.ferry.profile.StandInKeyring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyringTest {
    private static final String SECRET = "kept-in-a-keyring-4711";

    @TempDir
    Path folder;

    @Test
    void a_secret_is_kept_found_replaced_and_forgotten_and_is_in_no_command() throws Exception {
        StandInKeyring program = StandInKeyring.in(folder);
        Keyring keyring = Keyring.of(Map.of("PATH", program.path()), "Linux");

        keyring.store("acme/source", Secret.of("older-secret-4711"));
        keyring.store("acme/source", Secret.of(SECRET));

        assertEquals(SECRET, keyring.find("acme/source").reveal());
        assertEquals(SECRET, program.kept("ferry", "acme/source"));
        assertTrue(keyring.forget("acme/source"));
        assertFalse(keyring.forget("acme/source"));
        assertEquals(
                "the keyring (secret-tool) has nothing under acme/source",
                assertThrows(KeyringException.class, () -> keyring.find("acme/source"))
                        .getMessage());
        assertFalse(program.words().contains("secret-4711") || program.words().contains(SECRET), program.words());
    }

    @Test
    void a_keyring_that_does_not_run_is_one_sentence() throws Exception {
        StandInKeyring program = StandInKeyring.in(folder);
        program.breakDown();
        Keyring keyring = Keyring.of(Map.of("PATH", program.path()), "Linux");

        assertTrue(keyring.isThere());
        assertEquals(
                "the keyring (secret-tool) could not keep the secret: Cannot autolaunch D-Bus without X11 $DISPLAY",
                assertThrows(KeyringException.class, () -> keyring.store("a", Secret.of(SECRET)))
                        .getMessage());
        assertEquals(
                "the keyring (secret-tool) could not be read: Cannot autolaunch D-Bus without X11 $DISPLAY",
                assertThrows(KeyringException.class, () -> keyring.find("a")).getMessage());
    }

    /** More than a pipe holds, on the stream that comes second: where both wait for one thread, this never ends. */
    @Test
    void a_program_that_says_much_is_read_to_its_end() throws Exception {
        Path program = folder.resolve("secret-tool");
        Files.writeString(program, """
                #!/bin/sh
                i=0
                while [ $i -lt 3000 ]; do echo 'a warning of a library, again and again' >&2; i=$((i+1)); done
                echo %s
                """.formatted(SECRET));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));

        assertEquals(
                SECRET,
                Keyring.of(Map.of("PATH", folder.toString()), "Linux").find("a").reveal());
    }

    @Test
    void a_system_without_such_a_program_says_so() {
        Keyring none = Keyring.of(Map.of("PATH", folder.toString()), "Linux");
        Keyring windows = Keyring.of(Map.of("PATH", folder.toString()), "Windows 11");

        assertFalse(none.isThere());
        assertEquals(
                "secret-tool is not installed; it comes with the package libsecret-tools",
                assertThrows(KeyringException.class, () -> none.find("a")).getMessage());
        assertFalse(windows.isThere());
        assertEquals(
                "this system has no program that gives a secret of its keyring back",
                assertThrows(KeyringException.class, () -> windows.store("a", Secret.of(SECRET)))
                        .getMessage());
    }

    @Test
    void a_name_that_would_be_words_of_a_command_is_refused() {
        Keyring keyring = Keyring.of(Map.of("PATH", folder.toString()), "Mac OS X");

        assertThrows(KeyringException.class, () -> keyring.store("a\" -X 00\nquit", Secret.of(SECRET)));
        assertThrows(KeyringException.class, () -> keyring.find("-a"));
    }

    /** Against a stand-in for security, which was not tried on macOS: what goes where is what this is about. */
    @Test
    void on_macos_the_secret_goes_in_as_digits_on_standard_input() throws Exception {
        Path program = folder.resolve("security");
        Files.writeString(program, """
                #!/bin/sh
                here=$(dirname "$0")
                echo "$*" >> "$here/words"
                case "$1" in
                  -i) cat > "$here/input";;
                  find-generic-password) [ -f "$here/input" ] || { echo "security: The specified item could not be found in the keychain." >&2; exit 44; }
                    printf '%s\\n' kept-in-a-keyring-4711;;
                esac
                """);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        Keyring keyring = Keyring.of(Map.of("PATH", folder + ":" + System.getenv("PATH")), "Mac OS X");

        assertEquals(
                "the keyring (security) has nothing under acme/source",
                assertThrows(KeyringException.class, () -> keyring.find("acme/source"))
                        .getMessage());
        keyring.store("acme/source", Secret.of(SECRET));

        assertEquals(
                "add-generic-password -U -s ferry -a \"acme/source\" -X "
                        + "6b6570742d696e2d612d6b657972696e672d34373131\n",
                read("input"));
        assertEquals(SECRET, keyring.find("acme/source").reveal());
        assertFalse(read("words").contains("6b6570") || read("words").contains(SECRET), read("words"));
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }
}
