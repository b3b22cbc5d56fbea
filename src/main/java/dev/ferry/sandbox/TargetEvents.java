package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.atlas.Event;
import dev.ferry.api.atlas.Events;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** What has happened in a project or an organization, newest first. */
record TargetEvents(Call call) implements Events {
    @Override
    public Listing<Event> forProject(Map<String, Object> options, String groupId) {
        return list(options, trace -> groupId.equals(trace.groupId()));
    }

    @Override
    public Listing<Event> forOrg(Map<String, Object> options, String orgId) {
        return list(options, trace -> orgId.equals(trace.orgId()));
    }

    private Listing<Event> list(Map<String, Object> options, Predicate<Trace> scope) {
        boolean raw = Boolean.TRUE.equals(options.get("includeRaw"));
        return Listing.of(new Timeline(call.world(), call.now())
                .all().stream()
                        .filter(scope.and(new EventFilter(options)))
                        .map(trace -> answer(trace, raw))
                        .toList());
    }

    private Event answer(Trace trace, boolean includeRaw) {
        Map<String, Object> raw = new LinkedHashMap<>();
        raw.put("_t", trace.type());
        raw.put("id", trace.id());
        raw.put("cre", trace.at());
        raw.put("orgId", trace.orgId());
        raw.put("severity", trace.type().endsWith("FAILED") ? "ERROR" : "INFO");
        Map<String, Object> more = new LinkedHashMap<>(trace.details());
        more.put("isGlobalAdmin", false);
        boolean byKey = trace.login() != null && trace.login().length() == 8;
        if (byKey) {
            call.world()
                    .callers()
                    .find(Objects.requireNonNull(trace.login()), Caller.Kind.API_KEY)
                    .ifPresent(key -> more.put("apiKeyId", key.id()));
        }
        return new Event(
                trace.id(),
                trace.at(),
                trace.type(),
                trace.groupId(),
                trace.orgId(),
                trace.clusterName(),
                byKey ? null : trace.login(),
                byKey ? trace.login() : null,
                null,
                trace.login() == null ? null : "127.0.0.1",
                includeRaw ? raw : null,
                more);
    }

    @Override
    public Listing<dev.ferry.api.atlas.EventType> types(Map<String, Object> options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Event getInOrg(Map<String, Object> options, String orgId, String eventId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Event getInProject(Map<String, Object> options, String groupId, String eventId) {
        throw new UnsupportedOperationException();
    }
}
