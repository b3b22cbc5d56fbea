package dev.ferry.sandbox;

import java.util.Locale;

/**
 * How often the operations of an endpoint set may be called within a scope: each request takes a token, and every so many
 * seconds some are put back.
 *
 * @param set name of the endpoint set
 * @param capacity the most tokens there are
 * @param refill how many are put back at a time
 * @param seconds how long that takes
 */
record Limit(String set, Scope scope, int capacity, int refill, int seconds) {

    /** What shares a bucket. */
    enum Scope {
        /** Requests about a project. */
        GROUP,
        /** Requests about an organization. */
        ORGANIZATION,
        /** Requests of a credential. */
        USER,
        /** Requests of an address. */
        IP
    }

    /** What the endpoint set is called in a path. */
    String id() {
        return (set + "-" + scope).toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
