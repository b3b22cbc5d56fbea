package dev.ferry.script.analysis.complete;

import dev.ferry.api.atlas.Atlas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The names of the classes that a script may import: the public packages of the platform's base module, a few of Groovy's, and
 * those of both APIs. Read once, when somebody first completes the name of a class.
 */
final class Installed {

    private static final String CLASS = ".class";
    private static final String OURS = "dev/ferry/api/";

    private static final List<String> OF_GROOVY = List.of(
            "groovy.json.JsonOutput",
            "groovy.json.JsonSlurper",
            "groovy.time.TimeCategory",
            "groovy.transform.Canonical",
            "groovy.transform.Field",
            "groovy.transform.Immutable");

    private Installed() {}

    private static final class Read {
        static final List<String> NAMES = Stream.of(platform(), ours(), OF_GROOVY)
                .flatMap(List::stream)
                .sorted()
                .toList();
    }

    /** All of them with their packages, in the order of the alphabet. */
    static List<String> names() {
        return Read.NAMES;
    }

    private static List<String> platform() {
        Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
        return below(root, root.resolve("java"));
    }

    private static List<String> below(Path root, Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .flatMap(file -> name(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> name(String file) {
        boolean named = file.endsWith(CLASS) && !file.contains("$") && !file.contains("-");
        return named ? List.of(file.substring(0, file.length() - CLASS.length()).replace('/', '.')) : List.of();
    }

    private static List<String> ours() {
        try {
            Path place = Path.of(Atlas.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(place)) {
                return below(place, place.resolve(OURS));
            }
            List<String> names = new ArrayList<>();
            try (ZipFile jar = new ZipFile(place.toFile())) {
                jar.stream()
                        .map(ZipEntry::getName)
                        .filter(name -> name.startsWith(OURS))
                        .forEach(name -> names.addAll(name(name)));
            }
            return names;
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The place of our own classes is no file.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The simple names of the classes of some packages. */
    static List<String> in(List<String> packages) {
        return names().stream()
                .filter(name -> packages.contains(name.substring(0, name.lastIndexOf('.'))))
                .collect(Collectors.toList());
    }
}
