package dev.ferry.script;

import java.util.ArrayList;
import java.util.List;

/** The comment a script starts with: what it does, in its author's words. */
public final class HeaderComment {

    private HeaderComment() {}

    /** The lines of the comment without its signs, empty when the script starts with code. A {@code #!} line is skipped. */
    static List<String> of(String text) {
        List<String> found = new ArrayList<>();
        boolean inBlock = false;
        boolean first = true;
        for (String raw : text.lines().toList()) {
            String line = raw.strip();
            if (first && line.startsWith("#!")) {
                first = false;
                continue;
            }
            first = false;
            if (inBlock || line.startsWith("/*")) {
                boolean ends = line.endsWith("*/");
                String content = inBlock ? line : line.replaceFirst("^/\\*+", "");
                found.add(content.replaceFirst("\\*+/$", "")
                        .replaceFirst("^\\* ?", "")
                        .stripTrailing());
                inBlock = !ends;
                if (ends) {
                    break;
                }
            } else if (line.startsWith("//")) {
                found.add(line.replaceFirst("^// ?", ""));
            } else if (!line.isEmpty() || !found.isEmpty()) {
                break;
            }
        }
        while (!found.isEmpty() && found.get(0).isBlank()) {
            found.remove(0);
        }
        while (!found.isEmpty() && found.get(found.size() - 1).isBlank()) {
            found.remove(found.size() - 1);
        }
        return found;
    }

    /** The comment with each paragraph on one line, for whoever wraps it to a width, and an empty line between two. */
    public static List<String> paragraphs(String text) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        for (String line : of(text)) {
            if (line.isBlank()) {
                paragraphs.add(paragraph.toString());
                paragraphs.add("");
                paragraph.setLength(0);
            } else {
                paragraph.append(paragraph.isEmpty() ? "" : " ").append(line.strip());
            }
        }
        paragraphs.add(paragraph.toString());
        return paragraphs;
    }
}
