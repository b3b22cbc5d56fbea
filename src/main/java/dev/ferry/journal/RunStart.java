package dev.ferry.journal;

import dev.ferry.api.change.Change;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a run before it changes anything.
 *
 * @param profile the name of the profile it works with
 * @param environment the environment word of that profile; null when it has none
 * @param origin what asks for its changes, where no thread says something more exact
 * @param simulated whether both sides are a sandbox of this run
 * @param services where it may send to
 * @param names the names of what a change hits, by their ids, as far as they are known; asked before each change, so it must not take time
 * @param notices told what a person has to know at once
 * @param options what else it was started with, for the process that resumes it; no secrets
 */
public record RunStart(
        String profile,
        @Nullable String environment,
        Origin origin,
        boolean simulated,
        List<Service> services,
        Function<Change, Map<String, String>> names,
        Consumer<String> notices,
        Map<String, String> options) {

    public RunStart {
        services = List.copyOf(services);
        options = Map.copyOf(options);
    }

    /** One that was started without anything else. */
    public RunStart(
            String profile,
            @Nullable String environment,
            Origin origin,
            boolean simulated,
            Function<Change, Map<String, String>> names,
            Consumer<String> notices) {
        this(profile, environment, origin, simulated, List.of(), names, notices, Map.of());
    }

    /** One that knows no names. */
    public static RunStart of(String profile, Origin origin) {
        return new RunStart(profile, null, origin, false, change -> Map.of(), notice -> {});
    }
}
