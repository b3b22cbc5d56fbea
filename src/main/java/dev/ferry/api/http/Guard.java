package dev.ferry.api.http;

import dev.ferry.api.OnlyAsks;
import dev.ferry.api.failure.CallRefusedException;
import java.util.Set;
import java.util.function.BooleanSupplier;
import okhttp3.Request;
import retrofit2.Invocation;

/** Lets no changing call of a read-only session leave. Knows the calls by their verb and by {@link OnlyAsks}. */
final class Guard {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final BooleanSupplier readOnly;

    Guard(BooleanSupplier readOnly) {
        this.readOnly = readOnly;
    }

    void check(Request request) {
        if (mayChange(request) && readOnly.getAsBoolean()) {
            throw new CallRefusedException(
                    CallRefusedException.Why.READ_ONLY,
                    "refused, because this session is read-only; nothing was sent",
                    Answer.line(request));
        }
    }

    /** Whether its verb only reads. */
    static boolean isReading(Request request) {
        return READING.contains(request.method());
    }

    static boolean mayChange(Request request) {
        if (isReading(request)) {
            return false;
        }
        Invocation invocation = request.tag(Invocation.class);
        return invocation == null || !invocation.method().isAnnotationPresent(OnlyAsks.class);
    }
}
