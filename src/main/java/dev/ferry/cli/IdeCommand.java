package dev.ferry.cli;

import dev.ferry.api.catalog.Catalogs;
import dev.ferry.profile.Folders;
import dev.ferry.script.FerryScript;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** {@code ferry ide}: writes what IntelliJ IDEA and VS Code need to complete scripts. */
final class IdeCommand implements Callable<Integer> {
    private static final String GDSL = "ferry.gdsl";
    private static final String SETTINGS = ".vscode/settings.json";
    private static final String LIBRARY = ".idea/libraries/ferry.xml";

    private final CommandLineInterface ferry;

    private String folder = ".";
    private boolean force;

    IdeCommand(CommandLineInterface ferry) {
        this.ferry = ferry;
    }

    CommandSpec spec() {
        CommandSpec command = Words.command(
                "ide",
                this,
                "Write what IntelliJ IDEA and VS Code need to complete scripts into a folder.",
                "That is " + GDSL + ", " + LIBRARY + " and " + SETTINGS + ". A file that is there already stays.");
        command.addOption(Words.flag(it -> force = it, "Replace the files that are there already.", "--force")
                .build());
        return command.addPositional(Words.optionalWord(
                it -> folder = it, "FOLDER", "The folder with the scripts; the current one when not given."));
    }

    @Override
    public Integer call() {
        Path target = target();
        List<Path> classPath = classPath();
        Map<String, String> files = new LinkedHashMap<>();
        files.put(GDSL, new EditorFiles(Catalogs.of(Folders.of(ferry.environment()))).gdsl());
        files.put(LIBRARY, EditorFiles.library(classPath));
        files.put(SETTINGS, EditorFiles.settings(classPath));
        int kept = 0;
        for (Map.Entry<String, String> file : files.entrySet()) {
            kept += write(target.resolve(file.getKey()), file.getValue(), classPath) ? 0 : 1;
        }
        return (kept == 0 ? ExitCode.DONE : ExitCode.USAGE).number();
    }

    private Path target() {
        try {
            Path target = Path.of(folder);
            if (Files.isDirectory(target)) {
                return target;
            }
        } catch (InvalidPathException e) {
            throw new UsageException("There is no folder " + folder + ".", e);
        }
        throw new UsageException("There is no folder " + folder + ".");
    }

    /** Whether the file is as it should be now. */
    private boolean write(Path file, String text, List<Path> classPath) {
        try {
            if (Files.exists(file) && !force) {
                if (Files.readString(file).equals(text)) {
                    return true;
                }
                boolean settings = file.endsWith(SETTINGS);
                ferry.streams()
                        .err()
                        .println(file + " is there already and stays as it is: "
                                + (settings ? "add what follows to it, or" : "to replace it,") + " give --force.");
                if (settings) {
                    ferry.streams().out().println(EditorFiles.setting(classPath));
                }
                return false;
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
            ferry.streams().err().println("Written: " + file);
            return true;
        } catch (IOException e) {
            throw new UsageException("Cannot write " + file + " (" + e.getMessage() + "); name a folder of yours.", e);
        }
    }

    /** The jars of this installation; the class path of this process where it was started without one. */
    private static List<Path> classPath() {
        try {
            Path program = Path.of(FerryScript.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isRegularFile(program)) {
                try (Stream<Path> jars = Files.list(program.getParent())) {
                    return jars.filter(jar -> jar.toString().endsWith(".jar"))
                            .sorted()
                            .toList();
                }
            }
        } catch (URISyntaxException | IOException e) {
            throw new UsageException("Cannot find the jars of this installation (" + e.getMessage() + ").", e);
        }
        List<Path> paths = new ArrayList<>();
        for (String each : System.getProperty("java.class.path", "").split(Pattern.quote(File.pathSeparator), -1)) {
            Path path = Path.of(each).toAbsolutePath();
            if (!each.isEmpty() && Files.exists(path)) {
                paths.add(path);
            }
        }
        return paths;
    }
}
