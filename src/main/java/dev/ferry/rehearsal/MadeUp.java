package dev.ferry.rehearsal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells the ids of what is there from those that a twin has made up. */
final class MadeUp {
    private static final Pattern ID = Pattern.compile("[a-f0-9]{24}");
    private static final Pattern TWIN = Pattern.compile("(mdb_sa_id_)?ffff[a-f0-9]{20}");
    private static final Set<String> NAMES = Set.of("publicKey", "clientId");

    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Set<String> madeUp = ConcurrentHashMap.newKeySet();

    /** What stands in these documents is there. */
    void know(@Nullable Object documents) {
        known.addAll(ids(documents));
    }

    boolean isKnown(String id) {
        return known.contains(id);
    }

    boolean isMadeUp(String text) {
        return madeUp.contains(text) || TWIN.matcher(text).matches();
    }

    /**
     * What the twin made up for an answer to a change.
     *
     * @param asked what was sent: path and body
     */
    List<String> in(@Nullable Object answer, String path, @Nullable Object asked) {
        Set<String> made = ids(answer);
        made.removeAll(known);
        made.removeAll(ids(asked));
        made.removeIf(text -> path.contains(text) && !isMadeUp(text));
        boolean isNew = answer instanceof Map<?, ?> thing && made.stream().anyMatch(thing::containsValue);
        made.removeIf(madeUp::contains);
        if (isNew && answer instanceof Map<?, ?> thing) {
            NAMES.forEach(name -> {
                if (thing.get(name) instanceof String text && !madeUp.contains(text)) {
                    made.add(text);
                }
            });
        }
        madeUp.addAll(made);
        return List.copyOf(made);
    }

    private static Set<String> ids(@Nullable Object tree) {
        Set<String> found = new LinkedHashSet<>();
        collect(tree, found);
        return found;
    }

    private static void collect(@Nullable Object tree, Set<String> found) {
        if (tree instanceof String text
                && (ID.matcher(text).matches() || TWIN.matcher(text).matches())) {
            found.add(text);
        } else if (tree instanceof Map<?, ?> fields) {
            fields.values().forEach(value -> collect(value, found));
        } else if (tree instanceof Iterable<?> elements) {
            elements.forEach(element -> collect(element, found));
        }
    }
}
