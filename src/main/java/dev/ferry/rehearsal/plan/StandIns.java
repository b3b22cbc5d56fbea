package dev.ferry.rehearsal.plan;

import dev.ferry.api.catalog.Operation;
import dev.ferry.rehearsal.Rehearsed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a plan for ids that a twin has made up and only a real run gets: {@code <project shop>}, the same wherever the id is
 * used.
 */
final class StandIns {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{6,}");
    private static final Set<String> IDS = Set.of("id", "_id");

    private final Predicate<String> madeUp;
    private final Map<String, String> byText = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** @param madeUp whether a text is the twin's */
    StandIns(Predicate<String> madeUp) {
        this.madeUp = madeUp;
    }

    /** Names what the answer to a change has brought. */
    List<Made> learn(Rehearsed rehearsed, Kind kind) {
        Map<String, Object> answer = Leaves.byPlace(rehearsed.outcome().answer());
        List<Made> made = new ArrayList<>();
        for (String text : rehearsed.madeUp()) {
            String field = answer.entrySet().stream()
                    .filter(leaf -> leaf.getValue().equals(text))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("");
            if (!byText.containsKey(text)) {
                String more = IDS.contains(field) || field.isEmpty() ? "" : ": " + field;
                byText.put(text, free(kind + more));
            }
            if (!field.isEmpty()) {
                made.add(new Made(byText.getOrDefault(text, text), field));
            }
        }
        return made;
    }

    private String free(String words) {
        String plain = words.replaceAll("[<>/?&\\s]+", " ").strip();
        String free = "<" + plain + ">";
        for (int i = 2; !taken.add(free); i++) {
            free = "<" + plain + " " + i + ">";
        }
        return free;
    }

    /** The text with stand-ins for what the twin has made up. */
    String in(String text) {
        return WORD.matcher(text).replaceAll(match -> {
            String word = match.group();
            if (!byText.containsKey(word) && madeUp.test(word)) {
                // It was read from the twin, and belongs to something that a service makes by itself.
                byText.put(word, free("id of the twin"));
            }
            return Matcher.quoteReplacement(byText.getOrDefault(word, word));
        });
    }

    /** Maps and lists with stand-ins in their texts. */
    @Nullable
    Object in(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((name, value) -> copy.put(String.valueOf(name), in(value)));
            return copy;
        }
        if (tree instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(in(element)));
            return copy;
        }
        return tree instanceof String text ? in(text) : tree;
    }

    /**
     * What a change makes.
     *
     * @param word as people call such a thing
     * @param name the name it gets; empty when it gets none
     */
    record Kind(String word, String name) {
        @Override
        public String toString() {
            return name.isEmpty() ? word : word + " " + name;
        }
    }

    /** The last word of a path, for things that no table knows: {@code networkPermission}. */
    static String word(Operation operation) {
        String last = operation.path().replaceAll("/\\{[^}]*}", "").replaceFirst(".*/", "");
        String plain = last.replaceFirst(":.*", "").replaceAll("([a-z])([A-Z])", "$1 $2");
        return plain.replaceFirst("ies$", "y").replaceFirst("(?<!s)s$", "").toLowerCase(Locale.ROOT);
    }
}
