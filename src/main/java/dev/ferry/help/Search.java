package dev.ferry.help;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds entries by words: the best first, by kind, each with what to type to read it. */
record Search(List<Entry> entries, int width) {
    private static final Set<String> LITTLE = Set.of(
            "a", "an", "the", "of", "to", "for", "in", "on", "how", "do", "i", "what", "is", "and", "with", "my");
    private static final int NAME_WIDTH = 44;
    private static final int MOST_OF_A_KIND = 6;
    private static final int MOST_KINDS = 7;

    private record Found(Entry entry, int score) {}

    /** The lines of the answer; empty when nothing has the words. */
    List<String> lines(String question) {
        List<String> words = Arrays.stream(
                        question.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .filter(word -> !LITTLE.contains(word))
                .toList();
        List<Found> found = words.isEmpty() ? List.of() : found(words, words.size());
        List<String> lines = new ArrayList<>();
        if (found.isEmpty() && words.size() > 1) {
            found = found(words, words.size() - 1);
            if (!found.isEmpty()) {
                lines.add("Nothing has all of these words; some have most of them:");
                lines.add("");
            }
        }
        Map<Kind, List<Found>> byKind = new EnumMap<>(Kind.class);
        found.forEach(each -> byKind.computeIfAbsent(each.entry.kind(), any -> new ArrayList<>())
                .add(each));
        byKind.entrySet().stream()
                .sorted(Comparator.comparing(kind -> -kind.getValue().get(0).score))
                .limit(MOST_KINDS)
                .forEach(kind -> add(lines, kind.getKey(), kind.getValue()));
        return lines;
    }

    private void add(List<String> lines, Kind kind, List<Found> found) {
        if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
            lines.add("");
        }
        lines.add(kind.heading());
        found.stream()
                .limit(MOST_OF_A_KIND)
                .forEach(each -> lines.addAll(Rows.row(
                        "/help " + each.entry.name(), each.entry.summary().get(), NAME_WIDTH, width)));
        if (found.size() > MOST_OF_A_KIND) {
            lines.add("  … and " + (found.size() - MOST_OF_A_KIND) + " more; say more words.");
        }
    }

    /** Those that have so many of the words, the best first. */
    private List<Found> found(List<String> words, int enough) {
        return entries.stream()
                .map(entry -> new Found(entry, score(entry, words, enough)))
                .filter(each -> each.score > 0)
                .sorted(Comparator.comparing((Found each) -> -each.score)
                        .thenComparing(each -> each.entry.name().length())
                        .thenComparing(each -> each.entry.name()))
                .toList();
    }

    private static int score(Entry entry, List<String> words, int enough) {
        List<String> names = parts(entry.name() + " " + String.join(" ", entry.aliases()));
        String name = entry.name().toLowerCase(Locale.ROOT);
        List<String> summary = parts(entry.summary().get());
        String more = entry.words().get();
        List<String> rest = parts(more);
        String path = more.toLowerCase(Locale.ROOT);
        int sum = 0;
        int matched = 0;
        for (String word : words) {
            int best = best(word, names, 12, 8);
            best = Math.max(best, name.contains(word) ? 5 : 0);
            best = Math.max(best, best(word, summary, 5, 3));
            best = Math.max(best, best(word, rest, 2, 1));
            best = Math.max(best, path.contains(word) ? 1 : 0);
            sum += best;
            matched += best > 0 ? 1 : 0;
        }
        boolean plain = entry.kind() == Kind.WORD || entry.kind() == Kind.METHOD || entry.kind() == Kind.SCRIPT;
        // A name that is all of the question beats one that only has it among others.
        int whole = names.size() <= words.size() ? 2 : 0;
        return matched < enough ? 0 : sum + whole + (plain ? 3 : 0);
    }

    private static int best(String word, List<String> parts, int same, int begins) {
        int best = 0;
        for (String part : parts) {
            if (part.equals(word) || stem(part).equals(stem(word))) {
                return same;
            }
            best = part.startsWith(word) ? begins : best;
        }
        return best;
    }

    /** The words of a text, and those inside of a name such as {@code linkTokens}. */
    private static List<String> parts(String text) {
        return Arrays.stream(text.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").split("[^A-Za-z0-9]+"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Move, moves, moved and moving are one word here. */
    private static String stem(String word) {
        return word.length() < 4 ? word : word.replaceFirst("(?<=..)(?:ing|ed|es|s|e)$", "");
    }
}
