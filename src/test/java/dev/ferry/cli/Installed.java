package dev.ferry.cli;

import dev.ferry.Ferry;
import dev.ferry.JavaProcess;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Ferry as it is installed, in a jar: then Java can keep what a run loads, and the next one starts in half the time. */
final class Installed {
    private final Path archive;
    private final String path;

    private Installed(Path archive, String path) {
        this.archive = archive;
        this.path = path;
    }

    /** Puts it into a folder. */
    static Installed in(Path folder) throws IOException {
        Path classes;
        try {
            classes = Path.of(Ferry.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        Path jar = folder.resolve("ferry.jar");
        pack(classes, jar);
        // Java keeps nothing of what is in a folder.
        String libraries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> each.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
        return new Installed(folder.resolve("classes.jsa"), jar + File.pathSeparator + libraries);
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            out.setLevel(0);
            for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new ZipEntry(classes.relativize(each).toString().replace(File.separatorChar, '/')));
                Files.copy(each, out);
            }
        }
    }

    /** The first that ends by itself leaves behind what it has loaded; one that is debugged cannot. */
    ProcessBuilder command(List<String> java, List<String> args) {
        List<String> options = new ArrayList<>(java);
        if (Files.exists(archive)) {
            options.add("-XX:SharedArchiveFile=" + archive);
        } else if (java.isEmpty()) {
            options.add("-XX:ArchiveClassesAtExit=" + archive);
        }
        options.add("-Xlog:disable");
        options.add("-Xlog:all=error:stderr");
        ProcessBuilder builder = JavaProcess.of(Ferry.class, options, args);
        int at = builder.command().indexOf("-cp") + 1;
        builder.command().set(at, path);
        return builder;
    }
}
