package dev.ferry.api.http;

import okhttp3.Request;

/**
 * The way of every call on the caller's own thread, outermost first: its media type, the read-only guard, then the
 * exchange itself. Authentication happens inside the exchange.
 */
record Route(Versions versions, Guard guard, Exchange exchange) {
    Answer send(Request request) {
        Request typed = versions.apply(request);
        guard.check(typed);
        return exchange.send(typed);
    }
}
