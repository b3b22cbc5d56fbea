package dev.ferry.names;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Thing;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has been learned, entry by entry. A list that has been read from its first page to its last is the truth: what is not in
 * it is gone. Safe for use by several threads; nobody who types waits for it, since they look at what it {@link #published}.
 */
final class Ledger {
    /** A list that is being read, page by page. */
    private static final class Walk {
        private final Set<String> seen = new HashSet<>();
        private int pages;
    }

    private record WalkOf(Part part, String size) {}

    /** How many names are kept. */
    static final int MOST = 100_000;

    private final int most;
    private final Map<Kind, Map<String, Entry>> entries = new HashMap<>();
    private final Map<Part, Reading> readings = new HashMap<>();
    private final Map<WalkOf, Walk> walks = new HashMap<>();
    private final Set<Kind> unpublished = new HashSet<>();
    private Known published = Known.NOTHING;
    private int size;
    private boolean cut;

    /** @param most how many names are kept */
    Ledger(int most) {
        this.most = most;
    }

    synchronized int size() {
        return size;
    }

    synchronized void learn(Lesson lesson, Instant now) {
        for (Entry entry : lesson.entries()) {
            put(entry);
        }
        Lesson.PageOf page = lesson.page();
        boolean tellsAll =
                lesson.list().form() != NamedList.Form.MENTIONS && lesson.list().form() != NamedList.Form.SINGLE;
        if (page != null && tellsAll && walk(lesson, page)) {
            readings.put(lesson.part(), new Reading(lesson.list().thing(), now, false));
        }
        if (lesson.changes()) {
            readings.replaceAll((part, reading) -> part.side() == lesson.part().side()
                            && reading.thing() == lesson.list().thing()
                    ? new Reading(reading.thing(), reading.at(), true)
                    : reading);
        }
    }

    /** Follows somebody who reads a list; true when this was its end, and what it lacks has been forgotten. */
    private boolean walk(Lesson lesson, Lesson.PageOf page) {
        WalkOf key = new WalkOf(lesson.part(), page.size());
        if (page.number() == 1) {
            walks.put(key, new Walk());
        }
        Walk walk = walks.get(key);
        if (walk == null || walk.pages != page.number() - 1) {
            walks.remove(key);
            return false;
        }
        walk.pages++;
        Thing thing = lesson.list().thing();
        lesson.entries().stream()
                .filter(entry -> entry.thing() == thing)
                .map(entry -> home(entry).key())
                .forEach(walk.seen::add);
        if (!page.last()) {
            return false;
        }
        walks.remove(key);
        if (lesson.list().form() != NamedList.Form.MIGRATABLE) {
            forget(new Kind(lesson.part().side(), thing), lesson.holes(), walk.seen);
        }
        return true;
    }

    private void forget(Kind kind, Map<String, String> holes, Set<String> seen) {
        boolean gone = entries.getOrDefault(kind, new HashMap<>())
                .values()
                .removeIf(entry -> !seen.contains(entry.key())
                        && fits(holes.get("org"), entry.organization())
                        && fits(holes.get("project"), entry.project())
                        && fits(holes.get("cluster"), entry.cluster()));
        if (gone) {
            unpublished.add(kind);
            size = entries.values().stream().mapToInt(Map::size).sum();
        }
    }

    private static boolean fits(@Nullable String hole, String value) {
        return hole == null || hole.equals(value);
    }

    private void put(Entry given) {
        Entry entry = home(given);
        Kind kind = new Kind(entry.side(), entry.thing());
        Map<String, Entry> all = entries.computeIfAbsent(kind, any -> new HashMap<>());
        Entry older = all.get(entry.key());
        if (older == null && size >= most) {
            cut = true;
            return;
        }
        Entry newer = older == null ? entry : entry.over(older);
        if (!newer.equals(older)) {
            all.put(newer.key(), newer);
            size += older == null ? 1 : 0;
            unpublished.add(kind);
        }
    }

    /** A thing that was found through a project belongs to the organization of that project. */
    private Entry home(Entry entry) {
        return switch (entry.thing()) {
            case TEAM, USER, API_KEY, SERVICE_ACCOUNT ->
                new Entry(
                        entry.side(),
                        entry.thing(),
                        entry.id(),
                        entry.name(),
                        organization(entry),
                        "",
                        entry.cluster());
            default -> entry;
        };
    }

    private String organization(Entry entry) {
        Entry project = entry.organization().isEmpty() && !entry.project().isEmpty()
                ? entries.getOrDefault(new Kind(entry.side(), Thing.PROJECT), Map.of())
                        .get(entry.project())
                : null;
        return project == null ? entry.organization() : project.organization();
    }

    /** What another process has written down, as far as it is news. */
    synchronized void merge(List<Entry> others, Map<Part, Reading> theirs) {
        for (Entry entry : others) {
            boolean better = NamedList.parts(entry.side(), entry.thing(), holes(entry)).stream()
                    .map(readings::get)
                    .noneMatch(reading -> reading != null && !isOlder(reading, entry, theirs));
            if (better) {
                put(entry);
            }
        }
        theirs.forEach((part, reading) ->
                readings.merge(part, reading, (ours, other) -> other.at().isAfter(ours.at()) ? other : ours));
    }

    private boolean isOlder(Reading ours, Entry entry, Map<Part, Reading> theirs) {
        return NamedList.parts(entry.side(), entry.thing(), holes(entry)).stream()
                .map(theirs::get)
                .anyMatch(reading -> reading != null && reading.at().isAfter(ours.at()));
    }

    private static Map<String, String> holes(Entry entry) {
        Map<String, String> holes = new HashMap<>();
        putIfKnown(holes, "org", entry.organization());
        putIfKnown(holes, "project", entry.project());
        putIfKnown(holes, "cluster", entry.cluster());
        return holes;
    }

    private static void putIfKnown(Map<String, String> holes, String hole, String value) {
        if (!value.isEmpty()) {
            holes.put(hole, value);
        }
    }

    synchronized Map<Part, Reading> readings() {
        return Map.copyOf(readings);
    }

    synchronized List<Entry> entries() {
        return entries.values().stream().flatMap(all -> all.values().stream()).toList();
    }

    /** Whether somebody who looks would see something new. */
    synchronized boolean hasNews() {
        return !unpublished.isEmpty() || !readings.equals(published.readings()) || cut != published.cut();
    }

    /** What is known now, ready to be searched. Only what has changed is made anew. */
    synchronized Known publish() {
        Map<Kind, Shelf> shelves = new HashMap<>(published.shelves());
        if (unpublished.stream().anyMatch(kind -> kind.thing() == Thing.PROJECT)) {
            // What belongs to a project belongs to the organization of that project.
            unpublished.addAll(entries.keySet());
        }
        for (Kind kind : unpublished) {
            Stream<Entry> all = entries.getOrDefault(kind, Map.of()).values().stream();
            shelves.put(
                    kind,
                    new Shelf(all.map(entry -> entry.organization().isEmpty() ? entry.in(organization(entry)) : entry)
                            .toList()));
        }
        unpublished.clear();
        published = new Known(Map.copyOf(shelves), Map.copyOf(readings), cut);
        return published;
    }

    /** When a list was read last; null when it never was. */
    synchronized @Nullable Reading reading(Part part) {
        return readings.get(part);
    }

    /** Ids of a kind, for whoever reads lists of each of them. */
    synchronized List<String> ids(ApiSide side, Thing thing) {
        return entries.getOrDefault(new Kind(side, thing), Map.of()).values().stream()
                .map(Entry::id)
                .sorted()
                .toList();
    }
}
