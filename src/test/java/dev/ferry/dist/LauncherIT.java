package dev.ferry.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.dist.Launch.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the launcher finds itself and a Java. The Java here is a script that says how it was called. */
final class LauncherIT {
    @TempDir
    private Path folder;

    @Test
    void options_and_arguments_arrive_as_they_were_given() throws IOException {
        Path java = java("java", "17.0.1");
        // The letter comes from a shell: where the locale is POSIX, Java cannot hand it to a process.
        Path typed = script(
                "typed", "exec '" + Launch.dist().resolve("bin/ferry") + "' \"$@\" \"$(printf '\\303\\274')\"\n");
        Result result = launch().with("FERRY_JAVA_HOME", java)
                .with("FERRY_JAVA_OPTS", "-Da=1  -Db=*")
                .run(typed, "-e", "println 'a  b'", "", "*");
        List<String> lines = result.out().lines().toList();
        assertEquals(
                List.of("-Da=1", "-Db=*", "-jar", Launch.dist().toRealPath() + "/lib/ferry.jar"),
                lines.subList(lines.size() - 9, lines.size() - 5));
        assertEquals(List.of("-e", "println 'a  b'", "", "*", "ü"), lines.subList(lines.size() - 5, lines.size()));
        assertEquals("", result.err());
    }

    @Test
    void the_launcher_becomes_java_and_passes_its_exit_code_on() throws IOException {
        Path java = java("java", "17.0.1");
        assertEquals(
                42,
                launch().with("FERRY_JAVA_HOME", java).with("EXIT", "42").run().code());
    }

    @Test
    void short_starts_are_preferred_to_long_computations_until_the_user_says_otherwise() throws IOException {
        Path java = java("java", "17.0.1");
        String option = "-XX:TieredStopAtLevel=1";
        assertTrue(launch().with("FERRY_JAVA_HOME", java).run().out().contains(option));
        assertFalse(launch().with("FERRY_JAVA_HOME", java)
                .with("FERRY_JIT", "full")
                .run()
                .out()
                .contains(option));
    }

    @Test
    void a_chain_of_links_leads_to_the_installation() throws IOException {
        Path java = java("java", "17.0.1");
        Path here = Files.createDirectories(folder.resolve("a b/bin"));
        Path there = Files.createDirectories(folder.resolve("there"));
        Path last =
                Files.createSymbolicLink(there.resolve("last"), Launch.dist().resolve("bin/ferry"));
        Path middle = Files.createSymbolicLink(there.resolve("mid dle"), Path.of("last"));
        Path first = Files.createSymbolicLink(here.resolve("ferry"), Path.of("../../there/mid dle"));
        for (Path link : List.of(last, middle, first)) {
            Result result = launch().with("FERRY_JAVA_HOME", java).run(link, "--version");
            assertTrue(result.out().contains(Launch.dist().toRealPath() + "/lib/ferry.jar"), result::toString);
        }
        // JUnit warns of links that lead out of its folder.
        for (Path link : List.of(last, middle, first)) {
            Files.delete(link);
        }
    }

    @Test
    void blanks_in_both_folders_do_no_harm() throws IOException {
        Path java = java("a java of mine", "21");
        Path dist = Launch.copy(folder.resolve("my  programs/ferry"));
        Result result = Launch.of(dist)
                .with("FERRY_ARCHIVE", "off")
                .with("JAVA_HOME", java)
                .run("--version");
        assertTrue(result.out().contains(dist.toRealPath() + "/lib/ferry.jar\n--version"), result::toString);
    }

    @Test
    void its_own_variable_goes_before_java_home_and_that_before_the_path() throws IOException {
        Map<String, Path> homes =
                Map.of("own", java("own", "17"), "common", java("common", "17"), "path", java("path", "17"));
        Launch launch = launch().with("PATH", homes.get("path") + "/bin:/usr/bin:/bin");
        assertTrue(launch.run().out().startsWith("path\n"));
        launch.with("JAVA_HOME", homes.get("common"));
        assertTrue(launch.run().out().startsWith("common\n"));
        launch.with("FERRY_JAVA_HOME", homes.get("own"));
        assertTrue(launch.run().out().startsWith("own\n"));
        launch.with("FERRY_JAVA_HOME", "");
        assertTrue(launch.run().out().startsWith("common\n"));
    }

    @Test
    void no_java_at_all_is_one_sentence() throws IOException {
        Result result = launch().with("PATH", Files.createDirectory(folder.resolve("empty")))
                .run();
        assertEquals(
                new Result(
                        2,
                        "",
                        "ferry: no Java was found; install Java 17 or newer, or set FERRY_JAVA_HOME to its folder.\n"),
                result);
    }

    @ParameterizedTest
    @CsvSource({"FERRY_JAVA_HOME", "JAVA_HOME"})
    void a_variable_that_names_no_java_is_one_sentence(String variable) {
        Result result = launch().with(variable, folder).run();
        assertEquals(
                new Result(
                        2,
                        "",
                        "ferry: " + variable + " (" + folder + ") holds no bin/java; "
                                + "set it to the folder of Java 17 or newer, or unset it.\n"),
                result);
    }

    @ParameterizedTest
    @CsvSource({"11.0.2", "1.8.0_392", "16"})
    void an_old_java_is_one_sentence(String version) throws IOException {
        Path java = java("old", version);
        Result result = launch().with("JAVA_HOME", java).run();
        assertEquals(
                new Result(
                        2,
                        "",
                        "ferry: JAVA_HOME (" + java + ") is Java " + version
                                + "; Ferry needs Java 17 or newer: set FERRY_JAVA_HOME to its folder.\n"),
                result);
    }

    @ParameterizedTest
    @CsvSource({"11.0.2, 2", "17.0.9, 0", "26-ea, 0"})
    void a_java_without_a_release_file_is_asked_for_its_version(String version, int code) throws IOException {
        Path java = java("java", version);
        Files.delete(java.resolve("release"));
        Result result = launch().with("JAVA_HOME", java).run("--version");
        assertEquals(code, result.code(), result::toString);
    }

    private static Launch launch() {
        return Launch.of(Launch.dist()).with("FERRY_ARCHIVE", "off");
    }

    private Path java(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(name + "/bin/java", """
                [ "$1" != -version ] || { echo 'openjdk version "%s" 2023-10-17' >&2; exit; }
                echo '%s'
                printf '%%s\\n' "$@"
                exit ${EXIT-0}
                """.formatted(version, name));
        return home;
    }

    private Path script(String name, String text) throws IOException {
        Path script = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text);
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
