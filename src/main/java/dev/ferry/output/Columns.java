package dev.ferry.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which columns a list of records has.
 *
 * @param shown in the order in which they stand in the table
 * @param byImportance the same, those first that are to be kept when there is no room for all
 * @param chosen whether somebody named them, so that an empty one is there on purpose
 */
record Columns(List<String> shown, List<String> byImportance, boolean chosen) {
    /** How many records are looked at before the first is written. */
    static final int SAMPLE = 100;

    /** Names by importance, in any case of letters. What none of them fits is ranked by its values. */
    private static final List<Pattern> RANKS = patterns(
            "name",
            "(cluster|project|group|org|host|user|role|team|database|zone|app)name|user|desc|title",
            ".*(state|status)(name)?",
            "_?id",
            "(event|cluster|process|snapshot)?type(name)?|kind",
            "readyForCutover|lag.*|progress|error.*",
            "(mongodb|mongod)?version|(cloud)?provider(name)?|region(name)?|instanceSize(name)?",
            ".*count",
            "creat.*|updated.*|expire.*|.*date");

    private static final int NAME = 1;
    private static final int PLAIN = RANKS.size();
    private static final int NESTED = PLAIN + 1;
    private static final int ELSEWHERE = PLAIN + 2;

    private static final Pattern OWN_ID = Pattern.compile("_?id");
    private static final Pattern OTHER_ID = Pattern.compile(".*(Id|Ids|UUID)");

    /** Addresses of other resources: for programs only. */
    private static final Set<String> HIDDEN = Set.of("links");

    /** These and no others, in this order. */
    static Columns chosen(List<String> names) {
        return new Columns(names, names, true);
    }

    /**
     * Those worth showing to people: what a record is called and how it is comes first, links are left out.
     *
     * @param type what the records are, when it is known
     */
    static Columns forPeople(Collection<? extends Map<?, ?>> records, @Nullable Class<?> type) {
        List<String> names = new ArrayList<>(all(records));
        names.removeIf(Columns::isHidden);
        ShownFirst first = type == null ? null : type.getAnnotation(ShownFirst.class);
        List<String> named = first == null ? List.of() : Arrays.asList(first.value());
        names.sort(Comparator.comparingInt(
                name -> named.contains(name) ? named.indexOf(name) : named.size() + rank(name, records)));
        if (!isAnswer(records, type)) {
            // Whoever put the fields together had an order in mind; what matters less still goes first when it is
            // narrow.
            List<String> asWritten = new ArrayList<>(all(records));
            asWritten.removeIf(Columns::isHidden);
            return new Columns(List.copyOf(asWritten), List.copyOf(names), false);
        }
        var shown = new ArrayList<>(names);
        if (named.isEmpty() && !shown.isEmpty() && rankOfName(shown.get(0)) <= NAME) {
            // Whoever sees a name looks for its id beside it, though other columns matter more where there is no room.
            IntStream.range(1, shown.size())
                    .filter(i -> OWN_ID.matcher(shown.get(i)).matches())
                    .findFirst()
                    .ifPresent(i -> shown.add(1, shown.remove(i)));
        }
        return new Columns(List.copyOf(shown), List.copyOf(names), false);
    }

    /** Every field of the records, in the order of their first appearance. */
    static List<String> all(Collection<? extends Map<?, ?>> records) {
        var names = new LinkedHashSet<String>();
        records.forEach(record -> record.keySet().forEach(name -> names.add(String.valueOf(name))));
        return List.copyOf(names);
    }

    static boolean isHidden(String name) {
        return HIDDEN.contains(name);
    }

    /** Whether the fields come from an answer, in whose order there is no meaning: a record, or a map with an identity. */
    private static boolean isAnswer(Collection<? extends Map<?, ?>> records, @Nullable Class<?> type) {
        return (type != null && type.isRecord())
                || all(records).stream()
                        .anyMatch(name -> isHidden(name) || OWN_ID.matcher(name).matches());
    }

    private static int rank(String name, Collection<? extends Map<?, ?>> records) {
        int rank = rankOfName(name);
        if (rank < PLAIN) {
            return rank;
        } else if (OTHER_ID.matcher(name).matches()) {
            return ELSEWHERE;
        }
        return records.stream().map(record -> record.get(name)).anyMatch(Columns::isNested) ? NESTED : PLAIN;
    }

    private static int rankOfName(String name) {
        return IntStream.range(0, PLAIN)
                .filter(i -> RANKS.get(i).matcher(name).matches())
                .findFirst()
                .orElse(PLAIN);
    }

    private static boolean isNested(@Nullable Object value) {
        return value instanceof Map || (value instanceof List<?> list && !Cell.isFlat(list));
    }

    private static List<Pattern> patterns(String... expressions) {
        return Arrays.stream(expressions)
                .map(expression -> Pattern.compile(expression, Pattern.CASE_INSENSITIVE))
                .toList();
    }
}
