package dev.ferry.sandbox;

import dev.ferry.api.Listing;
import dev.ferry.api.cloudmanager.Event;
import dev.ferry.api.cloudmanager.Events;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What has happened in the source, newest first: what callers did, and what {@link SourceStory} tells. */
record SourceEvents(Call call) implements Events {
    private static final Set<String> FIELDS =
            Set.of("hostname", "port", "replicaSetName", "targetPublicKey", "alertId");

    @Override
    public Listing<Event> forProject(Map<String, Object> options, String groupId) {
        return Listing.of(list(options, trace -> groupId.equals(trace.groupId())));
    }

    @Override
    public Event getInProject(Map<String, Object> options, String groupId, String eventId) {
        return list(options, trace -> groupId.equals(trace.groupId()) && eventId.equals(trace.id())).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.EVENT_NOT_FOUND, eventId));
    }

    @Override
    public Listing<Event> forOrg(Map<String, Object> options, String orgId) {
        return Listing.of(list(options, trace -> orgId.equals(trace.orgId())));
    }

    @Override
    public Event getInOrg(Map<String, Object> options, String orgId, String eventId) {
        return list(options, trace -> orgId.equals(trace.orgId()) && eventId.equals(trace.id())).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(ErrorCode.ORG_EVENT_NOT_FOUND, eventId, orgId));
    }

    private List<Event> list(Map<String, Object> options, Predicate<Trace> scope) {
        boolean raw = Boolean.TRUE.equals(options.get("includeRaw"));
        return new Timeline(call.world(), call.now())
                .all().stream()
                        .filter(scope.and(new EventFilter(options)))
                        .map(trace -> answer(trace, raw))
                        .toList();
    }

    private Event answer(Trace trace, boolean includeRaw) {
        Map<String, Object> details = trace.details();
        Map<String, Object> more = new LinkedHashMap<>(details);
        more.keySet().removeAll(FIELDS);
        more.put("isGlobalAdmin", false);
        boolean byPerson = trace.login() != null && trace.login().contains("@");
        boolean byKey = trace.login() != null && !byPerson;
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
                byPerson ? trace.login() : null,
                byKey ? trace.login() : null,
                text(details.get("hostname")),
                details.get("port") instanceof Integer port ? port : null,
                text(details.get("replicaSetName")),
                trace.clusterName(),
                null,
                text(details.get("targetPublicKey")),
                trace.login() == null ? null : "127.0.0.1",
                null,
                null,
                text(details.get("alertId")),
                trace.groupId(),
                trace.orgId(),
                includeRaw ? Map.of("_t", trace.type(), "id", trace.id(), "cre", trace.at()) : null,
                more);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }
}
