package dev.ferry.help;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds entries by words: the best first, by kind, each with what to type to read it. Safe for use by several threads. */
final class Search {
    private static final Set<String> LITTLE = Set.of(
            "a", "an", "the", "of", "to", "for", "in", "on", "how", "do", "i", "what", "is", "and", "with", "my");
    private static final int NAME_WIDTH = 44;
    private static final int MOST_OF_A_KIND = 6;
    private static final int MOST_KINDS = 7;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+");
    private static final Pattern ENDING = Pattern.compile("(?<=..)(?:ing|ed|es|s|e)$");

    private final List<Entry> entries;
    private final Asking asking;
    private @Nullable List<Words> searched;

    Search(List<Entry> entries, Asking asking) {
        this.entries = entries;
        this.asking = asking;
    }

    /** A word, and what is left of it without its ending: move, moves, moved and moving are one word here. */
    private record Part(String text, String stem) {
        static Part of(String word) {
            return new Part(
                    word, word.length() < 4 ? word : ENDING.matcher(word).replaceFirst(""));
        }
    }

    /** What is searched of an entry, taken apart once: there are some two thousand. */
    private record Words(Entry entry, String name, List<Part> names, List<Part> summary, List<Part> rest, String path) {
        static Words of(Entry entry) {
            String more = entry.words().get();
            return new Words(
                    entry,
                    entry.name().toLowerCase(Locale.ROOT),
                    parts(entry.name() + " " + String.join(" ", entry.aliases())),
                    parts(entry.summary().get()),
                    parts(more),
                    more.toLowerCase(Locale.ROOT));
        }

        /** The words of a text, and those inside of a name such as {@code linkTokens}. */
        private static List<Part> parts(String text) {
            return BETWEEN_WORDS
                    .splitAsStream(text)
                    .filter(part -> !part.isEmpty())
                    .map(part -> Part.of(part.toLowerCase(Locale.ROOT)))
                    .toList();
        }
    }

    private record Found(Entry entry, int score) {}

    /** The lines of the answer; empty when nothing has the words. */
    List<String> lines(String question, int width) {
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
                .forEach(kind -> add(lines, kind.getKey(), kind.getValue(), width));
        return lines;
    }

    private void add(List<String> lines, Kind kind, List<Found> found, int width) {
        if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
            lines.add("");
        }
        lines.add(kind.heading());
        found.stream()
                .limit(MOST_OF_A_KIND)
                .forEach(each -> lines.addAll(Rows.row(
                        asking.topic(each.entry.name()), each.entry.summary().get(), NAME_WIDTH, width)));
        if (found.size() > MOST_OF_A_KIND) {
            lines.add("  … and " + (found.size() - MOST_OF_A_KIND) + " more; say more words.");
        }
    }

    /** Those that have so many of the words, the best first. */
    private List<Found> found(List<String> words, int enough) {
        List<Part> wanted = words.stream().map(Part::of).toList();
        return searched().stream()
                .map(each -> new Found(each.entry, score(each, wanted, enough)))
                .filter(each -> each.score > 0)
                .sorted(Comparator.comparing((Found each) -> -each.score)
                        .thenComparing(each -> each.entry.name().length())
                        .thenComparing(each -> each.entry.name()))
                .toList();
    }

    private synchronized List<Words> searched() {
        if (searched == null) {
            searched = read();
        }
        return searched;
    }

    /** The first question has the Javadoc of every service read: by all cores, and not on the common pool, since files are waited for. */
    private List<Words> read() {
        ExecutorService readers =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<CompletableFuture<Words>> reading = entries.stream()
                    .map(entry -> CompletableFuture.supplyAsync(() -> Words.of(entry), readers))
                    .toList();
            return reading.stream().map(CompletableFuture::join).toList();
        } finally {
            readers.shutdown();
        }
    }

    private static int score(Words words, List<Part> wanted, int enough) {
        int sum = 0;
        int matched = 0;
        for (Part word : wanted) {
            int best = best(word, words.names, 12, 8);
            best = Math.max(best, words.name.contains(word.text) ? 5 : 0);
            best = Math.max(best, best(word, words.summary, 5, 3));
            best = Math.max(best, best(word, words.rest, 2, 1));
            best = Math.max(best, words.path.contains(word.text) ? 1 : 0);
            sum += best;
            matched += best > 0 ? 1 : 0;
        }
        Kind kind = words.entry.kind();
        boolean plain = kind == Kind.WORD || kind == Kind.METHOD || kind == Kind.SCRIPT;
        // A name that is all of the question beats one that only has it among others.
        int whole = words.names.size() <= wanted.size() ? 2 : 0;
        return matched < enough ? 0 : sum + whole + (plain ? 3 : 0);
    }

    private static int best(Part word, List<Part> parts, int same, int begins) {
        int best = 0;
        for (Part part : parts) {
            if (part.text.equals(word.text) || part.stem.equals(word.stem)) {
                return same;
            }
            best = part.text.startsWith(word.text) ? begins : best;
        }
        return best;
    }
}
