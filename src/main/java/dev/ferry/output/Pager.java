package dev.ferry.output;

import java.util.function.Consumer;

/** Shows a long text a window at a time. */
@FunctionalInterface
public interface Pager {
    /**
     * Returns when the reader has seen enough.
     *
     * @param text hands the text over piece by piece, on another thread and only as far as it is read; it is interrupted
     *     when nobody wants the rest. What it throws is thrown here
     */
    void show(Consumer<Consumer<String>> text);
}
