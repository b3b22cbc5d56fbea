package dev.ferry.output;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which columns a list of records has. */
final class Columns {
    /** How many records are looked at before the first is written. */
    static final int SAMPLE = 100;

    private static final List<String> FIRST = List.of("id", "_id", "name");

    /** Addresses of other resources: for programs only. */
    private static final Set<String> HIDDEN = Set.of("links");

    private Columns() {}

    /** Every field of the records, in the order of their first appearance. */
    static List<String> all(Collection<? extends Map<?, ?>> records) {
        var names = new LinkedHashSet<String>();
        records.forEach(record -> record.keySet().forEach(name -> names.add(String.valueOf(name))));
        return List.copyOf(names);
    }

    /** Those worth showing to people: what a record is called comes first, links are left out. */
    static List<String> forPeople(Collection<? extends Map<?, ?>> records) {
        List<String> all = all(records);
        var names = new ArrayList<>(FIRST);
        names.retainAll(all);
        all.stream().filter(name -> !names.contains(name) && !isHidden(name)).forEach(names::add);
        return List.copyOf(names);
    }

    static boolean isHidden(String name) {
        return HIDDEN.contains(name);
    }
}
