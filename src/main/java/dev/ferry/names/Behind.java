package dev.ferry.names;

import dev.ferry.api.ApiSide;
import dev.ferry.api.Thing;
import dev.ferry.api.http.Answered;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What happens behind the keys: learning from answers, reading lists that are wanted, writing the file. Two threads that do not keep
 * the process alive and give way to everybody: one works, the other waits for services.
 */
final class Behind {
    /** Answers that nobody has learned from yet; somebody who reads faster than that is learned from less. */
    private static final int MOST_LESSONS = 1000;

    private static final int MOST_WANTED = 200;
    private static final long LEARN_MS = 20;
    private static final long READ_AGAIN_MS = 1000;
    private static final long WRITE_MS = 2000;

    /** Between two times that names are made searchable passes this many times what that takes, but not for ever. */
    private static final int SHARE = 10;

    private static final long LONGEST_REST_MS = 2000;

    /** So many projects are asked for their clusters one by one where a service does not tell of all at once. */
    private static final int MOST_PROJECTS = 30;

    /** Of so many organizations the projects that can be migrated into them are read unasked. */
    private static final int MOST_ORGANIZATIONS = 5;

    /** Writing more than this takes too long for somebody who leaves. */
    private static final int QUICKLY_WRITTEN = 20_000;

    private static final Duration EVENT_TYPES_LAST = Duration.ofDays(1);

    private final Ledger ledger;
    private final Reader reader;
    private final Clock clock;
    private final @Nullable NamesFile file;
    private final Queue<Lesson> lessons = new ArrayBlockingQueue<>(MOST_LESSONS);
    private final AtomicBoolean learning = new AtomicBoolean();
    private final AtomicBoolean writing = new AtomicBoolean();
    /** Guards nothing that takes time: whoever types may have to wait for it. */
    private final Object wishes = new Object();
    /** Held while names are made searchable. */
    private final Object shelves = new Object();
    /** Held while the file is read or written. */
    private final Object disk = new Object();

    private final Set<Part> wanted = new LinkedHashSet<>();
    private boolean reading;
    private long publishedAt;
    private long publishingTook;
    private long stamp;
    private boolean loaded;
    private volatile boolean starting;
    private volatile boolean takingIn;
    private volatile boolean unwritten;
    private volatile Known known = Known.NOTHING;
    private volatile @Nullable ScheduledThreadPoolExecutor threads;

    Behind(Names.Options options, Ledger ledger, Reader reader) {
        this.ledger = ledger;
        this.reader = reader;
        this.clock = options.clock();
        this.file = options.file() == null ? null : new NamesFile(options.file());
    }

    Known known() {
        return known;
    }

    @SuppressWarnings("ThreadPriorityCheck") // a wish: where it is not granted, the keys only lose a little
    synchronized void start() {
        if (threads != null) {
            return;
        }
        ScheduledThreadPoolExecutor started = new ScheduledThreadPoolExecutor(
                2,
                work -> {
                    Thread thread = new Thread(work, "ferry-names");
                    thread.setDaemon(true);
                    thread.setPriority(Thread.MIN_PRIORITY);
                    return thread;
                },
                // What is wanted after the end is not wanted.
                new ThreadPoolExecutor.DiscardPolicy());
        threads = started;
        starting = true;
        started.execute(this::begin);
    }

    private void begin() {
        load();
        learn();
        for (ApiSide side : List.of(ApiSide.TARGET, ApiSide.SOURCE)) {
            want(basics(side));
        }
        starting = false;
        tell();
    }

    synchronized void stop() {
        ScheduledThreadPoolExecutor running = threads;
        threads = null;
        if (running != null) {
            running.shutdownNow();
        }
        synchronized (wishes) {
            wanted.clear();
            wishes.notifyAll();
        }
    }

    /** Ends everything at once; what was learned last is written if that takes no time. */
    void close() {
        stop();
        if (!lessons.isEmpty()) {
            load();
            learn();
        }
        if (ledger.size() <= QUICKLY_WRITTEN) {
            write();
        }
    }

    private void later(Runnable work, long milliseconds) {
        ScheduledThreadPoolExecutor running = threads;
        if (running != null) {
            var unused = running.schedule(work, milliseconds, TimeUnit.MILLISECONDS);
        }
    }

    /** The lists that everything begins with. */
    private static List<Part> basics(ApiSide side) {
        List<Part> parts = new ArrayList<>();
        for (Thing thing : List.of(Thing.ORGANIZATION, Thing.PROJECT, Thing.CLUSTER, Thing.EVENT_TYPE)) {
            parts.addAll(NamedList.parts(side, thing, Map.of()));
        }
        return parts;
    }

    /** An answer that anybody got. */
    void hear(ApiSide side, Answered answered) {
        Condition condition = reader.condition(side);
        boolean first = condition.isWaiting();
        condition.answered();
        Optional<Lesson> lesson = Lesson.of(side, answered).filter(this::isWanted);
        if (lesson.isPresent() && lessons.offer(lesson.get())) {
            learnSoon(LEARN_MS);
            if (lesson.get().changes()) {
                later(() -> readAgain(lesson.get()), READ_AGAIN_MS);
            }
        }
        if (first) {
            want(basics(side));
        }
    }

    /** Where nobody types, only what can never be read is worth remembering. */
    private boolean isWanted(Lesson lesson) {
        return threads != null || lesson.list().form() == NamedList.Form.SINGLE;
    }

    private void readAgain(Lesson lesson) {
        learn();
        List<Part> parts = new ArrayList<>(
                NamedList.parts(lesson.part().side(), lesson.list().thing(), lesson.holes()));
        parts.removeIf(part -> reader.condition(part.side()).isRefused(part, clock.instant()));
        parts.stream().limit(1).forEach(this::want);
    }

    private void learnSoon(long milliseconds) {
        if (threads != null && learning.compareAndSet(false, true)) {
            later(this::learn, milliseconds);
        }
    }

    /** Takes in what was heard and shows it, but for a while when that was done just now and took long. */
    private void learn() {
        synchronized (shelves) {
            takingIn = true;
            learning.set(false);
            Instant now = clock.instant();
            for (Lesson lesson = lessons.poll(); lesson != null; lesson = lessons.poll()) {
                ledger.learn(lesson, now);
            }
            if (ledger.hasNews()) {
                long rest = Math.min(SHARE * publishingTook, LONGEST_REST_MS);
                long wait = publishedAt + rest - System.currentTimeMillis();
                if (wait > 0 && threads != null) {
                    learnSoon(wait);
                } else {
                    publish();
                }
            }
            takingIn = false;
        }
        tell();
    }

    private void publish() {
        long begin = System.currentTimeMillis();
        known = ledger.publish();
        publishedAt = System.currentTimeMillis();
        publishingTook = publishedAt - begin;
        unwritten = true;
        if (writing.compareAndSet(false, true)) {
            later(this::write, WRITE_MS + SHARE * publishingTook);
        }
    }

    private void tell() {
        synchronized (wishes) {
            wishes.notifyAll();
        }
    }

    /** Has lists read that are not fresh. Costs next to nothing when all are. */
    void want(Collection<Part> parts) {
        Instant now = clock.instant();
        for (Part part : parts) {
            if (isDue(part, known.readings().get(part), now)) {
                want(part);
            }
        }
    }

    private boolean isDue(Part part, @Nullable Reading last, Instant now) {
        Condition condition = reader.condition(part.side());
        if (condition.isWaiting() || !condition.mayAsk(part, now)) {
            return false;
        }
        if (last == null || last.changed()) {
            return true;
        }
        Duration fresh = last.thing() == Thing.EVENT_TYPE ? EVENT_TYPES_LAST : Remarks.FRESH;
        return last.at().plus(fresh).isBefore(now) || last.at().isAfter(now);
    }

    private void want(Part part) {
        synchronized (wishes) {
            if (threads != null && wanted.size() < MOST_WANTED && wanted.add(part) && !reading) {
                reading = true;
                later(this::read, 0);
            }
        }
    }

    private @Nullable Part next() {
        synchronized (wishes) {
            Iterator<Part> parts = wanted.iterator();
            if (!parts.hasNext()) {
                return null;
            }
            Part part = parts.next();
            parts.remove();
            return part;
        }
    }

    private void read() {
        ScheduledThreadPoolExecutor own = threads;
        try {
            for (Part part = next(); part != null; part = next()) {
                if (isDue(part, ledger.reading(part), clock.instant())) {
                    reader.read(part, () -> {
                        learn();
                        return own == threads;
                    });
                    follow(part);
                }
            }
        } catch (InterruptedException e) {
            // Somebody has turned the names off, or leaves.
            Thread.currentThread().interrupt();
        } finally {
            ended();
        }
    }

    private void ended() {
        synchronized (wishes) {
            // What was wanted between the last look and now.
            reading = !wanted.isEmpty() && threads != null;
            if (reading) {
                later(this::read, 0);
            }
            wishes.notifyAll();
        }
    }

    /** What else to read once, now that this list is known. */
    private void follow(Part part) {
        Instant now = clock.instant();
        List<Part> parts = new ArrayList<>();
        if (part.path().equals("clusters") && reader.condition(part.side()).isRefused(part, now)) {
            ledger.ids(part.side(), Thing.PROJECT).stream()
                    .limit(MOST_PROJECTS)
                    .map(project -> new Part(part.side(), "groups/" + project + "/clusters"))
                    .forEach(parts::add);
        }
        if (part.path().equals("orgs") && part.side() == ApiSide.TARGET) {
            ledger.ids(part.side(), Thing.ORGANIZATION).stream()
                    .limit(MOST_ORGANIZATIONS)
                    .flatMap(each -> NamedList.parts(part.side(), Thing.MIGRATION_HOST, Map.of("org", each)).stream())
                    .forEach(parts::add);
        }
        parts.removeIf(each -> ledger.reading(each) != null);
        want(parts);
    }

    /** Reads what another session, or another process, has written. */
    private void load() {
        NamesFile kept = file;
        if (kept == null) {
            return;
        }
        synchronized (disk) {
            stamp = kept.stamp();
            loaded = true;
            kept.read().ifPresent(content -> ledger.merge(content.entries(), content.readings()));
        }
    }

    private void write() {
        writing.set(false);
        NamesFile kept = file;
        if (kept == null || !unwritten) {
            return;
        }
        synchronized (disk) {
            try {
                if (!loaded || kept.stamp() != stamp) {
                    load();
                }
                unwritten = false;
                if (kept.write(new NamesFile.Content(ledger.entries(), ledger.readings()))) {
                    stamp = kept.stamp();
                } else {
                    unwritten = true;
                    writing.set(true);
                    later(this::write, WRITE_MS);
                }
            } catch (IOException e) {
                // A cache that cannot be kept is one for this session: nothing that anybody has to be told of.
                return;
            }
        }
    }

    /** Waits until there is nothing to learn and nothing to read. */
    void settle() throws InterruptedException {
        synchronized (wishes) {
            while (threads != null
                    && (starting || learning.get() || takingIn || reading || !wanted.isEmpty() || !lessons.isEmpty())) {
                wishes.wait();
            }
        }
    }
}
