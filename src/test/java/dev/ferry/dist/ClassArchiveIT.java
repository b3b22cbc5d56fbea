package dev.ferry.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ferry.dist.Launch.Result;
import dev.ferry.suite.OwnThread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The class archive is made, used and missed without a word, on each Java of this machine from 17 on. */
final class ClassArchiveIT {
    @TempDir
    private Path folder;

    @Test
    void the_packed_folder_starts_from_its_archive() throws IOException {
        Path java = Path.of(System.getProperty("java.home"));
        Path loaded = folder.resolve("loaded");
        Result result = Launch.of(Launch.dist())
                .with("HOME", folder)
                .with("FERRY_JAVA_HOME", java)
                .with("FERRY_JAVA_OPTS", logging(loaded))
                .run("--version");
        assertQuiet(result);
        assertTrue(fromArchive(loaded), "the main class was loaded from the jar");
        assertEquals(List.of(), files(folder.resolve(".cache")));
    }

    @ParameterizedTest
    @MethodSource("javas")
    void a_first_start_makes_the_archive_that_the_next_one_uses(Path java) throws IOException, InterruptedException {
        Path dist = Launch.copy(folder.resolve("unpacked"));
        Path cache = Files.createDirectories(folder.resolve("cache/ferry"));
        Path loaded = folder.resolve("loaded");
        Launch launch =
                Launch.of(dist).with("XDG_CACHE_HOME", cache.getParent()).with("FERRY_JAVA_HOME", java);

        try (WatchService watch = cache.getFileSystem().newWatchService()) {
            cache.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
            CompletableFuture<Result> other = OwnThread.begin(() -> launch.run("--version"));
            assertQuiet(launch.run("--version"));
            assertQuiet(other.join());
            while (files(cache).size() != 1 || !files(cache).get(0).toString().endsWith(".archive")) {
                WatchKey key = watch.poll(60, TimeUnit.SECONDS);
                assertTrue(key != null, () -> "no archive was made; there is " + files(cache));
                key.pollEvents();
                key.reset();
            }
        }
        assertQuiet(launch.with("FERRY_JAVA_OPTS", logging(loaded)).run("--version"));
        assertTrue(fromArchive(loaded), "the main class was loaded from the jar");
        assertQuiet(launch.with("FERRY_JIT", "full").run("--version"));
    }

    @ParameterizedTest
    @MethodSource("javas")
    void a_damaged_archive_is_passed_over(Path java) throws IOException, InterruptedException {
        Path dist = Launch.copy(folder.resolve("ferry"));
        Launch launch = Launch.of(dist).with("HOME", folder).with("FERRY_JAVA_HOME", java);
        assertQuiet(launch.with("FERRY_ARCHIVE", "build").run());
        Path archive = files(dist.resolve("lib/archive")).get(0);
        Files.delete(archive);
        Files.writeString(archive, "not an archive");
        assertQuiet(launch.with("FERRY_ARCHIVE", "").run("--version"));
    }

    @ParameterizedTest
    @MethodSource("javas")
    void a_cache_folder_that_cannot_be_written_changes_nothing(Path java) throws IOException {
        Path dist = Launch.copy(folder.resolve("ferry"));
        Path file = Files.createFile(folder.resolve("file"));
        Launch launch = Launch.of(dist).with("FERRY_JAVA_HOME", java);
        assertQuiet(launch.run("--version"));
        assertQuiet(launch.with("HOME", file).run("--version"));
        assertQuiet(launch.with("XDG_CACHE_HOME", file).run("--version"));
        assertQuiet(launch.with("XDG_CACHE_HOME", "/proc/none").run("--version"));
    }

    /** One installation for each version beside the Java of this run, itself included. */
    static Stream<Path> javas() throws IOException {
        Path own = Path.of(System.getProperty("java.home")).toRealPath();
        TreeMap<Integer, Path> javas = new TreeMap<>();
        try (Stream<Path> siblings = Files.list(own.getParent())) {
            for (Path sibling : siblings.filter(sibling -> Files.isExecutable(sibling.resolve("bin/java")))
                    .toList()) {
                Path release = sibling.resolve("release");
                if (Files.isRegularFile(release)) {
                    javas.putIfAbsent(feature(Files.readString(release)), sibling.toRealPath());
                }
            }
        }
        javas.put(Runtime.version().feature(), own);
        return Stream.of(javas.ceilingEntry(17), javas.lastEntry())
                .map(java -> java.getValue())
                .distinct();
    }

    private static int feature(String release) {
        return release.lines()
                .filter(line -> line.startsWith("JAVA_VERSION="))
                .map(line -> line.replaceFirst("^JAVA_VERSION=\"(?:1\\.)?(\\d+).*", "$1"))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
    }

    private static String logging(Path file) {
        return "-Xlog:class+load:file=" + file;
    }

    private static boolean fromArchive(Path loaded) throws IOException {
        try (Stream<String> lines = Files.lines(loaded)) {
            return lines.anyMatch(line -> line.contains("dev.ferry.Ferry source: shared objects file"));
        }
    }

    private static void assertQuiet(Result result) {
        assertEquals(0, result.code(), result::toString);
        assertEquals("", result.err());
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
