package dev.ferry.script;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names of the last results: {@code _} and {@code _1} are the last one, {@code _2} the one before it, and so on to {@code _20}. Counting
 * back is what Clojure's and Common Lisp's prompts do; numbers that stay, as in IPython, would have to be printed with every value.
 *
 * <p>What is very large is only kept as the last result. A listing is kept as it is, unread: it holds no more than it did before.
 */
final class Results {
    /** How many are kept. */
    static final int KEPT = 20;

    /** Elements or characters from which on a value is not kept longer than until the next one. */
    private static final int HUGE = 100_000;

    private static final String LAST = "_";
    private static final Pattern NAME = Pattern.compile("_(?:\\d+|job\\d+)?");

    private Results() {}

    /** Whether this is the name of a result, which only Ferry assigns. */
    static boolean isName(String variable) {
        return NAME.matcher(variable).matches();
    }

    /** Makes {@code value} the last one; the others move on by one. {@code null} is no result. */
    static void add(Map<String, @Nullable Object> variables, @Nullable Object value) {
        if (value == null) {
            return;
        }
        synchronized (variables) {
            shift(variables, Results::isHuge);
            variables.put(LAST, value);
            variables.put(LAST + 1, value);
        }
    }

    /** The same for what is known of the types of the results; null when nothing is known of this one. */
    static void addType(Map<String, String> types, @Nullable String type) {
        Map<String, @Nullable Object> moved = new LinkedHashMap<>(types);
        shift(moved, none -> false);
        types.keySet().removeIf(name -> name.matches("_\\d*"));
        moved.forEach((name, each) -> types.put(name, String.valueOf(each)));
        if (type != null) {
            types.put(LAST, type);
            types.put(LAST + 1, type);
        } else {
            types.remove(LAST);
        }
    }

    private static void shift(Map<String, @Nullable Object> names, Predicate<@Nullable Object> dropped) {
        for (int number = KEPT; number > 1; number--) {
            String from = LAST + (number - 1);
            @Nullable Object value = names.remove(from);
            if (value != null && !dropped.test(value)) {
                names.put(LAST + number, value);
            } else {
                names.remove(LAST + number);
            }
        }
    }

    private static boolean isHuge(@Nullable Object value) {
        if (value instanceof CharSequence text) {
            return text.length() > HUGE;
        } else if (value instanceof Map<?, ?> map) {
            return map.size() > HUGE;
        } else if (value instanceof Collection<?> collection) {
            // Others may have to fetch something to know their size.
            return collection.getClass().getName().startsWith("java.") && collection.size() > HUGE;
        }
        return value != null && value.getClass().isArray() && Array.getLength(value) > HUGE;
    }
}
