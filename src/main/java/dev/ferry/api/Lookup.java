package dev.ferry.api;

import dev.ferry.output.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds one element by id or name, and can say why it did not. */
final class Lookup<T> {
    private final String wanted;
    private final Iterable<T> elements;

    Lookup(String wanted, Iterable<T> elements) {
        this.wanted = wanted;
        this.elements = elements;
    }

    static boolean answersTo(@Nullable Object element, String nameOrId) {
        return nameOrId.equals(idOf(element)) || nameOrId.equals(nameOf(element));
    }

    T only() {
        List<T> matches = new ArrayList<>();
        List<String> names = new ArrayList<>();
        String kind = "element";
        for (T element : elements) {
            if (wanted.equals(idOf(element))) {
                return element;
            }
            String name = nameOf(element);
            if (wanted.equals(name)) {
                matches.add(element);
            }
            if (name != null) {
                names.add(name);
            }
            kind = kindOf(element);
        }
        if (matches.size() == 1) {
            return matches.get(0);
        }
        if (matches.isEmpty()) {
            throw new LookupException(
                    "no " + kind + " has the name or id '" + wanted + "'" + Suggestion.orDidYouMean(wanted, names));
        }
        throw new LookupException("'" + wanted + "' is ambiguous: " + matches.size() + " have that name, with the ids "
                + matches.stream().map(Lookup::idOf).collect(Collectors.joining(", ")) + "; use the id");
    }

    static @Nullable String idOf(@Nullable Object element) {
        return element instanceof Named named ? named.id() : entry(element, "id");
    }

    private static @Nullable String nameOf(@Nullable Object element) {
        return element instanceof Named named ? named.name() : entry(element, "name");
    }

    /** Elements of raw answers are maps; they are found by the same two words. */
    private static @Nullable String entry(@Nullable Object element, String key) {
        return element instanceof Map<?, ?> map && map.get(key) != null ? String.valueOf(map.get(key)) : null;
    }

    private static String kindOf(@Nullable Object element) {
        return element instanceof Named
                ? element.getClass()
                        .getSimpleName()
                        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                        .toLowerCase(Locale.ROOT)
                : "element";
    }
}
