package dev.ferry.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All things of one kind, in the order of their names, made to be searched while somebody types: a hundred thousand of them in a
 * few milliseconds, and with next to no garbage. Never changes.
 */
final class Shelf {
    static final Shelf EMPTY = new Shelf(List.of());

    /** How well a text fits that does not begin with what is typed, best first. */
    private static final int WORD_BEGINS = 0;

    private static final int CONTAINS = 1;
    private static final int LETTERS = 2;
    private static final int NOT = 3;

    private static final int ANY = -1;
    private static final int NONE = -2;

    /**
     * Where to look; empty for what is not restricted.
     *
     * @param clusters id and name of the cluster
     */
    record Scope(String organization, String project, List<String> clusters) {
        static final Scope ALL = new Scope("", "", List.of());
    }

    /** Everything there is of one property, by number: numbers are compared faster than texts. */
    private static final class Numbered {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final int[] of;

        Numbered(int size) {
            of = new int[size];
        }

        void put(int i, String value) {
            of[i] = numbers.computeIfAbsent(value, any -> numbers.size());
        }

        int number(String value) {
            return value.isEmpty() ? ANY : numbers.getOrDefault(value, NONE);
        }

        boolean is(int i, int number) {
            return number == ANY || of[i] == number;
        }
    }

    private final Entry[] entries;
    private final String[] names;
    private final String[] ids;
    /** Positions in the order of the ids. */
    private final int[] byId;

    private final Texts nameTexts;
    private final Texts idTexts;
    private final Numbered organizations;
    private final Numbered projects;

    Shelf(Collection<Entry> all) {
        entries = all.toArray(Entry[]::new);
        int size = entries.length;
        record Spelt(String text, Entry entry, int place) {}
        Spelt[] spelt = new Spelt[size];
        for (int i = 0; i < size; i++) {
            spelt[i] = new Spelt(entries[i].name().toLowerCase(Locale.ROOT), entries[i], 0);
        }
        Arrays.sort(spelt, Comparator.comparing(Spelt::text).thenComparing(each -> each.entry()
                .key()));
        names = new String[size];
        ids = new String[size];
        String[] written = new String[size];
        byId = new int[size];
        organizations = new Numbered(size);
        projects = new Numbered(size);
        for (int i = 0; i < size; i++) {
            Entry entry = spelt[i].entry();
            entries[i] = entry;
            names[i] = spelt[i].text();
            ids[i] = entry.id().toLowerCase(Locale.ROOT);
            written[i] = entry.name();
            organizations.put(i, entry.organization());
            projects.put(i, entry.project());
        }
        nameTexts = new Texts(names, written);
        idTexts = new Texts(ids, ids);
        for (int i = 0; i < size; i++) {
            spelt[i] = new Spelt(ids[i], entries[i], i);
        }
        Arrays.sort(spelt, Comparator.comparing(Spelt::text).thenComparing(each -> each.entry()
                .id()));
        for (int i = 0; i < size; i++) {
            byId[i] = spelt[i].place();
        }
    }

    int size() {
        return entries.length;
    }

    /**
     * Those that fit what is typed: it is their name or id, one of these begins with it, a word of the name does, it is anywhere in
     * them, or its letters are in the name in this order. Those that fit alike are in the order of their names.
     */
    List<Entry> find(String typed, Scope scope, int most) {
        Search search = new Search(typed.toLowerCase(Locale.ROOT), scope, most);
        search.beginnings();
        if (search.found.size() < most) {
            search.others();
        }
        return search.found;
    }

    /** One question. */
    private final class Search {
        private final String wanted;
        private final Texts.Wanted text;
        private final List<String> clusters;
        private final int organization;
        private final int project;
        private final int most;
        private final List<Entry> found = new ArrayList<>();

        Search(String wanted, Scope scope, int most) {
            this.wanted = wanted;
            this.text = new Texts.Wanted(wanted);
            this.clusters = scope.clusters();
            this.organization = organizations.number(scope.organization());
            this.project = projects.number(scope.project());
            this.most = most;
        }

        private boolean admits(int i) {
            return organizations.is(i, organization)
                    && projects.is(i, project)
                    && (clusters.isEmpty() || clusters.contains(entries[i].cluster()));
        }

        /** Names and ids that begin with it stand beside each other; those that are no longer come first. */
        void beginnings() {
            int name = firstName(wanted);
            for (int i = name; i < names.length && found.size() < most && names[i].startsWith(wanted); i++) {
                if (admits(i)) {
                    found.add(entries[i]);
                }
            }
            for (int place = firstId(wanted); place < byId.length && found.size() < most; place++) {
                int i = byId[place];
                if (!ids[i].startsWith(wanted)) {
                    return;
                }
                if (!names[i].startsWith(wanted) && admits(i)) {
                    boolean exact = ids[i].length() == wanted.length();
                    found.add(exact ? 0 : found.size(), entries[i]);
                }
            }
        }

        /** All the others, looking closer only at those that have every letter, and every pair of letters, that is typed. */
        void others() {
            int needed = most - found.size();
            int[][] hits = new int[NOT][needed];
            int[] counts = new int[NOT];
            for (int i = 0; i < entries.length && counts[WORD_BEGINS] < needed; i++) {
                boolean spelt = counts[WORD_BEGINS] + counts[CONTAINS] + counts[LETTERS] < needed;
                int rank = rank(i, counts[CONTAINS] < needed, spelt);
                if (rank != NOT && counts[rank] < needed && admits(i)) {
                    hits[rank][counts[rank]++] = i;
                }
            }
            for (int rank = WORD_BEGINS; rank < NOT; rank++) {
                for (int i = 0; i < counts[rank] && found.size() < most; i++) {
                    found.add(entries[hits[rank][i]]);
                }
            }
        }

        /**
         * How well one fits that does not begin with it.
         *
         * @param contains whether it counts that it is somewhere inside
         * @param spelt whether it counts that its letters are there
         */
        private int rank(int i, boolean contains, boolean spelt) {
            if (nameTexts.mayContain(i, text) && (contains || nameTexts.mayBeginWord(i, text))) {
                int at = nameTexts.indexOf(i, text);
                if (at == 0) {
                    return NOT;
                }
                if (at > 0) {
                    return beginsWord(names[i], entries[i].name(), wanted, at) ? WORD_BEGINS : CONTAINS;
                }
            }
            if (contains && idTexts.mayContain(i, text)) {
                int at = idTexts.indexOf(i, text);
                if (at >= 0) {
                    return at == 0 ? NOT : CONTAINS;
                }
            }
            return spelt && nameTexts.hasLetters(i, text) && nameTexts.hasInOrder(i, text) ? LETTERS : NOT;
        }
    }

    private static boolean beginsWord(String name, String asWritten, String wanted, int first) {
        for (int at = first; at > 0; at = name.indexOf(wanted, at + 1)) {
            if (Texts.beginsWord(name, asWritten, at)) {
                return true;
            }
        }
        return false;
    }

    /** The place of the first name that is not before this text. */
    private int firstName(String text) {
        int low = 0;
        int high = names.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (names[middle].compareTo(text) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The same in the order of the ids. */
    private int firstId(String text) {
        int low = 0;
        int high = byId.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ids[byId[middle]].compareTo(text) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The one with this id; null when there is none, or more than one. */
    @Nullable
    Entry byId(String id) {
        String wanted = id.toLowerCase(Locale.ROOT);
        @Nullable Entry found = null;
        for (int place = firstId(wanted); place < byId.length && ids[byId[place]].equals(wanted); place++) {
            Entry entry = entries[byId[place]];
            if (entry.id().equals(id)) {
                if (found != null) {
                    return null;
                }
                found = entry;
            }
        }
        return found;
    }

    /** Those with exactly this name. */
    List<Entry> byName(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        List<Entry> found = new ArrayList<>();
        for (int i = firstName(wanted); i < names.length && names[i].equals(wanted); i++) {
            if (entries[i].name().equals(name)) {
                found.add(entries[i]);
            }
        }
        return found;
    }

    /** The only one with this id or name. */
    Optional<Entry> only(String idOrName) {
        Entry found = byId(idOrName);
        if (found != null) {
            return Optional.of(found);
        }
        List<Entry> named = byName(idOrName);
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }
}
