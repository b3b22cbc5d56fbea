package dev.ferry.api.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Remembers the last {@value #KEPT} calls. May be used by several threads. */
public final class CallLog implements Consumer<CallRecord> {
    /** How many calls are remembered; older ones are forgotten. */
    public static final int KEPT = 1000;

    private final Deque<CallRecord> calls = new ArrayDeque<>();

    @Override
    public synchronized void accept(CallRecord call) {
        if (calls.size() == KEPT) {
            calls.removeFirst();
        }
        calls.addLast(call);
    }

    /** The last calls, oldest first; as many as there are when there are fewer. */
    public synchronized List<CallRecord> last(int number) {
        return new ArrayList<>(calls).subList(Math.max(0, calls.size() - number), calls.size());
    }
}
