package dev.ferry.api.http;

import dev.ferry.api.argument.ArgumentRefusal;
import dev.ferry.api.catalog.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What a call asks for itself, beyond its path; travels with the request as a tag.
 *
 * @param version the date it names, null when it leaves that to the session
 * @param operation what it calls, null when nobody has looked
 * @param format the format of the answer, one of {@link Operation#formats}
 */
record Asked(@Nullable String version, @Nullable Operation operation, String format) {
    /** What a raw call asks for that names a version. */
    static Asked version(String call, Object date) {
        if (!Versions.isVersion(date.toString())) {
            throw ArgumentRefusal.because(
                    call, "takes a date such as '2025-03-12', or preview, as 'version', not '" + date + "'");
        }
        return new Asked(date.toString(), null, Operation.JSON);
    }
}
