package dev.ferry.cli;

import dev.ferry.api.http.ApiClient;
import dev.ferry.api.http.CallRecord;
import dev.ferry.api.http.WireListener;
import dev.ferry.output.Streams;
import dev.ferry.shell.command.Watch;

/** Tells of calls on standard error, as much as somebody wants to know now, and keeps the last ones. */
final class CallReport implements WireListener {
    private final Streams streams;
    private final Watch watch;

    CallReport(Streams streams, Watch watch) {
        this.streams = streams;
        this.watch = watch;
    }

    /** Settings of a client that reports here. */
    ApiClient.Settings of(ApiClient.Settings settings) {
        return settings.withCalls(this::ended).withWire(this);
    }

    private void ended(CallRecord call) {
        watch.calls().accept(call);
        if (watch.verbose().get() || watch.debug().get()) {
            streams.err().println(line(call));
        }
    }

    @Override
    public boolean isWanted() {
        return watch.debug().get();
    }

    @Override
    public void tell(String lines) {
        streams.err().println(lines);
    }

    /** For example {@code GET /api/atlas/v2/orgs → 200 in 12 ms, request 8f2c}. */
    private static String line(CallRecord call) {
        return call.method() + " " + call.path() + " → "
                + (call.status() != null ? call.status() : String.valueOf(call.failure())) + " in "
                + call.duration().toMillis() + " ms"
                + (call.attempts() > 1 ? ", " + call.attempts() + " attempts" : "")
                + (call.waited().isZero() ? "" : ", of these " + call.waited().toMillis() + " ms waiting")
                + (call.requestId() != null ? ", request " + call.requestId() : "");
    }
}
