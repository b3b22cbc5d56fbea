package dev.ferry.sandbox;

import dev.ferry.api.cloudmanager.AgentKey;
import dev.ferry.api.cloudmanager.AgentKeys;
import dev.ferry.output.Secret;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Agent API keys of the source. Every project came with one. */
record SourceAgentKeys(Call call) implements AgentKeys {
    @Override
    public List<AgentKey> list(Map<String, Object> options, String groupId) {
        return List.copyOf(keys(groupId));
    }

    @Override
    public AgentKey create(Map<String, Object> body, String groupId) {
        String id = call.world().newId("agentKey");
        AgentKey key = key(
                id,
                String.valueOf(body.get("desc")),
                call.world().secret(secretOf(id)),
                "PUBLIC_API",
                call.now().toEpochMilli());
        keys(groupId).add(key);
        call.traceProject("AGENT_API_KEY_CREATED", groupId, null, Map.of());
        return key;
    }

    @Override
    public @Nullable Void delete(Map<String, Object> options, String groupId, String keyId) {
        if (!keys(groupId).removeIf(key -> key.id().equals(keyId))) {
            throw new Refusal(ErrorCode.AGENT_API_KEY_NOT_FOUND, keyId);
        }
        call.traceProject("AGENT_API_KEY_DELETED", groupId, null, Map.of());
        return null;
    }

    private List<AgentKey> keys(String groupId) {
        Group group = call.world().existing(groupId);
        String id = Ids.of(groupId, "agentKey");
        AgentKey first = key(
                id,
                "Initial agent API key",
                secretOf(id),
                "PROVISIONING",
                group.created().toEpochMilli());
        return call.world().source().agentKeys(groupId, first);
    }

    private static String secretOf(String id) {
        return Ids.digest("agent key " + id).substring(0, 32);
    }

    private static AgentKey key(String id, String desc, String key, String createdBy, long created) {
        return new AgentKey(id, desc, Secret.of(key), createdBy, null, null, created, Map.of());
    }
}
