package dev.ferry.api.http;

import org.jspecify.annotations.Nullable;

/**
 * One look of a caller that repeats its calls itself, such as a wait. It holds for the calls of the thread that begins it,
 * until it is closed.
 *
 * <pre>{@code
 * try (Look look = Look.begin(true)) {
 *     return Optional.of(atlas.getClusters().get(project, "orders"));
 * } catch (UnreachableException e) {
 *     return Optional.empty();   // the next look comes in a minute
 * }
 * }</pre>
 */
public final class Look implements AutoCloseable {
    private static final ThreadLocal<@Nullable Look> CURRENT = new ThreadLocal<>();

    private final @Nullable Look outer;
    private final boolean once;
    private boolean sentChange;

    private Look(@Nullable Look outer, boolean once) {
        this.outer = outer;
        this.once = once;
    }

    /**
     * Begins one.
     *
     * @param once whether every call is sent once and its pauses are not announced: the caller knows that the service does
     *     not answer, and looks again by itself
     */
    public static Look begin(boolean once) {
        Look outer = CURRENT.get();
        Look look = new Look(outer, once || (outer != null && outer.once));
        CURRENT.set(look);
        return look;
    }

    /** Whether a call that may change something was sent meanwhile, or tried: the look must not be repeated. */
    public boolean sentChange() {
        return sentChange;
    }

    @Override
    public void close() {
        if (outer == null) {
            CURRENT.remove();
        } else {
            outer.sentChange |= sentChange;
            CURRENT.set(outer);
        }
    }

    static boolean isOnce() {
        Look look = CURRENT.get();
        return look != null && look.once;
    }

    /** A call that may change something is about to be sent. */
    static void changing() {
        Look look = CURRENT.get();
        if (look != null) {
            look.sentChange = true;
        }
    }
}
