package dev.ferry.help;

import dev.ferry.script.HeaderComment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The scripts and runbooks of a folder, by what their first lines say. */
record ScriptTopics(Path folder) {
    private static final int MOST = 100;

    List<Entry> entries() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(groovy|md)"))
                    .sorted()
                    .limit(MOST)
                    .map(this::entry)
                    .toList();
        } catch (IOException e) {
            // A folder that cannot be read has nothing to explain.
            return List.of();
        }
    }

    private Entry entry(Path file) {
        String name = file.getFileName().toString();
        String path = folder.getFileName() + "/" + name;
        return new Entry(
                Kind.SCRIPT,
                path,
                List.of(name, name.replaceFirst("\\.\\w+$", "")),
                () -> WordTopics.firstSentence(String.join(" ", said(file))),
                () -> String.join(" ", said(file)),
                width -> {
                    List<String> lines = new ArrayList<>(List.of(path, ""));
                    said(file).forEach(paragraph -> lines.addAll(Rows.filled(paragraph, width)));
                    lines.add("");
                    lines.add(
                            path.endsWith(".md")
                                    ? "Run it: /run " + path
                                    : "Run it: /run " + path + "; its options: ferry run " + path + " --help");
                    return lines;
                });
    }

    private static List<String> said(Path file) {
        try {
            String text = Files.readString(file);
            return file.toString().endsWith(".md") ? beginning(text) : HeaderComment.paragraphs(text);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ".", e);
        }
    }

    /** The first paragraph of a page. */
    private static List<String> beginning(String page) {
        StringBuilder paragraph = new StringBuilder();
        for (String line : page.lines().toList()) {
            if (line.startsWith("#") || (line.isBlank() && paragraph.length() == 0)) {
                continue;
            }
            if (line.isBlank()) {
                break;
            }
            paragraph.append(paragraph.length() == 0 ? "" : " ").append(line.strip());
        }
        return List.of(paragraph.toString());
    }
}
