package dev.ferry.help;

import dev.ferry.api.catalog.Catalog;
import dev.ferry.api.catalog.Catalogs;
import dev.ferry.api.catalog.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What {@code /help} says of operations by name: of one, of a chapter, of all, and of what a word is found in. */
public record OperationTopics(Catalogs catalogs, Asking asking, int width) {
    private static final Pattern API = Pattern.compile("(atlas|cm)\\.api(?:\\.([A-Za-z_]\\w*))?(?:\\s+(.+))?");
    private static final int NAME_WIDTH = 44;
    private static final int MOST_FOUND = 60;

    /** Help on {@code atlas.api}, a name in it, or a chapter after it; empty for any other topic. */
    public List<String> named(String topic) {
        Matcher api = API.matcher(topic);
        if (!api.matches()) {
            return List.of();
        }
        String prefix = api.group(1) + ".api.";
        if (api.group(2) != null) {
            return OperationHelp.find(catalogs, prefix + api.group(2))
                    .orElseThrow(
                            () -> new UnknownTopicException(OperationHelp.unknown(catalogs, prefix + api.group(2))))
                    .lines(width);
        }
        return api.group(3) == null ? chapters(prefix) : chapter(prefix, api.group(3));
    }

    /** Help on an operation that is named without its API. */
    public List<String> operation(String name) {
        return OperationHelp.find(catalogs, name).map(help -> help.lines(width)).orElse(List.of());
    }

    /** The names of all operations, without their API. */
    public List<String> names() {
        return Stream.of(catalogs.atlas(), catalogs.cloudManager())
                .flatMap(catalog -> catalog.names().stream())
                .toList();
    }

    /** The operations that have all these words in their name, chapter or path. */
    public List<String> found(String words) {
        List<String> lines = new ArrayList<>();
        for (String prefix : List.of(OperationHelp.ATLAS, OperationHelp.CLOUD_MANAGER)) {
            catalog(prefix).operations().stream()
                    .filter(operation -> hasAll(operation, words))
                    .forEach(operation -> lines.addAll(row(prefix, operation)));
        }
        if (lines.size() > MOST_FOUND) {
            int more = lines.size() - MOST_FOUND;
            lines.subList(MOST_FOUND, lines.size()).clear();
            lines.add("… and " + more + " lines more; say more words.");
        }
        return lines;
    }

    private List<String> chapters(String prefix) {
        SortedMap<String, List<Operation>> chapters = catalog(prefix).byTag();
        List<String> lines = new ArrayList<>();
        lines.add(prefix + "NAME(…): "
                + chapters.values().stream().mapToInt(List::size).sum()
                + " operations by name, checked by a table before anything is sent; answers are maps");
        lines.add("");
        chapters.forEach(
                (tag, operations) -> lines.addAll(Rows.row(tag, String.valueOf(operations.size()), NAME_WIDTH, width)));
        lines.add("");
        String api = prefix.substring(0, prefix.length() - 1);
        lines.add("Those of one chapter: " + asking.topic(api + " " + chapters.firstKey()) + "; one of them: "
                + asking.topic(prefix + "NAME"));
        return lines;
    }

    private List<String> chapter(String prefix, String wanted) {
        for (Map.Entry<String, List<Operation>> chapter :
                catalog(prefix).byTag().entrySet()) {
            if (chapter.getKey().equalsIgnoreCase(wanted)) {
                List<String> lines = new ArrayList<>(List.of(chapter.getKey(), ""));
                chapter.getValue().forEach(operation -> lines.addAll(row(prefix, operation)));
                return lines;
            }
        }
        throw new UnknownTopicException("There is no chapter '" + wanted + "'. "
                + asking.topic(prefix.substring(0, prefix.length() - 1)) + " lists them.");
    }

    private List<String> row(String prefix, Operation operation) {
        return Rows.row(prefix + operation.shortId(), operation.shortLine(), NAME_WIDTH, width);
    }

    private Catalog catalog(String prefix) {
        return prefix.equals(OperationHelp.CLOUD_MANAGER) ? catalogs.cloudManager() : catalogs.atlas();
    }

    private static boolean hasAll(Operation operation, String words) {
        String text = (operation.id() + " " + operation.shortId() + " " + operation.tag() + " " + operation.line())
                .toLowerCase(Locale.ROOT);
        for (String word : words.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
