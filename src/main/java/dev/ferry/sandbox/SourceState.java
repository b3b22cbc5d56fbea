package dev.ferry.sandbox;

import dev.ferry.api.cloudmanager.AgentKey;
import dev.ferry.api.cloudmanager.Alert;
import dev.ferry.api.cloudmanager.ApiAccessEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What callers have changed of the source besides its organizations, projects and deployments. */
final class SourceState {
    /** Somebody looks after an alert. */
    record Acknowledgement(
            @Nullable Instant until, @Nullable String comment, String by, Instant at) {}

    private final Map<String, Acknowledgement> acknowledgements = new LinkedHashMap<>();
    private final Map<String, List<AgentKey>> agentKeys = new LinkedHashMap<>();
    private final Map<String, List<Alert>> alerts = new LinkedHashMap<>();
    private final Map<String, List<ApiAccessEntry>> accessLists = new LinkedHashMap<>();

    void acknowledge(String alertId, Acknowledgement acknowledgement) {
        acknowledgements.put(alertId, acknowledgement);
    }

    Optional<Acknowledgement> acknowledgement(String alertId) {
        return Optional.ofNullable(acknowledgements.get(alertId));
    }

    /** The agent keys of a project, for the caller to change. */
    List<AgentKey> agentKeys(String groupId, AgentKey first) {
        return agentKeys.computeIfAbsent(groupId, any -> new ArrayList<>(List.of(first)));
    }

    /** Puts these in the place of the agent keys of a project. */
    void startAgentKeys(String groupId, List<AgentKey> all) {
        agentKeys.put(groupId, new ArrayList<>(all));
    }

    /** Puts these in the place of the access list of an API key. */
    void startAccessList(String keyId, List<ApiAccessEntry> all) {
        accessLists.put(keyId, new ArrayList<>(all));
    }

    /** Puts these in the place of the alerts that the story of a project tells of. */
    void startAlerts(String groupId, List<Alert> all) {
        alerts.put(groupId, List.copyOf(all));
    }

    /** The alerts that were put in the place of those of the story; empty when none were. */
    Optional<List<Alert>> alerts(String groupId) {
        return Optional.ofNullable(alerts.get(groupId));
    }

    /** The access list of an API key, for the caller to change. */
    List<ApiAccessEntry> accessList(String keyId) {
        return accessLists.computeIfAbsent(keyId, any -> new ArrayList<>());
    }
}
