package dev.ferry.api.contract;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.ferry.api.VirtualTime;
import dev.ferry.api.atlas.AccessListEntry;
import dev.ferry.api.atlas.Atlas;
import dev.ferry.api.atlas.DatabaseUser;
import dev.ferry.api.atlas.Event;
import dev.ferry.api.failure.ApiException;
import dev.ferry.api.failure.ErrorAnswerException;
import dev.ferry.api.failure.OutcomeUnknownException;
import dev.ferry.api.http.ApiClient;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Somebody works for a while in bad weather and keeps book: what was confirmed, what was refused, and what nobody knows. In
 * the end the service has to agree with the book.
 */
final class ChaosTest {
    private static final int OPERATIONS = 300;

    /** About every fifth request meets one of them. */
    private static final List<String> WEATHER = List.of(
            "503 probability=0.02",
            "503 retry-after=1 probability=0.02",
            "429 retry-after=3 probability=0.02",
            "429 probability=0.01",
            "500 probability=0.02",
            "reset probability=0.02",
            "reset-mid probability=0.02",
            "drop-answer probability=0.03",
            "truncate probability=0.01",
            "truncate=chunked probability=0.01",
            "truncate=json probability=0.01",
            "html=200 probability=0.01",
            "html=502 probability=0.01",
            "empty probability=0.01",
            "wrong-type probability=0.01",
            "garbage probability=0.01");

    private static final String ABSENT = "absent";
    private static final String PRESENT = "present";

    @TempDir
    private Path folder;

    /** What is known of one thing: the states it may be in, and how often each change was confirmed or may have happened. */
    private static final class Entry {
        private Set<String> may = Set.of(ABSENT);
        private final Map<String, int[]> changes = new HashMap<>();

        void confirmed(Change change) {
            assertTrue(may.stream().anyMatch(change::applies), () -> change + " was confirmed where it is " + may);
            may = Set.of(change.goal());
            count(change)[0]++;
        }

        void open(Change change) {
            Set<String> more = new HashSet<>(may);
            may.stream().filter(change::applies).forEach(state -> more.add(change.goal()));
            may = Set.copyOf(more);
            count(change)[1]++;
        }

        void refused(Change change) {
            Set<String> left = new HashSet<>(may);
            left.removeIf(change::applies);
            assertFalse(left.isEmpty(), () -> change + " was refused where it is " + may);
            may = Set.copyOf(left);
        }

        void seen(String state) {
            assertTrue(may.contains(state), () -> "is " + state + ", and may be " + may);
            may = Set.of(state);
        }

        private int[] count(Change change) {
            return changes.computeIfAbsent(change.event(), any -> new int[2]);
        }
    }

    /**
     * A change of one thing.
     *
     * @param event what the service notes in its diary
     * @param refusal the status when there is nothing to be done: 404 when it is absent, 409 when it is there, 0 for none
     * @param goal the state that it leads to
     */
    private record Change(String event, int refusal, String goal) {
        boolean applies(String state) {
            return refusal == 0 || state.equals(ABSENT) == (refusal == 409);
        }
    }

    /** One person's work, and the book of it. */
    private static final class Work {
        private final Random random;
        private final Atlas atlas;
        private final String project;
        private final List<String> notices;
        private final Map<String, Entry> book = new TreeMap<>();
        private int open;
        private int found;
        private int failed;

        Work(long seed, Atlas atlas, String project, List<String> notices) {
            this.random = new Random(seed);
            this.atlas = atlas;
            this.project = project;
            this.notices = notices;
        }

        void next() {
            String user = "user" + random.nextInt(6);
            String address = "203.0.113." + (1 + random.nextInt(6));
            switch (random.nextInt(8)) {
                case 0 ->
                    change(user, new Change("MONGODB_USER_ADDED", 409, "read"), () -> atlas.getDatabaseUsers()
                            .create(body(user, "read"), project));
                case 1 -> {
                    String role = List.of("readWrite", "dbAdmin", "backup").get(random.nextInt(3));
                    change(user, new Change("MONGODB_USER_UPDATED", 404, role), () -> atlas.getDatabaseUsers()
                            .update(Map.of("roles", roles(role)), project, "admin", user));
                }
                case 2 ->
                    change(user, new Change("MONGODB_USER_DELETED", 404, ABSENT), () -> atlas.getDatabaseUsers()
                            .delete(project, "admin", user));
                case 3 ->
                    change(
                            address,
                            new Change("NETWORK_PERMISSION_ENTRY_ADDED", 0, PRESENT),
                            () -> atlas.getAccessList().add(project, List.of(Map.of("ipAddress", address))));
                case 4 ->
                    change(
                            address,
                            new Change("NETWORK_PERMISSION_ENTRY_REMOVED", 404, ABSENT),
                            () -> atlas.getAccessList().delete(project, address));
                case 5 -> read(user, () -> role(atlas.getDatabaseUsers().get(project, "admin", user)));
                case 6 ->
                    read(address, () -> {
                        atlas.getAccessList().get(project, address);
                        return PRESENT;
                    });
                default -> readAll();
            }
        }

        private Entry entry(String name) {
            return book.computeIfAbsent(name, any -> new Entry());
        }

        private void change(String name, Change change, Runnable call) {
            Entry entry = entry(name);
            notices.clear();
            try {
                call.run();
                if (notices.stream().anyMatch(notice -> notice.contains("a read shows that it was done"))) {
                    found++;
                }
                // What was found is as certain as what was answered: this call did it.
                entry.confirmed(change);
            } catch (OutcomeUnknownException e) {
                open++;
                entry.open(change);
            } catch (ErrorAnswerException e) {
                failed++;
                if (e.status() == change.refusal()) {
                    entry.refused(change);
                } else {
                    assertTrue(e.status() == 429 || e.status() == 503, e::toString);
                }
            }
        }

        private void read(String name, Supplier<String> call) {
            try {
                entry(name).seen(call.get());
            } catch (ErrorAnswerException e) {
                if (e.status() == 404) {
                    entry(name).seen(ABSENT);
                }
            } catch (OutcomeUnknownException e) {
                fail("a read cannot leave anything open", e);
            } catch (ApiException e) {
                // The weather was too bad for all attempts.
                failed++;
            }
        }

        private void readAll() {
            Map<String, String> seen;
            try {
                seen = state(atlas, project);
            } catch (ApiException e) {
                failed++;
                return;
            }
            agreesWith(seen);
        }

        void agreesWith(Map<String, String> seen) {
            seen.keySet().forEach(this::entry);
            book.forEach((name, entry) -> entry.seen(seen.getOrDefault(name, ABSENT)));
        }

        /** Holds the service's own diary against the book: nothing was done twice. */
        void agreesWith(Iterable<Event> events) {
            Map<String, Integer> done = new HashMap<>();
            for (Event event : events) {
                Object what =
                        event.more().getOrDefault("dbUserUsername", event.more().get("whitelistEntry"));
                done.merge(event.eventTypeName() + " " + what, 1, Integer::sum);
            }
            book.forEach((name, entry) -> entry.changes.forEach((event, count) -> {
                int times = done.getOrDefault(event + " " + name, 0);
                // To add an address that is there is confirmed and does nothing.
                boolean enough = event.equals("NETWORK_PERMISSION_ENTRY_ADDED") || times >= count[0];
                assertTrue(
                        enough && times <= count[0] + count[1],
                        () -> event + " of " + name + ": confirmed " + count[0] + ", open " + count[1] + ", done "
                                + times);
            }));
        }
    }

    private static Map<String, Object> body(String user, String role) {
        return Map.of("databaseName", "admin", "username", user, "password", Stage.PASSWORD, "roles", roles(role));
    }

    private static List<Map<String, String>> roles(String role) {
        return List.of(Map.of("roleName", role, "databaseName", "shop"));
    }

    private static String role(DatabaseUser user) {
        return Objects.requireNonNull(user.roles()).get(0).roleName();
    }

    private static Map<String, String> state(Atlas atlas, String project) {
        Map<String, String> state = new TreeMap<>();
        for (DatabaseUser user : atlas.getDatabaseUsers().list(Map.of("itemsPerPage", 2), project)) {
            state.put(user.username(), role(user));
        }
        for (AccessListEntry entry : atlas.getAccessList().list(Map.of("itemsPerPage", 2), project)) {
            state.put(String.valueOf(entry.ipAddress()), PRESENT);
        }
        return state;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    @Timeout(300)
    void what_is_confirmed_is_there_what_is_refused_is_not_and_nothing_is_done_twice(long seed) throws Exception {
        VirtualTime time = new VirtualTime(Instant.now());
        List<String> lines = new ArrayList<>();
        List<String> notices = new CopyOnWriteArrayList<>();
        try (Stage stage = new Stage(folder)) {
            String project = stage.project();
            boolean byKey = seed % 2 == 0;
            try (ApiClient client = new ApiClient(
                    byKey ? stage.sandbox().target() : stage.sandbox().targetAccount(),
                    ApiClient.Settings.defaults()
                            .withClock(time)
                            .withSleeper(time)
                            .withRandom(new Random(seed))
                            .withNotices(notices::add)
                            .withCalls(call -> lines.add(call.toString())))) {
                Work work = new Work(seed, new Atlas(client), project, notices);
                WEATHER.forEach(rule -> stage.sandbox().faults().add(rule + " seed=" + (seed * 100 + rule.hashCode())));
                for (int i = 0; i < OPERATIONS; i++) {
                    work.next();
                }
                stage.sandbox().faults().clear();
                work.agreesWith(stage.calm().getEvents().forProject(project));
                work.agreesWith(state(stage.calm(), project));
                assertTrue(
                        work.open > 2 && work.found > 2 && work.failed > 10,
                        work.open + " open, " + work.found + " found, " + work.failed + " failed");
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ", last calls:\n" + last(lines), e);
            }
        }
    }

    private static String last(List<String> lines) {
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }
}
