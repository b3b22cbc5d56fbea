package dev.ferry.output;

/** What is going on, on standard error, while somebody waits. */
public final class Progress implements AutoCloseable {
    private Progress() {}

    /**
     * Begins to show {@code text}; close it when the work is done.
     *
     * <pre>{@code
     * try (Progress progress = Progress.start(streams, "Fetching organizations")) {
     *     …
     *     progress.update("Fetching organizations: 3 pages");
     * }
     * }</pre>
     */
    public static Progress start(Streams streams, String text) {
        return new Progress();
    }

    /** Says how far it is. */
    public void update(String text) {}

    /** Takes the line away. */
    @Override
    public void close() {}
}
