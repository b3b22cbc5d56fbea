package dev.ferry.api.http;

import okhttp3.Request;

/**
 * The way of every call on the caller's own thread, outermost first: its media type, the read-only guard, then the
 * exchange itself. Authentication happens inside the exchange. On the way back somebody looks whether the version is on its
 * way out.
 */
record Route(Versions versions, Guard guard, Exchange exchange, EndOfLife endOfLife) {
    /** The same with every version pinned to a date. */
    Route pinnedTo(String date) {
        return new Route(versions.pinnedTo(date), guard, exchange, endOfLife);
    }

    Answer send(Request request) {
        Request typed = versions.apply(request);
        guard.check(typed);
        Answer answer = exchange.send(typed);
        endOfLife.look(typed, answer);
        return answer;
    }
}
