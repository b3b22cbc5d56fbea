package dev.ferry.api.http;

import dev.ferry.api.change.Change;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Sends calls elsewhere: those of a rehearsal to a twin of what is there. */
@FunctionalInterface
public interface Detour {
    /** Nothing goes elsewhere. */
    Detour NONE = (url, change) -> Optional.empty();

    /**
     * Where a call goes instead. Asked of every call, before the guard: what goes elsewhere hits nothing. May send calls of its own.
     *
     * @param url where it was going
     * @param change what it would change; null for a call that reads
     */
    Optional<ApiClient> of(HttpUrl url, @Nullable Change change);
}
