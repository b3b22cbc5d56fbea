package dev.ferry.javadoc;

import groovy.transform.NamedParam;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The meanings of named arguments. They are described together, where Javadoc describes the map that carries them: "the named
 * arguments: {@code pageNum} first page to read; {@code pretty} …".
 */
public final class ArgumentMeanings {
    private ArgumentMeanings() {}

    /** Name to meaning, for those that are described. */
    public static Map<String, String> of(String description, List<NamedParam> arguments) {
        Map<String, String> meanings = new LinkedHashMap<>();
        String current = null;
        String text = description.replaceFirst("^the named arguments:\\s*", "");
        for (String part : text.split("; ", -1)) {
            int blank = part.indexOf(' ');
            String first = blank < 0 ? part : part.substring(0, blank);
            boolean begins = arguments.stream().anyMatch(each -> each.value().equals(first));
            if (begins) {
                current = first;
                meanings.put(first, blank < 0 ? "" : part.substring(blank + 1));
            } else if (current != null) {
                // A semicolon inside of a description.
                meanings.merge(current, part, (before, more) -> before + "; " + more);
            }
        }
        meanings.values().removeIf(String::isEmpty);
        return meanings;
    }
}
