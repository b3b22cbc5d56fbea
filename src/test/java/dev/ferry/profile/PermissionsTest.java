package dev.ferry.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ferry.suite.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real files with real permissions. */
final class PermissionsTest {
    @TempDir
    Path home;

    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void a_home() {
        variables.put("HOME", home.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-"})
    void a_file_of_a_secret_that_others_can_read_is_refused_with_the_command(String permissions) throws IOException {
        Path key = Files.writeString(home.resolve("a key"), "in-a-file-4711");
        settings("[profiles.a.source]\npublic_key = \"abcdefgh\"\nprivate_key_file = \"~/a key\"\n");
        set(key, permissions);

        assertEquals(key + " holds a secret and others can read it; run: chmod 600 '" + key + "'", refused());

        set(key, "rw-------");
        assertEquals("abcdefgh", connect().credentials().id());
    }

    @Test
    void a_link_to_a_secret_is_judged_by_what_it_leads_to() throws IOException {
        Path real = Files.writeString(home.resolve("real"), "in-a-file-4711");
        Path link = Files.createSymbolicLink(home.resolve("link"), real);
        settings("[profiles.a.source]\npublic_key = \"abcdefgh\"\nprivate_key_file = \"~/link\"\n");
        set(real, "rw-r--r--");
        assertEquals(link + " holds a secret and others can read it; run: chmod 600 " + link, refused());

        set(real, "r--------");
        assertEquals("abcdefgh", connect().credentials().id());
    }

    @Test
    void a_pipe_of_the_shell_is_as_good_as_a_closed_file() throws IOException {
        settings("[profiles.a.source]\npublic_key = \"abcdefgh\"\nprivate_key_file = \"/dev/null\"\n");

        assertEquals(
                "/dev/null, which profiles.a.source.private_key_file in " + file()
                        + " names, is empty; write the secret into it.",
                refused());
    }

    @ParameterizedTest
    @CsvSource({
        "config.toml,rw----rw-,chmod 600,true",
        "config.toml,rw-r--r--,,false",
        "'',rwx---rwx,chmod 700,true",
        "'',rwxr-xr-x,,false"
    })
    void settings_that_others_can_change_are_refused_even_without_a_secret(
            String name, String permissions, String command, boolean refused) throws IOException {
        settings("[profiles.a]\n");
        Path path = name.isEmpty() ? file().getParent() : file();
        set(path, permissions);
        if (refused) {
            String message = String.valueOf(
                    assertThrows(SettingsException.class, () -> profiles().list())
                            .getMessage());
            assertEquals(command + " " + path, message.substring(message.indexOf("run: ") + 5), message);
        } else {
            assertEquals(1, profiles().list().size());
        }
    }

    @Test
    void the_folder_that_a_linked_settings_file_really_lies_in_counts_too() throws IOException {
        Path real = Files.createDirectories(home.resolve("dotfiles")).resolve("ferry.toml");
        Files.writeString(real, "[profiles.a]\n");
        Folders.make(file().getParent());
        Files.createSymbolicLink(file(), real);
        set(real.getParent(), "rwx---rwx");

        String message = String.valueOf(
                assertThrows(SettingsException.class, () -> profiles().list()).getMessage());
        assertEquals(
                real.getParent()
                        + " can be changed by others, and so can config.toml in it; look at what that says and run:"
                        + " chmod 700 " + real.getParent(),
                message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.toml", ""})
    void settings_of_another_owner_are_refused_and_the_command_mends_them(String name) throws Exception {
        Needs.root();
        settings("[profiles.a]\n");
        Path path = name.isEmpty() ? file().getParent() : file();
        Files.setOwner(
                path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));

        String message = String.valueOf(
                assertThrows(SettingsException.class, () -> profiles().list()).getMessage());

        assertEquals(
                path + " belongs to nobody, and you are root; look at what it says and run: chown root " + path,
                message);
        Process mend = new ProcessBuilder(List.of("sh", "-c", message.substring(message.indexOf("chown")))).start();
        assertEquals(0, mend.waitFor());
        assertEquals(1, profiles().list().size());
    }

    @Test
    void the_command_that_is_named_mends_it() throws Exception {
        settings("[profiles.a.source]\npublic_key = \"abcdefgh\"\nprivate_key = \"in-the-settings-4711\"\n");
        set(file(), "rw-r--r--");
        String message = refused();

        Process mend = new ProcessBuilder(List.of("sh", "-c", message.substring(message.indexOf("chmod")))).start();

        assertEquals(0, mend.waitFor());
        assertEquals("abcdefgh", connect().credentials().id());
    }

    private String refused() {
        return String.valueOf(
                assertThrows(SettingsException.class, this::connect).getMessage());
    }

    private Connection connect() {
        Side side = profiles().resolve("a").orElseThrow().source();
        if (side == null) {
            throw new IllegalStateException("the profile has a source");
        }
        return side.connect(Environment.of(variables));
    }

    private Profiles profiles() {
        return Profiles.of(Environment.of(variables));
    }

    private Path file() {
        return home.resolve(".config/ferry/config.toml");
    }

    private void settings(String text) throws IOException {
        Folders.write(file(), text);
    }

    private static void set(Path file, String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
