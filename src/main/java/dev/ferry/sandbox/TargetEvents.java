package dev.ferry.sandbox;

import dev.ferry.api.FactTable;
import dev.ferry.api.Listing;
import dev.ferry.api.atlas.Event;
import dev.ferry.api.atlas.EventType;
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

    private Event one(Map<String, Object> options, String id, Predicate<Trace> scope) {
        return new Timeline(call.world(), call.now())
                .all().stream()
                        .filter(trace -> trace.id().equals(id) && scope.test(trace))
                        .findFirst()
                        .map(trace -> answer(trace, Boolean.TRUE.equals(options.get("includeRaw"))))
                        .orElseThrow(() -> new Refusal(ErrorCode.EVENT_NOT_FOUND, id));
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
    public Listing<EventType> types(Map<String, Object> options) {
        return Listing.of(FactTable.rows(TargetEvents.class, "events.tsv").stream()
                .map(row -> new EventType(row[0], row[1], row[2].equals("y"), Map.of()))
                .toList());
    }

    @Override
    public Event getInOrg(Map<String, Object> options, String orgId, String eventId) {
        return one(options, eventId, trace -> orgId.equals(trace.orgId()));
    }

    @Override
    public Event getInProject(Map<String, Object> options, String groupId, String eventId) {
        return one(options, eventId, trace -> groupId.equals(trace.groupId()));
    }
}
