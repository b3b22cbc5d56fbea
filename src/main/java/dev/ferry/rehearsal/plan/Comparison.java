package dev.ferry.rehearsal.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Two answers to one request, field by field. */
record Comparison(String request, Map<String, String> then, Map<String, String> now) {
    private static final String CHANGED = "another value (kept as a sum)";
    private static final List<String> NAMES =
            List.of("name", "clusterName", "groupName", "projectName", "orgName", "username", "hostname", "userAlias");

    /** What differs, in the order of the fields; an element of a list that came or went is told once. */
    List<Drift> drifts() {
        List<Drift> drifts = new ArrayList<>();
        Set<String> told = new LinkedHashSet<>();
        Set<String> paths = new TreeSet<>(then.keySet());
        paths.addAll(now.keySet());
        for (String path : paths) {
            String before = then.get(path);
            String after = now.get(path);
            if ((before == null || !before.equals(after)) && !isTold(path, before, now) && !isTold(path, after, then)) {
                String element = before == null ? missing(path, then) : after == null ? missing(path, now) : null;
                if (element == null) {
                    drifts.add(new Drift(request, labelled(path), text(before), text(after, before)));
                } else if (told.add(element)) {
                    drifts.add(moved(element, before == null));
                }
            }
        }
        return drifts;
    }

    private Drift moved(String element, boolean came) {
        String there = "there" + called(element, came ? now : then);
        return new Drift(request, element, came ? Drift.NOTHING : there, came ? there : Drift.NOTHING);
    }

    /** A list with nothing in it is told by what came, or went. */
    private static boolean isTold(String path, @Nullable String value, Map<String, String> other) {
        boolean empty = Leaves.EMPTY_LIST.equals(value) || Leaves.EMPTY_MAP.equals(value);
        return empty
                && other.keySet().stream().anyMatch(each -> each.startsWith(path + "[") || each.startsWith(path + "."));
    }

    /** The outermost element of a list that this field is in and that an answer does not have; null when it has all of them. */
    private static @Nullable String missing(String path, Map<String, String> answer) {
        for (int end = path.indexOf(']'); end >= 0; end = path.indexOf(']', end + 1)) {
            String element = path.substring(0, end + 1);
            boolean keyed = element.indexOf('=', element.lastIndexOf('[')) >= 0;
            if (keyed && answer.keySet().stream().noneMatch(each -> each.startsWith(element))) {
                return element;
            }
        }
        return null;
    }

    /** The path, with the name of the thing that it is a field of. */
    private String labelled(String path) {
        int end = path.lastIndexOf(']') + 1;
        return end == 0 ? path : path.substring(0, end) + called(path.substring(0, end), then) + path.substring(end);
    }

    private static String called(String element, Map<String, String> answer) {
        return NAMES.stream()
                .map(name -> answer.getOrDefault(element + "." + name, ""))
                .filter(name -> !name.isEmpty() && !Fingerprint.isSum(name) && !element.endsWith("=" + name + "]"))
                .findFirst()
                .map(name -> " (" + name + ")")
                .orElse("");
    }

    private static String text(@Nullable String value) {
        return value == null ? Drift.NOTHING : Fingerprint.isSum(value) ? "a value that is kept as a sum" : value;
    }

    private static String text(@Nullable String value, @Nullable String before) {
        return value != null && before != null && Fingerprint.isSum(value) ? CHANGED : text(value);
    }
}
