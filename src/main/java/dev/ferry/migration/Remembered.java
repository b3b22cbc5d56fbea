package dev.ferry.migration;

import dev.ferry.api.atlas.LiveMigration;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a live migration, as it is kept in files.
 *
 * @param id 24 hexadecimal digits
 * @param host scheme, host and port of the service that runs it
 * @param migrationHosts who pushes the data
 * @param last how it stood when somebody looked last; null when nobody has
 * @param more what another version of this program has written beside that
 */
record Remembered(
        String id,
        URI host,
        @Nullable Place source,
        @Nullable Place destination,
        @Nullable List<String> migrationHosts,
        @Nullable Origin origin,
        @Nullable Times times,
        @Nullable Sighting last,
        Map<String, Object> more) {

    /** One of which nothing else is known. */
    static Remembered of(URI host, String id) {
        return new Remembered(id, host, null, null, null, null, null, null, Map.of());
    }

    /** What an answer says of one. */
    static Remembered of(URI host, LiveMigration answer, Instant at) {
        Sighting sighting = Sighting.of(answer, at);
        return of(host, answer.id())
                .with(answer.migrationHosts())
                .with(Times.of(sighting))
                .with(sighting);
    }

    Place from() {
        return source == null ? Place.UNKNOWN : source;
    }

    Place into() {
        return destination == null ? Place.UNKNOWN : destination;
    }

    Times when() {
        return times == null ? Times.NONE : times;
    }

    Origin by() {
        return origin == null ? Origin.UNKNOWN : origin;
    }

    /** What people know it by, {@code orders-rs → orders}; null when nobody has told where it goes. */
    @Nullable
    String title() {
        String from = from().name();
        String into = into().name();
        return into == null || from == null ? into : from + " → " + into;
    }

    boolean isOpen() {
        return last == null || !last.isEnd();
    }

    boolean isSame(Remembered other) {
        return id.equals(other.id) && host.equals(other.host);
    }

    Remembered between(@Nullable Place from, @Nullable Place into) {
        return new Remembered(id, host, from, into, migrationHosts, origin, times, last, more);
    }

    Remembered with(@Nullable List<String> hosts) {
        return new Remembered(id, host, source, destination, hosts, origin, times, last, more);
    }

    Remembered with(@Nullable Origin other) {
        return new Remembered(id, host, source, destination, migrationHosts, other, times, last, more);
    }

    Remembered with(Times other) {
        return new Remembered(id, host, source, destination, migrationHosts, origin, other, last, more);
    }

    Remembered with(@Nullable Sighting other) {
        return new Remembered(id, host, source, destination, migrationHosts, origin, times, other, more);
    }

    /**
     * This, with what is news. The later sighting counts; of everything else, what the later one says, and what the other
     * says where that is silent. Who met it first stays.
     */
    Remembered and(Remembered news) {
        boolean later = last == null || (news.last != null && !news.last.at().isBefore(last.at()));
        Remembered newer = later ? news : this;
        Remembered older = later ? this : news;
        return new Remembered(
                id,
                host,
                newer.from().or(older.from()),
                newer.into().or(older.into()),
                newer.migrationHosts == null || newer.migrationHosts.isEmpty()
                        ? older.migrationHosts
                        : newer.migrationHosts,
                origin == null || origin.equals(Origin.UNKNOWN) ? news.origin : origin,
                when().and(news.when()),
                newer.last == null ? older.last : newer.last,
                newer.more.isEmpty() ? older.more : newer.more);
    }
}
