package dev.ferry.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FoldersTest {
    @TempDir
    Path temporary;

    @Test
    void the_folders_lie_below_the_home_of_the_environment() {
        Folders folders = Folders.of(Environment.of(Map.of("HOME", "/home/ada")));

        assertEquals(
                new Folders(
                        Path.of("/home/ada/.config/ferry"),
                        Path.of("/home/ada/.local/state/ferry"),
                        Path.of("/home/ada/.cache/ferry")),
                folders);
    }

    @Test
    void the_xdg_variables_move_them_and_a_relative_one_is_ignored() {
        Folders folders = Folders.of(Environment.of(Map.of(
                "HOME", "/home/ada", "XDG_CONFIG_HOME", "/etc/ada", "XDG_STATE_HOME", "state", "XDG_CACHE_HOME", " ")));

        assertEquals(
                new Folders(
                        Path.of("/etc/ada/ferry"),
                        Path.of("/home/ada/.local/state/ferry"),
                        Path.of("/home/ada/.cache/ferry")),
                folders);
    }

    @Test
    void a_made_file_is_for_its_owner_alone_and_an_open_one_is_closed() throws IOException {
        Path file = temporary.resolve("state/history");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "kept\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        Folders.makeFile(file);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
        assertEquals("kept\n", Files.readString(file));
    }

    @Test
    void a_blank_variable_counts_as_absent_and_no_value_shows_in_the_text() {
        Environment environment = Environment.of(Map.of("A", " ", "KEY", "s3cret-word"));

        assertNull(environment.get("A"));
        assertEquals("Environment[A, KEY]", environment.toString());
    }
}
